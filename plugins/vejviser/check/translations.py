"""Rules about languages: what a content says it exists in, it exists in, and every translation knows its original."""

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from pydantic import BaseModel

from vejviser.base.problems import Location, Problem
from vejviser.content.languages import Language, main_language
from vejviser.content.model.base import LanguageMap
from vejviser.content.model.checklist import Checklist
from vejviser.content.model.portal import Portal
from vejviser.content.model.text_hash import hash_text
from vejviser.content.text_walker import long_texts, yaml_contents
from vejviser.content.translation.pairs import LongText, Pair, translation_pairs
from vejviser.content.translation.short_texts import short_texts

_IN_HEADING = re.compile(r"^[\s>]*#*[*_\s]*|[*_]*\s*(?:\{[^{}]*\})?[*_\s]*$")
"""What stands around the words of a heading, or of a line that was meant as one."""


def problems(portal: Portal) -> Iterator[Problem]:
    """Yield missing and outdated translations, translations without an original, and passages that are not in both."""
    for checklist in portal.checklists:
        for language in checklist.languages:
            yield from _checklist(checklist, language)
    originals = {_key(text): text for text in long_texts(portal) if text.language == main_language()}
    pairs = tuple(translation_pairs(portal))
    for text in long_texts(portal):
        if text.language != main_language():
            yield from _long_text(text, originals.get(_key(text)))
    for pair in pairs:
        yield from _pair(pair)
    yield from _files_unknown(portal)
    yield from _original_in_place(pairs, originals.values())


def _files_unknown(portal: Portal) -> Iterator[Problem]:
    """Yield what data/translations.yml says of a file that is not there."""
    known = {content.origin.path for content in yaml_contents(portal)} | {text.path for text in short_texts(portal)}
    for path, entry in portal.translations.items():
        if path not in known:
            close = get_close_matches(path, known, n=1, cutoff=0.4) or [min(known)]
            yield entry.origin.error("translations-file-unknown", found=path, suggestion=close[0])


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
    translated = text.meta.translation.of if text.meta.translation else {}
    renamed = _renamed(original, text)
    for after, before in renamed.items():
        values = (("found", after), ("before", before))
        yield Problem(original.origin.path, theirs[after].line, 1, "warning", "section-renamed", values)
    lost = {before: found for before, found in _lost(original, text) if before not in renamed.values()}
    for before, (line, words) in lost.items():
        told = (("found", original.body.split("\n")[line].strip()), ("words", words), ("before", before))
        yield Problem(original.origin.path, original.body_line + line, 1, "warning", "section-lost", told)
    missing = [name for name in theirs if name and name not in ours and name not in renamed]
    unknown = [name for name in ours if name and name not in theirs and name not in renamed.values()]
    typed = [name for name in unknown if name not in translated]
    meant = dict(zip(typed, missing, strict=True)) if len(typed) == len(missing) else {}
    for section_id in sorted(set(missing) - set(meant.values())):
        guarded = section_id in original.meta.safety
        rule = "translation-section-missing-safety" if guarded else "translation-section-missing"
        yield text.origin.warning(rule, section=section_id, language=text.language)
    for section_id in sorted(unknown):
        named = (("section", section_id), ("language", str(text.language)), ("suggestion", meant.get(section_id, "")))
        line, gone = ours[section_id].line, section_id in translated
        if gone and ("" in theirs or section_id in lost):
            continue  # a heading of the original has lost its id, or is none any more, and that is told
        if gone:
            yield Problem(text.origin.path, line, 1, "warning", "translation-section-gone", named)
        else:
            rule = "translation-section-unknown-suggestion" if section_id in meant else "translation-section-unknown"
            yield Problem(text.origin.path, line, 1, "error", rule, named)


