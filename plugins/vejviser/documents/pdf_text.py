"""Written text as a PDF shows it: shaped, in visual order, and small enough for its field.

A viewer that does not make the appearance of a field by itself (PDFium does so for Latin letters only) shows what is
drawn here.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import ceil
from typing import NamedTuple

import uharfbuzz

from vejviser.content.bidi import strength, stretches
from vejviser.documents.fonts import font_bytes, has_sign

_SMALLEST = 6.0
_LINE = 1.3
_FIRST_LINE, _BELOW = 1.15, 0.2
"""How far the first line is from the upper edge, and how far letters reach below the last one, at size 1."""
_STEP = 0.5
_ANSWER_SIZE, _ANSWER_LINE = 10.0, 1.4
_NARROW = 28
"""How many letters of an answer stand in one line of a narrow column."""
_SIDE = 4.0
"""The room left of the text and right of it."""
_ZERO_MOVES = re.compile(r"(?<=>) 0\] TJ \[-?0 (?=<)")
"""What stands between two glyphs that are not moved: both may be in one string."""
_HIDDEN = re.compile(
    "[\u00ad\u034f\u061c\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff0-\ufff8"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
"""Signs that say something about the text and have no shape."""


class Glyph(NamedTuple):
    """A glyph of a font file and where it stands, at size 1: how far off the next one is, and how far it is moved."""

    number: int
    font: str
    advance: float
    right: float
    up: float


@dataclass(frozen=True, slots=True)
class Line:
    """The glyphs of a line, in visual order."""

    glyphs: tuple[Glyph, ...]

    @property
    def width(self) -> float:
        """The line's width at size 1."""
        return sum(glyph.advance for glyph in self.glyphs)


@dataclass(frozen=True, slots=True)
class Writing:
    """How a text is written in a field."""

    fonts: tuple[str, ...]
    """Font files: the first for all letters that it has, the next for those that it does not have."""
    name: str
    """What the PDF calls the first font; the others have a number after it."""
    size: float
    colour: str
    box: tuple[float, float]
    """Width and height of the field."""
    rtl: bool
    many: bool
    """Whether there may be more than one line."""

    def name_of(self, font: str) -> str:
        """Return what the PDF calls a font file."""
        return f"{self.name}{self.fonts.index(font) or ''}"

    def shaped(self, text: str) -> Line:
        """Return the glyphs of one line of `text`."""
        return shaped(text, *self.fonts, rtl=self.rtl)


def appearance(text: str, writing: Writing) -> bytes:
    """Return the drawing of `text` in a field. Text that is too wide is written smaller."""
    box, name = writing.box, writing.name
    width, height = box[0] - 2 * _SIDE, box[1]
    lines, size = _fitting(text, writing, width)
    y = height - size * _FIRST_LINE - 2 if writing.many else (height - size) / 2 + size * 0.22
    drawn = []
    for line in lines:
        x = _SIDE + (width - line.width * size if writing.rtl else 0)
        drawn.append(f"1 0 0 1 {x:.2f} {y:.2f} Tm {_show_operators(line, writing, size)}")
        y -= size * _LINE
    body = "\n".join(drawn)
    clip = f"{_SIDE / 2:g} 0 {box[0] - _SIDE:.2f} {height:.2f} re W n"
    return f"/Tx BMC\nq\n{clip}\nBT\n{writing.colour} {name} {size:g} Tf\n{body}\nET\nQ\nEMC\n".encode("ascii")


def height_of_answers(labels: Sequence[str]) -> float:
    """Return how tall, in points, the place of a list is in which all its answers stand, also in a narrow column."""
    return _ANSWER_SIZE * _ANSWER_LINE * sum(ceil(len(label) / _NARROW) for label in labels)


def answers(labels: Sequence[str], writing: Writing) -> bytes:
    """Return the drawing of answers below each other, each with a box to tick on paper before it."""
    (width, height), side = writing.box, _ANSWER_SIZE * 0.8
    room, size = width - 2 * _SIDE - 2 * side, _ANSWER_SIZE
    wrapped = _wrapped_answers(labels, writing, room / size)
    while len(wrapped) * size * _ANSWER_LINE > height and size > _SMALLEST:
        size -= _STEP
        wrapped = _wrapped_answers(labels, writing, room / size)
    step = height / len(wrapped)
    middle = height + step / 2
    left = width - _SIDE - side if writing.rtl else _SIDE
    boxes, drawn = [], []
    for words, is_first in wrapped:
        middle -= step
        line = writing.shaped(words)
        x = _SIDE + (room - line.width * size if writing.rtl else 2 * side)
        if is_first:
            boxes.append(f"{left:.2f} {middle - side / 2:.2f} {side:g} {side:g} re S")
        drawn.append(f"1 0 0 1 {x:.2f} {middle - size * 0.35:.2f} Tm {_show_operators(line, writing, size)}")
    body = "\n".join((*boxes, f"BT\n{writing.colour} {writing.name} {size:g} Tf", *drawn, "ET"))
    return f"/Tx BMC\nq\n0.8 w {writing.colour.upper()}\n{body}\nQ\nEMC\n".encode("ascii")


