"""Rules that only events can break."""

from collections.abc import Iterator
from datetime import date

from vejviser.base.problems import Problem
from vejviser.content.model.portal import Portal
from vejviser.content.types import type_named


def problems(portal: Portal, _today: date) -> Iterator[Problem]:
    """Yield the events that end before they begin."""
    for event in portal.all_of(type_named("event")):
        if event.ends < event.begins:
            yield event.origin.error("event-ends-first", "ends", begins=event.begins.isoformat())
