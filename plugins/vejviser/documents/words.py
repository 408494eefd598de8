"""Small sentences that every format says in the same way."""

from babel.dates import format_date

from vejviser.documents.document import Document


def long_date(document: Document) -> str:
    """Give the date of the document's version in words, in its language."""
    return format_date(document.updated, format="long", locale=document.language)


def footer_words(document: Document) -> tuple[str, str, str]:
    """Give what the footer says: title and version, the word before the page's number, and the word after it."""
    labels = document.labels
    version = f"{labels['version']} {document.version}"
    return f"{document.title} · {version} · {long_date(document)}", labels["page"], labels["of"]
