"""Two composed texts, the original and a translation of it, as one document that says which of them counts."""

from dataclasses import replace

from vejviser.content.model.base import Translation
from vejviser.documents import blocks as doc
from vejviser.documents.compose import translation_note
from vejviser.documents.document import Document
from vejviser.documents.two_languages import woven


def compose_two_languages(
    original: Document, other: Document, translation: Translation | None, *, signed: bool = False
) -> Document:
    """Return the original document with the translation beside it.

    Above it stands in both languages that the translation is a help and the original counts, where a machine made
    it or where people sign.
    """
    said = translation_note(translation, other.labels)
    alone = replace(other, blocks=tuple(block for block in other.blocks if block not in said))
    return woven(original, alone, _help_note(original, other, translation, signed=signed))


def _help_note(original: Document, other: Document, translation: Translation | None, *, signed: bool) -> doc.Blocks:
    by_machine = translation is not None and translation.status == "machine"
    if signed:
        said = "help_signed_machine" if by_machine else "help_signed"
        first, second = (_box(document, said) for document in (original, other))
    elif by_machine:
        first, second = (_line(document, "help_machine") for document in (original, other))
    else:
        return ()
    return (doc.SideBySide((((first,), (second,)),), other.language),)


def _box(document: Document, said: str) -> doc.Block:
    return doc.Callout("note", document.labels["help_title"], (doc.Paragraph((doc.Text(document.labels[said]),)),))


def _line(document: Document, said: str) -> doc.Block:
    return doc.Paragraph((doc.Text(document.labels[said]),), quiet=True)
