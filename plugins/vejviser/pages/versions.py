"""A material's versions: what changed from one to another, marked in the text, and the older ones to fetch."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from itertools import groupby

from markupsafe import Markup

from vejviser.content.addresses import at
from vejviser.content.comparison import Compared, Passage, Run, compare
from vejviser.content.languages import Language, direction, main_language
from vejviser.content.markdown.passages import passages
from vejviser.content.markdown.words import plain_words
from vejviser.content.model.base import LanguageMap
from vejviser.content.model.download import Download, Downloads, of_owner
from vejviser.content.model.fields import FieldSpec
from vejviser.content.model.material import Material
from vejviser.content.model.portal import Portal
from vejviser.content.older_versions import Version, newest_version, older_versions
from vejviser.content.types import type_named
from vejviser.pages.compose import Composer, available
from vejviser.pages.escape import plain, rich
from vejviser.pages.page import Page
from vejviser.pages.page_layout import with_layout

_TAGS = {"heading": "h3", "item": "li", "row": "li"}
"""What passages are on the page; all others are paragraphs."""
_MARKS = {"removed": "del", "added": "ins"}
_NAMES, _FIELDS = "/names", "/fields"
"""What stands around the text: the title with the line under it, and the words of the fields."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A section of the text, compared: its name, its passages, and what editors wrote of its changes."""

    name: str
    passages: tuple[Compared, ...]
    notes: tuple[LanguageMap, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether anything in it went or came."""
        return any(passage.changed for passage in self.passages)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions, the place of their comparison on the page, and the comparison itself as HTML."""

    old: Version
    new: Version
    id: str
    html: Markup


@dataclass(frozen=True, slots=True)
class Row:
    """A version in the list: its files, and its comparison with the newest."""

    version: Version
    files: tuple[Download, ...]
    comparison: str


def pages(portal: Portal, today: date, downloads: Downloads = ()) -> Iterator[Page]:
    """Yield the page of versions of every material that has kept older ones; `downloads` are the files that exist."""
    for material in portal.materials:
        older = older_versions(portal, material)
        for language in available(portal.languages, material.languages) if older else ():
            yield _page(portal, material, older, language, today, downloads)


def versions_uri(material: Material) -> str:
    """Return the address of the page of a material's versions."""
    return f"{_folder(material)}.md"


def _folder(material: Material) -> str:
    return at(f"{type_named('material').owner(material)}/<versions>")


def place(old: str, new: str) -> str:
    """Return the id of a comparison on that page: "fra-1-0-til-2-1"."""
    return f"fra-{old}-til-{new}".replace(".", "-")


def _page(
    portal: Portal,
    material: Material,
    older: tuple[Version, ...],
    language: Language,
    today: date,
    downloads: Downloads,
) -> Page:
    page = Composer(portal, language, versions_uri(material), today)
    newest = newest_version(portal, material)
    files = of_owner(downloads, _folder(material))
    body = page.render(
        "versions.md.jinja",
        material=material,
        uri=type_named("material").uri(material),
        rows=[_row(version, newest, files) for version in older],
        comparisons=[
            Comparison(old, new, place(old.number, new.number), _html(page, old, new))
            for old, new in _pairs(newest, older)
        ],
    )
    title = material.title.text(language)
    return Page(
        page.uri,
        language,
        "versions",
        page.text("versions.title", title=title),
        with_layout(page, body),
        page.text("versions.description", title=title),
        material.audience,
        styles=("versions",),
        version=material.version,
        updated=material.updated,
    )


def _row(version: Version, newest: Version, files: Sequence[Download]) -> Row:
    name = f"/{version.material.id}-{version.number}."
    return Row(version, tuple(file for file in files if name in file.path), place(version.number, newest.number))


def _pairs(newest: Version, older: tuple[Version, ...]) -> Iterator[tuple[Version, Version]]:
    """Yield what is compared: each version with the newest, and then each with the one that came after it."""
    yield from ((version, newest) for version in older)
    yield from zip(older[1:], older, strict=False)


def clauses(old: Version, new: Version, language: Language, fields: str) -> tuple[Clause, ...]:
    """Return two versions as one, section by section; `fields` is the heading over the words of their fields."""
    before, after = (_sections(version, language, fields) for version in (old, new))
    notes = _notes(new, old)
    return tuple(
        Clause(name, compare(before.get(name, ()) if went else (), after[name] if came else ()), notes.get(name, ()))
        for name, went, came in _side_by_side([*before], [*after])
    )


def _side_by_side(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, bool, bool]]:
    """Yield the sections of both versions in order, each with whether it was in the old one, and is in the new one."""
    for what, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            yield from ((name, True, True) for name in old[i:j])
        else:
            yield from ((name, True, False) for name in old[i:j])
            yield from ((name, False, True) for name in new[k:m])


