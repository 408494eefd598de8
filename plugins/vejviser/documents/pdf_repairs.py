"""What WeasyPrint 70 leaves to be done before a PDF is right: list bodies, letters of glyphs, words for links."""

import re
import unicodedata
from collections.abc import Iterable

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from vejviser.documents import document as doc
from vejviser.documents.fonts import TEXT_FACES
from vejviser.documents.glyphs import glyph_texts

_MAPPED = re.compile(rb"<(?P<glyph>[0-9a-f]{4})> <(?P<text>[0-9a-f]*)>")
_NOTHING = "\u200b"
_TWIN = "Letters"


def repair(pdf: Pdf, document: doc.Document) -> None:
    """Make the typeset PDF of `document` right in all that PDF/UA-1 and people who copy text out of it expect."""
    _describe_links(pdf, document)
    for found in list(pdf.objects):
        if not isinstance(found, Dictionary):
            continue
        if found.get("/S") == Name.LI:
            _gather_body(pdf, found)
        elif found.get("/Subtype") == Name.Type0:
            _map_letters(found)


def _gather_body(pdf: Pdf, item: Object) -> None:
    """Put what stands in a list item beside its label into one body: /LI may hold /Lbl and /LBody only."""
    kids = list(_kids(item))
    loose = [kid for kid in kids if kid.get("/S") not in {Name.Lbl, Name.LBody}]
    if not loose:
        return
    body = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.LBody, P=item, Pg=item.Pg, K=Array(loose)))
    for kid in loose:
        kid.P = body
    item.K = Array([*(kid for kid in kids if kid.get("/S") in {Name.Lbl, Name.LBody}), body])


def _kids(element: Object) -> Iterable[Object]:
    return (kid for kid in element.K if isinstance(kid, Dictionary))


def _map_letters(font: Object) -> None:
    """Say for each glyph which letters it stands for, as the font file has it."""
    name = _file_of(str(font.BaseFont))
    if name is None or not isinstance(font.get("/ToUnicode"), Stream):
        return
    texts = glyph_texts(name)

    def mapped(match: re.Match[bytes]) -> bytes:
        text = texts.get(int(match["glyph"], 16)) or _decoded(match["text"]) or _NOTHING
        return b"<%s> <%s>" % (match["glyph"], text.encode("utf-16-be").hex().encode())

    font.ToUnicode.write(_MAPPED.sub(mapped, font.ToUnicode.read_bytes()))


def add_letter_fonts(pdf: Pdf, names: Iterable[str]) -> None:
    """Give each field font a twin for drawn text, whose glyphs stand for letters and not for their forms.

    Viewers look the forms up in the field font itself; text that somebody copies should be made of letters.
    """
    fonts = pdf.Root.AcroForm.DR.Font
    for name in sorted(names):
        twin = Dictionary(dict(fonts[name].items()))
        letters = _MAPPED.sub(_plain_letters, fonts[name].ToUnicode.read_bytes())
        twin.ToUnicode = pdf.make_stream(letters)
        fonts[f"{name}{_TWIN}"] = pdf.make_indirect(twin)


def letter_font(pdf: Pdf, name: str) -> str:
    """Give the name of the font in which text for the field font `name` is drawn."""
    twin = f"{name}{_TWIN}"
    return twin if twin in pdf.Root.AcroForm.DR.Font else name


def _plain_letters(match: re.Match[bytes]) -> bytes:
    letters = unicodedata.normalize("NFKC", _decoded(match["text"]))
    return b"<%s> <%s>" % (match["glyph"], letters.strip().encode("utf-16-be").hex().encode() or match["text"])


def _decoded(text: bytes) -> str:
    return bytes.fromhex(text.decode()).decode("utf-16-be")


def _file_of(base_font: str) -> str | None:
    """Give the font file behind a name such as /QTEINO+Vejviser-Sans-Bold; None for fonts that are not for text."""
    words = base_font.partition("+")[2].split("-")
    weight = "bold" if "Bold" in words else "normal"
    style = "italic" if "Italic" in words else "normal"
    wanted = (" ".join(words[:2]), weight, style)
    return next((name for family, *look, name in TEXT_FACES if (family, *look) == wanted), None)


def _describe_links(pdf: Pdf, document: doc.Document) -> None:
    """Say in words where a link inside the document leads, not the name of its anchor."""
    titles = {f"note-{note.number}": f"{document.labels['notes']} {note.number}" for note in document.notes}
    titles |= {block.id: doc.plain_text(block.inlines) for block in document.blocks if isinstance(block, doc.Heading)}
    titles |= {block.id: block.title for block in document.blocks if isinstance(block, doc.ChapterBreak)}
    for page in pdf.pages:
        for annotation in page.obj.get("/Annots", Array()):
            if annotation.Subtype == Name.Link and "/Dest" in annotation:
                target = str(annotation.Dest)
                annotation.Contents = String(titles.get(target, target))
