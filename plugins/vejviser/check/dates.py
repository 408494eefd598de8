"""Days, quarters and years that say that something has been done: none of them lies ahead.

Which they are, the model declares (`HAPPENED`); nothing here knows a field by its name.
"""

from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import date

from pydantic import BaseModel

from vejviser.base.problems import Location, Origin, Problem
from vejviser.content.model.base import PAST_EVENT, Content
from vejviser.content.model.portal import Portal
from vejviser.content.settings import current

_FRONT_MATTER = "meta"
"""Where a text keeps what its file says at the top."""


def problems(portal: Portal, today: date) -> Iterator[Problem]:
    """Yield every day, quarter and year that lies ahead of `today`, where something is said to have been done."""
    for part in fields(portal):
        yield from _in_value(getattr(portal, part.name), Origin(""), (), today)
    yield from _in_value(current(), Origin(""), (), today)


def _in_value(value: object, origin: Origin, place: Location, today: date) -> Iterator[Problem]:
    if isinstance(value, Content):
        yield from _in_model(value, value.origin, (), today)
    elif isinstance(value, BaseModel):
        yield from _in_model(value, origin, place, today)
    elif isinstance(value, tuple):
        for index, inside in enumerate(value):
            yield from _in_value(inside, origin, (*place, index), today)
    elif isinstance(value, Mapping):
        for key, inside in value.items():
            yield from _in_value(inside, origin, (*place, key), today)


def _in_model(value: BaseModel, origin: Origin, place: Location, today: date) -> Iterator[Problem]:
    for name, field in type(value).model_fields.items():
        here = place if name == _FRONT_MATTER else (*place, name)
        judge = _judged if PAST_EVENT in field.metadata else _in_value
        yield from judge(getattr(value, name), origin, here, today)


def _judged(value: object, origin: Origin, place: Location, today: date) -> Iterator[Problem]:
    limit: object = today.year
    if isinstance(value, date):
        limit = today
    elif isinstance(value, str):  # a quarter of official statistics, of which the first day is counted: 2026K4
        limit = f"{today.year}K{(today.month + 2) // 3}"
    if isinstance(value, date | int | str) and value > limit:  # type: ignore[operator]
        yield origin.error("date-in-future", *place, key=place[-1], found=value, latest=limit)