def _sections(version: Version, language: Language, fields: str) -> dict[str, tuple[Passage, ...]]:
    """Return the passages of a version by section: its names, its text, and the words of its fields."""
    text, material = version.texts[language], version.material
    labels = {field.id: field.label.text(language) for field in material.fields}
    names = (Passage("title", text.meta.title), Passage("paragraph", plain_words(material.purpose.text(language))))
    in_short = () if material.signed else (plain_words(line.text(language)) for line in material.in_short)
    found: dict[str, tuple[Passage, ...]] = {_NAMES: (*names, *(Passage("item", line) for line in in_short))}
    for section in text.sections:
        name = section.id or section.heading
        found[name] = (*found.get(name, ()), *passages(section.markdown, lambda place: labels.get(place, place)))
    if material.fields:
        words = (Passage("item", _field_words(field, language)) for field in material.fields)
        found[_FIELDS] = (Passage("heading", fields), *words)
    return found


def _field_words(field: FieldSpec, language: Language) -> str:
    words = field.label.text(language)
    if field.help:
        words = f"{words}: {field.help.text(language)}"
    choices = " / ".join(choice.label.text(language) for choice in field.choices)
    return f"{words} [{choices}]" if choices else words


def _notes(new: Version, old: Version) -> dict[str, tuple[LanguageMap, ...]]:
    """Return what editors wrote of each clause in the versions after the old one, up to the new one."""
    changes = [change.version for change in new.material.changes]
    since = new.material.changes[: changes.index(old.number)] if old.number in changes else ()
    found: dict[str, tuple[LanguageMap, ...]] = {}
    for change in since:
        for clause in change.clauses:
            found[clause.clause] = (*found.get(clause.clause, ()), clause.note)
    return found


def _html(page: Composer, old: Version, new: Version) -> Markup:
    """Return a comparison: the changed sections whole, with what went and came marked; of the others, their names.

    It is in the page's language where both versions are, and else in the main one.
    """
    language = page.language if {page.language} <= old.texts.keys() & new.texts.keys() else main_language()
    found = clauses(old, new, language, page.portal.texts[language]("versions.fields"))
    if not any(clause.changed for clause in found):
        return Markup("<p>{}</p>").format(page.t("versions.nothing"))
    writer = _Writer(page, language)
    parts = (
        Markup().join(map(writer.clause, group)) if changed else writer.unchanged([*group])
        for changed, group in groupby(found, key=lambda clause: clause.changed)
    )
    return Markup('<div class="compared" lang="{}" dir="{}">{}</div>').format(
        language, direction(language), Markup().join(parts)
    )


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes a comparison in the language of the texts; what the page says itself is in its own."""

    page: Composer
    language: Language

    def clause(self, clause: Clause) -> Markup:
        """Return a section that was changed, with what editors wrote of it below its heading.

        Of the words of fields only those that were changed are shown: they stand in the text too.
        """
        shown = [passage for passage in clause.passages if passage.changed or clause.name != _FIELDS]
        heading = clause.passages[:1] if clause.name == _FIELDS and not clause.passages[0].changed else ()
        blocks = [
            Markup("<ul>{}</ul>").format(words) if tag == "li" else words
            for tag, group in groupby((*heading, *shown), key=lambda passage: _TAGS.get(passage.form, "p"))
            for words in [Markup().join(self._passage(passage, tag) for passage in group)]
        ]
        notes = (
            Markup('<p class="clause-note">{}</p>').format(rich(note.text(self.language))) for note in clause.notes
        )
        return Markup().join([*blocks[:1], *notes, *blocks[1:]])

    def unchanged(self, found: Sequence[Clause]) -> Markup:
        """Return the names of sections in which nothing was changed."""
        titles = Markup(" · ").join(plain(clause.passages[0].runs[0].words) for clause in found if clause.passages)
        return Markup('<p class="unchanged">{} {}</p>').format(self._own("unchanged"), titles)

    def _passage(self, passage: Compared, tag: str) -> Markup:
        words = Markup(" ").join(map(self._run, passage.runs))
        if passage.form == "title":
            words = Markup("<strong>{}</strong>").format(words)
        return Markup(f"<{tag}>{{}}</{tag}>").format(words)  # noqa: S704 - one of our own tags

    def _run(self, run: Run) -> Markup:
        """Return words as they are, or marked: in a way of their own, and for those who do not see it in words."""
        if run.kind == "same":
            return plain(run.words)
        tag, before, after = _MARKS[run.kind], self._own(run.kind), self._own(f"{run.kind}_end")
        words = Markup("<i>{} </i>{}<i> {}</i>").format(before, plain(run.words), after)
        return Markup(f"<{tag}>{{}}</{tag}>").format(words)  # noqa: S704 - one of our own tags

    def _own(self, key: str) -> Markup:
        words, own = self.page.t(f"versions.{key}"), self.page.language
        if own == self.language:
            return words
        return Markup('<span lang="{}" dir="{}">{}</span>').format(own, direction(own), words)
