"""The status files of a portal as published quarters, and everything that is wrong with them."""

from dataclasses import dataclass

from vejviser.model.portal import Portal
from vejviser.problems import Origin, Problem
from vejviser.status.audit import audit
from vejviser.status.published import parse_totals
from vejviser.status.quarters import regions_in
from vejviser.status.values import Published

TOTALS = "data/status/totals/{period}.csv"


@dataclass(frozen=True, slots=True)
class Quarters:
    """The quarters that can be shown, oldest first, and the problems of all of them."""

    published: tuple[Published, ...]
    problems: tuple[Problem, ...]


def quarters(portal: Portal) -> Quarters:
    """Put each quarter's two files together, and audit what they tell."""
    published: list[Published] = []
    problems: list[Problem] = []
    known = {municipality.code for municipality in portal.municipalities}
    for status in sorted(portal.status, key=lambda it: it.period):
        path = TOTALS.format(period=status.period)
        unknown = [row for row in status.rows if row.code not in known]
        problems += [_unknown(status.origin.path, row.line, row.code) for row in unknown]
        if path not in portal.status_totals:
            problems.append(Origin(status.origin.path).error("status-totals-missing", expected=path))
            continue
        totals, wrong = parse_totals(portal.status_totals[path], period=status.period, path=path)
        problems += wrong
        if totals and not unknown:
            published.append(Published(status, totals, regions_in(portal.municipalities, status.period)))
    if portal.status and portal.policy is None:
        problems.append(Origin("data/status/policy.yml").error("status-policy-missing"))
    elif portal.policy:
        problems += audit(published, portal.policy)
    return Quarters(tuple(published), tuple(problems))


def _unknown(path: str, line: int, code: str) -> Problem:
    return Problem(path, line, 1, "error", "status-unknown-code", (("found", code),))