def _renamed(original: LongText, text: LongText) -> dict[str, str]:
    """Return the ids of an original that stand where a translation, made of it, has others: now -> before.

    The words are those that were translated: one that was put in the place of another is a new passage.
    """
    translated = text.meta.translation.of if text.meta.translation else {}
    theirs, ours = ({section.id: section for section in one.sections if section.id} for one in (original, text))
    gone = [name for name in ours if name not in theirs and name in translated]
    return {
        name: before
        for name, section in theirs.items()
        if name not in ours and name not in translated
        for before in gone
        if hash_text(section.markdown.replace(f"{{#{name}}}", f"{{#{before}}}", 1)) == translated[before]
    }


def _lost(original: LongText, text: LongText) -> Iterator[tuple[str, tuple[int, str]]]:
    """Yield the passages that an original has lost as a heading alone: the id -> its line from 0, and its words.

    Such a line is bold, moved in or of another level, or has nothing that makes it a heading; with it as it was, the
    passage is the one that was translated.
    """
    translated = text.meta.translation.of if text.meta.translation else {}
    known = {section.id for section in original.sections}
    gone = [section.id for section in text.sections if section.id in translated and section.id not in known]
    lines = original.body.split("\n")
    for before in gone:
        for number, line in enumerate(lines):
            words = _IN_HEADING.sub("", line).strip()
            end = next((at for at, other in enumerate(lines) if at > number and other.startswith("## ")), len(lines))
            passage = "\n".join([f"## {words} {{#{before}}}", *lines[number + 1 : end]])
            if words and hash_text(passage) == translated[before]:
                yield before, (number, words)
                break


def _pair(pair: Pair) -> Iterator[Problem]:
    for name in pair.outdated:
        if name not in pair.replaced:
            yield _at(pair, name, "translation-outdated")
    for name in pair.untranslated:
        yield _at(pair, name, "translation-not-begun")
    unsafe = [name for name in pair.unrecorded if name in pair.safety]
    if unsafe:
        yield _at(pair, unsafe[0], "translation-unrecorded-safety", passages=", ".join(unsafe))
    others = [name for name in pair.unrecorded if name not in pair.safety]
    if others:
        yield _at(pair, others[0], "translation-unrecorded", passages=", ".join(others))


def _original_in_place(pairs: Iterable[Pair], originals: Iterable[LongText]) -> Iterator[Problem]:
    """Yield a note to whoever changed an original: where its readers in other languages get it as it is, until then.

    It stands at the original, once for all languages: the editor who corrects a text need not know any of them.
    """
    lines = {(text.origin.path, section.id): section.line for text in originals for section in text.sections}
    found: dict[tuple[str, str], list[Pair]] = {}
    for pair in pairs:
        for name in pair.outdated:
            if name in pair.replaced:
                found.setdefault((pair.original_path, name), []).append(pair)
    for (path, name), behind in found.items():
        first = behind[0]
        languages = ", ".join(pair.language for pair in behind)
        values = (("section", first.names.get(name, name)), ("languages", languages), ("path", path))
        place = first.places.get(name, ())
        line = lines.get((path, name)) or (place if isinstance(place, int) else first.origin.at(*place).line)
        rule = "translation-outdated-safety" if name in first.safety else "translation-outdated-fields"
        yield Problem(path, line, 1, "warning", rule, values)


def _at(pair: Pair, name: str, rule: str, **values: str) -> Problem:
    place = pair.places.get(name, ())
    whole_file = "passages" in values
    what = pair.path + ("" if whole_file else f" --section {name}")
    what += f" --lang {pair.language}" if pair.kind in ("checklist", "labels") else ""
    texts = {"section": name, "language": pair.language, "what": what, **values}
    if isinstance(place, int):
        return Problem(pair.path, place, 1, "warning", rule, tuple(texts.items()))
    return pair.origin.warning(rule, *place, **texts)


def _checklist(checklist: Checklist, language: Language) -> Iterator[Problem]:
    if language != main_language() and language not in checklist.translation:
        yield checklist.origin.error("translation-status-missing", "languages", language=language)
    for location, found, safety in _maps(checklist, (), safety=False):
        if language not in found:
            rule = "translation-missing-safety" if safety else "translation-missing"
            yield checklist.origin.warning(rule, *location, language=language)


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
