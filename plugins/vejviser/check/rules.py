"""All rules over a portal."""

from collections.abc import Iterator
from datetime import date
from pkgutil import resolve_name

from vejviser.check import (
    accidents,
    approval,
    dates,
    evidence,
    habits,
    incoming,
    laws,
    links,
    markup,
    offsets,
    readability,
    redirects,
    review,
    signs,
    structure,
    texts,
    tiles,
    translations,
    written,
)
from vejviser.content.types import types
from vejviser.model.portal import Portal
from vejviser.problems import Problem


def check_portal(portal: Portal, today: date) -> Iterator[Problem]:
    """Give everything that is wrong with the content, family by family."""
    yield from structure.problems(portal, today)
    for kind in types():
        if kind.rules:
            yield from resolve_name(kind.rules)(portal, today)
    yield from offsets.problems(portal)
    yield from evidence.problems(portal)
    yield from laws.problems(portal, today)
    yield from links.problems(portal)
    yield from tiles.problems(portal)
    yield from redirects.problems(portal)
    yield from readability.problems(portal)
    yield from translations.problems(portal)
    yield from written.problems(portal)
    yield from markup.problems(portal)
    yield from habits.problems(portal)
    yield from accidents.problems(portal)
    yield from signs.problems(portal)
    yield from texts.problems(portal)
    yield from dates.problems(portal, today)
    yield from review.problems(portal, today)
    yield from approval.problems(portal, today)
    yield from incoming.accepted(portal, today)
