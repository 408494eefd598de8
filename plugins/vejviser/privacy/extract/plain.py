"""Texts as they are, and the readable stretches of files that are none."""

import re
from collections.abc import Iterator

from vejviser.privacy.extract.embedded import embedded, in_card
from vejviser.privacy.extract.file_types import decoded
from vejviser.privacy.extract.mail import in_plain_letters, is_letter, letter
from vejviser.privacy.extract.part import Part
from vejviser.privacy.scan_result import ScanResult

_CODE_ENDINGS = (".js", ".mjs", ".css", ".map", ".wasm")
_FOLDED = re.compile(r"\r?\n[ \t]")
_FOLDED_START = re.compile(r"\s*BEGIN:V(?:CALENDAR|CARD)\b", re.IGNORECASE)
_ESCAPED = re.compile(r"\\([\\;,nN])")
_READABLE = re.compile(rb"[\x20-\x7e\xa0-\xff]{8,}")
_READABLE_WIDE = (
    (re.compile(rb"(?:[\x20-\x7e]\x00){8,}"), "utf-16-le"),
    (re.compile(rb"(?:\x00[\x20-\x7e]){8,}"), "utf-16-be"),
)
_RTF_LETTER = re.compile(r"\\'([0-9a-fA-F]{2})")
_RTF_BREAK = re.compile(r"\\(?:par|line|row|page|sect)\b ?")
_RTF_CELL = re.compile(r"\\(?:tab|cell)\b ?")
_RTF_DASH = re.compile(r"\\(?:_|-|endash\b ?|emdash\b ?)")
_RTF_WORD = re.compile(r"\\\*|\\[a-zA-Z]+-?\d* ?|[{}]|[\r\n]")


def text(part: Part) -> Iterator[ScanResult]:
    """Read a text; the lines that calendars and contact cards fold are put together again."""
    written = decoded(part.data) or ""
    if _FOLDED_START.match(written):
        unfolded = _FOLDED.sub("", written)
        yield part.extract(_ESCAPED.sub(lambda sign: "\n" if sign[1] in "nN" else sign[1], unfolded))
        yield from in_card(part, unfolded)
    else:
        yield part.extract(written, words=not part.name.endswith(_CODE_ENDINGS), exact=True)
    yield from embedded(part, written)
    if "=?" in written and (coded := in_plain_letters(written)):
        yield part.extract(coded)
    if is_letter(written):
        yield from letter(part)


def readable(data: bytes) -> str:
    """Return the readable stretches of a binary file, such as an old Word document: eight letters and more."""
    narrow = [match.decode("cp1252", "replace") for match in _READABLE.findall(data)]
    wide = [match.decode(coding) for pattern, coding in _READABLE_WIDE for match in pattern.findall(data)]
    return "\n".join((*narrow, *wide))


def binary(part: Part) -> Iterator[ScanResult]:
    """Read the readable stretches of a file whose other bytes are known to hold no words."""
    yield part.extract(readable(part.data), words=False)


def unknown(part: Part) -> Iterator[ScanResult]:
    """Report a file of an unknown kind, and read what can be read of it, also with its zeros left out."""
    yield part.unreadable("unknown-kind")
    yield part.extract(readable(part.data), words=False)
    if b"\0" in part.data:
        yield part.extract(readable(part.data.replace(b"\0", b"")), words=False)


def rich_text(part: Part) -> Iterator[ScanResult]:
    """Read what stands in RTF between its commands, and say that there can be more in it than can be read."""
    written = _RTF_BREAK.sub("\n", part.data.decode("cp1252", "replace"))
    written = _RTF_DASH.sub("-", _RTF_CELL.sub("\t", written))
    written = _RTF_LETTER.sub(lambda code: bytes.fromhex(code[1]).decode("cp1252", "replace"), written)
    yield part.unreadable("old-format")
    yield part.extract(_RTF_WORD.sub("", written))
