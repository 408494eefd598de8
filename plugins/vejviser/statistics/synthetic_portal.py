"""A portal with invented figures in the place of its own: what `make demo` shows, protected like real ones."""

from dataclasses import replace
from datetime import date

from vejviser.base.problems import Origin
from vejviser.content.model.portal import Portal
from vejviser.statistics.quarters import last_day, previous, regions_in
from vejviser.statistics.synthetic_data import Place, synthetic_quarters

SEED = 2016
"""The year the programme began. Another seed gives other figures."""
QUARTERS = 8


def with_synthetic_quarters(portal: Portal, today: date) -> Portal:
    """Return the portal with eight quarters of invented figures, up to the last one that is over on `today`."""
    if portal.policy is None:
        return portal
    places = [
        Place(municipality.code, municipality.population.value)
        for municipality in portal.municipalities
        if municipality.population
    ]
    regions = {period: regions_in(portal.municipalities, period) for period in finished_quarters(today, QUARTERS)}
    published = synthetic_quarters(places, regions, portal.policy, SEED)
    status = (item.status.model_copy(update={"origin": Origin(f"data/status/{item.period}.csv")}) for item in published)
    return replace(portal, status=tuple(status))


def finished_quarters(today: date, count: int) -> tuple[str, ...]:
    """Return the last `count` quarters that are over, oldest first."""
    period = f"{today.year}-Q{(today.month - 1) // 3 + 1}"
    if last_day(period) >= today:
        period = previous(period)
    found = [period]
    while len(found) < count:
        found.append(previous(found[-1]))
    return tuple(reversed(found))
