"""A letter as mail programs keep it, with its parts and attachments; saved web pages (MHTML) are such letters too."""

import email
import email.policy
import re
from collections.abc import Iterator
from email.errors import HeaderParseError
from email.header import decode_header, make_header

from vejviser.privacy.extract.part import Part
from vejviser.privacy.scan_result import ScanResult

_HEADERS = re.compile(
    r"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?(?:MIME-Version|Content-Transfer-Encoding):", re.IGNORECASE
)
_ENCODED = re.compile(r"(?:=\?[\w*.-]{1,40}\?[bBqQ]\?[^?\s]{1,400}\?=\s{0,80}+)++")


def is_letter(text: str) -> bool:
    """Return whether a text begins with the headers of a letter that may have its parts in codes."""
    return bool(_HEADERS.match(text[:10_000].replace("\r\n", "\n").lstrip("\n")))


def in_plain_letters(text: str) -> str:
    """Return the words of `text` that a mail program wrote in codes for its headers (RFC 2047), in plain letters."""
    try:
        return "\n".join(str(make_header(decode_header(found[0]))) for found in _ENCODED.finditer(text))
    except (LookupError, ValueError, HeaderParseError):
        return ""


def letter(part: Part) -> Iterator[ScanResult]:
    """Look into every part of a letter, decoded; raises TooMuchError."""
    whole = email.message_from_bytes(part.data.lstrip(), policy=email.policy.compat32)
    for number, piece in enumerate(whole.walk(), 1):
        data = piece.get_payload(decode=True)
        if isinstance(data, bytes):
            page = b"<html>" if piece.get_content_type() == "text/html" else b""
            yield from part.inner(piece.get_filename() or f"{piece.get_content_type()} {number}", page + data)
