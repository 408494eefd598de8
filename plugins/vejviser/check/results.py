"""Rules about figures: what does not add up says so, and what can be counted is counted rightly."""

from collections.abc import Iterator
from datetime import date

from vejviser.base.problems import Problem
from vejviser.content.model.portal import Portal
from vejviser.content.model.results import Result

ROUNDING = 0.5
"""How far from 100 percentages may add up without a word."""

_IN_PARTS = ("percent", "points")
"""Units of which there can be a part."""


def problems(portal: Portal, _today: date | None = None) -> Iterator[Problem]:
    """Yield distributions that do not add up and do not say so, wrong sums of answers, and ids used twice."""
    for result in portal.results.values():
        yield from _sums(result)
        yield from _whole(result)
        first: dict[str, int] = {}
        for index, answer in enumerate(result.answers):
            location = ("answers", index, "id")
            if answer.id in first:
                yield result.origin.error("duplicate-id", *location, id=answer.id, first=first[answer.id])
            first.setdefault(answer.id, result.origin.at(*location).line)


def _whole(result: Result) -> Iterator[Problem]:
    """Yield parts of a person, or of a match: 1.200 is a little more than one, and was meant as 1200."""
    for index, answer in enumerate(result.answers):
        if result.unit not in (None, *_IN_PARTS) and answer.value is not None and answer.value % 1:
            values = {"key": "value", "value": f"{answer.value:g}", "example": f"{answer.value * 1000:.0f}"}
            yield result.origin.error("number-expected", "answers", index, "value", **values)


def _sums(result: Result) -> Iterator[Problem]:
    if result.kind != "distribution":
        return
    if abs(result.total - 100) > ROUNDING and result.conflict is None:
        yield result.origin.warning("result-sum", "answers", id=result.id, total=f"{result.total:g}")
    counted = [answer.respondents for answer in result.answers if answer.respondents is not None]
    if counted and result.n is not None and sum(counted) != result.n:
        yield result.origin.error("result-respondents", "n", id=result.id, n=result.n, total=sum(counted))
