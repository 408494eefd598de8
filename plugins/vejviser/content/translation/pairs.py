"""Translations beside the originals they were made from: which of their passages are out of date.

A passage has a name and a fingerprint. In a long text it is a section, named by its heading's id ("intro" before the
first heading), or one of the short texts above it: title, summary, in_short … In a checklist it is an item, a field, a
section or a follow-up, named by its id, or the list's own title, purpose, when or start. Names stay when passages move,
so a passage that only moved is not out of date.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby

from pydantic import BaseModel

from vejviser.base.problems import Location, Origin
from vejviser.content.languages import Language, main_language
from vejviser.content.markdown.additions import fields_placed
from vejviser.content.model.article import Article
from vejviser.content.model.base import LanguageMap, Translation
from vejviser.content.model.checklist import Checklist
from vejviser.content.model.handbook import Chapter
from vejviser.content.model.material import MaterialText
from vejviser.content.model.portal import Portal
from vejviser.content.model.text_hash import hash_text, hash_texts
from vejviser.content.translation.short_texts import ShortText, language_maps, short_texts
from vejviser.content.types import type_of, types

SHORT_TEXTS = ("title", "summary", "in_short", "discuss", "ways", "popular", "figures")
"""What a long text may say before its first section."""
OWN_TEXTS = ("title", "purpose", "when", "in_short", "start")
"""What a checklist says about itself."""
_WORTH_TRANSLATING = 6
"""A section of fewer words may well read the same in both languages."""

LongText = Chapter | Article | MaterialText


@dataclass(frozen=True)
class Pair:
    """A translation and its original: the fingerprints of their passages, by name, in the original's order."""

    kind: str
    """The id of the text's content type, or "labels"."""
    language: Language
    path: str
    original_path: str
    uri: str
    """The Markdown path, without the language, of the page that shows the text."""
    title: str
    translation: Translation
    originals: Mapping[str, str]
    own: Mapping[str, str]
    places: Mapping[str, Location | int]
    """Where a passage of the translation stands: a location in YAML, or a line."""
    origin: Origin
    names: Mapping[str, str] = field(default_factory=dict)
    """What a passage is called in the main language: its heading, or an item's words."""
    safety: frozenset[str] = frozenset()
    long: frozenset[str] = frozenset()
    """The passages of so many words that they cannot be the same in two languages."""
    unlike: frozenset[str] = frozenset()
    """The passages in which one writes in other fields than in the original."""

    @cached_property
    def untranslated(self) -> tuple[str, ...]:
        """The passages that are still the original words."""
        return tuple(
            original
            for original in self.originals
            if original in self.long and self.own.get(original) == self.originals[original]
        )

    @cached_property
    def missing(self) -> tuple[str, ...]:
        """The sections and items that the translation does not have."""
        return tuple(
            original for original in self.originals if original not in self.own and original not in SHORT_TEXTS
        )

    @cached_property
    def unrecorded(self) -> tuple[str, ...]:
        """The passages of which nobody wrote down which words of the original they were made from."""
        return tuple(
            original
            for original in self.originals
            if original in self.own
            and original not in self.translation.of
            and original not in self.untranslated
            and not self._moved(original)
        )

    @cached_property
    def outdated(self) -> tuple[str, ...]:
        """The passages whose original words have changed since."""
        of = self.translation.of
        return tuple(
            original
            for original, now in self.originals.items()
            if original in self.own and original in of and of[original] != now and original not in self.untranslated
            if self.kind != "labels" or not self._moved(original)
        )

    @cached_property
    def replaced(self) -> tuple[str, ...]:
        """The passages in whose place readers get the original: what they might read instead could do harm.

        That is a safety passage of which nobody has said that its translation says what the original says now, and a
        passage with places for other fields than the form has.
        """
        renamed = {name for name in self.missing if self._moved(name)}
        behind = {*self.work} - renamed
        return tuple(name for name in self.originals if name in behind and name in self.safety | self.unlike)

    @cached_property
    def gone(self) -> tuple[str, ...]:
        """The passages that were translated, and that the original has no longer."""
        of, now = self.translation.of, {*self.originals.values()}
        return tuple(name for name in self.own if name in of and name not in self.originals and of[name] not in now)

    @property
    def work(self) -> tuple[str, ...]:
        """Everything in it that waits for a translator, in the text's order."""
        waiting = {*self.untranslated, *self.missing, *self.unrecorded, *self.outdated}
        return tuple(original for original in self.originals if original in waiting)

    def _moved(self, name: str) -> bool:
        """Return whether the passage has only got another name: its words were translated under a former one.

        Labels stand beside their translations and move with them, so there any name will do.
        """
        of = self.translation.of
        former = {of[item] for item in of if self.kind == "labels" or item not in self.originals}
        return self.originals[name] in former


def translation_pairs(portal: Portal) -> Iterator[Pair]:
    """Yield every translation that says how it was made, beside its original."""
    for kind in types():
        if kind.is_text:
            texts = portal.all_of(kind)
            originals = {kind.uri(item): item for item in texts if item.language == main_language()}
            for text in texts:
                uri = kind.uri(text)
                yield from _long(kind.id, text, originals.get(uri), uri, text.language)
    for checklist in portal.checklists:
        for language, translation in checklist.translation.items():
            yield _checklist(checklist, language, translation)
    yield from _labels(portal)


