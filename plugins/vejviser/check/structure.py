"""Rules about the shape of content: what is listed exists, ids are unique, files carry the right names."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from difflib import get_close_matches
from itertools import combinations

from pydantic import BaseModel

from vejviser.base.problems import Location, Origin, Problem
from vejviser.content.addresses import at
from vejviser.content.languages import main_language
from vejviser.content.model.base import LanguageMap, slugify
from vejviser.content.model.checklist import Checklist
from vejviser.content.model.handbook import Handbook, Section
from vejviser.content.model.municipality import Municipality
from vejviser.content.model.place_code import is_place_code
from vejviser.content.model.portal import Portal
from vejviser.content.model.text_hash import hash_texts
from vejviser.content.text_walker import long_texts, yaml_contents
from vejviser.content.translation.pairs import SHORT_TEXTS, LongText, checklist_parts, texts_in

_ENOUGH_PLACES = 3
"""From so many places on, where they lie says where another can be, in any country."""
_GUIDES = "<guides>/"
_OTHER_BRACKETS = re.compile(
    r"[({\[]+\s*#*\s*(?P<id>[a-z0-9]+(?:-[a-z0-9]+)*)\s*[)}\]]*\s*$"
    r"|[({\[]\s*#\s*(?P<inside>[a-z0-9]+(?:-[a-z0-9]+)*)\s*[)}\]]"
    r"|\s#(?P<bare>[a-z0-9]+(?:-[a-z0-9]+)*)\s*$"
)
"""An id at the end of a heading in brackets of any kind or in none, or in curly ones somewhere else in it."""
_BELOW = re.compile(r"#+[ \t].*\n\s*\{:?[ ]*#(?P<id>[a-z0-9]+(?:-[a-z0-9]+)*)[ ]*\}[ \t]*(?:\n|$)")
"""An id on a line of its own, under its heading."""


def problems(portal: Portal, today: date) -> Iterator[Problem]:
    """Yield everything that is listed twice, listed and missing, or there and not listed."""
    yield from _listed_twice(portal)
    yield from _books(portal)
    yield from _municipalities(portal, today)
    for checklist in portal.checklists:
        yield from _checklist(checklist)
    for guide in portal.guides:
        phases = [((("phases", index, "id")), phase.id) for index, phase in enumerate(guide.phases)]
        steps = [
            (("phases", phase_index, "steps", index, "id"), step.id)
            for phase_index, phase in enumerate(guide.phases)
            for index, step in enumerate(phase.steps)
        ]
        yield from unique([*phases, *steps], guide.origin)
    yield from _guide_pages(portal)
    yield from _long_texts(portal)


def _listed_twice(portal: Portal) -> Iterator[Problem]:
    """Yield what stands twice in a list of one file: the second is one too many, or another was meant."""
    for content in yaml_contents(portal):
        yield from _twice(content, content.origin, ())
    for text in long_texts(portal):
        yield from _twice(text.meta, text.origin, ())


def _twice(value: object, origin: Origin, location: Location) -> Iterator[Problem]:
    if isinstance(value, BaseModel) and not isinstance(value, LanguageMap):
        for name in type(value).model_fields:
            yield from _twice(getattr(value, name), origin, (*location, name))
    elif isinstance(value, tuple):
        seen: set[str] = set()
        for index, entry in enumerate(value):
            if isinstance(entry, str):
                if entry in seen:
                    yield origin.error("listed-twice", *location, index, found=entry, key=location[-1])
                seen.add(entry)
            else:
                yield from _twice(entry, origin, (*location, index))


def _books(portal: Portal) -> Iterator[Problem]:
    books = {book.id: book for book in portal.handbooks}
    unlisted = {
        (book, chapter) for book, chapter, _ in portal.chapters if book in books and chapter not in books[book].chapters
    }
    meant: set[tuple[str, str]] = set()
    for book in books.values():
        for index, chapter in enumerate(book.chapters):
            if (book.id, chapter, main_language()) in portal.chapters:
                yield from _missing_languages(portal, book, index)
                continue
            close = get_close_matches(chapter, [name for owner, name in unlisted if owner == book.id], 1)
            meant |= {(book.id, name) for name in close}
            rule = "chapter-missing-suggestion" if close else "chapter-missing"
            values = {"chapter": chapter, "language": main_language(), "suggestion": "".join(close)}
            yield book.origin.error(rule, "chapters", index, **values)
    for (book_id, chapter_id, _), chapter_text in portal.chapters.items():
        if book_id not in books:
            yield chapter_text.origin.error("chapter-without-book", book=book_id)
        elif (book_id, chapter_id) in unlisted - meant:
            where = books[book_id].origin.path
            yield chapter_text.origin.error("chapter-not-listed", chapter=chapter_id, book=book_id, where=where)


def _missing_languages(portal: Portal, book: Handbook, index: int) -> Iterator[Problem]:
    for language in book.languages:
        if (book.id, book.chapters[index], language) not in portal.chapters:
            values = {"chapter": book.chapters[index], "language": language}
            yield book.origin.warning("chapter-missing", "chapters", index, **values)


def _municipalities(portal: Portal, today: date) -> Iterator[Problem]:
    yield from _centres(portal)
    by_path = {municipality.origin.path: municipality for municipality in portal.municipalities}
    seen: dict[str, str] = {}
    for municipality in portal.municipalities:
        origin, code = municipality.origin, municipality.code
        expected = at(f"data/<places>/{code}-{municipality.slug}.yml")
        named = origin.path.rpartition("/")[2].partition("-")[0]
        if origin.path != expected and expected in by_path and by_path[expected].code == code:
            yield origin.error("municipality-twice", "code", code=code, name=municipality.name, first=expected)
            continue
        if code in seen:
            yield origin.error("duplicate-id", "code", id=code, first=seen[code])
        elif origin.path != expected and is_place_code(named) and named != code:
            yield origin.error("municipality-code-name", "code", code=code, right=named, expected=expected)
        elif origin.path != expected:
            yield origin.error("municipality-file-name", "name", expected=expected)
        seen.setdefault(code, origin.path)
        if municipality.regions and not any(membership.holds(today) for membership in municipality.regions):
            yield municipality.origin.error("region-gap", "regions", day=today)
        yield from _overlaps(municipality)


def _overlaps(municipality: Municipality) -> Iterator[Problem]:
    """Yield the days from which a place would belong to two regions."""
    for one, other in combinations(enumerate(municipality.regions), 2):
        (index, former), (_, later) = sorted((one, other), key=lambda item: item[1].valid_from or date.min)
        begins, ends = later.valid_from or date.min, former.valid_to or date.max
        if begins <= ends:
            place = ("regions", index, "valid_to") if former.valid_to else ("regions", index)
            yield municipality.origin.error("region-overlap", *place, former=former.region, later=later.region)


def _centres(portal: Portal) -> Iterator[Problem]:
    """Yield the points on the map that lie where no other place of the portal lies, and those written backwards."""
    known = [(item, item.centre) for item in portal.municipalities if item.centre]
    for municipality, (first, second) in known:
        others = [centre for item, centre in known if item is not municipality]
        if len(others) < _ENOUGH_PLACES or _is_near(first, second, others):
            continue
        backwards = _is_near(second, first, others)
        right = f"[{second}, {first}]" if backwards else f"[{others[0][0]}, {others[0][1]}]"
        rule = "centre-backwards" if backwards else "centre-far"
        yield municipality.origin.error(rule, "centre", found=f"[{first}, {second}]", right=right)


def _is_near(longitude: float, latitude: float, others: list[tuple[float, float]]) -> bool:
    """Return whether a point lies among others, or no farther outside than they lie apart."""
    for value, values in zip((longitude, latitude), zip(*others, strict=True), strict=True):
        margin = max(1.0, max(values) - min(values))
        if not min(values) - margin <= value <= max(values) + margin:
            return False
    return True


def _checklist(checklist: Checklist) -> Iterator[Problem]:
    ids: list[tuple[Location, str]] = []
    for section_index, section in enumerate(checklist.sections):
        ids.append((("sections", section_index, "id"), section.id))
        for kind in ("items", "fields"):
            for index, entry in enumerate(getattr(section, kind)):
                ids.append((("sections", section_index, kind, index, "id"), entry.id))
    ids += [(("follow_ups", index, "id"), item.id) for index, item in enumerate(checklist.follow_ups)]
    copied = list(_copied(checklist))
    for place, key, right in copied:
        yield checklist.origin.error("duplicate-id-suggestion", *place, "id", id=key, suggestion=right)
    told = {(*place, "id") for place, _, _ in copied}
    yield from unique([(place, key) for place, key in ids if place not in told], checklist.origin)


def _copied(checklist: Checklist) -> Iterator[tuple[Location, str, str]]:
    """Yield what has another's id, with its own: translations know which words an id stood for."""
    parts = [
        (name, place, hash_texts(item.text(main_language()) for item in texts_in(value)))
        for name, (value, place) in checklist_parts(checklist)
    ]
    known = {name: text for translation in checklist.translation.values() for name, text in translation.of.items()}
    names = [name for name, _, _ in parts]
    for name, place, text in parts:
        if names.count(name) > 1 and known.get(name, text) != text:
            right = [key for key, words in known.items() if words == text and key not in names]
            if right:
                yield place, name, right[0]


