"""A material, composed into a document with places to write."""

from collections.abc import Iterator

from vejviser.base.problems import Problem
from vejviser.content.languages import main_language
from vejviser.content.model.material import Material, MaterialText
from vejviser.documents import blocks as doc
from vejviser.documents.compose import (
    Composed,
    Labels,
    Resolve,
    Sources,
    in_short,
    make_field,
    own_words,
    problems_of,
    standing_note,
    translation_note,
    web_links,
)
from vejviser.documents.document import Document
from vejviser.documents.footnotes import Notes
from vejviser.documents.markdown import Reader
from vejviser.documents.pictures import NO_PICTURES, Pictures
from vejviser.documents.signing import unlabelled_signatures
from vejviser.documents.slides import slides_of, unfit


def compose_material(
    material: Material,
    text: MaterialText,
    *,
    sources: Sources,
    labels: Labels,
    standing: str = "",
    pictures: Pictures = NO_PICTURES,
    resolve: Resolve = web_links,
) -> Composed:
    """Compose a material in the language of `text`.

    `labels` are the words of `labels.LABEL_KEYS`; `standing` says who has approved the material. The sources of what
    is signed and what it says in short stand on its page, not in the file that people sign; and of such a material only
    the original must have all fields, for a translation stands beside it to help.

    The problems are places for fields nobody declared (`unknown-field`), declared fields without a place
    (`field-without-place`), links to no place in the document (`link-without-target`), signs our fonts do not have
    (`unknown-sign`), signatures without words before them (`signature-without-words`), and Markdown that documents do
    not know (`markdown-not-supported`).
    """
    language = text.language
    notes = Notes({} if material.signed else sources, labels, language, material.updated)
    fields = {spec.id: make_field(spec, language) for spec in material.fields}
    reader = Reader(notes, fields, path=text.origin.path, line=text.body_line, resolve=resolve, pictures=pictures)
    blocks = (
        *_template_note(labels if material.legal_note else {}),
        *translation_note(text.meta.translation, labels),
        *in_short(() if material.signed else material.in_short, language, reader, labels),
        *reader.blocks(text.body),
    )
    said = standing_note(standing)
    for citation in material.sources:
        notes.cite(citation, main_language())
    document = Document(
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
    wordless = _wordless(material, document) if material.signed else ()
    counts = language == main_language() or not material.signed
    lacking = (*_unplaced(material, document), *wordless) if counts else ()
    wrong = (*problems_of(document, [reader]), *lacking)
    return Composed(document, (*wrong, *_slides(material, text, document)))


def _wordless(material: Material, document: Document) -> tuple[Problem, ...]:
    ids = [spec.id for spec in material.fields]
    return tuple(
        material.origin.error("signature-without-words", "fields", ids.index(signature.id), "id", field=signature.id)
        for signature in unlabelled_signatures(document.blocks)
    )


def _template_note(labels: Labels) -> doc.Blocks:
    if note := labels.get("template_note"):
        return (doc.Callout("template", "", (doc.Paragraph((doc.Text(note),)),)),)
    return ()


def _slides(material: Material, text: MaterialText, document: Document) -> Iterator[Problem]:
    """Find slides that hold what none can show, and files of slides for a text that has none."""
    for title in unfit(document):
        above = text.body.partition(f'"{title}"')[0]
        line = text.body_line + above.count("\n")
        yield Problem(text.origin.path, line, 1, "error", "slide-unfit", (("title", title),))
    if {"slides", "odp"} & {*material.formats} and not slides_of(document):
        yield Problem(text.origin.path, text.body_line, 1, "error", "slides-missing")


def _unplaced(material: Material, document: Document) -> tuple[Problem, ...]:
    placed = {found.id for found in document.fields}
    return tuple(
        material.origin.error("field-without-place", "fields", index, "id", field=spec.id, language=document.language)
        for index, spec in enumerate(material.fields)
        if spec.id not in placed
    )
