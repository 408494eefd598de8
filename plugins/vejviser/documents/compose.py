"""What editors wrote, composed into documents. Problems come back as data, beside the document."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from vejviser.documents import document as doc
from vejviser.documents.markdown import Reader, field_block
from vejviser.documents.notes import Notes
from vejviser.documents.spans import in_words
from vejviser.model.base import MAIN_LANGUAGE, Citation, LanguageMap, LocalText, Translation
from vejviser.model.checklist import Checklist, ChecklistSection, FollowUp, Item
from vejviser.model.evidence import Source
from vejviser.model.fields import FieldSpec
from vejviser.model.follow_ups import spans
from vejviser.model.handbook import Chapter, Handbook
from vejviser.model.material import Material, MaterialText
from vejviser.problems import Problem

Labels = Mapping[str, str]
Sources = Mapping[str, Source]
Resolve = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Composed:
    """A document, and everything that was wrong with the text it was made from."""

    document: doc.Document
    problems: tuple[Problem, ...] = ()


def words_alone(_address: str) -> None:
    """Let no link lead anywhere: the words stand alone on paper."""


def web_links(address: str) -> str | None:
    """Keep links to other sites and inside the document; links to the portal's own pages become plain words."""
    return address if address.startswith(("https://", "http://", "mailto:", "#")) else None


def compose_material(
    material: Material, text: MaterialText, *, sources: Sources, labels: Labels, resolve: Resolve = web_links
) -> Composed:
    """Compose a material in the language of `text`.

    `labels` are the words of `LABEL_KEYS`; `resolve` gives the address a link gets in the document, or None for words
    alone. The problems are places for fields nobody declared (`unknown-field`), declared fields without a place
    (`field-without-place`), links to no place in the document (`link-without-target`), signs our fonts do not have
    (`unknown-sign`), and Markdown that documents do not know (`markdown-not-supported`).
    """
    language = text.language
    notes = Notes(sources, labels, language, material.updated)
    fields = {spec.id: make_field(spec, language) for spec in material.fields}
    reader = Reader(notes, fields, path=text.origin.path, line=text.body_line, resolve=resolve)
    blocks = (
        *_template_note(labels if material.legal_note else {}),
        *_translation_note(text.meta.translation, labels),
        *reader.blocks(text.body),
    )
    for citation in material.sources:
        notes.cite(citation, MAIN_LANGUAGE)
    document = doc.Document(
        id=material.id,
        language=language,
        title=text.meta.title,
        subtitle=_own_words(material.purpose, language),
        version=material.version,
        updated=material.updated,
        blocks=blocks,
        notes=notes.written(),
        author=labels["publisher"],
        labels=labels,
    )
    return Composed(document, (*_problems(document, [reader]), *_unplaced(material, document)))


def compose_checklist(
    checklist: Checklist, language: str, *, sources: Sources, labels: Labels, resolve: Resolve = web_links
) -> Composed:
    """Compose a checklist in `language`; texts it does not have in that language stay Danish, and are marked so."""
    notes = Notes(sources, labels, language, checklist.reviewed)
    scribe = _ChecklistScribe(language, labels, Reader(notes, path=checklist.origin.path, resolve=resolve))
    blocks = (
        *_translation_note(checklist.translation.get(language), labels),  # type: ignore[call-overload]
        scribe.paragraph(checklist.when, before=labels["when"]),
        *(block for section in checklist.sections for block in scribe.section(section)),
        *scribe.follow_ups(checklist),
    )
    for citation in checklist.sources:
        notes.cite(citation, MAIN_LANGUAGE)
    title = checklist.title.get(language)
    document = doc.Document(
        id=checklist.id,
        language=language,
        title=title.text,
        subtitle=_own_words(checklist.purpose, language),
        version=checklist.version,
        updated=checklist.reviewed,
        blocks=blocks,
        notes=notes.written(),
        author=labels["publisher"],
        labels=labels,
    )
    return Composed(document, _problems(document, [scribe.reader]))


