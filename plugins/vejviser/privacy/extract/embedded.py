"""Files written into a text as data: addresses, such as a picture inside a drawing or a style sheet."""

import base64
import binascii
import html
import re
from collections.abc import Iterator
from urllib.parse import unquote_to_bytes

from vejviser.privacy.extract.part import Part
from vejviser.privacy.scan_result import ScanResult

_DATA = re.compile(r"data:(?P<kind>[\w.+-]+/[\w.+-]+)?(?P<settings>(?:;[\w=.+\"-]+)*),(?P<content>[^\"'\s)<>`\\]+)")
_WRAPPED = re.compile(
    r"data:(?P<kind>[\w.+-]+/[\w.+-]+)?(?P<settings>(?:;[\w=.+-]+)*;base64),(?P<content>[\w+/=\s%-]+)"
)
_IN_CARD = re.compile(r";(?:ENCODING=)?(?:B|BASE64)(?:;[^:\n]{0,200})?:([\w+/=]{16,})", re.IGNORECASE)


def embedded(part: Part, text: str) -> Iterator[ScanResult]:
    """Look into every file that `text` holds as a data: address; raises TooMuchError."""
    if "data:" not in text:
        return
    found = {match.span("content")[0]: match for pattern in (_DATA, _WRAPPED) for match in pattern.finditer(text)}
    for number, match in enumerate(found.values(), 1):
        data = _bytes(html.unescape(match["content"]), coded="base64" in match["settings"])
        if data:
            yield from part.inner(f"data:{match['kind'] or ''} {number}", data)


def in_card(part: Part, text: str) -> Iterator[ScanResult]:
    """Look into every file that a contact card or a calendar holds in codes, its lines put together."""
    for number, match in enumerate(_IN_CARD.finditer(text), 1):
        data = _bytes(match[1], coded=True)
        if data:
            yield from part.inner(f"base64 {number}", data)


def _bytes(content: str, *, coded: bool) -> bytes:
    plain = unquote_to_bytes(content)
    if not coded:
        return plain
    try:
        return base64.b64decode(b"".join(plain.split()) + b"==", altchars=None, validate=False)
    except binascii.Error:
        return b""
