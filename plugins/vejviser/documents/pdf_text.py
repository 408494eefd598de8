"""Written text as a PDF shows it: shaped, in visual order, and small enough for its field.

A viewer that does not make the appearance of a field by itself (PDFium does so for Latin letters only) shows what is
drawn here.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import NamedTuple

import uharfbuzz

from vejviser.documents.fonts import font_bytes

_SMALLEST = 6.0
_LINE = 1.3
_SIDE = 4.0
"""The room left of the text and right of it."""
_ZERO_MOVES = re.compile(r"(?<=>) 0\] TJ \[-?0 (?=<)")
"""What stands between two glyphs that are not moved: both may be in one string."""


class Glyph(NamedTuple):
    """A glyph and where it stands, at size 1: how far the next one is, and how far it is moved itself."""

    number: int
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


def appearance(
    text: str, font: str, *, name: str, size: float, colour: str, box: tuple[float, float], rtl: bool, many: bool
) -> bytes:
    """Return the drawing of `text` in a field of `box` (width, height), written with the font file `font`.

    `name` is what the PDF calls the font, `many` allows more than one line. Text that is too wide is written smaller.
    """
    width, height = box[0] - 2 * _SIDE, box[1]
    lines, size = _fitting(text, font, size, width, rtl=rtl, many=many)
    y = height - size * 1.15 - 2 if many else (height - size) / 2 + size * 0.22
    drawn = []
    for line in lines:
        x = _SIDE + (width - line.width * size if rtl else 0)
        drawn.append(f"1 0 0 1 {x:.2f} {y:.2f} Tm {_show_operators(line, font, size)}")
        y -= size * _LINE
    body = "\n".join(drawn)
    clip = f"{_SIDE / 2:g} 0 {box[0] - _SIDE:.2f} {height:.2f} re W n"
    return f"/Tx BMC\nq\n{clip}\nBT\n{colour} {name} {size:g} Tf\n{body}\nET\nQ\nEMC\n".encode("ascii")


def _fitting(text: str, font: str, size: float, width: float, *, rtl: bool, many: bool) -> tuple[list[Line], float]:
    if many:
        return [line for part in text.split("\n") for line in _wrapped(part, font, width / size, rtl=rtl)], size
    line = shaped(" ".join(text.split()), font, rtl=rtl)
    fits = min(size, int(width / line.width * 10) / 10) if line.width else size
    return [line], max(_SMALLEST, fits)


def _wrapped(text: str, font: str, width: float, *, rtl: bool) -> Iterator[Line]:
    held = ""
    for word in text.split():
        longer = f"{held} {word}".strip()
        if held and shaped(longer, font, rtl=rtl).width > width:
            yield shaped(held, font, rtl=rtl)
            held = word
        else:
            held = longer
    yield shaped(held, font, rtl=rtl)


def _show_operators(line: Line, font: str, size: float) -> str:
    """Write the glyphs of a line one after the other, moved to where the font wants them."""
    face = _face(font)
    shown = []
    for glyph in line.glyphs:
        after = _width(face, glyph.number) - glyph.advance + glyph.right
        rise = f"{glyph.up * size:.2f} Ts " if glyph.up else ""
        shown.append(
            f"{rise}[{-glyph.right * 1000:.0f} <{glyph.number:04x}> {after * 1000:.0f}] TJ{' 0 Ts' * bool(rise)}"
        )
    return _ZERO_MOVES.sub("", " ".join(shown))


def shaped(text: str, font: str, *, rtl: bool) -> Line:
    """Return the glyphs of one line of `text` in the order in which they stand on paper; unknown signs are left out."""
    runs = list(_runs(text, rtl=rtl))
    glyphs = [
        glyph for words, side in (reversed(runs) if rtl else runs) for glyph in _shaped_run(words, font, rtl=side)
    ]
    return Line(tuple(glyph for glyph in glyphs if glyph.number))


def _shaped_run(words: str, font: str, *, rtl: bool) -> Iterator[Glyph]:
    face = _face(font)
    buffer = uharfbuzz.Buffer()
    buffer.add_str(words)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if rtl else "ltr"
    uharfbuzz.shape(face, buffer, {"kern": False})
    unit = face.face.upem
    for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        yield Glyph(info.codepoint, place.x_advance / unit, place.x_offset / unit, place.y_offset / unit)


def _runs(text: str, *, rtl: bool) -> Iterator[tuple[str, bool]]:
    """Split a line into stretches of one direction: spaces and signs go with both neighbours, or with the line."""
    strong = [_strength(sign) for sign in text]
    sides = [
        strong[position] if strong[position] is not None else _around(strong, position, rtl=rtl)
        for position in range(len(text))
    ]
    for right_to_left, group in groupby(zip(text, sides, strict=True), key=lambda pair: pair[1]):
        yield "".join(sign for sign, _ in group), bool(right_to_left)


def _strength(sign: str) -> bool | None:
    """Return whether a sign runs from right to left, from left to right, or has no direction (None)."""
    kind = unicodedata.bidirectional(sign)
    if kind in {"R", "AL"}:
        return True
    return False if kind in {"L", "EN", "AN"} else None


def _around(strong: list[bool | None], position: int, *, rtl: bool) -> bool:
    before = next((side for side in reversed(strong[:position]) if side is not None), rtl)
    after = next((side for side in strong[position:] if side is not None), rtl)
    return before if before == after else rtl


@cache
def _face(name: str) -> uharfbuzz.Font:
    return uharfbuzz.Font(uharfbuzz.Face(font_bytes(name)))


def _width(face: uharfbuzz.Font, glyph: int) -> float:
    """Return the width of a glyph as the PDF knows it."""
    return float(face.get_glyph_h_advance(glyph)) / float(face.face.upem)
