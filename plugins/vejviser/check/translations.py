"""Rules about languages: what a content says it exists in, it exists in, and every translation knows its original."""

from collections.abc import Iterator

from pydantic import BaseModel

from vejviser.base.problems import Location, Problem, Severity
from vejviser.content.languages import Language, main_language
from vejviser.content.model.base import LanguageMap
from vejviser.content.model.checklist import Checklist
from vejviser.content.model.portal import Portal
from vejviser.content.text_walker import long_texts
from vejviser.content.translation.pairs import LongText, Pair, translation_pairs


def problems(portal: Portal) -> Iterator[Problem]:
    """Yield missing and outdated translations, translations without an original, and passages that are not in both."""
    for checklist in portal.checklists:
        for language in checklist.languages:
            yield from _checklist(checklist, language)
    originals = {_key(text): text for text in long_texts(portal) if text.language == main_language()}
    for text in long_texts(portal):
        if text.language != main_language():
            yield from _long_text(text, originals.get(_key(text)))
    for pair in translation_pairs(portal):
        yield from _pair(pair)


def _key(text: LongText) -> tuple[str, ...]:
    """Return what a text and its translations have in common: the path without the language."""
    path = text.origin.path
    return ("materials", path.rsplit("/", 1)[0]) if path.startswith("materials/") else ("docs", path.split("/", 2)[2])


def _long_text(text: LongText, original: LongText | None) -> Iterator[Problem]:
    if original is None:
        yield text.origin.error("translation-without-original", language=text.language)
    else:
        yield from _sections(original, text)
    if text.meta.translation is None:
        yield text.origin.error("translation-status-missing", language=text.language)


def _sections(original: LongText, text: LongText) -> Iterator[Problem]:
    theirs, ours = ({section.id: section for section in one.sections} for one in (original, text))
    for section_id in sorted(theirs.keys() - ours.keys() - {""}):
        make = text.origin.error if section_id in original.meta.safety else text.origin.warning
        yield make("translation-section-missing", section=section_id, language=text.language)
    for section_id in sorted(ours.keys() - theirs.keys() - {""}):
        values = (("section", section_id), ("language", str(text.language)))
        yield Problem(text.origin.path, ours[section_id].line, 1, "error", "translation-section-unknown", values)


def _pair(pair: Pair) -> Iterator[Problem]:
    for name in pair.outdated:
        if name in pair.safety:
            yield _at(pair, name, "error", "translation-outdated-safety")
        else:
            yield _at(pair, name, "warning", "translation-outdated")
    for name in pair.untranslated:
        yield _at(pair, name, "warning", "translation-not-begun")
    unsafe = [name for name in pair.unrecorded if name in pair.safety]
    if unsafe:
        yield _at(pair, unsafe[0], "error", "translation-unrecorded-safety", passages=", ".join(unsafe))
    others = [name for name in pair.unrecorded if name not in pair.safety]
    if others:
        yield _at(pair, others[0], "warning", "translation-unrecorded", passages=", ".join(others))


def _at(pair: Pair, name: str, severity: Severity, rule: str, **values: str) -> Problem:
    place = pair.places.get(name, ())
    whole_file = "passages" in values
    what = pair.path + ("" if whole_file else f" --section {name}")
    what += f" --lang {pair.language}" if pair.kind in ("checklist", "labels") else ""
    texts = {"section": name, "language": pair.language, "what": what, **values}
    if isinstance(place, int):
        return Problem(pair.path, place, 1, severity, rule, tuple(texts.items()))
    make = pair.origin.error if severity == "error" else pair.origin.warning
    return make(rule, *place, **texts)


def _checklist(checklist: Checklist, language: Language) -> Iterator[Problem]:
    if language != main_language() and language not in checklist.translation:
        yield checklist.origin.error("translation-status-missing", "languages", language=language)
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
