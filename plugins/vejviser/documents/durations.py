"""A stretch of time in words: "3 måneder efter dagen for matchmødet"."""

from collections.abc import Iterator, Mapping

from vejviser.content.languages import with_unit
from vejviser.content.model.follow_ups import Span

_MONTHS_A_YEAR, _DAYS_A_WEEK = 12, 7


def duration_in_words(span: Span, start: str, language: str, labels: Mapping[str, str]) -> str:
    """Return how long before or after `start` a span lies; the start itself, or the length, when that is all."""
    period = " ".join(_counted(span, language))
    if not start or not period:
        return period or start
    return labels["before" if span.length < 0 else "after"].format(period=period, start=start)


def _counted(span: Span, language: str) -> Iterator[str]:
    years, months = divmod(abs(span.months), _MONTHS_A_YEAR)
    weeks, days = divmod(abs(span.days), _DAYS_A_WEEK)
    if days:
        weeks, days = 0, abs(span.days)
    for unit, count in (("year", years), ("month", months), ("week", weeks), ("day", days)):
        if count:
            yield with_unit(count, f"duration-{unit}", language)
