"""Rules about references by id: what a text points to is there."""

from collections.abc import Collection, Iterator
from difflib import get_close_matches
from typing import Any

from vejviser.base.problems import Location, Origin, Problem
from vejviser.content.load.phone_length import number_problems
from vejviser.content.model.guide import Guide
from vejviser.content.model.handbook import Related
from vejviser.content.model.help_lines import numbers
from vejviser.content.model.municipality import Municipality
from vejviser.content.model.portal import Portal
from vejviser.content.settings import current
from vejviser.content.text_walker import long_texts, yaml_contents
from vejviser.content.types import type_named, types

_NUMBERED = frozenset(["municipalities"])
"""Known by a number, and no number is a misspelling of another: the nearest one is just another municipality."""


def problems(portal: Portal) -> Iterator[Problem]:
    """Yield every id that nothing answers to."""
    known = _known(portal)
    for text in long_texts(portal):
        yield from _related(getattr(text.meta, "related", Related()), known, text.origin, ("related",))
    for content in yaml_contents(portal):
        if isinstance(related := getattr(content, "related", None), Related):
            yield from _related(related, known, content.origin, ("related",))
    for guide in portal.guides:
        yield from _steps(guide, known)
    yield from _tracks(portal, known)
    for term in portal.terms.values():
        for index, key in enumerate(term.see):
            yield from _one(key, "terms", known, term.origin, ("see", index))
    yield from _help_lines(portal, known)
    yield from _municipalities(portal, known)


def _steps(guide: Guide, known: dict[str, Collection[str]]) -> Iterator[Problem]:
    for phase_index, phase in enumerate(guide.phases):
        for step_index, step in enumerate(phase.steps):
            location = ("phases", phase_index, "steps", step_index)
            yield from _ids(step, ("materials", "checklists", "cases"), known, guide.origin, location)


def _tracks(portal: Portal, known: dict[str, Collection[str]]) -> Iterator[Problem]:
    for track in portal.tracks:
        for index, step in enumerate(track.steps):
            for at, link in enumerate(step.links):
                place = ("steps", index, "links", at, link.kind)
                if not link.waits:
                    yield from _one(link.key, type_named(link.kind).rule_name, known, track.origin, place)


def _known(portal: Portal) -> dict[str, Collection[str]]:
    return {kind.rule_name: {*map(kind.name_of, portal.all_of(kind))} for kind in types()}


def _related(
    related: Related, known: dict[str, Collection[str]], origin: Origin, location: Location
) -> Iterator[Problem]:
    yield from _ids(related, tuple(Related.model_fields), known, origin, location)


def _ids(
    holder: Any, kinds: tuple[str, ...], known: dict[str, Collection[str]], origin: Origin, location: Location
) -> Iterator[Problem]:
    for kind in kinds:
        for index, key in enumerate(getattr(holder, kind)):
            yield from _one(key, kind, known, origin, (*location, kind, index))


def _one(
    key: str, kind: str, known: dict[str, Collection[str]], origin: Origin, location: Location
) -> Iterator[Problem]:
    if key not in known[kind]:
        close = _same_number(key, known[kind]) if kind in _NUMBERED else get_close_matches(key, known[kind], 1, 0.5)
        rule = f"unknown-{kind}-suggestion" if close else f"unknown-{kind}"
        yield origin.error(rule, *location, key=key, suggestion=close[0] if close else "")


def _same_number(key: str, known: Collection[str]) -> list[str]:
    """Return the code that only lacks its zero in front: 461 is 0461."""
    return [code for code in known if code.lstrip("0") == key.lstrip("0")]


def _help_lines(portal: Portal, known: dict[str, Collection[str]]) -> Iterator[Problem]:
    for line, place, number in numbers(portal.help_lines.values()):
        yield from number_problems(number.number, current(), line.origin, ("numbers", place, "number"))
        if number.region:
            yield from _one(number.region, "regions", known, line.origin, ("numbers", place, "region"))
    for chapter in portal.chapters.values():
        for index, key in enumerate(chapter.meta.help_lines):
            yield from _one(key, "help-lines", known, chapter.origin, ("help_lines", index))
    for signpost in portal.signposts.values():
        for index, key in enumerate(signpost.call):
            yield from _one(key, "help-lines", known, signpost.origin, ("call", index))


def called(item: Municipality) -> tuple[str, ...]:
    """Return the names that people write in the place of a municipality's code, in small letters."""
    return item.name.casefold(), item.slug, item.title.casefold()


def _municipalities(portal: Portal, known: dict[str, Collection[str]]) -> Iterator[Problem]:
    for case in portal.cases.values():
        if case.municipality:
            key = case.municipality
            named = [item.code for item in portal.municipalities if key.casefold() in called(item)]
            if named:
                values = {"key": key, "suggestion": named[0]}
                yield case.origin.error("unknown-municipalities-suggestion", "municipality", **values)
            else:
                yield from _one(key, "municipalities", known, case.origin, ("municipality",))
    for municipality in portal.municipalities:
        for index, membership in enumerate(municipality.regions):
            yield from _one(membership.region, "regions", known, municipality.origin, ("regions", index, "region"))
