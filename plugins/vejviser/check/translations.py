"""Rules about languages: what a content says it exists in, it exists in."""

from collections.abc import Iterator

from pydantic import BaseModel

from vejviser.model.base import MAIN_LANGUAGE, Language, LanguageMap
from vejviser.model.checklist import Checklist
from vejviser.model.handbook import Chapter
from vejviser.model.portal import Portal
from vejviser.problems import Location, Problem


def problems(portal: Portal) -> Iterator[Problem]:
    """Give missing translations, translations without an original, and passages that are not in both."""
    for checklist in portal.checklists:
        for language in checklist.languages:
            yield from _checklist(checklist, language)
    for (book, chapter_id, language), chapter in portal.chapters.items():
        if language == MAIN_LANGUAGE:
            continue
        original = portal.chapters.get((book, chapter_id, MAIN_LANGUAGE))
        if original is None:
            yield chapter.origin.error("translation-without-original", language=language)
        else:
            yield from _sections(original, chapter)
        if chapter.meta.translation is None:
            yield chapter.origin.error("translation-status-missing", language=language)


def _sections(original: Chapter, chapter: Chapter) -> Iterator[Problem]:
    theirs, ours = ({it.id: it for it in text.sections} for text in (original, chapter))
    for section_id in sorted(theirs.keys() - ours.keys() - {""}):
        make = chapter.origin.error if section_id in original.meta.safety else chapter.origin.warning
        yield make("translation-section-missing", section=section_id, language=chapter.language)
    for section_id in sorted(ours.keys() - theirs.keys() - {""}):
        values = (("section", section_id), ("language", str(chapter.language)))
        yield Problem(chapter.origin.path, ours[section_id].line, 1, "error", "translation-section-unknown", values)


def _checklist(checklist: Checklist, language: Language) -> Iterator[Problem]:
    for location, found, safety in _maps(checklist, (), safety=False):
        if language not in found:
            rule = "translation-missing-safety" if safety else "translation-missing"
            make = checklist.origin.error if safety else checklist.origin.warning
            yield make(rule, *location, language=language)


def _maps(value: object, location: Location, *, safety: bool) -> Iterator[tuple[Location, LanguageMap, bool]]:
    if isinstance(value, LanguageMap):
        yield location, value, safety
    elif isinstance(value, BaseModel):
        guarded = safety or bool(getattr(value, "safety", False))
        for name in type(value).model_fields:
            yield from _maps(getattr(value, name), (*location, name), safety=guarded)
    elif isinstance(value, tuple):
        for index, entry in enumerate(value):
            yield from _maps(entry, (*location, index), safety=safety)
