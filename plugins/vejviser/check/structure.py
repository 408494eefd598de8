"""Rules about the shape of content: what is listed exists, ids are unique, files carry the right names."""

from collections.abc import Iterable, Iterator
from datetime import date

from vejviser.base.problems import Location, Origin, Problem
from vejviser.content.addresses import at
from vejviser.content.languages import main_language
from vejviser.content.model.base import slugify
from vejviser.content.model.checklist import Checklist
from vejviser.content.model.municipality import Municipality
from vejviser.content.model.portal import Portal
from vejviser.content.text_walker import long_texts

_GUIDES = "<guides>/"


def problems(portal: Portal, today: date) -> Iterator[Problem]:
    """Yield everything that is listed twice, listed and missing, or there and not listed."""
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


def _books(portal: Portal) -> Iterator[Problem]:
    books = {book.id: book for book in portal.handbooks}
    for book in books.values():
        for index, chapter in enumerate(book.chapters):
            original = (book.id, chapter, main_language()) in portal.chapters
            for language in book.languages if original else (main_language(),):
                if (book.id, chapter, language) not in portal.chapters:
                    make = book.origin.error if language == main_language() else book.origin.warning
                    yield make("chapter-missing", "chapters", index, chapter=chapter, language=language)
    for (book_id, chapter_id, _), chapter_text in portal.chapters.items():
        if book_id not in books:
            yield chapter_text.origin.error("chapter-without-book", book=book_id)
        elif chapter_id not in books[book_id].chapters:
            yield chapter_text.origin.error("chapter-not-listed", chapter=chapter_id, book=book_id)


def _municipalities(portal: Portal, today: date) -> Iterator[Problem]:
    seen: dict[str, Municipality] = {}
    for municipality in portal.municipalities:
        expected = at(f"data/<places>/{municipality.code}-{municipality.slug}.yml")
        if municipality.origin.path != expected:
            yield municipality.origin.error("municipality-file-name", "name", expected=expected)
        if municipality.code in seen:
            first = seen[municipality.code].origin.path
            yield municipality.origin.error("duplicate-id", "code", id=municipality.code, first=first)
        seen[municipality.code] = municipality
        if municipality.regions and not any(membership.holds(today) for membership in municipality.regions):
            yield municipality.origin.error("region-gap", "regions", day=today)


def _checklist(checklist: Checklist) -> Iterator[Problem]:
    ids: list[tuple[Location, str]] = []
    for section_index, section in enumerate(checklist.sections):
        ids.append((("sections", section_index, "id"), section.id))
        for kind in ("items", "fields"):
            for index, entry in enumerate(getattr(section, kind)):
                ids.append((("sections", section_index, kind, index, "id"), entry.id))
    ids += [(("follow_ups", index, "id"), item.id) for index, item in enumerate(checklist.follow_ups)]
    yield from unique(ids, checklist.origin)


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


def _long_texts(portal: Portal) -> Iterator[Problem]:
    for text in long_texts(portal):
        for section in text.sections:
            if not section.id:
                heading = (("heading", section.heading),)
                yield Problem(text.origin.path, section.line, 1, "error", "heading-without-id", heading)
            elif slugify(section.id) != section.id:
                ids = (("found", section.id), ("example", slugify(section.id)))
                yield Problem(text.origin.path, section.line, 1, "error", "heading-id-form", ids)
