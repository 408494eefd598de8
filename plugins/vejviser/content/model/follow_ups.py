"""When a follow-up falls: its offset and its repetitions, each counted from the start and never from the one before.

    offset: P3M                               month 3
    offset: P3M, repeat: P3M, until: P6M      months 3 and 6: `until` is itself one of the times
    offset: P1Y, repeat: P1Y, count: 3        years 1, 2 and 3: `count` is how often, the first time included
    offset: -P4W, repeat: P1W, until: -P1W    4, 3, 2 and 1 week before the start

A repeat has an end, `until` or `count`, so that a plan is as long whatever day it starts on ("2 of 5" stays true).
Months come before days: from 31 January, P1M is the last of February, and P2M is 31 March all the same.
`assets/js/dates.js` does the same in the browser; `tests/browser` compares the two.
"""

from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta

from vejviser.content.model.checklist import FollowUp
from vejviser.content.model.dates import parse_offset

MOST_TIMES = 24
"""More reminders than this is no plan."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of calendar time; negative before the start."""

    months: int
    days: int

    def plus(self, other: "Span") -> "Span":
        """Return this span with another one added."""
        return Span(self.months + other.months, self.days + other.days)

    def after(self, start: date) -> date:
        """Return the day this span after `start`: first the months, kept within the month they reach, then the days."""
        return start + relativedelta(months=self.months, days=self.days)

    @property
    def length(self) -> float:
        """About how many days it is: good for comparing, not for a calendar."""
        return self.months * 30.4375 + self.days


def span(offset: str) -> Span:
    """Read an ISO 8601 offset; raises ValueError for anything that is none."""
    parts = parse_offset(offset)
    sign = -1 if parts.before else 1
    return Span(sign * (12 * parts.years + parts.months), sign * (7 * parts.weeks + parts.days))


def spans(follow_up: FollowUp) -> tuple[Span, ...]:
    """Return every time a follow-up falls, as spans from the start; at most `MOST_TIMES`."""
    first = span(follow_up.offset)
    if follow_up.repeat is None:
        return (first,)
    step = span(follow_up.repeat)
    times = [first]
    last = span(follow_up.until).length if follow_up.until else None
    wanted = MOST_TIMES if last is not None else min(follow_up.count or 1, MOST_TIMES)
    while len(times) < wanted and (last is None or times[-1].plus(step).length <= last):
        times.append(times[-1].plus(step))
    return tuple(times)


def days(follow_up: FollowUp, start: date) -> tuple[date, ...]:
    """Return every day a follow-up falls on when the checklist starts on `start`."""
    return tuple(item.after(start) for item in spans(follow_up))
