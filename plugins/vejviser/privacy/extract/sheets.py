"""The cells of a spreadsheet as a reader sees them: rows of texts, and numbers in the form of their cells."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation

from vejviser.privacy.extract.office import Element, readings
from vejviser.privacy.extract.office_roles import family_of, local

_SECTION = re.compile(r'("[^"]*"|\\.|[_*].)|(;)')
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|[_*](?P<space>.)|\[[^\]]*\]|(?P<digit>[0#?])|(?P<other>.)', re.DOTALL
)
_DATE_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|\[[^\]]*\]|(?P<part>d+|m+|y+|h+|s+|e+)|(?P<other>.)', re.IGNORECASE
)
_LITERALS = re.compile(r'"[^"]*"|\\.|[_*].|\[[^\]]*\]')
_OWN_FORMATS = {"1": "0", "14": "dd-mm-yyyy", "22": "dd-mm-yyyy"}
"""Formats that Excel knows by number; all others show a whole number as its digits."""
_FIRST_DAY = date(1899, 12, 30)
_SHEETS = frozenset(["worksheet", "dialogsheet", "macrosheet"])
_ODF_VALUE = re.compile(r'office:value="([\d.]+(?:[eE][+-]?\d+)?)"')


@dataclass(frozen=True, slots=True)
class Book:
    """What the sheets of a workbook share: texts by number, and the formats of numbers by style."""

    texts: Sequence[str]
    formats: Sequence[str]


def sheet_texts(parts: Mapping[str, Element]) -> Iterator[tuple[str, str]]:
    """Yield each sheet's name in the package and its rows: a tab between cells, a line break between rows.

    A number stands as its format shows it, and again with all its digits. Nine or ten digits stand once more beside
    the heading of their column, with the zero in front that a spreadsheet takes from a number.
    """
    known = {local(root.tag): root for root in parts.values() if family_of(root.tag) == "x"}
    book = Book(_shared(known.get("sst")), _formats(known.get("styleSheet")))
    for name, root in parts.items():
        if family_of(root.tag) == "x" and local(root.tag) in _SHEETS:
            yield name, "\n".join(_lines(root, book))


def numbers_of_odf(markup: str) -> str:
    """Return the numbers that the cells of an OpenDocument sheet hold, with all their digits; one a line."""
    found = (plain_number(value) for value in _ODF_VALUE.findall(markup))
    return "\n".join(_padded(value) for value in dict.fromkeys(found) if len(value) in (9, 10))


def _lines(root: Element, book: Book) -> Iterator[str]:
    headings: dict[str, str] = {}
    for row in root.iterfind(".//{*}row"):
        cells = [_cell(item, book) for item in row.iterfind("{*}c")]
        shown, plain = ("\t".join(cell[reading] for cell in cells if cell[reading]) for reading in (1, 2))
        yield shown
        if plain != shown:
            yield plain
        for column, _, value in cells:
            if value.isdecimal():
                if len(value) in (9, 10):
                    yield f"{headings.get(column, '')}: {_padded(value)}"
            elif any(letter.isalpha() for letter in value):
                headings[column] = value[:40]


def _padded(value: str) -> str:
    return value.rjust(10, "0")


def _cell(cell: Element, book: Book) -> tuple[str, str, str]:
    """Return a cell's column, what it shows and its plain value."""
    column = str(cell.get("r", "")).rstrip("0123456789")
    kind, value = cell.get("t"), cell.find("{*}v")
    written = "" if value is None else (value.text or "").strip()
    if kind == "s":
        text = book.texts[int(written)] if written.isdecimal() and int(written) < len(book.texts) else written
    elif kind == "inlineStr":
        text = "\n".join(part for item in cell.iterfind("{*}is") for part in readings(item)).strip()
    elif kind in ("str", "e", "b", "d"):
        text = written
    else:
        style = str(cell.get("s", "0"))
        code = book.formats[int(style)] if style.isdecimal() and int(style) < len(book.formats) else ""
        plain = plain_number(written)
        return column, shown_number(plain, code), plain
    return column, text, text


def plain_number(written: str) -> str:
    """Return a number without power of ten: 1.205901234E9 -> 1205901234."""
    try:
        return f"{Decimal(written).normalize():f}"
    except InvalidOperation:
        return written


def shown_number(plain: str, code: str) -> str:
    """Return a number as the format `code` shows it: 101901234 with 000000-0000 -> 010190-1234.

    Signs, fractions and the separators of thousands are left as they are: such numbers are no one's.
    """
    section = next(iter(_sections(code)), "")
    bare = _LITERALS.sub("", section).lower()
    if re.search(r"[dmy]", bare) and "0" not in bare and "general" not in bare:
        return _shown_date(plain, section)
    if not plain.isdecimal() or "0" not in bare.replace("#", "0") or re.search(r"[.,%e/@]", bare):
        return plain
    return _filled(plain, section)


def _sections(code: str) -> Iterator[str]:
    start = 0
    for match in _SECTION.finditer(code):
        if match[2]:
            yield code[start : match.start()]
            start = match.end()
    yield code[start:]


def _filled(digits: str, section: str) -> str:
    """Put digits into the places of a format from the right; what is left over stands at the first place."""
    tokens = list(_TOKEN.finditer(section))
    places = [token["digit"] for token in tokens if token["digit"]]
    lead, filling = digits[: max(0, len(digits) - len(places))], digits[-len(places) :].rjust(len(places))
    shown, used = "", 0
    for token in tokens:
        if token["digit"]:
            digit = filling[used]
            shown += lead * (used == 0) + ("0" if digit == " " and token["digit"] == "0" else digit.strip())
            used += 1
        else:
            shown += token["quoted"] or token["escaped"] or token["space"] or token["other"] or ""
    return shown


def _shown_date(plain: str, section: str) -> str:
    try:
        shown = _FIRST_DAY + timedelta(days=int(Decimal(plain)))
    except (InvalidOperation, OverflowError, ValueError):
        return plain
    parts = {"d": f"{shown.day}", "dd": f"{shown:%d}", "m": f"{shown.month}", "mm": f"{shown:%m}", "yy": f"{shown:%y}"}
    text = ""
    for token in _DATE_TOKEN.finditer(section):
        part = (token["part"] or "").lower()
        if part:
            text += parts.get(part, f"{shown.year:04}" if part.startswith("y") else "")
        else:
            text += token["quoted"] or token["escaped"] or token["other"] or ""
    return text


def _shared(root: Element | None) -> list[str]:
    found = [] if root is None else root.iterfind("{*}si")
    return ["\n".join(readings(item)).strip() for item in found]


def _formats(root: Element | None) -> list[str]:
    """Return the format of each style of cell."""
    if root is None:
        return []
    codes = {
        str(item.get("numFmtId")): str(item.get("formatCode", "")) for item in root.iterfind(".//{*}numFmts/{*}numFmt")
    }
    return [
        codes.get(number, _OWN_FORMATS.get(number, ""))
        for number in (str(item.get("numFmtId", "0")) for item in root.iterfind(".//{*}cellXfs/{*}xf"))
    ]
