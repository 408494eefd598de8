"""Translations tell their readers, in the readers' language, which passages the original has left behind.

A passage that could do harm when it is behind is not shown at all: the original stands in its place, marked as such.
"""

from collections.abc import Callable, Iterator, Mapping, Set
from itertools import pairwise
from textwrap import indent
from typing import Any, TypeVar

from vejviser.content.content_type import ContentType
from vejviser.content.facts import Facts
from vejviser.content.languages import Language
from vejviser.content.markdown.boxes import INDENT, ORIGINAL
from vejviser.content.model.base import Content, LanguageMap
from vejviser.content.model.checklist import Checklist, ChecklistSection, Item
from vejviser.content.model.handbook import Section
from vejviser.content.model.portal import Portal
from vejviser.content.model.texts import Texts
from vejviser.content.translation.pairs import OWN_TEXTS, SHORT_TEXTS, LongText, Pair, translation_pairs
from vejviser.content.translation.short_texts import map_texts, short_text_name
from vejviser.content.types import types

C = TypeVar("C", bound=Content)


def with_translation_notices(portal: Portal) -> Portal:
    """Return the portal with a notice at every outdated passage, and in the place of every untranslated one.

    In the place of passages that must not be behind stands the original with a notice; what the original has no longer
    is left out. A translation in which nothing is translated yet is left out: its readers get the original, which says
    so.
    """
    found = tuple(translation_pairs(portal))
    starts = {pair.path for pair in found if pair.long and pair.long <= {*pair.untranslated}}
    portal = _without(portal, starts)
    behind = (pair for pair in found if pair.outdated or pair.untranslated or pair.replaced or pair.gone)
    waiting = {(pair.path, pair.language): pair for pair in behind if pair.path not in starts}
    if not waiting:
        return portal

    labels = _labels(portal, waiting)
    wanted = {pair.original_path for pair in waiting.values()}
    originals = {
        text.origin.path: text
        for kind in types()
        if kind.is_text
        for text in portal.all_of(kind)
        if text.origin.path in wanted
    }

    def with_notices(kind: ContentType, value: Any) -> Iterator[Any]:
        if kind.is_text:
            pair = waiting.get((value.origin.path, value.language))
            body = _body(value, originals[pair.original_path], pair, portal) if pair else ""
            yield value.model_copy(update={"body": body}) if pair else value
        elif isinstance(value, Checklist):
            yield _checklist(value, waiting, portal)
        else:
            yield labels(value) if kind.labelled else value

    return portal.changed(with_notices)


def with_notices(facts: Facts) -> Facts:
    """Return the portal with its notices, and the fingerprints of the parts in which there are any."""
    return facts.with_contents(with_translation_notices(facts.portal))


def _without(portal: Portal, starts: Set[str]) -> Portal:
    """Return the portal without the long texts of the files `starts`."""
    if not starts:
        return portal

    def without_starts(kind: ContentType, value: Any) -> Iterator[Any]:
        if not (kind.is_text and value.origin.path in starts):
            yield value

    return portal.changed(without_starts)


def _body(text: LongText, original: LongText, pair: Pair, portal: Portal) -> str:
    t = portal.texts[pair.language]
    parts = [_notice(t("translated.title"), t("translated.above"))] if {*pair.outdated} & {*SHORT_TEXTS} else []
    theirs = {section.id: section for section in original.sections}
    for section in _in_order(text, original, pair):
        if section.id in pair.replaced:
            parts += _replaced(section, theirs[section.id], pair, t)
        elif section.id not in pair.gone:
            parts += _section(section, pair, t, portal.address(pair.uri))
    return "\n\n".join(part.strip("\n") for part in parts if part) + "\n"


def _in_order(text: LongText, original: LongText, pair: Pair) -> list[Section]:
    """Return the sections of a translation, and those it lacks that readers get the original of, where they belong."""
    found = list(text.sections)
    lacking = {*pair.replaced} & {*pair.missing}
    for before, section in pairwise((None, *original.sections)):
        if section and section.id in lacking:
            places = [at for at, own in enumerate(found, 1) if before and own.id == before.id]
            found.insert(places[-1] if places else 0, section)
    return found


def _replaced(section: Section, original: Section, pair: Pair, t: Texts) -> Iterator[str]:
    """Yield the heading in the readers' language where there is one, why the original stands here, and the original."""
    heading, text = original.markdown.split("\n", 1) if original.heading else ("", original.markdown)
    if heading:
        same = section.heading == original.heading
        yield _as_original(heading) if same else section.markdown.split("\n", 1)[0]
    changed = section.id in pair.outdated
    yield _notice(t("translated.title" if changed else "translated.not_yet"), t("translated.original_here"))
    yield _as_original(text)


