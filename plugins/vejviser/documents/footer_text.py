"""Small sentences that every format says in the same way."""

from collections.abc import Mapping
from textwrap import shorten
from typing import Any

from babel.dates import format_date
from babel.lists import format_list

from vejviser.content.languages import locale
from vejviser.content.model.approvals import Standing, sentences
from vejviser.content.model.short_address import as_typed
from vejviser.content.model.texts import Texts
from vejviser.documents.document import Document

_ROOM = 74
"""How many letters a footer has for title and version, beside the page's number; a long title is cut."""
_LTR = "\N{LEFT-TO-RIGHT MARK}"
"""Around an address in words that run from right to left, so that its last slash stands last."""


def _long_date(document: Document) -> str:
    return format_date(document.updated, format="long", locale=locale(document.language))


def version_words(document: Document) -> str:
    """Return version and date; a document that counts no versions has a date alone."""
    if document.version:
        return f"{document.labels['version']} {document.version} · {_long_date(document)}"
    return f"{document.labels['updated']} {_long_date(document)}"


def footer_words(document: Document) -> tuple[str, str, str]:
    """Return what the footer says: title and version, the word before the page's number, and the word after it."""
    version = version_words(document)
    title = shorten(document.title, _ROOM - len(version), placeholder="…")
    return f"{title} · {version}", document.labels["page"], document.labels["of"]


def address_words(document: Document) -> str:
    """Return where the newest edition is, as somebody types it; empty for a document without an address."""
    return f"{document.labels['newest']} {_LTR}{as_typed(document.address)}{_LTR}" if document.address else ""


def standing_words(found: Standing, t: Texts) -> str:
    """Return in words who has approved a text, and who has not yet; empty where there is nothing to say."""
    return " ".join(_sentence(t, key, values) for key, values in sentences(found, t.language))


def _sentence(t: Texts, key: str, values: Mapping[str, Any]) -> str:
    who = format_list(list(values["who"]), locale=locale(t.language))
    day = {"day": format_date(values["day"], format="long", locale=locale(t.language))} if "day" in values else {}
    return t(key, who=who, **day)
