"""Text from content -> Markdown that shows just that text."""

import html
import re

from markupsafe import Markup

_SPECIAL = re.compile(r"""[\\`*_{}\[\]#+!|~^$<>&"=]""")
_FIRST = re.compile(r"^(?:[-:.)]|\d+(?=[.)]))")


def plain(text: str) -> Markup:
    """Give Markdown that shows `text` letter by letter, in a paragraph, a table cell, raw HTML or a quoted attribute.

    Characters that mean something become character references, which Markdown and HTML both leave alone. Line breaks
    become spaces, so that the text cannot begin a block of its own.
    """
    line = " ".join(text.split())
    line = _FIRST.sub(lambda match: "".join(_reference(letter) for letter in match[0]), _SPECIAL.sub(_escape, line))
    return Markup(line)  # noqa: S704 - every character that could begin markup is a reference now


def rich(text: str) -> Markup:
    """Give Markdown that keeps the editor's emphasis and links, but no HTML."""
    return Markup(html.escape(text.strip(), quote=False).replace("&gt; ", "> "))  # noqa: S704 - escaped just here


def _escape(match: re.Match[str]) -> str:
    return _reference(match[0])


def _reference(letter: str) -> str:
    return f"&#{ord(letter)};"
