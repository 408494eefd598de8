"""What the elements of Word, PowerPoint, Excel and OpenDocument files mean to a reader."""

from functools import cache
from typing import Literal

Role = Literal[
    "inline", "text", "block", "paragraph", "cell", "tab", "break", "space", "dash", "soft", "deleted", "inserted",
    "aside", "code", "formula", "style", "change", "from", "until", "changes",
]  # fmt: skip
_FAMILIES = {
    "openxmlformats.org/wordprocessingml": "w",
    "ooxml/wordprocessingml": "w",
    "openxmlformats.org/drawingml/2006/main": "a",
    "ooxml/drawingml/main": "a",
    "openxmlformats.org/drawingml": "d",
    "ooxml/drawingml": "d",
    "openxmlformats.org/spreadsheetml": "x",
    "ooxml/spreadsheetml": "x",
    "openxmlformats.org/presentationml": "p",
    "ooxml/presentationml": "p",
    "officeDocument": "o",
    "ooxml/officeDocument": "o",
    "openxmlformats.org/package": "o",
    "markup-compatibility": "w",
    "schemas.microsoft.com/office": "w",
    "opendocument:xmlns:text": "text",
    "opendocument:xmlns": "odf",
}
_ROLES: dict[str, dict[str, Role]] = {
    "w": {
        **dict.fromkeys(("t", "delText"), "text"),
        **dict.fromkeys(
            ("p", "tr", "sectPr", "body", "tbl", "comment", "footnote", "endnote", "hdr", "ftr"), "paragraph"
        ),
        **dict.fromkeys(("instrText", "delInstrText"), "code"),
        **dict.fromkeys(("br", "cr"), "break"),
        **dict.fromkeys(("tab", "ptab"), "tab"),
        **dict.fromkeys(("del", "moveFrom"), "deleted"),
        **dict.fromkeys(("ins", "moveTo"), "inserted"),
        **dict.fromkeys(("rPr", "pPr", "tblPr", "trPr", "tcPr", "tblGrid", "tabs"), "style"),
        "tc": "cell",
        "noBreakHyphen": "dash",
        "softHyphen": "soft",
        **dict.fromkeys(("drawing", "pict", "object", "txbxContent"), "aside"),
        "docPartBody": "aside",
    },
    "a": {
        "t": "text",
        "p": "paragraph",
        "tr": "paragraph",
        "rPr": "style",
        "endParaRPr": "style",
        "br": "break",
        "tc": "cell",
        "v": "block",
        "pt": "block",
    },
    "x": {
        "t": "text",
        "r": "inline",
        "rPr": "style",
        "c": "formula",
        "rPh": "aside",
        **dict.fromkeys(("si", "is"), "cell"),
        **dict.fromkeys(("comment", "row", "text"), "paragraph"),
    },
    "d": dict.fromkeys(("from", "to", "positionH", "positionV", "sizeRelH", "sizeRelV"), "style"),
    "p": {},
    "o": {},
    "text": {
        **dict.fromkeys(("p", "h", "list-item"), "paragraph"),
        "note": "aside",
        "ruby-text": "aside",
        "tab": "tab",
        "line-break": "break",
        "s": "space",
        "change": "change",
        "change-start": "from",
        "change-end": "until",
        "tracked-changes": "changes",
    },
    "odf": {
        **dict.fromkeys(("annotation", "text-box", "title", "desc", "frame", "custom-shape"), "aside"),
        **dict.fromkeys(("automatic-styles", "font-face-decls"), "style"),
        "annotation-end": "inline",
        "table-row": "paragraph",
        "table-cell": "cell",
        "a": "inline",
    },
}
_INLINE_FAMILIES = frozenset(["w", "a", "text"])


def family_of(tag: object) -> str:
    """Return the family of XML that a tag belongs to: "w", "a", "x", "p", "o", "odf", or nothing."""
    name = tag if isinstance(tag, str) else ""
    return next((family for part, family in _FAMILIES.items() if part in name.partition("}")[0]), "")


def local(tag: object) -> str:
    """Return a tag's name without its namespace."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


@cache
def role_of(tag: str) -> Role:
    """Return the role of an element by its tag."""
    family, name = family_of(tag), local(tag)
    if family in _INLINE_FAMILIES:
        return _ROLES[family].get(name, "inline")
    return _ROLES[family].get(name, "block") if family else "block"
