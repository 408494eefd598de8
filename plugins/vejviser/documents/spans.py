"""A stretch of time in words: "3 måneder efter dagen for matchmødet"."""

from collections.abc import Iterator, Mapping

from babel.units import format_unit

from vejviser.model.follow_ups import Span

_MONTHS_A_YEAR, _DAYS_A_WEEK = 12, 7


def in_words(span: Span, start: str, language: str, labels: Mapping[str, str]) -> str:
    """Say how long before or after `start` a span lies; the start itself, or the length alone, when that is all."""
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
            yield _with_unit(count, f"duration-{unit}", language)


def _with_unit(count: int, unit: str, language: str) -> str:
    """Say "3 måneder". Babel leaves out long Arabic forms that are the same as the short ones, and gives the key."""
    words = format_unit(count, unit, locale=language)
    return format_unit(count, unit, "short", locale=language) if unit in words else words