def _labels(portal: Portal) -> Iterator[Pair]:
    """Yield a pair for every file of labels and every language in it; a label that is not translated is none of it."""
    for path, found in groupby(sorted(short_texts(portal), key=lambda label: label.path), key=lambda label: label.path):
        every = tuple(found)
        for language in portal.languages:
            own = {item.name: item for item in every if language != main_language() and language in item.text}
            if own:
                yield _label(path, language, own, portal.translation_of(path, language))


def _label(path: str, language: Language, own: Mapping[str, ShortText], translation: Translation) -> Pair:
    first = next(iter(own.values()))
    return Pair(
        kind="labels",
        language=language,
        path=path,
        original_path=path,
        uri=first.uri,
        title=first.title,
        translation=translation,
        originals={name: hash_text(item.text.text(main_language())) for name, item in own.items()},
        own={name: hash_text(item.text.text(language)) for name, item in own.items()},
        places={name: item.line for name, item in own.items()},
        origin=Origin(path),
        names={name: item.text.text(main_language()) for name, item in own.items()},
        safety=frozenset(name for name, item in own.items() if item.safety),
    )


def label_originals(portal: Portal) -> dict[str, str]:
    """Return the labels in the main language of a portal of one file, with their fingerprints."""
    return {label.name: hash_text(label.text.text(main_language())) for label in short_texts(portal)}


def _long(kind: str, text: LongText, original: LongText | None, uri: str, language: Language) -> Iterator[Pair]:
    if language == main_language() or original is None or text.meta.translation is None:
        return
    yield Pair(
        kind=kind,
        language=language,
        path=text.origin.path,
        original_path=original.origin.path,
        uri=uri,
        title=original.meta.title,
        translation=text.meta.translation,
        originals=passage_hashes(original),
        own=passage_hashes(text),
        places={section.id: section.line for section in text.sections} | {name: (name,) for name in SHORT_TEXTS},
        origin=text.origin,
        names={section.id: section.heading for section in original.sections if section.heading},
        safety=frozenset(original.meta.safety),
        long=frozenset(
            section.id for section in original.sections if len(section.markdown.split()) >= _WORTH_TRANSLATING
        ),
        unlike=frozenset(_unlike(text, original)),
    )


def _unlike(text: LongText, original: LongText) -> Iterator[str]:
    """Yield the sections of a form that place other fields than the original does."""
    if isinstance(original, MaterialText):
        theirs, ours = ({one.id: fields_placed(one.markdown) for one in each.sections} for each in (original, text))
        yield from (name for name, fields in theirs.items() if fields != ours.get(name, frozenset()))


def passage_hashes(text: LongText) -> dict[str, str]:
    """Return the passages of a long text with their fingerprints."""
    short = {name: hash_texts(_texts(getattr(text.meta, name, None))) for name in SHORT_TEXTS}
    return {name: found for name, found in short.items() if found} | {
        section.id: section.hash for section in text.sections if section.id
    }


def _texts(value: object) -> Iterator[str]:
    """Yield the words of a front matter's value: a text, or a list of texts or of little models."""
    if isinstance(value, str) and value:
        yield value
    elif isinstance(value, tuple):
        for entry in value:
            yield from _texts(entry)
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            if name not in ("id", "to"):
                yield from _texts(getattr(value, name))


def _checklist(checklist: Checklist, language: Language, translation: Translation) -> Pair:
    parts = dict(checklist_parts(checklist))
    maps = {name: tuple(texts_in(value)) for name, (value, _) in parts.items()}
    return Pair(
        kind="checklist",
        language=language,
        path=checklist.origin.path,
        original_path=checklist.origin.path,
        uri=type_of(checklist).uri(checklist),
        title=checklist.title.text(main_language()),
        translation=translation,
        originals=checklist_originals(checklist),
        own={
            name: hash_texts(text.text(language) for text in texts)
            for name, texts in maps.items()
            if all(language in text for text in texts)
        },
        places={name: location for name, (_, location) in parts.items()},
        origin=checklist.origin,
        names={name: texts[0].text(main_language()) for name, texts in maps.items() if name not in OWN_TEXTS},
        safety=frozenset(item.id for section in checklist.sections for item in section.items if item.safety),
    )


def checklist_originals(checklist: Checklist) -> dict[str, str]:
    """Return the original passages of a checklist with their fingerprints."""
    return {
        name: hash_texts(item.text(main_language()) for item in texts_in(value))
        for name, (value, _) in checklist_parts(checklist)
    }


def checklist_parts(checklist: Checklist) -> Iterator[tuple[str, tuple[object, Location]]]:
    """Yield the passages of a checklist by name: the value that holds the texts, and its place in the file."""
    for name in OWN_TEXTS:
        if value := getattr(checklist, name):
            yield name, (value, (name,))
    for index, section in enumerate(checklist.sections):
        place: Location = ("sections", index)
        yield section.id, ((section.title, section.intro), place)
        yield from (
            (item.id, (item, (*place, "items", at))) for at, item in enumerate(section.items) if not item.retired
        )
        yield from ((item.id, (item, (*place, "fields", at))) for at, item in enumerate(section.fields))
    yield from ((item.id, (item, ("follow_ups", at))) for at, item in enumerate(checklist.follow_ups))


def texts_in(value: object) -> Iterator[LanguageMap]:
    """Return the texts of one passage of a checklist."""
    return (text for _, _, text in language_maps(value))