def make_field(spec: FieldSpec, language: str) -> doc.Field:
    """Give the field of `spec` with its words in `language`, or in Danish where there are none."""
    label = spec.label.get(language)
    return doc.Field(
        id=spec.id,
        type=spec.type,
        label=label.text,
        help=spec.help.text(language) if spec.help else "",
        choices=tuple(doc.Choice(choice.id, choice.label.text(language)) for choice in spec.choices),
        language=_other(label, language),
    )


def _other(text: LocalText, language: str) -> str | None:
    """Give the language of `text` when it is not the document's."""
    return None if text.language == language else text.language


def _own_words(texts: LanguageMap, language: str) -> str:
    """Give a text only if it exists in `language`: a subtitle may be missing, but not be in another language."""
    return texts.text(language) if language in texts else ""


def _template_note(labels: Labels) -> doc.Blocks:
    if note := labels.get("template_note"):
        return (doc.Callout("template", "", (doc.Paragraph((doc.Text(note),)),)),)
    return ()


def _translation_note(translation: Translation | None, labels: Labels) -> doc.Blocks:
    if translation and translation.status == "machine":
        return (doc.Paragraph((doc.Text(labels["machine_translation"]),), quiet=True),)
    return ()


def _problems(document: doc.Document, readers: list[Reader]) -> tuple[Problem, ...]:
    """Give what the readers found, and the links that lead to no place in the finished document."""
    places = set(doc.anchors_in(document.blocks))
    dangling = [problem for reader in readers for target, problem in reader.inner_links if target not in places]
    return (*(problem for reader in readers for problem in reader.problems), *dangling)


def _unplaced(material: Material, document: doc.Document) -> tuple[Problem, ...]:
    placed = {found.id for found in document.fields}
    return tuple(
        material.origin.error("field-without-place", "fields", index, "id", field=spec.id, language=document.language)
        for index, spec in enumerate(material.fields)
        if spec.id not in placed
    )


@dataclass(frozen=True)
class _ChecklistScribe:
    """Writes the parts of one checklist in one language."""

    language: str
    labels: Labels
    reader: Reader

    def section(self, section: ChecklistSection) -> doc.Blocks:
        title = section.title.get(self.language)
        heading = doc.Heading(1, section.id, (doc.Text(title.text),), _other(title, self.language))
        intro = (self.paragraph(section.intro),) if section.intro else ()
        ticks = tuple(self.tick(item) for item in section.items if not item.retired)
        fields = tuple(field_block(make_field(spec, self.language)) for spec in section.fields)
        return (heading, *intro, *ticks, *fields)

    def paragraph(self, texts: LanguageMap, before: str = "") -> doc.Paragraph:
        text = texts.get(self.language)
        lead = (doc.Text(f"{before} ", bold=True),) if before else ()
        return doc.Paragraph((*lead, *self.reader.inlines(text.text)), _other(text, self.language))

    def tick(self, item: Item) -> doc.TickLine:
        text = item.text.get(self.language)
        inlines = self.reader.inlines(text.text)
        box = doc.Field(item.id, "checkbox", doc.plain_text(inlines), language=_other(text, self.language))
        marked = (*self._who(item), *inlines, *self._cited(item.sources))
        return doc.TickLine(box, marked, self._why(item), _other(text, self.language))

    def _who(self, item: Item) -> doc.Inlines:
        if item.who == "everyone":
            return ()
        text = item.text.get(self.language)
        own = self.language if text.language != self.language else None
        return (doc.Text(f"{self.labels[f'role-{item.who}']}: ", bold=True, language=own),)

    def _why(self, item: Item) -> doc.Inlines:
        if item.why is None:
            return ()
        why = item.why.get(self.language)
        return in_language(self.reader.inlines(why.text), _other(why, self.language))

    def _cited(self, citations: tuple[Citation, ...]) -> doc.Inlines:
        numbers = dict.fromkeys(self.reader.notes.cite(citation, MAIN_LANGUAGE) for citation in citations)
        return tuple(doc.NoteRef(number) for number in numbers if number)

    def follow_ups(self, checklist: Checklist) -> doc.Blocks:
        if not checklist.follow_ups:
            return ()
        heading = doc.Heading(1, "follow-up", (doc.Text(self.labels["follow_up"]),))
        return (heading, *(block for each in checklist.follow_ups for block in self._follow_up(each, checklist)))

    def _follow_up(self, follow_up: FollowUp, checklist: Checklist) -> doc.Blocks:
        title = follow_up.title.get(self.language)
        other = _other(title, self.language)
        start = checklist.start.text(self.language) if checklist.start else ""
        words = (*self.reader.inlines(title.text), *self._cited(follow_up.sources))
        heading = doc.Heading(2, follow_up.id, words, other)
        times = spans(follow_up)
        names = [follow_up.id] if len(times) == 1 else [f"{follow_up.id}-{count + 1}" for count in range(len(times))]
        dates = tuple(
            doc.FieldBlock(doc.Field(name, "date", in_words(time, start, self.language, self.labels)))
            for name, time in zip(names, times, strict=True)
        )
        asks = tuple((self.paragraph(ask),) for ask in follow_up.ask)
        return (heading, *dates, *((doc.BulletList(asks),) if asks else ()))


