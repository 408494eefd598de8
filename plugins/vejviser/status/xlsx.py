"""Write a small workbook: plain sheets with headings, text kept as text, and cells that accept whole numbers only.

The same sheets give the same bytes: no clock, no random ids, fixed order and dates in the package.
"""

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from xml.sax.saxutils import escape, quoteattr

Cell = str | int | None
Place = tuple[int, int]
"""Column and row, counted from 0."""

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_PLAIN, _HEADING, _WRAPPED = 0, 1, 2
_STYLES = (
    f'<styleSheet xmlns="{_MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1">'
    '<alignment vertical="top" wrapText="1"/></xf>'
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1">'
    '<alignment vertical="top" wrapText="1"/></xf></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


@dataclass(frozen=True, slots=True)
class WholeNumbers:
    """A field of cells, corners included, that accepts whole numbers from 0 to `greatest` only."""

    first: Place
    last: Place
    greatest: int
    title: str
    message: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its lines from the top, and how it looks."""

    name: str
    lines: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...]
    heading_rows: int = 0
    frozen_columns: int = 0
    wrap: bool = False
    numbers: WholeNumbers | None = None


def workbook(sheets: Sequence[Sheet], *, title: str, language: str) -> bytes:
    """Give the workbook as bytes."""
    texts = dict.fromkeys(it for sheet in sheets for line in sheet.lines for it in line if isinstance(it, str))
    strings = {text: number for number, text in enumerate(texts)}
    targets = [("worksheet", f"worksheets/sheet{number}.xml") for number in range(1, len(sheets) + 1)]
    targets += [("styles", "styles.xml"), ("theme", "theme/theme1.xml"), ("sharedStrings", "sharedStrings.xml")]
    parts = {
        "[Content_Types].xml": _content_types(len(sheets)),
        "_rels/.rels": _relations([("officeDocument", "xl/workbook.xml"), ("core", "docProps/core.xml")]),
        "docProps/core.xml": _core(title, language),
        "xl/workbook.xml": _book(sheets),
        "xl/_rels/workbook.xml.rels": _relations(targets),
        "xl/styles.xml": _STYLES,
        "xl/theme/theme1.xml": files(__package__).joinpath("xlsx_theme.xml").read_text("utf-8"),
        "xl/sharedStrings.xml": _strings(strings),
        **{f"xl/worksheets/sheet{number}.xml": _sheet(it, strings) for number, it in enumerate(sheets, 1)},
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
            package.writestr(entry, (_XML + text).encode())
    return buffer.getvalue()


def place(column: int, row: int) -> str:
    """Give a cell's address: (0, 0) -> A1, (26, 9) -> AA10."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row + 1}"


def _sheet(sheet: Sheet, strings: Mapping[str, int]) -> str:
    widths = "".join(
        f'<col min="{number}" max="{number}" width="{width}" customWidth="1"/>'
        for number, width in enumerate(sheet.widths, 1)
    )
    rows = "".join(_row(sheet, number, line, strings) for number, line in enumerate(sheet.lines) if line)
    return (
        f'<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">{_pane(sheet)}</sheetView></sheetViews>'
        f'<sheetFormatPr defaultRowHeight="15"/><cols>{widths}</cols>'
        f"<sheetData>{rows}</sheetData>{_validation(sheet.numbers)}</worksheet>"
    )


def _row(sheet: Sheet, number: int, line: Sequence[Cell], strings: Mapping[str, int]) -> str:
    style = _HEADING if number < sheet.heading_rows else _WRAPPED if sheet.wrap else _PLAIN
    cells = "".join(_cell(place(at, number), value, style, strings) for at, value in enumerate(line))
    return f'<row r="{number + 1}">{cells}</row>'


def _cell(address: str, value: Cell, style: int, strings: Mapping[str, int]) -> str:
    if value is None:
        return f'<c r="{address}" s="{style}"/>'
    if isinstance(value, int):
        return f'<c r="{address}" s="{style}"><v>{value}</v></c>'
    return f'<c r="{address}" s="{style}" t="s"><v>{strings[value]}</v></c>'


def _strings(strings: Mapping[str, int]) -> str:
    entries = "".join(f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in strings)
    return f'<sst xmlns="{_MAIN}" uniqueCount="{len(strings)}">{entries}</sst>'


def _pane(sheet: Sheet) -> str:
    if not sheet.frozen_columns:
        return ""
    corner = place(sheet.frozen_columns, sheet.heading_rows)
    return (
        f'<pane xSplit="{sheet.frozen_columns}" ySplit="{sheet.heading_rows}" topLeftCell="{corner}"'
        f' activePane="bottomRight" state="frozen"/>'
        f'<selection pane="topRight"/><selection pane="bottomLeft"/>'
        f'<selection pane="bottomRight" activeCell="{corner}" sqref="{corner}"/>'
    )


def _validation(numbers: WholeNumbers | None) -> str:
    if numbers is None:
        return ""
    field = f"{place(*numbers.first)}:{place(*numbers.last)}"
    return (
        '<dataValidations count="1"><dataValidation type="whole" operator="between" allowBlank="1"'
        f' showErrorMessage="1" errorTitle={quoteattr(numbers.title)} error={quoteattr(numbers.message)}'
        f' sqref="{field}"><formula1>0</formula1><formula2>{numbers.greatest}</formula2></dataValidation>'
        "</dataValidations>"
    )


def _book(sheets: Sequence[Sheet]) -> str:
    entries = "".join(
        f'<sheet name={quoteattr(sheet.name)} sheetId="{number}" r:id="rId{number}"/>'
        for number, sheet in enumerate(sheets, 1)
    )
    return (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><bookViews><workbookView/></bookViews>'
        f"<sheets>{entries}</sheets></workbook>"
    )


def _relations(targets: Sequence[tuple[str, str]]) -> str:
    entries = "".join(
        f'<Relationship Id="rId{number}" Type="{_relation(kind)}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{entries}</Relationships>'


def _relation(kind: str) -> str:
    return f"{_PACKAGE}/relationships/metadata/core-properties" if kind == "core" else f"{_OFFICE}/{kind}"


def _content_types(sheets: int) -> str:
    overrides = {
        "/xl/workbook.xml": f"{_TYPES}.sheet.main+xml",
        "/xl/styles.xml": f"{_TYPES}.styles+xml",
        "/xl/sharedStrings.xml": f"{_TYPES}.sharedStrings+xml",
        "/xl/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        **{f"/xl/worksheets/sheet{it}.xml": f"{_TYPES}.worksheet+xml" for it in range(1, sheets + 1)},
    }
    entries = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{entries}</Types>'
    )


def _core(title: str, language: str) -> str:
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title)}</dc:title><dc:language>{language}</dc:language></cp:coreProperties>"
    )
