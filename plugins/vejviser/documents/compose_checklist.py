"""A checklist, composed into a document: boxes to tick, fields, and the days of its follow-ups."""

from dataclasses import dataclass

from vejviser.content.languages import Language, main_language
from vejviser.content.model.base import Citation, LanguageMap
from vejviser.content.model.checklist import Checklist, ChecklistSection, FollowUp, Item
from vejviser.content.model.follow_ups import spans
from vejviser.content.translation.short_texts import is_behind
from vejviser.documents import blocks as doc
from vejviser.documents.compose import (
    Composed,
    Labels,
    Sources,
    in_short,
    make_field,
    other_language,
    own_words,
    problems_of,
    standing_note,
    translation_note,
    web_links,
)
from vejviser.documents.document import Document
from vejviser.documents.durations import duration_in_words
from vejviser.documents.footnotes import Notes
from vejviser.documents.markdown import Reader, field_block
from vejviser.documents.reading import plain_text
from vejviser.documents.rewrite import in_language


def compose_checklist(
    checklist: Checklist, language: Language, *, sources: Sources, labels: Labels, standing: str = ""
) -> Composed:
    """Compose a checklist in `language`; texts it does not have in that language stay as they are, and are marked so.

    `standing` says who has approved it.
    """
    notes = Notes(sources, labels, language, checklist.reviewed)
    scribe = _ChecklistScribe(language, labels, Reader(notes, path=checklist.origin.path, resolve=web_links))
    blocks = (
        *standing_note(standing),
        *translation_note(checklist.translation.get(language), labels),
        *in_short(checklist.in_short, language, scribe.reader, labels),
        scribe.paragraph(checklist.when, before=labels["when"]),
        *(block for section in checklist.sections for block in scribe.section(section)),
        *scribe.follow_ups(checklist),
    )
    for citation in checklist.sources:
        notes.cite(citation, main_language())
    title = checklist.title.get(language)
    document = Document(
        id=checklist.id,
        language=language,
        title=title.text,
        subtitle=own_words(checklist.purpose, language),
        version=checklist.version,
        updated=checklist.reviewed,
        blocks=blocks,
        notes=notes.written(),
        author=labels["publisher"],
        labels=labels,
    )
    return Composed(document, problems_of(document, [scribe.reader]))


@dataclass(frozen=True)
class _ChecklistScribe:
    """Writes the parts of one checklist in one language."""

    language: str
    labels: Labels
    reader: Reader

    def section(self, section: ChecklistSection) -> doc.Blocks:
        title = section.title.get(self.language)
        heading = doc.Heading(1, section.id, (doc.Text(title.text),), other_language(title, self.language))
        intro = (self.paragraph(section.intro),) if section.intro else ()
        ticks = tuple(self.tick(item) for item in section.items if not item.retired)
        fields = tuple(field_block(make_field(spec, self.language)) for spec in section.fields)
        return (heading, *intro, *ticks, *fields)

    def paragraph(self, texts: LanguageMap, before: str = "") -> doc.Paragraph:
        text = texts.get(self.language)
        lead = (doc.Text(f"{before} ", bold=True),) if before else ()
        return doc.Paragraph((*lead, *self.reader.inlines(text.text)), other_language(text, self.language))

    def tick(self, item: Item) -> doc.TickLine:
        text = item.text.get(self.language)
        inlines = self.reader.inlines(text.text)
        box = doc.Field(item.id, "checkbox", plain_text(inlines), language=other_language(text, self.language))
        marked = (
            *self._who(item),
            *inlines,
            *self._behind(item),
            *self._by_law(item.law),
            *self._cited(_with(item.law, item.sources)),
        )
        return doc.TickLine(box, marked, self._why(item), other_language(text, self.language))

    def _who(self, item: Item) -> doc.Inlines:
        if item.who == "everyone":
            return ()
        text = item.text.get(self.language)
        own = self.language if text.language != self.language else None
        return (doc.Text(f"{self.labels[f'role-{item.who}']}: ", bold=True, language=own),)

    def _behind(self, item: Item) -> doc.Inlines:
        if not is_behind(item, self.language):
            return ()
        said = doc.Text(f"({self.labels['item_original']})", italic=True, language=self.language)
        return (doc.Text(" "), said)

    def _by_law(self, key: str | None) -> doc.Inlines:
        said = self.reader.notes.by_law(key) if key else ""
        return (doc.Text(f" {said}", italic=True),) if said else ()

    def _why(self, item: Item) -> doc.Inlines:
        if item.why is None:
            return ()
        why = item.why.get(self.language)
        return in_language(self.reader.inlines(why.text), other_language(why, self.language))

    def _cited(self, citations: tuple[Citation, ...]) -> doc.Inlines:
        numbers = dict.fromkeys(self.reader.notes.cite(citation, main_language()) for citation in citations)
        refs = [doc.NoteRef(number) for number in numbers if number]
        return tuple(item for ref in refs for item in ((ref,) if ref is refs[0] else (doc.Text(" "), ref)))

    def follow_ups(self, checklist: Checklist) -> doc.Blocks:
        if not checklist.follow_ups:
            return ()
        heading = doc.Heading(1, "follow-up", (doc.Text(self.labels["follow_up"]),))
        return (heading, *(block for each in checklist.follow_ups for block in self._follow_up(each, checklist)))

    def _follow_up(self, follow_up: FollowUp, checklist: Checklist) -> doc.Blocks:
        title = follow_up.title.get(self.language)
        other = other_language(title, self.language)
        start = checklist.start.text(self.language) if checklist.start else ""
        words = (
            *self.reader.inlines(title.text),
            *self._by_law(follow_up.law),
            *self._cited(_with(follow_up.law, follow_up.sources)),
        )
        heading = doc.Heading(2, follow_up.id, words, other)
        times = spans(follow_up)
        names = [follow_up.id] if len(times) == 1 else [f"{follow_up.id}-{count + 1}" for count in range(len(times))]
        dates = tuple(
            doc.FieldBlock(doc.Field(name, "date", duration_in_words(time, start, self.language, self.labels)))
            for name, time in zip(names, times, strict=True)
        )
        asks = tuple((self.paragraph(ask),) for ask in follow_up.ask)
        return (heading, *dates, *((doc.BulletList(asks),) if asks else ()))


def _with(law: str | None, sources: tuple[Citation, ...]) -> tuple[Citation, ...]:
    """Return the citations of something that may rest on a provision, the provision first."""
    return (Citation(key=law), *sources) if law else sources
