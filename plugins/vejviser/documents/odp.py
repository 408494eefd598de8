"""The slides of a document as OpenDocument presentation 1.3, with what the speaker says as notes."""

import re
from functools import cache
from importlib.resources import files

from vejviser.documents import blocks as doc
from vejviser.documents.document import Document
from vejviser.documents.odt import NAMESPACES, XML, metadata, placed
from vejviser.documents.odt_body import Body
from vejviser.documents.packaging import Part, ZipTemplate, merged
from vejviser.documents.slides import Slide, slides_of, spoken_words
from vejviser.documents.xml import escaped

_STYLE_NAME = re.compile(r'style:name=("\w+")')
_MIME = "application/vnd.oasis.opendocument.presentation"
_TITLE = 'svg:x="1.6cm" svg:y="1cm" svg:width="24.8cm" svg:height="2.6cm"'
_OUTLINE = 'svg:x="1.6cm" svg:y="4cm" svg:width="24.8cm" svg:height="10.6cm"'
_NOTES = 'svg:x="2cm" svg:y="14cm" svg:width="17cm" svg:height="13cm"'
_THUMBNAIL = 'svg:x="3cm" svg:y="2cm" svg:width="15cm" svg:height="8.4cm"'


def odp_template(document: Document) -> ZipTemplate:
    """Return the slides of `document`; a presentation has no fields to fill."""
    first = Slide(document.title, (doc.Paragraph((doc.Text(document.subtitle),)),) if document.subtitle else ())
    body = Body(document)
    pages = [_page(body, slide, number) for number, slide in enumerate((first, *slides_of(document)), 1)]
    content = (
        f"{XML}<office:document-content {NAMESPACES}><office:automatic-styles>{_used_styles(document, pages)}"
        f"{''.join(style for _, style in sorted(body.styles.items()))}</office:automatic-styles>"
        f"<office:body><office:presentation>{''.join(pages)}</office:presentation></office:body>"
        "</office:document-content>"
    )
    styles = placed(_resource("styles.xml"), document, {"FOOTER": escaped(document.author)})
    parts: tuple[Part, ...] = (
        ("mimetype", _MIME.encode()),
        ("META-INF/manifest.xml", _resource("manifest.xml").encode()),
        ("meta.xml", metadata(document)),
        ("styles.xml", f"{XML}<office:document-styles {NAMESPACES}>{styles}</office:document-styles>".encode()),
        ("content.xml", b""),
    )
    return ZipTemplate(parts, "content.xml", merged((content,)))


def _used_styles(document: Document, pages: list[str]) -> str:
    """Return the styles that the slides use; Impress heeds only those that stand in the content itself."""
    text = "".join(pages)
    styles = placed(_resource("content-styles.xml"), document, {"FOOTER": escaped(document.author)}).splitlines()
    return "".join(style for style in styles if f"style-name={_STYLE_NAME.findall(style)[0]}" in text)


def _page(body: Body, slide: Slide, number: int) -> str:
    body.pieces.clear()
    body.write_blocks(slide.blocks)
    words = "".join(map(str, body.pieces))
    spoken = "".join(f'<text:p text:style-name="Notes">{escaped(line)}</text:p>' for line in spoken_words(slide.spoken))
    title, kind = escaped(slide.title), "Opening" if number == 1 else "Default"
    return (
        f'<draw:page draw:name="{number}. {title}" draw:style-name="Slide" draw:master-page-name="{kind}">'
        f'<draw:frame draw:style-name="TitleBox" draw:layer="layout" presentation:class="title" {_TITLE}>'
        f'<draw:text-box><text:p text:style-name="{kind}Title">{title}</text:p></draw:text-box></draw:frame>'
        f'<draw:frame draw:style-name="OutlineBox" draw:layer="layout" presentation:class="outline" {_OUTLINE}>'
        f"<draw:text-box>{words or _EMPTY}</draw:text-box></draw:frame>"
        f'<presentation:notes draw:style-name="Slide"><draw:page-thumbnail draw:layer="layout" {_THUMBNAIL}'
        f' draw:page-number="{number}" presentation:class="page"/>'
        f'<draw:frame draw:style-name="NotesBox" draw:layer="layout" presentation:class="notes" {_NOTES}>'
        f"<draw:text-box>{spoken or _EMPTY}</draw:text-box></draw:frame></presentation:notes></draw:page>"
    )


_EMPTY = '<text:p text:style-name="Standard"/>'


@cache
def _resource(name: str) -> str:
    return (files("vejviser.documents") / "styles" / "odp" / name).read_text("utf-8")