def _as_original(markdown: str) -> str:
    return f"!!! {ORIGINAL}\n{indent(markdown.strip(), ' ' * INDENT)}"


def _section(section: Section, pair: Pair, t: Texts, address: str) -> Iterator[str]:
    link = f"[{t('translated.read')}]({address}{'#' + section.id if section.heading else ''})"
    if section.id in pair.untranslated:
        if section.heading:
            yield f"## {t('translated.not_yet')} {{#{section.id}}}"
        yield _notice(t("translated.not_yet"), link)
    elif section.id in pair.outdated:
        heading, text = section.markdown.split("\n", 1) if section.heading else ("", section.markdown)
        yield heading
        yield _notice(t("translated.title"), f"{t('translated.section')} {link}")
        yield text
    else:
        yield section.markdown


def _notice(title: str, text: str) -> str:
    return f'!!! warning "{title}"\n    {text}'


def _checklist(checklist: Checklist, waiting: Mapping[tuple[str, Language], Pair], portal: Portal) -> Checklist:
    for language in checklist.translation:
        pair = waiting.get((checklist.origin.path, language))
        if pair:
            checklist = _with_remarks(checklist, pair, portal.texts[language])
    return checklist


def _labels(portal: Portal, waiting: Mapping[tuple[str, Language], Pair]) -> Callable[[C], C]:
    """Return the function that puts a remark at every outdated label of a content, or the original in its place."""
    pairs = [pair for pair in waiting.values() if pair.kind == "labels"]
    remarks: dict[tuple[str, str], dict[Language, str]] = {}
    replaced: dict[tuple[str, str], list[Language]] = {}
    for pair in pairs:
        for name in pair.replaced:
            replaced.setdefault((pair.path, name), []).append(pair.language)
        for name in pair.outdated:
            # A word of the glossary is looked for in the texts, so the remark stands with its explanation.
            place = name.removesuffix(".term") + ".definition" if name.endswith(".term") else name
            remarks.setdefault((pair.path, place), {})[pair.language] = portal.texts[pair.language]("translated.item")

    paths = {pair.path for pair in pairs}

    def shown(content: C) -> C:
        def label(name: str, text: LanguageMap) -> LanguageMap:
            place = content.origin.path, short_text_name(content, name)
            own = remarks.get(place, {})
            made = LanguageMap(
                {item: f"{words} ({own[item]})" if item in own else words for item, words in text.root.items()}
            )
            for language in replaced.get(place, ()):
                made = made.without(language)
            return made

        return map_texts(content, label) if content.origin.path in paths else content

    return shown


def _item(item: Item, pair: Pair, remarked: Callable[[LanguageMap, str], LanguageMap]) -> Item:
    if item.id in pair.replaced:
        return map_texts(item, lambda _, text: text.without(pair.language))
    return item.model_copy(update={"text": remarked(item.text, item.id)})


def _with_remarks(checklist: Checklist, pair: Pair, t: Texts) -> Checklist:
    remark = t("translated.item")
    old = set(pair.outdated)

    def remarked(text: LanguageMap, name: str) -> LanguageMap:
        if name not in old:
            return text
        return LanguageMap({**text.root, pair.language: f"{text.root[pair.language]} ({remark})"})

    def section(checklist_section: ChecklistSection) -> ChecklistSection:
        return checklist_section.model_copy(
            update={
                "title": remarked(checklist_section.title, checklist_section.id),
                "items": tuple(_item(item, pair, remarked) for item in checklist_section.items),
                "fields": tuple(
                    one.model_copy(update={"label": remarked(one.label, one.id)}) for one in checklist_section.fields
                ),
            }
        )

    def own() -> Iterator[tuple[str, LanguageMap | tuple[LanguageMap, ...]]]:
        for name in OWN_TEXTS:
            text = getattr(checklist, name)
            if isinstance(text, tuple):  # the points of what stands in short: the last of them says it for all
                yield name, (*text[:-1], *(remarked(item, name) for item in text[-1:]))
            elif text is not None:
                yield name, remarked(text, name)

    return checklist.model_copy(
        update={
            **dict(own()),
            "sections": tuple(section(item) for item in checklist.sections),
            "follow_ups": tuple(
                item.model_copy(update={"title": remarked(item.title, item.id)}) for item in checklist.follow_ups
            ),
        }
    )
