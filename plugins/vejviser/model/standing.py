"""Who has approved which text: every Danish text that can be approved, and what may be said of it.

An approval holds the fingerprint of the text that was read. When the text is another by now, that is said too. Titles,
order, deadlines and every word a Danish reader sees count; line breaks, translations, ids of related pages and the
notes about the text itself (owner, dates, version) do not.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pkgutil import resolve_name
from typing import Any

from pydantic import BaseModel

from vejviser.content.content_type import ContentType
from vejviser.content.types import types
from vejviser.model.approver import Approver
from vejviser.model.article import Article
from vejviser.model.base import MAIN_LANGUAGE, Approval, LanguageMap
from vejviser.model.checklist import Checklist
from vejviser.model.fingerprint import fingerprint, fingerprint_of
from vejviser.model.guide import Guide
from vejviser.model.handbook import Chapter
from vejviser.model.material import Material, seal_of
from vejviser.model.portal import Portal
from vejviser.model.translated import LongText, passages
from vejviser.problems import Origin

_ABOUT_THE_TEXT = frozenset(
    [
        *("origin", "owner", "reviewed", "review_every", "approved", "translation"),
        *("languages", "version", "related", "also", "audience"),
    ]
)
GUIDES, RESULTS, EDITORS = "kommuneguider/", "resultater/", "redaktoer/"
"""The folders of pages that introduce a guide, that tell of results, and that are for editors."""


@dataclass(frozen=True, slots=True)
class Given:
    """An approval; `still` tells whether the text is the same today."""

    approver: Approver
    day: date
    still: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """What may be said of a text: who has approved it, and whose approval it waits for."""

    given: tuple[Given, ...] = ()
    awaited: tuple[Approver, ...] = ()
    from_reports: bool = True
    """Whether the text was written from the reports; pages about the portal itself were not."""


@dataclass(frozen=True, slots=True)
class ApprovableText:
    """A Danish text that can be approved. Its approvals stand in `path`; it is made of all `files`."""

    group: str
    """The book it belongs to, or its kind: guides, checklists, materials, pages."""
    path: str
    files: tuple[str, ...]
    uri: str
    title: str
    approved: tuple[Approval, ...]
    hash: str
    origin: Origin


def approvable_texts(portal: Portal) -> Iterator[ApprovableText]:
    """Yield every Danish text that can be approved, type by type."""
    for kind in types():
        if kind.approvable:
            yield from resolve_name(kind.approvable)(portal, kind)


def chapters(portal: Portal, kind: ContentType) -> Iterator[ApprovableText]:
    """Yield the chapters, book by book."""
    for book in portal.handbooks:
        for name in book.chapters:
            if chapter := portal.chapters.get((book.id, name, MAIN_LANGUAGE)):
                files = (chapter.origin.path, book.origin.path)
                yield _text(book.id, chapter, kind.uri(chapter), chapter.meta.title, files, portal)


def guides(portal: Portal, kind: ContentType) -> Iterator[ApprovableText]:
    """Yield the guides, each with the page that introduces it."""
    for guide in portal.guides:
        uri = kind.uri(guide)
        files = tuple(it.origin.path for it in (guide, _introductions(portal).get(uri)) if it)
        yield _text(kind.plural, guide, uri, guide.title.text(MAIN_LANGUAGE), files, portal)


def contents_of(portal: Portal, kind: ContentType) -> Iterator[ApprovableText]:
    """Yield the contents of a type of which each is one file and one page."""
    for it in portal.all_of(kind):
        yield _text(kind.plural, it, kind.uri(it), it.title.text(MAIN_LANGUAGE), (it.origin.path,), portal)


def materials(portal: Portal, kind: ContentType) -> Iterator[ApprovableText]:
    """Yield the materials, each with its text."""
    for it in portal.materials:
        path = it.origin.path
        files = (path, f"{path.rpartition('/')[0]}/{MAIN_LANGUAGE}.md")
        yield _text(kind.plural, it, kind.uri(it), it.title.text(MAIN_LANGUAGE), files, portal)


def articles(portal: Portal, _kind: ContentType) -> Iterator[ApprovableText]:
    """Yield the pages that introduce no guide and are not for editors."""
    for article in _introductions(portal).values():
        if not article.uri.startswith((GUIDES, EDITORS)):
            yield _text("pages", article, article.uri, article.meta.title, (article.origin.path,), portal)


def _introductions(portal: Portal) -> Mapping[str, Article]:
    return {it.uri: it for it in portal.articles if it.language == MAIN_LANGUAGE}


Content = Chapter | Guide | Checklist | Material | Article


def _text(group: str, content: Content, uri: str, title: str, files: tuple[str, ...], portal: Portal) -> ApprovableText:
    found = approvals_of(content)
    return ApprovableText(group, files[0], files, uri, title, found, text_hash(content, portal), content.origin)


def approvals_of(content: Content) -> tuple[Approval, ...]:
    """Give the approvals that a content's file holds."""
    return content.meta.approved if isinstance(content, Chapter | Article) else content.approved


