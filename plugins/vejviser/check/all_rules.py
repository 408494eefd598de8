"""All rules over a portal."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from pkgutil import resolve_name

from vejviser.base.engine import Engine
from vejviser.base.fingerprints import cache_key, program_fingerprint
from vejviser.base.problems import Problem
from vejviser.check import (
    accidents,
    allowed_markup,
    approval,
    dates,
    evidence,
    file_links,
    habits,
    in_short,
    interface_texts,
    laws,
    links,
    literal_markdown,
    markdown_rules,
    offsets,
    pictures,
    publish_days,
    readability,
    redirects,
    review,
    scripts,
    structure,
    tile_grid,
    translations,
)
from vejviser.content.facts import Facts, made_of_parts
from vejviser.content.model.download import Downloads
from vejviser.content.model.portal import Portal
from vejviser.content.types import types
from vejviser.privacy import push_rules

Rule = Callable[[Portal, date], Iterable[Problem]]


def _always(problems: Callable[[Portal], Iterable[Problem]]) -> Rule:
    """Return a family of rules that is the same every day as one that is told the day."""
    return lambda portal, _: problems(portal)


def rules() -> dict[str, Rule]:
    """Return every family of rules over a whole portal, by name."""
    of_types = {f"rules of {kind.id}": resolve_name(kind.rules) for kind in types() if kind.rules}
    return {
        "structure": structure.problems,
        **of_types,
        "offsets": _always(offsets.problems),
        "evidence": _always(evidence.problems),
        "laws": laws.problems,
        "links": _always(links.problems),
        "file links": _always(file_links.problems),
        "tile grid": _always(tile_grid.problems),
        "redirects": redirects.problems,
        "readability": _always(readability.problems),
        "in short": _always(in_short.problems),
        "translations": _always(translations.problems),
        "allowed markup": _always(allowed_markup.problems),
        "markdown": _always(markdown_rules.problems),
        "pictures": _always(pictures.problems),
        "habits": _always(habits.problems),
        "accidents": _always(accidents.problems),
        "literal markdown": _always(literal_markdown.problems),
        "interface texts": _always(interface_texts.problems),
        "scripts": _always(scripts.problems),
        "dates": dates.problems,
        "publish days": publish_days.problems,
        "review": review.problems,
        "approval": approval.problems,
        "false alarms": push_rules.false_alarm_problems,
    }


def check_portal(facts: Facts, today: date, engine: Engine) -> Iterator[Problem]:
    """Yield everything that is wrong with the content, family by family.

    A family is asked again only when something that it reads is another, or the day is.
    """
    key = cache_key(program_fingerprint(), today.isoformat())
    for name, problems in rules().items():
        yield from made_of_parts(engine, f"check {name}", key, facts, partial(_found, problems, today))


def _found(problems: Rule, today: date, portal: Portal, _: Downloads) -> tuple[Problem, ...]:
    return tuple(problems(portal, today))