def in_language(inlines: doc.Inlines, language: str | None) -> doc.Inlines:
    """Mark every text of `inlines` as being in `language`, unless it says otherwise itself."""
    return tuple(
        replace(inline, language=inline.language or language) if isinstance(inline, doc.Text | doc.Link) else inline
        for inline in inlines
    )


def compose_handbook(
    handbook: Handbook,
    chapters: Mapping[str, Chapter],
    language: str,
    *,
    updated: date,
    sources: Sources,
    labels: Labels,
    version: str = "",
    resolve: Resolve = web_links,
) -> Composed:
    """Compose a whole book: the chapters by id, in the handbook's order; those that are missing are left out.

    A book that counts no versions is known by the day on which it was last `updated`.
    Links between the book's chapters lead to the chapter inside the document; `resolve` sees only the others.
    """
    notes = Notes(sources, labels, language, updated)
    present = [chapters[chapter] for chapter in handbook.chapters if chapter in chapters]
    blocks: list[doc.Block] = []
    readers: list[Reader] = []
    for chapter in present:
        reader = Reader(
            notes,
            path=chapter.origin.path,
            line=chapter.body_line,
            anchors=f"{chapter.id}--",
            resolve=_inside_book(chapter.id, frozenset(chapters), resolve),
        )
        blocks += _chapter(chapter, language, reader, labels)
        readers.append(reader)
    title = handbook.title.get(language)
    document = doc.Document(
        id=handbook.id,
        language=language,
        title=title.text,
        subtitle=_own_words(handbook.summary, language),
        version=version,
        updated=updated,
        blocks=tuple(blocks),
        notes=notes.written(),
        author=labels["publisher"],
        labels=labels,
    )
    return Composed(document, _problems(document, readers))


def _chapter(chapter: Chapter, language: str, reader: Reader, labels: Labels) -> list[doc.Block]:
    other = None if chapter.language == language else chapter.language
    meta = chapter.meta
    blocks: list[doc.Block] = [doc.ChapterBreak(chapter.id, meta.title, meta.summary, other)]
    blocks += _translation_note(meta.translation, labels)
    if meta.in_short:
        blocks.append(doc.Callout("tip", labels["in_short"], (_sentences(meta.in_short, reader, other),)))
    blocks += reader.blocks(chapter.body, other)
    if meta.discuss:
        blocks.append(doc.Callout("note", labels["discuss"], (_sentences(meta.discuss, reader, other),)))
    return blocks


def _sentences(texts: tuple[str, ...], reader: Reader, language: str | None) -> doc.BulletList:
    return doc.BulletList(tuple((doc.Paragraph(reader.inlines(text), language),) for text in texts), language)


def _inside_book(chapter: str, chapters: frozenset[str], outside: Resolve) -> Resolve:
    def resolve(address: str) -> str | None:
        page, _, anchor = address.partition("#")
        target = page.removesuffix(".md") if page else chapter
        if target not in chapters or (page and not page.endswith(".md")):
            return outside(address)
        return f"#{target}--{anchor}" if anchor else f"#{target}"

    return resolve
