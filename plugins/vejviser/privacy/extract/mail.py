"""A letter as mail programs keep it, with its parts and attachments; saved web pages (MHTML) are such letters too."""

import email
import email.policy
import re
from collections.abc import Iterator

from vejviser.model.extract import Found
from vejviser.privacy.extract.part import Part

_HEADERS = re.compile(
    r"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?(?:MIME-Version|Content-Transfer-Encoding):", re.IGNORECASE
)


def is_letter(text: str) -> bool:
    """Tell whether a text begins with the headers of a letter that may have its parts in codes."""
    return bool(_HEADERS.match(text[:10_000].replace("\r\n", "\n").lstrip("\n")))


def letter(part: Part) -> Iterator[Found]:
    """Look into every part of a letter, decoded; raises TooMuchError."""
    whole = email.message_from_bytes(part.data.lstrip(), policy=email.policy.compat32)
    for number, piece in enumerate(whole.walk(), 1):
        data = piece.get_payload(decode=True)
        if isinstance(data, bytes):
            page = b"<html>" if piece.get_content_type() == "text/html" else b""
            yield from part.inner(piece.get_filename() or f"{piece.get_content_type()} {number}", page + data)
