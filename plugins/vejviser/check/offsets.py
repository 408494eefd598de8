"""Rules about follow-up plans: what is counted from, a repeat that moves forward and ends."""

from collections.abc import Iterator

from vejviser.base.problems import Location, Origin, Problem
from vejviser.content.model.checklist import FollowUp
from vejviser.content.model.follow_ups import MOST_TIMES, Span, span, spans
from vejviser.content.model.portal import Portal


def problems(portal: Portal) -> Iterator[Problem]:
    """Yield every follow-up that no calendar can follow."""
    for checklist in portal.checklists:
        for index, follow_up in enumerate(checklist.follow_ups):
            yield from _follow_up(follow_up, checklist.origin, ("follow_ups", index))
        if checklist.follow_ups and checklist.start is None:
            yield checklist.origin.warning("start-missing", "follow_ups")


def _follow_up(follow_up: FollowUp, origin: Origin, location: Location) -> Iterator[Problem]:
    if span(follow_up.offset) == Span(0, 0):
        yield origin.error("offset-zero", *location, "offset", value=follow_up.offset)
    if follow_up.repeat is None:
        for key in ("until", "count"):
            if getattr(follow_up, key) is not None:
                yield origin.error("end-without-repeat", *location, key, key=key)
    else:
        yield from _repeat(follow_up, follow_up.repeat, origin, location)


def _repeat(follow_up: FollowUp, repeat: str, origin: Origin, location: Location) -> Iterator[Problem]:
    first, step = span(follow_up.offset), span(repeat)
    if step.length <= 0 or min(step.months, step.days) < 0:
        yield origin.error("repeat-not-forward", *location, "repeat", value=repeat)
    elif follow_up.until and follow_up.count:
        yield origin.error("repeat-two-ends", *location, "count")
    elif follow_up.until:
        yield from _until(first, step, follow_up, origin, (*location, "until"))
    elif follow_up.count is None:
        yield origin.error("repeat-endless", *location, "repeat", value=repeat)


def _until(first: Span, step: Span, follow_up: FollowUp, origin: Origin, location: Location) -> Iterator[Problem]:
    last = span(follow_up.until or "")
    if last.length <= first.length:
        yield origin.error("until-before-offset", *location, value=follow_up.until, offset=follow_up.offset)
        return
    times = spans(follow_up)
    if times[-1].plus(step).length <= last.length:
        yield origin.error("repeat-too-often", *location, most=MOST_TIMES)
    elif times[-1] != last:
        below, above = written(times[-1]), written(times[-1].plus(step))
        yield origin.error("until-not-reached", *location, value=follow_up.until, below=below, above=above)


def written(time: Span) -> str:
    """Write a span as an editor would: P6M, P1Y, -P2W."""
    sign = "-" if time.length < 0 else ""
    months, days = abs(time.months), abs(time.days)
    years, months = divmod(months, 12) if months % 12 == 0 else (0, months)
    weeks, days = divmod(days, 7) if days % 7 == 0 else (0, days)
    parts = ((years, "Y"), (months, "M"), (weeks, "W"), (days, "D"))
    return f"{sign}P" + "".join(f"{number}{unit}" for number, unit in parts if number)