def _wrapped_answers(labels: Sequence[str], writing: Writing, width: float) -> list[tuple[str, bool]]:
    """Return the lines of all answers, and of each whether an answer begins there."""
    return [(line, not at) for label in labels for at, line in enumerate(_wrapped(label, writing, width))]


def _fitting(text: str, writing: Writing, width: float) -> tuple[list[Line], float]:
    size = writing.size
    if writing.many:
        return _filling(text, writing, width)
    line = writing.shaped(" ".join(text.split()))
    fits = min(size, int(width / line.width * 10) / 10) if line.width else size
    return [line], max(_SMALLEST, fits)


def _filling(text: str, writing: Writing, width: float) -> tuple[list[Line], float]:
    """Break a text into lines, written as small as it takes for all of them to stand in the field.

    They are no smaller than one can read: what is still too long goes on below the edge, for viewers alone.
    """

    def broken(size: float) -> tuple[list[str], bool]:
        lines = [line for part in text.split("\n") for line in _wrapped(part, writing, width / size)]
        return lines, size * (_FIRST_LINE + (len(lines) - 1) * _LINE + _BELOW) + 2 <= writing.box[1]

    size = writing.size
    lines, fits = broken(size)
    if not fits and not broken(_SMALLEST)[1]:
        size = _SMALLEST
        lines, fits = broken(size)[0], True
    while not fits:
        size = max(_SMALLEST, size - _STEP)
        lines, fits = broken(size)
    return [writing.shaped(line) for line in lines], size


def _wrapped(text: str, writing: Writing, width: float) -> Iterator[str]:
    """Yield the lines of a text; `width` is that of the field at size 1."""
    held: list[str] = []
    used, space = 0.0, _wide(" ", writing.fonts, rtl=writing.rtl)
    for word in text.split():
        wide = _wide(word, writing.fonts, rtl=writing.rtl)
        if held and used + space + wide > width:
            yield " ".join(held)
            held, used = [], 0.0
        used += wide + space * bool(held)
        held.append(word)
    yield " ".join(held)


@lru_cache(maxsize=8192)
def _wide(word: str, fonts: tuple[str, ...], *, rtl: bool) -> float:
    return shaped(word, *fonts, rtl=rtl).width


def _show_operators(line: Line, writing: Writing, size: float) -> str:
    """Write the glyphs of a line one after the other, moved to where the font wants them."""
    shown, own = [], writing.fonts[0]
    held = own
    for glyph in line.glyphs:
        if glyph.font != held:
            shown.append(f"{writing.name_of(glyph.font)} {size:g} Tf")
            held = glyph.font
        after = _width(_face(held), glyph.number) - glyph.advance + glyph.right
        rise = f"{glyph.up * size:.2f} Ts " if glyph.up else ""
        shown.append(
            f"{rise}[{-glyph.right * 1000:.0f} <{glyph.number:04x}> {after * 1000:.0f}] TJ{' 0 Ts' * bool(rise)}"
        )
    if held != own:
        shown.append(f"{writing.name} {size:g} Tf")
    return _ZERO_MOVES.sub("", " ".join(shown))


def shaped(text: str, *fonts: str, rtl: bool) -> Line:
    """Return the glyphs of one line of `text` in the order in which they stand on paper.

    Each is out of the first of the font files `fonts` that has it; signs that none of them has are left out.
    """
    runs = list(stretches(text, rtl=rtl))
    glyphs: list[Glyph] = []
    for words, side in reversed(runs) if rtl else runs:
        parts = list(_by_font(words, fonts))
        for part, font in reversed(parts) if side else parts:
            glyphs += _shaped_run(part, font, rtl=side)
    return Line(tuple(glyph for glyph in glyphs if glyph.number))


def _by_font(words: str, fonts: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Split a stretch where another font has to step in; what is no letter goes with what stands before it."""
    font, held = fonts[0], ""
    for sign in words:
        goes_along = strength(sign) is None and (
            has_sign(font, sign) or unicodedata.category(sign).startswith("M") or _HIDDEN.match(sign)
        )
        wanted = font if goes_along else next((item for item in fonts if has_sign(item, sign)), font)
        if wanted != font and held:
            yield held, font
            held = ""
        font, held = wanted, held + sign
    if held:
        yield held, font


def _shaped_run(words: str, font: str, *, rtl: bool) -> Iterator[Glyph]:
    face = _face(font)
    buffer = uharfbuzz.Buffer()
    buffer.add_str(words)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if rtl else "ltr"
    uharfbuzz.shape(face, buffer, {"kern": False})
    unit = face.face.upem
    for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        yield Glyph(info.codepoint, font, place.x_advance / unit, place.x_offset / unit, place.y_offset / unit)


@cache
def _face(name: str) -> uharfbuzz.Font:
    return uharfbuzz.Font(uharfbuzz.Face(font_bytes(name)))


def _width(face: uharfbuzz.Font, glyph: int) -> float:
    """Return the width of a glyph as the PDF knows it."""
    return float(face.get_glyph_h_advance(glyph)) / float(face.face.upem)
