"""A material, composed into a document with places to write."""

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
from vejviser.documents.markdown import Reader
from vejviser.documents.notes import Notes
from vejviser.model.base import MAIN_LANGUAGE
from vejviser.model.material import Material, MaterialText
from vejviser.problems import Problem


def compose_material(
    material: Material, text: MaterialText, *, sources: Sources, labels: Labels, standing: str = ""
) -> Composed:
    """Compose a material in the language of `text`.

    `labels` are the words of `labels.LABEL_KEYS`; `standing` says who has approved the material. The problems are
    places for fields nobody declared (`unknown-field`), declared fields without a place (`field-without-place`), links
    to no place in the document (`link-without-target`), signs our fonts do not have (`unknown-sign`), and Markdown that
    documents do not know (`markdown-not-supported`).
    """
    language = text.language
    notes = Notes(sources, labels, language, material.updated)
    fields = {spec.id: make_field(spec, language) for spec in material.fields}
    reader = Reader(notes, fields, path=text.origin.path, line=text.body_line, resolve=web_links)
    blocks = (
        *standing_note(standing),
        *_template_note(labels if material.legal_note else {}),
        *translation_note(text.meta.translation, labels),
        *reader.blocks(text.body),
    )
    for citation in material.sources:
        notes.cite(citation, MAIN_LANGUAGE)
    document = doc.Document(
        id=material.id,
        language=language,
        title=text.meta.title,
        subtitle=own_words(material.purpose, language),
        version=material.version,
        updated=material.updated,
        blocks=blocks,
        notes=notes.written(),
        author=labels["publisher"],
        labels=labels,
    )
    return Composed(document, (*problems_of(document, [reader]), *_unplaced(material, document)))


def _template_note(labels: Labels) -> doc.Blocks:
    if note := labels.get("template_note"):
        return (doc.Callout("template", "", (doc.Paragraph((doc.Text(note),)),)),)
    return ()


def _unplaced(material: Material, document: doc.Document) -> tuple[Problem, ...]:
    placed = {found.id for found in document.fields}
    return tuple(
        material.origin.error("field-without-place", "fields", index, "id", field=spec.id, language=document.language)
        for index, spec in enumerate(material.fields)
        if spec.id not in placed
    )
