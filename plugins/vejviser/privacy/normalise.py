r"""A text as it is written -> the same text as it is read, with every place kept.

People and programs write one letter in many ways: digits of other scripts, `&#45;`, `%2D`, `\u002d`, invisible signs
between two letters, tags in the middle of a word. What the finders search is what a reader would see.
"""

import base64
import binascii
import html
import quopri
import re
import sys
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote

_DASHES = "‐‑‒–—―−⁃﹘﹣－\u05be\ufffe"
_ODD_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉⓪①②③④⑤⑥⑦⑧⑨"
_DIGITS_END = 0x20000
"""No digit has a code from here on, which a test holds: to ask a million letters took long at each start."""
_INVISIBLE = "\u00ad\u034f\u061c\u115f\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20e3\ufe00-\ufe0f\ufeff"


def _alike() -> dict[int, str]:
    """Return the plain form of every letter that stands for one other: digits, dashes, spaces, full width, circled."""
    table = {code: str(unicodedata.digit(chr(code))) for code in range(0x80, _DIGITS_END) if chr(code).isdecimal()}
    table |= {ord(letter): str(unicodedata.digit(letter)) for letter in _ODD_DIGITS}
    table |= {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    table |= {ord(letter): "-" for letter in _DASHES}
    table |= {code: " " for code in range(0x80, 0x3001) if chr(code).isspace()}
    return table | {ord("﹫"): "@", ord("\u2044"): "/", ord("\u2215"): "/", ord("。"): ".", ord("．"): "."}


def _ranges(codes: Iterable[int]) -> str:
    """Return the letters as a class of a regular expression reads them: from-to."""
    found: list[list[int]] = []
    for code in sorted(codes):
        if found and found[-1][1] == code - 1:
            found[-1][1] = code
        else:
            found.append([code, code])
    return "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in found)


_ALIKE = _alike()
_LOOKS_ALIKE = re.compile(f"[{_ranges(code for code in _ALIKE if code < 0x10000)}]")
_RARE = re.compile("[\U00010000-\U0010ffff]")
_SIGNS = rf"[&%<{_INVISIBLE}]|\\(?!u0[1-5]|u06[0-57-eA-E])"
_SIGN = re.compile(_SIGNS)
"""Where something may stand that is read in another way than it is written; everything else is passed over quickly."""
_SIGN_OR_FOLD = re.compile(rf"{_SIGNS}|\r?\n[ \t]")
_UNSEEN = re.compile(f"[{_INVISIBLE}]")

_INLINE = (
    "abbr|a|bdi|bdo|b|cite|code|data|del|dfn|em|font|ins|i|kbd|mark|nobr|q|small|span|strong|sub|sup|s|time|tspan|tt|u|"
    "var|wbr"
)
_READINGS = re.compile(
    r"&(?:amp;)?(?:#(?:\d{1,7}|[xX][0-9a-fA-F]{1,6});?|[A-Za-z][A-Za-z0-9]{1,30};)"  # 1 an entity, also an escaped one
    r"|(?P<percent>(?:%(?:25)?[0-9A-Fa-f]{2})+)"
    r"|(?P<escape>\\(?-i:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|u\{[0-9A-Fa-f]{1,6}\}|U[0-9A-Fa-f]{8}))"
    r"|(?P<letter>\\[nrt])"
    r"|(?P<nothing>\\\r?\n[ \t]{0,80}|\\(?=[^\w\s])"
    rf"|</?(?:{_INLINE})(?:\s[^<>@]{{0,300}})?/?>|<!--[^<>]{{0,200}}-->|[{_INVISIBLE}]+)"
    r"|(?P<cell></t[dh]>\s{0,80}(?:<t[dh](?:\s[^<>]{0,300})?>)?)"
    r"|(?P<line><br\s{0,3}/?>)"
    r"|(?P<fold>\r?\n[ \t])",
    re.IGNORECASE,
)
_MAY_HOLD_CONTACT = re.compile(r"\d\D{0,3}\d\D{0,3}\d\D{0,3}\d|@|%")
_LETTERS = {"n": "\n", "r": "\n", "t": "\t"}
_FOLDED = re.compile(r"\s*BEGIN:V(?:CARD|CALENDAR)", re.IGNORECASE)
_DATA = re.compile(r"data:[^,\"'\s]{0,100};base64,([A-Za-z0-9+/=\s]{16,})")
_LONGEST_DATA = 200_000


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as it is read. `starts` are the places in `text` from where on `shifts` tells the original's place."""

    text: str
    starts: tuple[int, ...] = (0,)
    originals: tuple[int, ...] = (0,)
    whole: int | None = None
    """Set for a text that was packed in one place of the original, such as a data: address: that place."""

    def place(self, offset: int) -> int:
        """Return where the letter at `offset` of the text stands in the original."""
        if self.whole is not None:
            return self.whole
        part = bisect_right(self.starts, offset) - 1
        return self.originals[part] + offset - self.starts[part]


def readings(text: str) -> Iterator[Reading]:
    """Yield the text as it is read, and each text packed inside it as base64."""
    yield normalised(text)
    if ";base64," in text:
        for match in _DATA.finditer(text):
            inner = _unpacked(match[1])
            if inner:
                yield Reading(normalised(inner).text, whole=match.start())
    if "uoted-printable" in text or "UOTED-PRINTABLE" in text:
        yield Reading(normalised(quopri.decodestring(text.encode()).decode("utf-8", "replace")).text, whole=0)


def normalised(text: str) -> Reading:
    """Return `text` with every letter in its plain form, and nothing between letters that a reader does not see."""
    parts: list[str] = []
    starts, originals = [0], [0]
    done = length = 0
    folded = bool(_FOLDED.match(text))
    for sign in (_SIGN_OR_FOLD if folded else _SIGN).finditer(text):
        if sign.start() < done:
            continue
        match = _READINGS.match(text, sign.start())
        new = None if match is None else _read(match)
        if match is None or new is None:
            continue
        parts += (text[done : match.start()], new)
        length += match.start() - done
        _keep(starts, originals, length, match.start())
        length += len(new)
        done = match.end()
        _keep(starts, originals, length, done)
    plain = "".join((*parts, text[done:])) if parts else text
    return Reading(_plain(plain), tuple(starts), tuple(originals))


def _keep(starts: list[int], originals: list[int], start: int, original: int) -> None:
    if starts[-1] == start:
        originals[-1] = original
    else:
        starts.append(start)
        originals.append(original)


def _read(match: re.Match[str]) -> str | None:
    """Return what a reader sees in place of the match; None where it is only what it is."""
    written = match[0]
    match match.lastgroup:
        case "percent":
            new = unquote(written.replace("%25", "%"))
        case "escape":
            new = _escaped(written[2:].strip("{}"))
        case "letter":
            new = _LETTERS[written[1].lower()]
        case "nothing":
            new = written if written[0] == "<" and _MAY_HOLD_CONTACT.search(written) else ""
        case "cell":
            new = "\t"
        case "line":
            new = "\n"
        case "fold":
            new = ""
        case _:
            new = html.unescape(html.unescape(written))
    new = _UNSEEN.sub("", new)
    return None if new == written else new


def _escaped(number: str) -> str:
    code = int(number, 16)
    return chr(code) if code <= sys.maxunicode and not 0xD800 <= code < 0xE000 else "\ufffd"


def _plain(text: str) -> str:
    if text.isascii():
        return text
    text = _LOOKS_ALIKE.sub(lambda match: _ALIKE[ord(match[0])], text)
    return _RARE.sub(lambda match: _ALIKE.get(ord(match[0]), match[0]), text)


def _unpacked(packed: str) -> str | None:
    """Return the text in base64, or None when there is none; what was cut off is read as far as it goes."""
    letters = "".join(packed[:_LONGEST_DATA].split()).rstrip("=")
    letters = letters[:-1] if len(letters) % 4 == 1 else letters
    try:
        return base64.b64decode(letters + "=" * (-len(letters) % 4)).decode("utf-8")
    except (binascii.Error, UnicodeDecodeError):
        return None
