"""Which letters the glyphs of a PDF's fonts stand for: what one gets when one copies, searches or listens."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pikepdf import Dictionary, Object, Pdf, Stream

from vejviser.documents.fonts import TEXT_FACES
from vejviser.documents.glyphs import glyph_texts

_ENTRY = re.compile(rb"<([0-9a-f]{4})>(?: <([0-9a-f]{4})>)? <([0-9a-f]*)>")
_NOTHING = "\u200b"
FIELD_FONT, DRAWN_FONT = "/Wingdings3", "/Drawn"
"""What a PDF calls the font of its fields, and that font when it is already drawn."""
_FORM = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
_MOST_ENTRIES = 100
_HEAD = (
    "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
    "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n"
)
_FOOT = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"

Letters = Mapping[int, str]


def correct_letters(font: Object) -> None:
    """Write the map of a font again, short, and with the letters that the font file itself has for each glyph."""
    if not isinstance(font.get("/ToUnicode"), Stream):
        return
    name = _file_of(str(font.BaseFont))
    known = glyph_texts(name) if name else {}
    said = read_letters(font.ToUnicode.read_bytes())
    font.ToUnicode.write(written_letters({glyph: known.get(glyph) or text or _NOTHING for glyph, text in said.items()}))


def is_of_fields(font: Object) -> bool:
    """Return whether a font is that of the fields, in which people will write any letter."""
    return "Vejviser-Fields" in str(font.BaseFont)


def name_field_font(pdf: Pdf, name: str) -> None:
    """Name the field font as viewers need it to write any letter in it, and add a twin of it for drawn text."""
    fonts = pdf.Root.AcroForm.DR.Font
    font = fonts[f"/{name}"]
    said = read_letters(font.ToUnicode.read_bytes())
    plain = {glyph: plain_letters(text) for glyph, text in said.items()}
    fonts[FIELD_FONT] = fonts[DRAWN_FONT] = font
    del fonts[f"/{name}"]
    if plain != said:
        twin = Dictionary(dict(font.items()))
        twin.ToUnicode = pdf.make_stream(written_letters(plain))
        fonts[DRAWN_FONT] = pdf.make_indirect(twin)


def plain_letters(text: str) -> str:
    """Return the letters that an Arabic presentation form is a form of; any other text as it is."""
    return (unicodedata.normalize("NFKC", text).strip() or text) if _FORM.fullmatch(text) else text


def _file_of(base_font: str) -> str | None:
    """Return the font file behind a name such as /QTEINO+Vejviser-Sans-Bold; None for fonts that are not for text."""
    words = base_font.partition("+")[2].split("-")
    weight = "bold" if "Bold" in words else "normal"
    style = "italic" if "Italic" in words else "normal"
    wanted = (" ".join(words[:2]), weight, style)
    return next((name for family, *look, name in TEXT_FACES if (family, *look) == wanted), None)


def read_letters(cmap: bytes) -> Letters:
    """Return the letters of every glyph that a /ToUnicode map names."""
    letters: dict[int, str] = {}
    body = cmap.partition(b"endcodespacerange")[2]
    for first, last, code in _ENTRY.findall(body):
        text = bytes.fromhex(code.decode()).decode("utf-16-be")
        for step, glyph in enumerate(range(int(first, 16), int(last or first, 16) + 1)):
            letters[glyph] = text[:-1] + chr(ord(text[-1]) + step) if text else ""
    return letters


@dataclass
class _Stretch:
    """Glyphs in a row that stand for letters in a row."""

    first: int
    last: int
    text: str

    def goes_on_with(self, glyph: int, text: str) -> bool:
        """Return whether the next glyph belongs to the stretch; neither code may carry over into its first byte."""
        steps = glyph - self.first
        in_row = glyph == self.last + 1 and len(self.text) == len(text) == 1 and ord(text) - ord(self.text) == steps
        return in_row and bool(glyph % 256) and bool(ord(text) % 256)


def written_letters(letters: Letters) -> bytes:
    """Return a /ToUnicode map, with stretches where there are any: a whole font's takes a tenth of the room."""
    stretches: list[_Stretch] = []
    for glyph, text in sorted(letters.items()):
        if stretches and stretches[-1].goes_on_with(glyph, text):
            stretches[-1].last = glyph
        else:
            stretches.append(_Stretch(glyph, glyph, text))
    single = [
        f"<{stretch.first:04x}> <{_code(stretch.text)}>\n" for stretch in stretches if stretch.first == stretch.last
    ]
    rows = [
        f"<{stretch.first:04x}> <{stretch.last:04x}> <{_code(stretch.text)}>\n"
        for stretch in stretches
        if stretch.first < stretch.last
    ]
    return "".join((_HEAD, *_groups("bfchar", single), *_groups("bfrange", rows), _FOOT)).encode()


def _code(text: str) -> str:
    return text.encode("utf-16-be").hex()


def _groups(kind: str, lines: list[str]) -> Iterator[str]:
    for start in range(0, len(lines), _MOST_ENTRIES):
        group = lines[start : start + _MOST_ENTRIES]
        yield f"{len(group)} begin{kind}\n{''.join(group)}end{kind}\n"
