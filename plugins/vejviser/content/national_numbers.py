"""Which national numbers the portal looks for, and how a browser knows one by its shape alone."""

import re
from itertools import accumulate, pairwise

from vejviser.content.languages import country, main_language
from vejviser.content.number_kinds import CPR, DEFAULT_NUMBERS, Shape, is_rare, number_of_country, own_and_others
from vejviser.content.settings import by_settings, current

_BETWEEN = "[ .\u2013/-]"
"""What people write between the groups of a number."""
_CPR = rf"(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01]){_BETWEEN}?(?:0[1-9]|1[0-2]){_BETWEEN}?\d\d{_BETWEEN}?\d{{4}}"
"""A date and four digits. Day 61 to 91 is how a replacement number is written."""


@by_settings
def names_sought() -> tuple[str, ...]:
    """Return which numbers the portal looks for: those it names, or the one of its country."""
    settings = current()
    if settings.national_numbers is not None:
        return settings.national_numbers
    own = number_of_country(settings.country or country(main_language()))
    if own is None:
        return () if settings.country else DEFAULT_NUMBERS
    return (own,)


@by_settings
def browser_pattern() -> str:
    """Return a regular expression of JavaScript, ignoring case, for what has the shape of a number sought; "" for none.

    A browser has no check digits: a shape that other digits have too, such as a phone number's, must be written in the
    groups of the number.
    """
    own, others = own_and_others(names_sought())
    shapes = [(kind, shape) for kind in (*own, *others) for shape in kind.shapes]
    found = [_CPR] if CPR in names_sought() else []
    for kind, shape in shapes:
        rare = is_rare(kind.name, shape)
        if rare or kind in own:
            found.append(_written(shape, needs_groups=not rare))
    return "|".join(dict.fromkeys(found))


def _written(shape: Shape, *, needs_groups: bool) -> str:
    form = max(shape.forms, key=len)
    ends = [*accumulate(form)] if sum(form) == len(shape.places) else [len(shape.places)]
    groups = ["".join(map(_one_of, shape.places[start:end])) for start, end in pairwise([0, *ends])]
    between = _BETWEEN if needs_groups else f"{_BETWEEN}?"
    return re.sub(r"(\\d)\1+", lambda run: rf"\d{{{len(run[0]) // 2}}}", between.join(groups))


def _one_of(place: frozenset[str]) -> str:
    if place == frozenset("0123456789"):
        return r"\d"
    return re.escape(*place) if len(place) == 1 else f"[{''.join(sorted(place - {'-'}))}{'-' * ('-' in place)}]"
