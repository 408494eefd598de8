"""A document as OpenDocument text 1.3: styles by name, input fields, boxes to tick, right to left where it must be."""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from vejviser.content.languages import country, direction, of_direction, subtag, tag
from vejviser.content.model.short_address import as_typed
from vejviser.documents.document import Document
from vejviser.documents.footer_text import address_words, footer_words
from vejviser.documents.odt_body import Body, picture_path
from vejviser.documents.packaging import Part, Pieces, ZipTemplate, merged
from vejviser.documents.pictures import MEDIA_TYPES
from vejviser.documents.qr_code import MILLIMETRES, png
from vejviser.documents.xml import escaped

XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_MIME = "application/vnd.oasis.opendocument.text"
_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
NAMESPACES = " ".join(
    [
        *(
            f'xmlns:{prefix}="{_OASIS}{name}:1.0"'
            for prefix, name in {
                "office": "office", "text": "text", "table": "table", "style": "style", "draw": "drawing",
                "form": "form", "fo": "xsl-fo-compatible", "svg": "svg-compatible", "meta": "meta",
                "presentation": "presentation",
            }.items()
        ),
        'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"',
        'xmlns:ooo="http://openoffice.org/2004/office" office:version="1.3"',
    ]
)  # fmt: skip
_MAIN = "content.xml"
_CODE = "Pictures/qr.png"
_STYLE_NAME = re.compile(r'style:name=("\w+")')


def odt_template(document: Document) -> ZipTemplate:
    """Return `document` as OpenDocument template, to be filled with the values of its fields."""
    body = Body(document)
    body.write_document()
    opening = (
        f"{XML}<office:document-content {NAMESPACES}><office:automatic-styles>{_automatic_styles(body)}"
        "</office:automatic-styles><office:body><office:text>"
    )
    form: Pieces = ()
    if body.controls:
        first = '<office:forms form:automatic-focus="false" form:apply-design-mode="false"><form:form form:name="form">'
        form = (first, *body.controls, "</form:form></office:forms>")
    closing = "</office:text></office:body></office:document-content>"
    parts: tuple[Part, ...] = (
        ("mimetype", _MIME.encode()),
        ("META-INF/manifest.xml", _manifest(document, body)),
        ("meta.xml", metadata(document)),
        ("styles.xml", _styles(document)),
        (_MAIN, b""),
        *([(_CODE, png(document.address))] if document.address else []),
        *{picture_path(picture): picture.data for picture in body.pictures}.items(),
    )
    return ZipTemplate(parts, _MAIN, merged((opening, *form, *body.pieces, closing)))


def _automatic_styles(body: Body) -> str:
    """Return the styles that the text uses and that have no name for people: of tables, cells and boxes."""
    text = "".join(piece for piece in body.pieces if isinstance(piece, str))
    fixed = _resource("content-styles.xml").splitlines()
    used = [style for style in fixed if f"style-name={_STYLE_NAME.findall(style)[0]}" in text]
    return "".join([*used, *(style for _, style in sorted(body.styles.items()))])


@cache
def _resource(name: str) -> str:
    return (files("vejviser.documents") / "styles" / "odt" / name).read_text("utf-8")


def metadata(document: Document) -> bytes:
    """Return `meta.xml`: title, author, dates and language, alike in texts and presentations."""
    day = f"{document.updated.isoformat()}T00:00:00"
    return (
        f"{XML}<office:document-meta {NAMESPACES}><office:meta><meta:generator>Vejviser</meta:generator>"
        f"<dc:title>{escaped(document.title)}</dc:title><dc:subject>{escaped(document.subtitle)}</dc:subject>"
        f"<meta:initial-creator>{escaped(document.author)}</meta:initial-creator>"
        f"<dc:creator>{escaped(document.author)}</dc:creator><meta:creation-date>{day}</meta:creation-date>"
        f"<dc:date>{day}</dc:date><dc:language>{tag(document.language)}</dc:language></office:meta>"
        "</office:document-meta>"
    ).encode()


def _styles(document: Document) -> bytes:
    """Fill the places of the style sheet: languages, direction, header and footer."""
    about, page, of = map(escaped, footer_words(document))
    stop = "left" if direction(document.language) == "rtl" else "right"
    places = {"STOP": stop, "HEADER": escaped(document.author), "ABOUT": about, "PAGE": page, "OF": of}
    places |= {
        "CODE": "",
        "NEWEST": "",
        "BESIDE": "0cm",
        "TAB": "16.6cm",
        "EDGE": "1.2cm",
        "FOOT": "1cm",
        "GAP": "0.6cm",
    }
    if document.address:
        newest = f'<text:p text:style-name="Footer">{escaped(address_words(document))}</text:p>'
        places |= {
            "CODE": _code(document),
            "NEWEST": newest,
            "BESIDE": "1.7cm",
            "TAB": "14.9cm",
            "EDGE": "0.6cm",
            "FOOT": "1.6cm",
            "GAP": "0.1cm",
        }
    sheet = placed(_resource("styles.xml"), document, places)
    return f"{XML}<office:document-styles {NAMESPACES}>{sheet}</office:document-styles>".encode()


def _manifest(document: Document, body: Body) -> bytes:
    held = {_CODE: "image/png"} if document.address else {}
    held |= {picture_path(picture): MEDIA_TYPES[picture.kind] for picture in body.pictures}
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{kind}"/>'
        for path, kind in held.items()
    )
    end = "</manifest:manifest>"
    return _resource("manifest.xml").replace(end, entries + end).encode()


def _code(document: Document) -> str:
    """Return the QR code, beside the lines of the footer."""
    size = f'svg:width="{MILLIMETRES}mm" svg:height="{MILLIMETRES}mm"'
    words = escaped(f"{document.labels['code']}: {as_typed(document.address)}")
    return (
        f'<draw:frame draw:name="qr" draw:style-name="Code" text:anchor-type="paragraph" {size}>'
        f'<draw:image xlink:href="{_CODE}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/>'
        f"<svg:title>{words}</svg:title></draw:frame>"
    )


def placed(sheet: str, document: Document, more: Mapping[str, str]) -> str:
    """Return a style sheet with its places filled, such as @START@: language, direction, and `more` by their names."""
    rtl = direction(document.language) == "rtl"
    latin, turned = of_direction(document.language, "ltr"), of_direction(document.language, "rtl")
    places = {
        "LANGUAGE": subtag(latin),
        "COUNTRY": country(latin),
        "COMPLEX": subtag(turned),
        "COMPLEXLAND": country(turned),
        "START": "right" if rtl else "left",
        "MODE": "rl-tb" if rtl else "lr-tb",
    }
    for name, text in {**places, **more}.items():
        sheet = sheet.replace(f"@{name}@", text)
    return sheet
