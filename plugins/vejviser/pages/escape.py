"""Text from content -> Markdown that shows just that text."""

import html
import re
from urllib.parse import quote

from markupsafe import Markup

from vejviser.content.markdown.additions import AUTOLINK
from vejviser.content.model.allow_list import may_lead_to

_SPECIAL = re.compile(r"""[\\`*_{}\[\]#+!|~^$<>&"=]""")
_IN_ADDRESSES = ":/?#@!$&'*+,;=~%-._"
_FIRST = re.compile(r"^(?:[-:.)]|\d+(?=[.)]))")


def plain(text: str) -> Markup:
    """Return Markdown that shows `text` letter by letter, in a paragraph, a table cell, raw HTML or a quoted attribute.

    Characters that mean something become character references, which Markdown and HTML both leave alone. Line breaks
    become spaces, so that the text cannot begin a block of its own.
    """
    line = " ".join(text.split())
    line = _FIRST.sub(lambda match: "".join(_reference(letter) for letter in match[0]), _SPECIAL.sub(_escape, line))
    return Markup(line)  # noqa: S704 - every character that could begin markup is a reference now


def own_words(text: str, name: str) -> Markup:
    """Return an interface text as Markdown and HTML show it; the portal's name in it shows letter by letter.

    Its `{places}` stay. They are ours and hold no markup, but a name can hold anything, and quotes end an attribute.
    """
    parts = text.split(name) if name else [text]
    return Markup(plain(name).join(html_safe(part) for part in parts))  # noqa: S704 - all of it is escaped here


def html_safe(text: str) -> Markup:
    """Return a text for HTML and for a quoted attribute; apostrophes, which end neither, stay as they are."""
    return Markup(html.escape(text, quote=False).replace('"', "&quot;"))  # noqa: S704 - escaped just here


def rich(text: str) -> Markup:
    """Return Markdown that keeps the editor's emphasis and links, but no HTML."""
    linked = AUTOLINK.sub(_link, text.strip())
    return Markup(html.escape(linked, quote=False).replace("&gt; ", "> "))  # noqa: S704 - escaped just here


def _link(match: re.Match[str]) -> str:
    """Write an address in angle brackets, which would be escaped, as a link with words."""
    address = match["address"]
    if not may_lead_to(address):
        return match[0]
    target = address if ":" in address else f"mailto:{address}"
    words = re.sub(r"([\\`*_\[\]])", r"\\\1", address)
    return f"[{words}]({quote(target, safe=_IN_ADDRESSES)})"


def _escape(match: re.Match[str]) -> str:
    return _reference(match[0])


def _reference(letter: str) -> str:
    return f"&#{ord(letter)};"
