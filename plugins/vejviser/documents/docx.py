"""A document as Word file: a small, clean package with real styles, content controls and nothing Word must repair."""

from functools import cache
from importlib.resources import files

from vejviser.content.languages import direction, of_direction, tag
from vejviser.content.model.short_address import as_typed
from vejviser.documents import docx_pictures
from vejviser.documents.document import Document
from vejviser.documents.docx_body import Body
from vejviser.documents.docx_pictures import EMU
from vejviser.documents.footer_text import address_words, footer_words
from vejviser.documents.packaging import Part, ZipTemplate, merged
from vejviser.documents.qr_code import MILLIMETRES, png
from vejviser.documents.xml import escaped

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMESPACES = (
    f'xmlns:w="{_W}" xmlns:r="{_R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"'
)
_PACKAGE_R = "http://schemas.openxmlformats.org/package/2006/relationships"
_CODE = "qr.png"
_BESIDE_CODE = 960
"""Twentieths of a point from the margin to the words beside the QR code."""
_MAIN = "word/document.xml"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_WORD_PARTS = {
    **{name: f"{_TYPES}.{name}+xml" for name in ("styles", "settings", "numbering", "fontTable", "header", "footer")},
    "theme": "application/vnd.openxmlformats-officedocument.theme+xml",
}


def docx_template(document: Document) -> ZipTemplate:
    """Return `document` as Word template, to be filled with the values of its fields."""
    body = Body(document)
    written = body.written()
    drawing = f" {docx_pictures.NAMESPACES}" if body.pictures else ""
    start = f"{_XML}<w:document {_NAMESPACES}{drawing}><w:body>"
    pieces = merged((start, *written, f"{_section(document)}</w:body></w:document>"))
    parts: tuple[Part, ...] = (
        ("[Content_Types].xml", _content_types(body)),
        ("_rels/.rels", _resource("package-rels.xml").encode()),
        ("docProps/core.xml", _core(document)),
        ("docProps/app.xml", _resource("app.xml").encode()),
        (_MAIN, b""),
        ("word/_rels/document.xml.rels", _relations(body)),
        ("word/styles.xml", _spoken(_resource("styles.xml"), document).encode()),
        ("word/settings.xml", _spoken(_resource("settings.xml"), document).encode()),
        ("word/numbering.xml", _numbering(body.lists)),
        ("word/fontTable.xml", _resource("fontTable.xml").encode()),
        ("word/theme.xml", _resource("theme.xml").encode()),
        ("word/header.xml", _header(document)),
        ("word/footer.xml", _footer(document)),
        *_code_parts(document),
        *docx_pictures.parts(body.pictures),
    )
    return ZipTemplate(parts, _MAIN, pieces)


@cache
def _resource(name: str) -> str:
    return (files("vejviser.documents") / "styles" / "docx" / name).read_text("utf-8")


def _spoken(sheet: str, document: Document) -> str:
    """Fill in the language of the letters of either direction.

    In an Arabic document the Latin ones are of the language of names and sources.
    """
    latin, turned = of_direction(document.language, "ltr"), of_direction(document.language, "rtl")
    return sheet.replace("LOCALE", tag(latin)).replace("COMPLEX", tag(turned))


def _section(document: Document) -> str:
    bidi = "<w:bidi/>" if direction(document.language) == "rtl" else ""
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="header"/>'
        '<w:footerReference w:type="default" r:id="footer"/>'
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1361" w:right="1247" w:bottom="1361" w:left="1247"'
        f' w:header="624" w:footer="{300 if document.address else 624}" w:gutter="0"/><w:cols w:space="708"/>{bidi}'
        '<w:docGrid w:linePitch="360"/>'
        "</w:sectPr>"
    )


def _core(document: Document) -> bytes:
    day = f'xsi:type="dcterms:W3CDTF">{document.updated.isoformat()}T00:00:00Z<'
    return (
        f'{_XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escaped(document.title)}</dc:title><dc:subject>{escaped(document.subtitle)}</dc:subject>"
        f"<dc:creator>{escaped(document.author)}</dc:creator><cp:lastModifiedBy>{escaped(document.author)}</cp:lastModifiedBy>"
        f"<dcterms:created {day}/dcterms:created><dcterms:modified {day}/dcterms:modified>"
        f"<dc:language>{tag(document.language)}</dc:language>"
        f"<cp:version>{escaped(document.version)}</cp:version></cp:coreProperties>"
    ).encode()


_PHOTOGRAPHS = '<Default Extension="jpg" ContentType="image/jpeg"/>'


def _content_types(body: Body) -> bytes:
    photographs = any(picture.kind == "jpeg" for picture in body.pictures)
    words = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{kind}"/>' for name, kind in _WORD_PARTS.items()
    )
    return (
        f'{_XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
        f"{_PHOTOGRAPHS * photographs}"
        f'<Override PartName="/word/document.xml" ContentType="{_TYPES}.document.main+xml"/>{words}'
        '<Override PartName="/docProps/core.xml"'
        ' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        '<Override PartName="/docProps/app.xml"'
        ' ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>'
    ).encode()


