"""The status files of a portal as published quarters, and everything that is wrong with them."""

from collections.abc import Iterator
from dataclasses import dataclass

from vejviser.base.problems import Origin, Problem
from vejviser.content.model.disclosure_policy import PATH, Policy
from vejviser.content.model.portal import Portal
from vejviser.content.model.statistics import StatusPeriod
from vejviser.statistics.quarters import regions_in
from vejviser.statistics.types import Published


@dataclass(frozen=True, slots=True)
class Quarters:
    """The quarters that can be shown, oldest first, and the problems of all of them."""

    published: tuple[Published, ...]
    problems: tuple[Problem, ...]


def load_quarters(portal: Portal) -> Quarters:
    """Return each quarter with the regions of its time."""
    published: list[Published] = []
    problems: list[Problem] = []
    known = {municipality.code for municipality in portal.municipalities}
    for status in sorted(portal.status, key=lambda item: item.period):
        unknown = [row for row in status.rows if row.code not in known]
        problems += [_unknown(status.origin.path, row.line, row.code) for row in unknown]
        problems += _policy(status, portal.policy)
        if not unknown:
            published.append(Published(status, regions_in(portal.municipalities, status.period)))
    if portal.status and portal.policy is None:
        problems.append(Origin(PATH).error("status-policy-missing"))
    return Quarters(tuple(published), tuple(problems))


def _policy(status: StatusPeriod, policy: Policy | None) -> Iterator[Problem]:
    """Find a threshold that was changed for a quarter whose figures everybody has seen already."""
    if policy and status.base != policy.base_in(status.period):
        wanted = policy.base_in(status.period)
        yield policy.origin.error(
            "status-policy-past", "thresholds", period=status.period, base=status.base, threshold=wanted
        )


def _unknown(path: str, line: int, code: str) -> Problem:
    return Problem(path, line, 1, "error", "status-unknown-code", (("found", code),))
