"""The engine's functions: `render` for one file, `template` and `fill` for many that differ in their fields."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Protocol

from vejviser.documents.document import Document, Format
from vejviser.documents.docx import docx_template
from vejviser.documents.epub import epub_template
from vejviser.documents.odp import odp_template
from vejviser.documents.odt import odt_template


class Template(Protocol):
    """A document in one format with empty fields, quick to fill."""

    def filled(self, values: Mapping[str, str]) -> bytes:
        """Return the file with `values`, by field id; a field without a value stays empty and labelled."""


def template(document: Document, format: Format) -> Template:  # noqa: A002
    """Make a template of `document`: the slow half of writing it, done once a document and language.

    Raises KeyError for an unknown format.
    """
    return _TEMPLATES[format](document)


def fill(template: Template, values: Mapping[str, str]) -> bytes:
    """Return the file of a template with `values`, by field id. The same values give the same bytes."""
    return template.filled(values)


def render(document: Document, format: Format) -> bytes:  # noqa: A002
    """Write `document` in one format, with the values its fields have. The same document gives the same bytes.

    Raises KeyError for an unknown format.
    """
    values = {field.id: field.value for field in document.fields if field.value}
    return fill(template(document, format), values)


def _pdf(document: Document) -> Template:
    from vejviser.documents.pdf import typeset  # noqa: PLC0415 - WeasyPrint is heavy, and checking needs none of it
    from vejviser.documents.pdf_forms import prepared  # noqa: PLC0415

    return prepared(typeset(document), document)


def _slides(document: Document) -> Template:
    from vejviser.documents.pdf import typeset_slides  # noqa: PLC0415
    from vejviser.documents.pdf_forms import prepared  # noqa: PLC0415

    return prepared(typeset_slides(document), replace(document, address=""))


_TEMPLATES: Mapping[Format, Callable[[Document], Template]] = {
    "pdf": _pdf,
    "docx": docx_template,
    "odt": odt_template,
    "epub": epub_template,
    "slides": _slides,
    "odp": odp_template,
}
