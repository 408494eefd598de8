"""Who has approved which text: every original that can be approved, and what may be said of it.

An approval holds the fingerprint of the text that was read. When the text is another by now, that is said too. Titles,
order, deadlines and every word a reader of the original sees count; line breaks, translations, ids of related pages and
the notes about the text itself (owner, dates, version) do not.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pkgutil import resolve_name
from typing import Any

from pydantic import BaseModel

from vejviser.base.problems import Origin
from vejviser.content.addresses import at
from vejviser.content.content_type import ContentType
from vejviser.content.languages import main_language
from vejviser.content.model.approver import Approver
from vejviser.content.model.article import Article
from vejviser.content.model.base import Approval, LanguageMap
from vejviser.content.model.checklist import Checklist
from vejviser.content.model.guide import Guide
from vejviser.content.model.handbook import Chapter
from vejviser.content.model.material import Material, version_hash
from vejviser.content.model.portal import Portal
from vejviser.content.model.text_hash import hash_text, hash_texts
from vejviser.content.model.track import Track
from vejviser.content.translation.pairs import LongText, passage_hashes
from vejviser.content.types import types

_ABOUT_THE_TEXT = frozenset(
    [
        *("origin", "owner", "reviewed", "review_every", "approved", "translation"),
        *("languages", "version", "related", "also", "audience", "publish_from", "publish_until"),
    ]
)
GUIDES, RESULTS, EDITORS = "<guides>/", "<results>/", "<editors>/"
"""The folders of pages that introduce a guide, that tell of results, and that are for editors."""


@dataclass(frozen=True, slots=True)
class ApprovalGiven:
    """An approval; `still` tells whether the text is the same today."""

    approver: Approver
    day: date
    still: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """What may be said of a text: who has approved it, and whose approval it waits for."""

    given: tuple[ApprovalGiven, ...] = ()
    awaited: tuple[Approver, ...] = ()
    from_reports: bool = True
    """Whether the text was written from the reports; pages about the portal itself were not."""


@dataclass(frozen=True, slots=True)
class ApprovableText:
    """An original that can be approved. Its approvals stand in `path`; it is made of all `files`."""

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
    """Yield every original that can be approved, type by type."""
    for kind in types():
        if kind.approvable:
            yield from resolve_name(kind.approvable)(portal, kind)


def chapters(portal: Portal, kind: ContentType) -> Iterator[ApprovableText]:
    """Yield the chapters, book by book."""
    for book in portal.handbooks:
        for name in book.chapters:
            if chapter := portal.chapters.get((book.id, name, main_language())):
                files = (chapter.origin.path, book.origin.path)
                yield _text(book.id, chapter, kind.uri(chapter), chapter.meta.title, files, portal)


def guides(portal: Portal, kind: ContentType) -> Iterator[ApprovableText]:
    """Yield the guides, each with the page that introduces it."""
    for guide in portal.guides:
        uri = kind.uri(guide)
        files = tuple(item.origin.path for item in (guide, _introductions(portal).get(uri)) if item)
        yield _text(kind.plural, guide, uri, guide.title.text(main_language()), files, portal)


def contents_of(portal: Portal, kind: ContentType) -> Iterator[ApprovableText]:
    """Yield the contents of a type of which each is one file and one page."""
    for item in portal.all_of(kind):
        yield _text(kind.plural, item, kind.uri(item), item.title.text(main_language()), (item.origin.path,), portal)


def materials(portal: Portal, kind: ContentType) -> Iterator[ApprovableText]:
    """Yield the materials, each with its text."""
    for material in portal.materials:
        path = material.origin.path
        files = (path, f"{path.rpartition('/')[0]}/{main_language()}.md")
        yield _text(kind.plural, material, kind.uri(material), material.title.text(main_language()), files, portal)


def articles(portal: Portal, _kind: ContentType) -> Iterator[ApprovableText]:
    """Yield the pages that introduce no guide and are not for editors."""
    for article in _introductions(portal).values():
        if not article.uri.startswith((at(GUIDES), at(EDITORS))):
            yield _text("pages", article, article.uri, article.meta.title, (article.origin.path,), portal)


def _introductions(portal: Portal) -> Mapping[str, Article]:
    return {article.uri: article for article in portal.articles if article.language == main_language()}


Content = Chapter | Guide | Checklist | Material | Article | Track


def _text(group: str, content: Content, uri: str, title: str, files: tuple[str, ...], portal: Portal) -> ApprovableText:
    found = approvals_of(content)
    return ApprovableText(group, files[0], files, uri, title, found, text_hash(content, portal), content.origin)


def approvals_of(content: Content) -> tuple[Approval, ...]:
    """Return the approvals that a content's file holds."""
    return content.meta.approved if isinstance(content, Chapter | Article) else content.approved


