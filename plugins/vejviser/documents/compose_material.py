"""A material, composed into a document with places to write."""

from collections.abc import Iterator
from dataclasses import replace

from vejviser.base.problems import Problem
from vejviser.content.languages import MAIN_LANGUAGE, Language
from vejviser.content.model.material import Material, MaterialText
from vejviser.documents import document as doc
from vejviser.documents.compose import (
    Composed,
    Labels,
    Sources,
    make_field,
    own_words,
    problems_of,
    standing_note,
    translation_note,
    web_links,
)
from vejviser.documents.footnotes import Notes
from vejviser.documents.markdown import Reader
from vejviser.documents.signing import as_help, unlabelled_signatures
from vejviser.documents.slides import slides_of, unfit

Read = tuple[doc.Blocks, Reader]


def compose_material(
    material: Material,
    text: MaterialText,
    original: MaterialText | None = None,
    *,
    sources: Sources,
    labels: Labels,
    standing: str = "",
) -> Composed:
    """Compose a material in the language of `text`.

    Of a material that is signed, a translation helps to read the Danish `original`, which follows it and alone can be
    filled in; and its sources stand on its page, not in the file that people sign.

    `labels` are the words of `labels.LABEL_KEYS`; `standing` says who has approved the material. The problems are
    places for fields nobody declared (`unknown-field`), declared fields without a place (`field-without-place`), links
    to no place in the document (`link-without-target`), signs our fonts do not have (`unknown-sign`), signatures
    without words before them (`signature-without-words`), and Markdown that documents do not know
    (`markdown-not-supported`).
    """
    language = text.language
    notes = Notes({} if material.signed else sources, labels, language, material.updated)
    own, reader = _read(material, text, notes)
    helps = material.signed and original is not None and language != MAIN_LANGUAGE
    danish, second = _danish(material, original, notes) if helps and original else ((), None)
    blocks = (
        *_template_note(labels if material.legal_note else {}),
        *(_help_note(text, labels) if helps else translation_note(text.meta.translation, labels)),
        *(as_help(own) if helps else own),
        *_signed(original, danish, labels),
    )
    said = standing_note(standing)
    for citation in material.sources:
        notes.cite(citation, MAIN_LANGUAGE)
    document = doc.Document(
        id=material.id,
        language=language,
        title=text.meta.title,
        subtitle=own_words(material.purpose, language),
        version=material.version,
        updated=material.updated,
        blocks=(*blocks, *said) if material.signed else (*said, *blocks),
        notes=notes.written(),
        author=labels["publisher"],
        labels=labels,
    )
    readers = [reader, *([second] if second else [])]
    wordless = _wordless(material, document) if material.signed else ()
    wrong = (*problems_of(document, readers), *_unplaced(material, document), *wordless)
    return Composed(document, (*wrong, *_slides(material, text, document)))


def _read(material: Material, text: MaterialText, notes: Notes, within: Language | None = None) -> Read:
    """Read a text; `within` is the language of the document that it is a part of, when that is another."""
    other = text.language if within else None
    specs = {spec.id: make_field(spec, text.language) for spec in material.fields}
    fields = {key: replace(spec, language=spec.language or other) for key, spec in specs.items()}
    prefix = f"{text.language}-" if within else ""
    path, line = text.origin.path, text.body_line
    reader = Reader(notes, fields, path=path, line=line, anchors=prefix, resolve=web_links)
    return reader.blocks(text.body, other), reader


def _danish(material: Material, original: MaterialText, notes: Notes) -> Read:
    return _read(material, original, notes, within=MAIN_LANGUAGE)


def _signed(original: MaterialText | None, danish: doc.Blocks, labels: Labels) -> doc.Blocks:
    """Return the Danish text under its own title, on a new page."""
    if original is None or not danish:
        return ()
    title = doc.Text(original.meta.title, bold=True)
    heading = doc.Heading(1, "underskrives", (doc.Text(labels["signed_text"]),))
    return (doc.PageBreak(), heading, doc.Paragraph((title,), MAIN_LANGUAGE), *danish)


def _help_note(text: MaterialText, labels: Labels) -> doc.Blocks:
    read = text.meta.translation and text.meta.translation.status == "reviewed"
    words = labels["help_reviewed" if read else "help_machine"]
    return (doc.Callout("note", labels["help_title"], (doc.Paragraph((doc.Text(words),)),)),)


def _wordless(material: Material, document: doc.Document) -> tuple[Problem, ...]:
    ids = [spec.id for spec in material.fields]
    return tuple(
        material.origin.error("signature-without-words", "fields", ids.index(signature.id), "id", field=signature.id)
        for signature in unlabelled_signatures(document.blocks)
    )


def _template_note(labels: Labels) -> doc.Blocks:
    if note := labels.get("template_note"):
        return (doc.Callout("template", "", (doc.Paragraph((doc.Text(note),)),)),)
    return ()


def _slides(material: Material, text: MaterialText, document: doc.Document) -> Iterator[Problem]:
    """Find slides that hold what none can show, and files of slides for a text that has none."""
    for title in unfit(document):
        above = text.body.partition(f'"{title}"')[0]
        line = text.body_line + above.count("\n")
        yield Problem(text.origin.path, line, 1, "error", "slide-unfit", (("title", title),))
    if {"slides", "odp"} & {*material.formats} and not slides_of(document):
        yield Problem(text.origin.path, text.body_line, 1, "error", "slides-missing")


def _unplaced(material: Material, document: doc.Document) -> tuple[Problem, ...]:
    placed = {found.id for found in document.fields}
    return tuple(
        material.origin.error("field-without-place", "fields", index, "id", field=spec.id, language=document.language)
        for index, spec in enumerate(material.fields)
        if spec.id not in placed
    )
