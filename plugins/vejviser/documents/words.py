"""Small sentences that every format says in the same way."""

from babel.dates import format_date

from vejviser.documents.document import Document


def _long_date(document: Document) -> str:
    return format_date(document.updated, format="long", locale=document.language)


def version_words(document: Document) -> str:
    """Give version and date; a document that counts no versions has a date alone."""
    if document.version:
        return f"{document.labels['version']} {document.version} · {_long_date(document)}"
    return f"{document.labels['updated']} {_long_date(document)}"


def footer_words(document: Document) -> tuple[str, str, str]:
    """Give what the footer says: title and version, the word before the page's number, and the word after it."""
    return f"{document.title} · {version_words(document)}", document.labels["page"], document.labels["of"]
