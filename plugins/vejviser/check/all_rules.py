"""All rules over a portal."""

from collections.abc import Iterator
from datetime import date
from pkgutil import resolve_name

from vejviser.base.problems import Problem
from vejviser.check import (
    accidents,
    allowed_markup,
    approval,
    dates,
    evidence,
    habits,
    interface_texts,
    laws,
    links,
    literal_markdown,
    markdown_rules,
    offsets,
    readability,
    redirects,
    review,
    structure,
    tile_grid,
    translations,
)
from vejviser.content.model.portal import Portal
from vejviser.content.types import types
from vejviser.privacy import push_rules


def check_portal(portal: Portal, today: date) -> Iterator[Problem]:
    """Yield everything that is wrong with the content, family by family."""
    yield from structure.problems(portal, today)
    for kind in types():
        if kind.rules:
            yield from resolve_name(kind.rules)(portal, today)
    yield from offsets.problems(portal)
    yield from evidence.problems(portal)
    yield from laws.problems(portal, today)
    yield from links.problems(portal)
    yield from tile_grid.problems(portal)
    yield from redirects.problems(portal)
    yield from readability.problems(portal)
    yield from translations.problems(portal)
    yield from allowed_markup.problems(portal)
    yield from markdown_rules.problems(portal)
    yield from habits.problems(portal)
    yield from accidents.problems(portal)
    yield from literal_markdown.problems(portal)
    yield from interface_texts.problems(portal)
    yield from dates.problems(portal, today)
    yield from review.problems(portal, today)
    yield from approval.problems(portal, today)
    yield from push_rules.false_alarm_problems(portal, today)
