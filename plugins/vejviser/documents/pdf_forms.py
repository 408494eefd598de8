"""The fields of a PDF: made ready once for each document, filled for each municipality."""

import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from vejviser.content.days import day_in_words
from vejviser.content.languages import direction
from vejviser.documents.document import Document
from vejviser.documents.fonts import field_font, fonts_to_write
from vejviser.documents.pdf_code import add_code
from vejviser.documents.pdf_other_fonts import add_font
from vejviser.documents.pdf_repairs import repair
from vejviser.documents.pdf_text import Writing, answers, appearance
from vejviser.documents.pdf_tounicode import DRAWN_FONT, FIELD_FONT, name_field_font
from vejviser.documents.xml import allowed

_STYLE = re.compile(r"(?P<colour>[\d.]+ [\d.]+ [\d.]+ rg) /(?P<font>\w+) (?P<size>[\d.]+) Tf")
_Drawings = dict[tuple[float, float, bytes], Object]
"""What stands in empty fields, by its size and content."""
_MANY_LINES = 1 << 12
_RIGHT = 2
_HARDEST: Final = 9


@dataclass(frozen=True)
class PdfTemplate:
    """A typeset PDF with empty fields, ready to be filled in `language` with the letters of `font`."""

    data: bytes
    language: str
    font: str
    days: frozenset[str]
    """The fields in which a day stands, by their ids: a PDF itself does not tell them from others."""

    def filled(self, values: Mapping[str, str]) -> bytes:
        """Return the PDF with `values` in its fields; a field without a value stays empty."""
        said = {name: self._said(name, value) for name, value in values.items()}
        wanted = {name: written for name, value in said.items() if (written := allowed(value))}
        if not wanted:
            return self.data
        with Pdf.open(io.BytesIO(self.data)) as pdf:
            fields = [(field, value) for field in pdf.Root.AcroForm.Fields if (value := wanted.get(str(field.T)))]
            hand = _hand(pdf, "".join(value for _, value in fields), self.font, self.language)
            for field, value in fields:
                _fill(pdf, field, value, hand)
            return _saved(pdf)

    def _said(self, name: str, value: str) -> str:
        return day_in_words(value, self.language) if name in self.days else value


@dataclass(frozen=True)
class _Hand:
    """What fields are written with: font files, the same fonts in the PDF by their names, and the direction."""

    fonts: tuple[str, ...]
    in_pdf: Mapping[str, Object]
    rtl: bool


def _hand(pdf: Pdf, text: str, font: str, language: str) -> _Hand:
    """Return how fields are written; fonts that the PDF does not have, and `text` needs, are put into it."""
    fonts = fonts_to_write(text, font)
    own = pdf.Root.AcroForm.get("/DR", Dictionary()).get("/Font", Dictionary())
    in_pdf = {name: known for name, known in own.items() if name == DRAWN_FONT}
    in_pdf |= {f"{DRAWN_FONT}{number}": add_font(pdf, file) for number, file in enumerate(fonts[1:], 1)}
    return _Hand(fonts, in_pdf, rtl=direction(language) == "rtl")


def prepared(typeset: bytes, document: Document) -> PdfTemplate:
    """Make a typeset PDF ready for filling: one field a name, tidy styles, and an appearance for every empty field."""
    with Pdf.open(io.BytesIO(typeset)) as pdf:
        repair(pdf, document)
        add_code(pdf, document)
        if "/AcroForm" in pdf.Root:
            form = pdf.Root.AcroForm
            form.NeedAppearances = False
            fields = list(form.Fields)
            for name in {style["font"] for field in fields if (style := _style(field))}:
                name_field_font(pdf, name)
            drawings: _Drawings = {}
            for field in fields:
                _tidy(pdf, field, document.language, drawings)
            _show_answers(pdf, fields, document)
            form.Fields = Array(_one_a_name(pdf, fields))
        data = _saved(pdf, streams=pikepdf.ObjectStreamMode.generate)
        days = frozenset(field.id for field in document.fields if field.type == "date")
        return PdfTemplate(data, document.language, field_font(document.field_language), days)


def _saved(pdf: Pdf, streams: pikepdf.ObjectStreamMode = pikepdf.ObjectStreamMode.preserve) -> bytes:
    target = io.BytesIO()
    pikepdf.settings.set_flate_compression_level(_HARDEST)
    anew = streams == pikepdf.ObjectStreamMode.generate
    pdf.save(
        target, deterministic_id=True, object_stream_mode=streams, recompress_flate=anew, fix_metadata_version=False
    )
    return target.getvalue()


def _tidy(pdf: Pdf, field: Object, language: str, drawings: _Drawings) -> None:
    x1, y1, x2, y2 = (float(side) for side in field.Rect)
    field.Rect = Array([round(min(x1, x2), 2), round(min(y1, y2), 2), round(max(x1, x2), 2), round(max(y1, y2), 2)])
    if Name.Btn == field.FT:
        _tidy_box(pdf, field, drawings)
        return
    if style := _style(field):
        field.DA = String(f"{style['colour']} {FIELD_FONT} {style['size']} Tf")
    if direction(language) == "rtl":
        field.Q = _RIGHT
    field.AP = Dictionary(N=_drawn_once(pdf, field, b"", drawings))


