"""Letters that nobody typed: read in a wrong encoding, made of two signs, lost, or not to be seen."""

import re
from collections.abc import Iterable, Iterator
from unicodedata import normalize

from vejviser.base.problems import Problem
from vejviser.check.placeholders import ABOUT_RULES
from vejviser.privacy.scan_result import Extract, ScanResult

_TEXTS = (".md", ".yml", ".yaml", ".csv")
_LATIN = {bytes([byte]).decode("cp1252", "replace"): byte for byte in range(0x80, 0x100)}
_LATIN |= {chr(byte): byte for byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}
"""What Windows shows for each byte beyond ASCII, with the byte."""
_SECOND = "".join(map(re.escape, (sign for sign, byte in _LATIN.items() if byte < 0xC0)))
_GARBLED = re.compile(
    rf"[ÂÃ][{_SECOND}]|â[{_SECOND}]{{2}}|ð[{_SECOND}]{{3}}|(?:[Ã-ß][{_SECOND}]|[à-ï][{_SECOND}]{{2}}){{3,}}"
)
"""UTF-8 read as if it were Windows' own encoding: »VÃ¦lg«, »â€“«. Letters that other languages do not double."""
_INVISIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u200b\u2028\u2029\u2060]|(?<!^)\ufeff")
"""Signs of other programs; those that order Arabic beside other letters are not among them."""
_AROUND_A_WORD = "\"'[](){},.:;#*_" + chr(0xBB) + chr(0xAB)
_LOST = re.compile("\ufffd")
_NOT_COMPOSED = re.compile("\\w[\u0300-\u036f\u0653-\u0655]")


def problems(found: Iterable[ScanResult]) -> Iterator[Problem]:
    """Yield the first letter of each kind in every text file: what one program did to a file, it did all over it."""
    for item in found:
        if (
            isinstance(item, Extract)
            and item.exact
            and not item.inside
            and item.path.lower().endswith(_TEXTS)
            and not item.path.startswith(ABOUT_RULES)
        ):
            yield from _garbled(item)
            yield from _decomposed(item)
            yield from _first(item, _LOST, "letter-lost")
            yield from _first(item, _INVISIBLE, "letter-invisible")


def _garbled(extract: Extract) -> Iterator[Problem]:
    for match in _GARBLED.finditer(extract.text):
        word = _word_around(extract.text, match.start(), match.end())
        fixed = _GARBLED.sub(lambda part: _right(part[0]), word)
        if fixed != word:
            yield _problem(extract, match.start(), "letters-garbled", found=word, fixed=fixed)
            return


def _right(signs: str) -> str:
    try:
        return bytes(_LATIN[sign] for sign in signs).decode("utf-8")
    except UnicodeDecodeError:
        return signs


def _decomposed(extract: Extract) -> Iterator[Problem]:
    for match in _NOT_COMPOSED.finditer(extract.text):
        if len(normalize("NFC", match[0])) == 1:
            word = _word_around(extract.text, match.start(), match.end()).strip(_AROUND_A_WORD)
            yield _problem(extract, match.start(), "letters-decomposed", fixed=normalize("NFC", word))
            return


def _first(extract: Extract, pattern: re.Pattern[str], rule: str) -> Iterator[Problem]:
    if match := pattern.search(extract.text):
        before = extract.text[: match.start()].rpartition("\n")[2][-20:]
        values = {"found": before.strip(), "sign": match[0], "code": f"U+{ord(match[0]):04X}"}
        yield _problem(extract, match.start(), rule, **values)


def _word_around(text: str, start: int, end: int) -> str:
    first = re.search(r"\S*$", text[max(0, start - 30) : start])
    last = re.match(r"\S*", text[end : end + 30])
    return f"{first[0] if first else ''}{text[start:end]}{last[0] if last else ''}"


def _problem(extract: Extract, offset: int, rule: str, **values: str) -> Problem:
    before = extract.text[:offset]
    line, column = before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1
    return Problem(extract.path, line, column, "error", rule, tuple(values.items()))