def _relations(body: Body) -> bytes:
    own = "".join(f'<Relationship Id="{name}" Type="{_R}/{name}" Target="{name}.xml"/>' for name in _WORD_PARTS)
    others = "".join(
        f'<Relationship Id="link{number}" Type="{_R}/hyperlink" Target="{escaped(address)}" TargetMode="External"/>'
        for number, address in enumerate(body.links, 1)
    )
    pictures = docx_pictures.relations(body.pictures)
    return f'{_XML}<Relationships xmlns="{_PACKAGE_R}">{own}{others}{pictures}</Relationships>'.encode()


def _numbering(lists_at: list[tuple[int, int]]) -> bytes:
    bullets = "".join(_level(level, "bullet", "•–•–"[level]) for level in range(4))
    numbers = "".join(_level(level, ("decimal", "lowerLetter")[level % 2], f"%{level + 1}.") for level in range(4))
    lists = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="1"/>'
        f'<w:lvlOverride w:ilvl="{(level := min(depth, 3))}"><w:startOverride w:val="{start}"/>'
        f"{_level(level, 'decimal', f'%{level + 1}.', start) if level else ''}</w:lvlOverride></w:num>"
        for number, (start, depth) in enumerate(lists_at, 2)
    )
    return (
        f'{_XML}<w:numbering xmlns:w="{_W}">'
        f'<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/>{bullets}</w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>{numbers}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{lists}</w:numbering>'
    ).encode()


def _level(level: int, kind: str, text: str, start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{360 * (level + 1)}" w:hanging="300"/></w:pPr>'
        '<w:rPr><w:color w:val="0B5A5E"/></w:rPr></w:lvl>'
    )


def _header(document: Document) -> bytes:
    bidi, run = _edge(document)
    words = f'<w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{escaped(document.author)}</w:t></w:r>'
    paragraph = f'<w:p><w:pPr><w:pStyle w:val="Header"/>{bidi}</w:pPr>{words}</w:p>'
    return f"{_XML}<w:hdr {_NAMESPACES}>{paragraph}</w:hdr>".encode()


def _footer(document: Document) -> bytes:
    bidi, run = _edge(document)
    about, page, of = footer_words(document)

    def text_run(text: str) -> str:
        return f'<w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{escaped(text)}</w:t></w:r>'

    def count(code: str) -> str:
        return f'<w:fldSimple w:instr=" {code} "><w:r><w:rPr>{run}</w:rPr><w:t>1</w:t></w:r></w:fldSimple>'

    tab = f"<w:r><w:rPr>{run}</w:rPr><w:tab/></w:r>"
    line = f"{text_run(about)}{tab}{text_run(f'{page} ')}{count('PAGE')}{text_run(f' {of} ')}{count('NUMPAGES')}"
    if not document.address:
        paragraph = f'<w:p><w:pPr><w:pStyle w:val="Footer"/>{bidi}</w:pPr>{line}</w:p>'
        return f"{_XML}<w:ftr {_NAMESPACES}>{paragraph}</w:ftr>".encode()
    indent = f'<w:ind w:left="{_BESIDE_CODE}"/></w:pPr>'
    style = f'<w:p><w:pPr><w:pStyle w:val="Footer"/>{bidi}'
    above = f'{style}<w:spacing w:before="180"/>{indent}{_code(document)}{line}</w:p>'
    below = f'{style}<w:spacing w:after="260"/>{indent}{text_run(address_words(document))}</w:p>'
    return f"{_XML}<w:ftr {_NAMESPACES} {docx_pictures.NAMESPACES}>{above}{below}</w:ftr>".encode()


def _code(document: Document) -> str:
    """Return the QR code, beside the lines of the footer."""
    at = "right" if direction(document.language) == "rtl" else "left"
    size = f'cx="{MILLIMETRES * EMU}" cy="{MILLIMETRES * EMU}"'
    words = escaped(f"{document.labels['code']}: {as_typed(document.address)}")
    about = f'id="1" name="{_CODE}" descr="{words}"'
    return (
        '<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1"'
        ' behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="margin"><wp:align>{at}</wp:align></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
        f"<wp:extent {size}/><wp:wrapNone/><wp:docPr {about}/><wp:cNvGraphicFramePr/>"
        f"{docx_pictures.graphic('code', size, about)}</wp:anchor></w:drawing></w:r>"
    )


def _code_parts(document: Document) -> tuple[Part, ...]:
    if not document.address:
        return ()
    relation = f'<Relationship Id="code" Type="{_R}/image" Target="media/{_CODE}"/>'
    relations = f'{_XML}<Relationships xmlns="{_PACKAGE_R}">{relation}</Relationships>'
    return (("word/_rels/footer.xml.rels", relations.encode()), (f"word/media/{_CODE}", png(document.address)))


def _edge(document: Document) -> tuple[str, str]:
    """Return the paragraph and run properties of header and footer."""
    if direction(document.language) == "rtl":
        return "<w:bidi/>", f'<w:rtl/><w:lang w:bidi="{tag(document.language)}"/>'
    return "", ""