def _show_answers(pdf: Pdf, fields: Iterable[Object], document: Document) -> None:
    """Draw the answers in every empty list, each with a box: on paper nobody can open one. A choice hides them."""
    lists = [(field, [str(label) for value, label in field.Opt if str(value)]) for field in fields if _is_list(field)]
    text = "".join(label for _, labels in lists for label in labels)
    hand = _hand(pdf, text, field_font(document.field_language), document.language)
    for field, labels in lists:
        drawn = answers(labels, _writing(field, field, hand)) if _style(field) else b""
        field.AP = Dictionary(N=_drawing(pdf, field, drawn, hand.in_pdf))


def _is_list(field: Object) -> bool:
    return bool(Name.Ch == field.FT)


def _tidy_box(pdf: Pdf, field: Object, drawings: _Drawings) -> None:
    """Draw a plain tick, and nothing in an empty box: the typeset page draws the box itself."""
    side = float(field.Rect[2]) - float(field.Rect[0])
    points = " ".join(
        f"{side * x:.2f} {side * y:.2f} {pen}" for x, y, pen in ((0.2, 0.5, "m"), (0.42, 0.24, "l"), (0.82, 0.8, "l"))
    )
    tick = f"q 0.043 0.353 0.369 RG {side * 0.14:.2f} w 1 J 1 j {points} S Q".encode()
    field.AP = Dictionary(
        N=Dictionary(on=_drawn_once(pdf, field, tick, drawings), Off=_drawn_once(pdf, field, b"", drawings))
    )
    del field["/MK"]


def _drawn_once(pdf: Pdf, field: Object, content: bytes, drawings: _Drawings) -> Object:
    """Return a drawing that all empty fields of one size share. Whoever fills a field in gives it another."""
    width, height = _box(field)
    key = (round(width, 2), round(height, 2), content)
    if key not in drawings:
        drawings[key] = _drawing(pdf, field, content)
    return drawings[key]


def _drawing(pdf: Pdf, field: Object, content: bytes, fonts: Mapping[str, Object] = MappingProxyType({})) -> Object:
    width, height = _box(field)
    stream = pdf.make_stream(content)
    stream.Type, stream.Subtype = Name.XObject, Name.Form
    stream.BBox = Array([0, 0, round(width, 2), round(height, 2)])
    stream.Resources = Dictionary()
    if used := {name: font for name, font in fonts.items() if f"{name} ".encode() in content}:
        stream.Resources.Font = Dictionary(used)
    return stream


def _style(field: Object) -> re.Match[str] | None:
    """Return the font, size and colour in which a field is written; None for a box to tick."""
    return _STYLE.search(str(field.DA)) if "/DA" in field else None


def _box(field: Object) -> tuple[float, float]:
    x1, y1, x2, y2 = (float(side) for side in field.Rect)
    return x2 - x1, y2 - y1


def _one_a_name(pdf: Pdf, fields: Iterable[Object]) -> Iterator[Object]:
    """Yield the fields, where those that share a name become one field in several places."""
    places: dict[str, list[Object]] = {}
    for field in fields:
        places.setdefault(str(field.T), []).append(field)
    for name, kids in places.items():
        yield kids[0] if len(kids) == 1 else _shared(pdf, name, kids)


def _shared(pdf: Pdf, name: str, kids: list[Object]) -> Object:
    first = kids[0]
    keys = ("/FT", "/TU", "/Ff", "/Opt", "/V", "/DA", "/Q")
    parent = pdf.make_indirect(Dictionary({key: first[key] for key in keys if key in first}))
    parent.T = String(name)
    parent.Kids = Array(kids)
    for kid in kids:
        for key in ("/FT", "/T", "/Ff", "/Opt", "/V"):
            if key in kid:
                del kid[key]
        kid.Parent = parent
    return parent


def _fill(pdf: Pdf, field: Object, value: str, hand: _Hand) -> None:
    widgets = list(field.get("/Kids", [field]))
    if Name.Btn == field.FT:
        state = Name.on if value == "true" else Name.Off
        field.V = state
        for widget in widgets:
            widget.AS = state
        return
    shown = _label(field, value)
    if shown is None:
        return
    field.V = String(value)
    for widget in widgets:
        widget.AP = Dictionary(N=_drawing(pdf, widget, _written(field, widget, shown, hand), hand.in_pdf))


def _label(field: Object, value: str) -> str | None:
    """Return what a field shows for `value`: the label of an answer, or None when there is no such answer."""
    if not _is_list(field):
        return value
    return next((str(answer[1]) for answer in field.Opt if str(answer[0]) == value), None)


def _written(field: Object, widget: Object, text: str, hand: _Hand) -> bytes:
    return appearance(text, _writing(field, widget, hand)) if _style(widget) else b""


def _writing(field: Object, widget: Object, hand: _Hand) -> Writing:
    style = _STYLE.search(str(widget.DA))
    if style is None:
        raise ValueError(widget.DA)
    return Writing(
        hand.fonts,
        DRAWN_FONT,
        size=float(style["size"]),
        colour=style["colour"],
        box=_box(widget),
        rtl=hand.rtl,
        many=bool(int(field.get("/Ff", 0)) & _MANY_LINES) and Name.Tx == field.FT,
    )
