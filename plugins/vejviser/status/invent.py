"""A portal with invented figures in the place of its own: what `make demo` shows, protected like real ones."""

from dataclasses import replace
from datetime import date

from vejviser.model.portal import Portal
from vejviser.problems import Origin
from vejviser.status.demo import Place, demo_published
from vejviser.status.quarters import last_day, previous, regions_in

SEED = 2016
"""The year the programme began. Another seed gives other figures."""
QUARTERS = 8


def invented(portal: Portal, today: date) -> Portal:
    """Give the portal with eight quarters of invented figures, up to the last one that is over on `today`."""
    if portal.policy is None:
        return portal
    places = [Place(it.code, it.population.value) for it in portal.municipalities if it.population]
    regions = {period: regions_in(portal.municipalities, period) for period in finished_quarters(today, QUARTERS)}
    published = demo_published(places, regions, portal.policy, SEED)
    status = (it.status.model_copy(update={"origin": Origin(f"data/status/{it.period}.csv")}) for it in published)
    return replace(portal, status=tuple(status))


def finished_quarters(today: date, count: int) -> tuple[str, ...]:
    """Give the last `count` quarters that are over, oldest first."""
    period = f"{today.year}-Q{(today.month - 1) // 3 + 1}"
    if last_day(period) >= today:
        period = previous(period)
    found = [period]
    while len(found) < count:
        found.append(previous(found[-1]))
    return tuple(reversed(found))
