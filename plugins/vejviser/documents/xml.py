"""Text that may stand in XML, whatever somebody wrote."""

import re

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": " "})


def allowed(text: str) -> str:
    """Return `text` without the characters that XML 1.0 forbids, such as control characters and lone surrogates."""
    return _FORBIDDEN.sub("", text)


def escaped(text: str) -> str:
    """Return `text` as it is written in XML, in an element or in a quoted attribute."""
    return allowed(text).translate(_ENTITIES)