def standing(portal: Portal, content: Content) -> Standing:
    """Give what may be said of a content; of a translation, what may be said of the Danish text behind it."""
    original = _original(portal, content)
    now = text_hash(original, portal)
    newest = {it.by: it for it in sorted(approvals_of(original), key=lambda it: it.date)}
    given = {
        key: Given(portal.approvers[key], it.date, still=it.text == now)
        for key, it in newest.items()
        if key in portal.approvers
    }
    return _standing(portal, given, from_reports=not isinstance(content, Article) or content.uri.startswith(RESULTS))


def standing_of_all(portal: Portal, contents: Iterable[Content]) -> Standing:
    """Give what may be said of several texts together: only what may be said of every one, with its last day."""
    each = [{given.approver.id: given for given in standing(portal, it).given} for it in contents]
    common = set.intersection(*(set(found) for found in each)) if each else set()
    given = {
        key: Given(portal.approvers[key], max(it[key].day for it in each), still=all(it[key].still for it in each))
        for key in portal.approvers
        if key in common
    }
    return _standing(portal, given, from_reports=True)


def _standing(portal: Portal, given: Mapping[str, Given], *, from_reports: bool) -> Standing:
    ordered = tuple(given[key] for key in portal.approvers if key in given)
    awaited = tuple(it for key, it in portal.approvers.items() if it.awaited and key not in given)
    return Standing(ordered, awaited, from_reports)


def _original(portal: Portal, content: Content) -> Content:
    if isinstance(content, Chapter):
        return portal.chapters.get((content.book, content.id, MAIN_LANGUAGE), content)
    if isinstance(content, Article) and content.language != MAIN_LANGUAGE:
        same = (it for it in portal.articles if (it.uri, it.language) == (content.uri, MAIN_LANGUAGE))
        return next(same, content)
    return content


def text_hash(content: Content, portal: Portal) -> str:
    """Give twelve characters that change when a Danish reader is told something else."""
    if isinstance(content, Material):
        text = portal.material_texts.get((content.id, MAIN_LANGUAGE))
        return seal_of(content, text) if text else ""
    if isinstance(content, Chapter):
        return _long(content)
    if isinstance(content, Article):
        figures = portal.results.values() if content.uri.startswith(RESULTS) else ()
        return fingerprint_of([_long(content), *map(_short, figures)])
    if isinstance(content, Guide):
        uri = f"{GUIDES}{content.id}.md"
        introduction = (it for it in portal.articles if (it.uri, it.language) == (uri, MAIN_LANGUAGE))
        return fingerprint_of([_short(content), *map(_long, introduction)])
    return _short(content)


def _long(text: LongText) -> str:
    return fingerprint_of(f"{name} {found}" for name, found in passages(text).items())


def _short(content: BaseModel) -> str:
    return fingerprint(json.dumps(_told(content), ensure_ascii=False, default=str))


def _told(value: object) -> object:
    """Give what a Danish reader is told by a value, in the order of the file."""
    if isinstance(value, LanguageMap):
        return value.text(MAIN_LANGUAGE)
    if isinstance(value, BaseModel):
        said = type(value).model_fields.items()
        own = {key: getattr(value, key) for key, it in said if getattr(value, key) != it.default}
        return {key: _told(it) for key, it in own.items() if key not in _ABOUT_THE_TEXT}
    if isinstance(value, tuple):
        return [_told(it) for it in value]
    return value


def sentences(found: Standing, language: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Give what is to be said, as keys of interface texts and their values: `who` are names, `day` is a date."""
    for given in found.given:
        key = "approval.given" if given.still else "approval.changed"
        yield key, {"who": (given.approver.name.text(language),), "day": given.day}
    if found.awaited:
        waiting = {"who": tuple(it.name.text(language) for it in found.awaited)}
        if found.given:
            yield "approval.awaited", waiting
        else:
            yield "approval.from_reports" if found.from_reports else "approval.ours", waiting
