"""Translations tell their readers, in the readers' language, which passages the Danish text has left behind."""

from collections.abc import Callable, Iterator, Mapping, Set
from typing import Any, TypeVar

from vejviser.content.content_type import ContentType
from vejviser.model.base import Content, Language, LanguageMap
from vejviser.model.checklist import Checklist, ChecklistSection
from vejviser.model.handbook import Section
from vejviser.model.labels import label_name, rewritten
from vejviser.model.portal import Portal, Texts
from vejviser.model.translated import OWN_TEXTS, SHORT_TEXTS, LongText, Pair, pairs

C = TypeVar("C", bound=Content)


def marked(portal: Portal) -> Portal:
    """Give the portal with a notice at every outdated passage, and in the place of every untranslated one.

    A translation in which nothing is translated yet is left out: its readers get the Danish page, which says so.
    """
    found = tuple(pairs(portal))
    starts = {pair.path for pair in found if pair.long and pair.long <= {*pair.untranslated}}
    portal = _without(portal, starts)
    behind = (pair for pair in found if pair.outdated or pair.untranslated)
    waiting = {(pair.path, pair.language): pair for pair in behind if pair.path not in starts}
    if not waiting:
        return portal

    labels = _labels(portal, waiting)

    def told(kind: ContentType, it: Any) -> Iterator[Any]:  # noqa: ANN401 - a value of any content type
        if kind.is_text:
            pair = waiting.get((it.origin.path, it.language))
            yield it.model_copy(update={"body": _body(it, pair, portal)}) if pair else it
        elif isinstance(it, Checklist):
            yield _checklist(it, waiting, portal)
        else:
            yield labels(it) if kind.labelled else it

    return portal.changed(told)


def _without(portal: Portal, starts: Set[str]) -> Portal:
    """Give the portal without the long texts of the files `starts`."""
    if not starts:
        return portal

    def kept(kind: ContentType, it: Any) -> Iterator[Any]:  # noqa: ANN401 - a value of any content type
        if not (kind.is_text and it.origin.path in starts):
            yield it

    return portal.changed(kept)


def _body(text: LongText, pair: Pair, portal: Portal) -> str:
    t = portal.texts[pair.language]
    parts = [_notice(t("translated.title"), t("translated.above"))] if {*pair.outdated} & {*SHORT_TEXTS} else []
    for section in text.sections:
        parts += _section(section, pair, t, portal.address(pair.uri))
    return "\n\n".join(part.strip("\n") for part in parts if part) + "\n"


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
    """Give the function that puts a remark at every outdated label of a content."""
    remarks: dict[tuple[str, str], dict[Language, str]] = {}
    for (path, language), pair in waiting.items():
        for name in pair.outdated if pair.kind == "labels" else ():
            # A word of the glossary is looked for in the texts, so what is to be said stands with its explanation.
            place = name.removesuffix(".term") + ".definition" if name.endswith(".term") else name
            remarks.setdefault((path, place), {})[language] = portal.texts[language]("translated.item")

    paths = {path for path, _ in remarks}

    def said(content: C) -> C:
        def with_remark(name: str, text: LanguageMap) -> LanguageMap:
            own = remarks.get((content.origin.path, label_name(content, name)), {})
            return LanguageMap({it: f"{words} ({own[it]})" if it in own else words for it, words in text.root.items()})

        return rewritten(content, with_remark) if content.origin.path in paths else content

    return said


def _with_remarks(checklist: Checklist, pair: Pair, t: Texts) -> Checklist:
    remark = t("translated.item")
    old = set(pair.outdated)

    def said(text: LanguageMap, name: str) -> LanguageMap:
        if name not in old:
            return text
        return LanguageMap({**text.root, pair.language: f"{text.root[pair.language]} ({remark})"})

    def section(it: ChecklistSection) -> ChecklistSection:
        return it.model_copy(
            update={
                "title": said(it.title, it.id),
                "items": tuple(item.model_copy(update={"text": said(item.text, item.id)}) for item in it.items),
                "fields": tuple(one.model_copy(update={"label": said(one.label, one.id)}) for one in it.fields),
            }
        )

    def own() -> Iterator[tuple[str, LanguageMap]]:
        for name in OWN_TEXTS:
            if (text := getattr(checklist, name)) is not None:
                yield name, said(text, name)

    return checklist.model_copy(
        update={
            **dict(own()),
            "sections": tuple(section(it) for it in checklist.sections),
            "follow_ups": tuple(it.model_copy(update={"title": said(it.title, it.id)}) for it in checklist.follow_ups),
        }
    )