def standing(portal: Portal, content: Content) -> Standing:
    """Return what may be said of a content; of a translation, what may be said of the original behind it."""
    original = _original(portal, content)
    now = text_hash(original, portal)
    newest = {item.by: item for item in sorted(approvals_of(original), key=lambda item: item.date)}
    given = {
        key: ApprovalGiven(portal.approvers[key], item.date, still=item.text == now)
        for key, item in newest.items()
        if key in portal.approvers
    }
    return _standing(
        portal, given, from_reports=not isinstance(content, Article) or content.uri.startswith(at(RESULTS))
    )


def standing_of_all(portal: Portal, contents: Iterable[Content]) -> Standing:
    """Return what may be said of several texts together: only what may be said of every one, with its last day."""
    each = [{given.approver.id: given for given in standing(portal, content).given} for content in contents]
    common = set.intersection(*(set(found) for found in each)) if each else set()
    given = {
        key: ApprovalGiven(
            portal.approvers[key], max(item[key].day for item in each), still=all(item[key].still for item in each)
        )
        for key in portal.approvers
        if key in common
    }
    return _standing(portal, given, from_reports=True)


def _standing(portal: Portal, given: Mapping[str, ApprovalGiven], *, from_reports: bool) -> Standing:
    ordered = tuple(given[key] for key in portal.approvers if key in given)
    awaited = tuple(approver for key, approver in portal.approvers.items() if approver.awaited and key not in given)
    return Standing(ordered, awaited, from_reports)


def _original(portal: Portal, content: Content) -> Content:
    if isinstance(content, Chapter):
        return portal.chapters.get((content.book, content.id, main_language()), content)
    if isinstance(content, Article) and content.language != main_language():
        same = (
            article for article in portal.articles if (article.uri, article.language) == (content.uri, main_language())
        )
        return next(same, content)
    return content


def text_hash(content: Content, portal: Portal) -> str:
    """Return twelve characters that change when a reader of the original is told something else."""
    if isinstance(content, Material):
        text = portal.material_texts.get((content.id, main_language()))
        return version_hash(content, text) if text else ""
    if isinstance(content, Chapter):
        return _long(content)
    if isinstance(content, Article):
        figures = portal.results.values() if content.uri.startswith(at(RESULTS)) else ()
        return hash_texts([_long(content), *map(_short, figures)])
    if isinstance(content, Guide):
        uri = at(f"{GUIDES}{content.id}.md")
        introduction = (
            article for article in portal.articles if (article.uri, article.language) == (uri, main_language())
        )
        return hash_texts([_short(content), *map(_long, introduction)])
    return _short(content)


def _long(text: LongText) -> str:
    return hash_texts(f"{name} {found}" for name, found in passage_hashes(text).items())


def _short(content: BaseModel) -> str:
    return hash_text(json.dumps(_reader_texts(content), ensure_ascii=False, default=str))


def _reader_texts(value: object) -> object:
    """Return what a reader of the original is told by a value, in the order of the file."""
    if isinstance(value, LanguageMap):
        return value.text(main_language())
    if isinstance(value, BaseModel):
        said = type(value).model_fields.items()
        own = {key: getattr(value, key) for key, item in said if getattr(value, key) != item.default}
        return {key: _reader_texts(item) for key, item in own.items() if key not in _ABOUT_THE_TEXT}
    if isinstance(value, tuple):
        return [_reader_texts(item) for item in value]
    return value


def sentences(found: Standing, language: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield what is to be said, as keys of interface texts and their values: `who` are names, `day` is a date."""
    for given in found.given:
        key = "approval.given" if given.still else "approval.changed"
        yield key, {"who": (given.approver.name.text(language),), "day": given.day}
    if found.awaited:
        waiting = {"who": tuple(item.name.text(language) for item in found.awaited)}
        if found.given:
            yield "approval.awaited", waiting
        else:
            yield "approval.from_reports" if found.from_reports else "approval.ours", waiting