def _guide_pages(portal: Portal) -> Iterator[Problem]:
    """Yield the pages that lie where a guide's own words lie, with no guide to belong to."""
    known = {at(f"{_GUIDES}{guide.id}.md") for guide in portal.guides}
    for article in portal.articles:
        if article.language == main_language() and article.uri.startswith(at(_GUIDES)) and article.uri not in known:
            name = article.uri.removeprefix(at(_GUIDES)).removesuffix(".md")
            yield article.origin.warning("guide-without-steps", id=name)


def unique(ids: Iterable[tuple[Location, str]], origin: Origin) -> Iterator[Problem]:
    """Yield the ids that stand at one place and have stood at another before."""
    first: dict[str, int] = {}
    for location, key in ids:
        if key in first:
            yield origin.error("duplicate-id", *location, id=key, first=first[key])
        first.setdefault(key, origin.at(*location).line)


def _safety(text: LongText) -> Iterator[Problem]:
    """Yield the ids under safety that are no passage of the text: nothing would be guarded by them."""
    known = {section.id for section in text.sections if section.id}
    for index, key in enumerate(getattr(text.meta, "safety", ())):
        if key not in known and key not in SHORT_TEXTS:
            close = get_close_matches(key, known, 1)
            rule = "safety-unknown-suggestion" if close else "safety-unknown"
            values = {"key": key, "suggestion": "".join(close), "known": ", ".join(sorted(known))}
            yield text.origin.error(rule, "safety", index, **values)


def _id_for(section: Section) -> str:
    """Return an id for a heading: the one somebody wrote in another way, or one made of its words."""
    if written := _BELOW.match(section.markdown) or _OTHER_BRACKETS.search(section.heading):
        return next(found for found in written.groups() if found)
    return slugify(section.heading)[:40].strip("-") or "navn"


def _long_texts(portal: Portal) -> Iterator[Problem]:
    for text in long_texts(portal):
        yield from _safety(text)
        if named := re.search(r"\{:?[ ]*#[^{}]*\}", text.meta.title):
            yield text.origin.error("attribute-in-markdown", "title", found=named[0])
        for section in text.sections:
            if not section.id:
                heading = (("heading", section.heading),)
                example = ("example", _id_for(section))
                yield Problem(text.origin.path, section.line, 1, "error", "heading-without-id", (*heading, example))
            elif slugify(section.id) != section.id:
                ids = (("found", section.id), ("example", slugify(section.id)))
                yield Problem(text.origin.path, section.line, 1, "error", "heading-id-form", ids)
