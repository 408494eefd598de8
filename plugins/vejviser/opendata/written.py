"""What is written, as data: handbooks, guides and checklists, each as a row of a list and as Markdown by language.

The Markdown is the editors' own, with citations and boxes as they write them; links lead to the pages of the site.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from textwrap import dedent
from typing import Any

from vejviser.content.content_type import ContentType
from vejviser.content.languages import Language, direction, main_language
from vejviser.content.markdown.boxes import INDENT, ORIGINAL
from vejviser.content.model.base import LanguageMap
from vejviser.content.model.checklist import Checklist
from vejviser.content.model.docs_files import file_address, file_seen
from vejviser.content.model.download import Downloads
from vejviser.content.model.guide import Guide, Step
from vejviser.content.model.handbook import Chapter, Handbook
from vejviser.content.model.portal import Portal
from vejviser.content.on_days import links
from vejviser.content.types import type_named, type_of
from vejviser.opendata.encode import API, Files, address, json_rows
from vejviser.opendata.municipalities import texts

_ORIGINAL = re.compile(rf"^!!! {ORIGINAL}\n(?P<text>(?:[ ]{{{INDENT}}}[^\n]*\n?|\n)+)", re.MULTILINE)
"""A passage of the original in a translation that is behind."""
_TARGET = re.compile(r"\]\((?P<target>[^)\s]+)")


def handbooks(portal: Portal, _today: date, _downloads: Downloads) -> Files:
    """Return the list of handbooks with their chapters, and each book as Markdown in the languages it is written in."""
    found: Files = {}
    rows = []
    for book in portal.handbooks:
        chapters = {language: _chapters(portal, book, language) for language in portal.languages}
        own = {language: _book(portal, book, language, each) for language, each in chapters.items() if each}
        paths = _paths(type_of(book), book.id, own)
        found |= {paths[language]: text for language, text in own.items()}
        rows.append({**_about(portal, book, book.summary, paths), "chapters": _listed(portal, book)})
    return {_list_of("handbook"): json_rows(rows), **found}


def guides(portal: Portal, _today: date, _downloads: Downloads) -> Files:
    """Return the list of guides with their phases and steps, and each as Markdown in the languages it has a page in."""
    found: Files = {}
    rows = []
    pages = {(article.uri, article.language) for article in portal.articles}
    for guide in portal.guides:
        uri = type_of(guide).uri(guide)
        shown = [item for item in portal.languages if item == main_language() or (uri, item) in pages]
        paths = _paths(type_of(guide), guide.id, shown)
        found |= {paths[language]: _guide(portal, guide, language) for language in shown}
        phases = [
            {"id": phase.id, **_said(phase, ("title", "period", "summary")), "steps": [*map(_step, phase.steps)]}
            for phase in guide.phases
        ]
        rows.append({**_about(portal, guide, guide.summary, paths), "start": texts(guide.start), "phases": phases})
    return {_list_of("guide"): json_rows(rows), **found}


def checklists(portal: Portal, _today: date, _downloads: Downloads) -> Files:
    """Return the list of checklists with what is ticked in each, and each as Markdown in its languages."""
    found: Files = {}
    rows = []
    for checklist in portal.checklists:
        shown = [item for item in portal.languages if item in (main_language(), *checklist.languages)]
        paths = _paths(type_of(checklist), checklist.id, shown)
        found |= {paths[language]: _checklist(checklist, language) for language in shown}
        sections = [
            {
                "id": section.id,
                **_said(section, ("title", "intro")),
                "items": [
                    {"id": item.id, **_said(item, ("text", "why")), "who": item.who}
                    for item in section.items
                    if not item.retired
                ],
            }
            for section in checklist.sections
        ]
        about = _about(portal, checklist, checklist.purpose, paths)
        rows.append({**about, "version": checklist.version, "start": texts(checklist.start), "sections": sections})
    return {_list_of("checklist"): json_rows(rows), **found}


def _list_of(kind: str) -> str:
    return type_named(kind).distributions[0].path


def _paths(kind: ContentType, name: str, shown: Iterable[Language]) -> dict[Language, str]:
    return {language: f"{API}/{kind.plural}/{name}.{language}.md" for language in shown}


def _about(
    portal: Portal, item: Handbook | Guide | Checklist, summary: LanguageMap, paths: dict[Language, str]
) -> dict[str, Any]:
    return {
        "id": item.id,
        "title": texts(item.title),
        "summary": texts(summary),
        "audience": list(item.audience),
        "reviewed": item.reviewed.isoformat(),
        "url": _page(portal, type_of(item).uri(item), main_language()),
        "markdown": {language: address(portal, path) for language, path in paths.items()},
    }


def _page(portal: Portal, uri: str, language: Language) -> str:
    return address(portal, portal.address(uri, language).removeprefix(portal.base))


def _said(value: object, names: Iterable[str]) -> dict[str, Any]:
    return {name: texts(getattr(value, name)) for name in names}


def _step(step: Step) -> dict[str, Any]:
    deadline = step.deadline
    return {
        "id": step.id,
        **_said(step, ("title", "text", "legal_basis")),
        "who": list(step.who),
        "deadline": {"text": texts(deadline.text), "offset": deadline.offset} if deadline else None,
        "materials": list(step.materials),
        "checklists": list(step.checklists),
    }


def _chapters(portal: Portal, book: Handbook, language: Language) -> list[Chapter]:
    found = (portal.chapters.get((book.id, name, language)) for name in book.chapters)
    return [chapter for chapter in found if chapter]


def _listed(portal: Portal, book: Handbook) -> list[dict[str, Any]]:
    return [
        {
            "id": chapter.id,
            "title": {item: each.meta.title for item in portal.languages if (each := _in(portal, chapter, item))},
            "summary": {item: each.meta.summary for item in portal.languages if (each := _in(portal, chapter, item))},
            "url": _page(portal, type_of(chapter).uri(chapter), main_language()),
        }
        for chapter in _chapters(portal, book, main_language())
    ]


def _in(portal: Portal, chapter: Chapter, language: Language) -> Chapter | None:
    return portal.chapters.get((chapter.book, chapter.id, language))


def _book(portal: Portal, book: Handbook, language: Language, chapters: list[Chapter]) -> bytes:
    parts = [f"# {book.title.text(language)}", book.summary.text(language)]
    for chapter in chapters:
        body = _absolute(portal, chapter.body, type_of(chapter).uri(chapter), language)
        parts += [f"# {chapter.meta.title}", chapter.meta.summary, body]
    return _joined(parts)


def _guide(portal: Portal, guide: Guide, language: Language) -> bytes:
    parts = [f"# {guide.title.text(language)}", guide.summary.text(language)]
    for phase in guide.phases:
        parts += [f"## {phase.title.text(language)}", phase.period.text(language), phase.summary.text(language)]
        for step in phase.steps:
            text = _absolute(portal, _marked(step.text, language), type_of(guide).uri(guide), language)
            parts += [f"### {step.title.text(language)} {{#{step.id}}}", text]
            parts += [item.text(language) for item in (step.deadline and step.deadline.text, step.legal_basis) if item]
    return _joined(parts)


def _checklist(checklist: Checklist, language: Language) -> bytes:
    parts = [f"# {checklist.title.text(language)}", checklist.purpose.text(language), checklist.when.text(language)]
    for section in checklist.sections:
        intro = [section.intro.text(language)] if section.intro else []
        items = [f"- [ ] {_marked(item.text, language)}" for item in section.items if not item.retired]
        parts += [f"## {section.title.text(language)} {{#{section.id}}}", *intro, "\n".join(items)]
    return _joined(parts)


def _joined(parts: Iterable[str]) -> bytes:
    return ("\n\n".join(part.strip("\n") for part in parts if part.strip()) + "\n").encode()


def _marked(text: LanguageMap, language: Language) -> str:
    """Return a text; where the original stands in the place of a translation that is behind, it says so."""
    if not text.is_behind(language):
        return text.text(language)
    original = main_language()
    return f'<span lang="{original}" dir="{direction(original)}">{text.text(language)}</span>'


def _with_languages(markdown: str) -> str:
    """Return a text in which passages of the original say their language as HTML does: others know no such boxes."""
    original = main_language()
    opening = f'<div lang="{original}" dir="{direction(original)}">'
    return _ORIGINAL.sub(lambda box: f"{opening}\n\n{dedent(box['text']).strip()}\n\n</div>\n\n", markdown)


def _absolute(portal: Portal, markdown: str, own: str, language: Language) -> str:
    """Return a text whose links to pages hold their whole addresses, for it is read elsewhere."""
    for link in sorted(links(markdown, own), key=lambda item: -item.start):
        written = markdown[link.start : link.end]
        if any(_pages(link.uris)) and link.target in written:
            place = link.target.partition("#")[2]
            uri = next(iter(sorted(link.uris & {*_pages(link.uris)})), "")
            target = _page(portal, uri, language) + (f"#{place}" if place else "")
            before, _, after = written.rpartition(link.target)
            markdown = markdown[: link.start] + before + target + after + markdown[link.end :]

    def to_file(match: re.Match[str]) -> str:
        path = file_seen(match["target"], own, language, portal.files)
        return f"]({address(portal, file_address(path))}" if path else match[0]

    return _with_languages(_TARGET.sub(to_file, markdown))


def _pages(uris: Iterable[str]) -> Iterator[str]:
    """Yield the ways to write a page that end as its file does: the address below the front is the same for both."""
    yield from (uri for uri in uris if uri.endswith(".md"))
