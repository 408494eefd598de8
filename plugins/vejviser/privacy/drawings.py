"""Rules about drawings (SVG): shapes and words, so that one opened by itself, on any host, can do nothing.

A drawing is a program when it wants to be: it holds scripts, listens to what the reader does, asks other hosts for
things, and turns harmless links into others while it is shown. Only what draws may be there.

Source: SVG 2, the elements and attributes of shapes, texts, gradients, patterns, clips, masks and filters.
"""

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from vejviser.base.problems import Problem
from vejviser.content.model.allow_list import DRAWING_ATTRIBUTES, DRAWING_TAGS

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_XML = "http://www.w3.org/XML/1998/namespace"
_NOTES = (
    "http://www.inkscape.org/",
    "http://sodipodi.sourceforge.net/",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "http://creativecommons.org/ns#",
    "http://web.resource.org/cc/",
    "http://purl.org/dc/",
)
"""What drawing programs note down for themselves; no browser does anything with it."""
_PICTURE = re.compile(r"data:image/(?:png|jpeg|webp);base64,[A-Za-z0-9+/=\s]*+")
_REACHES_OUT = re.compile(
    r"@(?!media\b)|\\|<|//|(?:url|src|image|image-set|cross-fade|element|expression)\s*+\((?!\s*+[\"']?#)",
    re.IGNORECASE,
)
"""In a style, what loads something, or hides what it says."""
_FREE = re.compile(r"(?:aria|data)-[a-z0-9_-]+")
_MAX_REPORTED = 5
"""How many things are told of one drawing."""


def problems(files: Iterable[tuple[str, bytes]]) -> Iterator[Problem]:
    """Yield everything in drawings that does more than draw; `files` are paths with what lies there."""
    for path, content in files:
        yield from refused_in_drawing(path, content)


def refused_in_drawing(path: str, content: bytes) -> Iterator[Problem]:
    """Yield the first things in a drawing that do more than draw."""
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        yield Problem(path, 1, 1, "error", "drawing-broken")
        return
    told = dict.fromkeys(_refused(root))
    for line, found in list(told)[:_MAX_REPORTED]:
        yield Problem(path, line, 1, "error", "drawing-does-more", (("found", found),))


def _refused(root: etree._Element) -> Iterator[tuple[int, str]]:
    if root.getroottree().docinfo.doctype:
        yield 1, "<!DOCTYPE>"
    for beside in root.xpath("//processing-instruction()"):
        yield beside.sourceline or 1, f"<?{beside.target}?>"
    for element in root.iter():
        line = element.sourceline or 1
        if isinstance(element, etree._Entity):
            yield line, f"&{element.name};"
        elif isinstance(element.tag, str):
            yield from ((line, found) for found in _in_element(element))


def _in_element(element: etree._Element) -> Iterator[str]:
    space, name = _parted(str(element.tag))
    if space.startswith(_NOTES):
        return
    if space != _SVG or name not in DRAWING_TAGS:
        yield f"<{name}>"
        return
    if name == "style" and _REACHES_OUT.search("".join(map(str, element.itertext()))):
        yield "<style>"
    for full, value in element.attrib.items():
        inner, attribute = _parted(str(full))
        if not _is_fine(name, inner, attribute, str(value)):
            yield f'{attribute}="{str(value)[:40]}"'


def _is_fine(tag: str, space: str, name: str, value: str) -> bool:
    if space.startswith(_NOTES) or (space == _XML and name in ("space", "lang")):
        return True
    if name == "href" and space in ("", _XLINK):
        return value.startswith("#") or (tag == "image" and bool(_PICTURE.fullmatch(value)))
    if space == _XLINK and name == "title":
        return True
    allowed = not space and (name in DRAWING_ATTRIBUTES or _FREE.fullmatch(name))
    return bool(allowed) and not _REACHES_OUT.search(value)


def _parted(full: str) -> tuple[str, str]:
    space, _, name = full.rpartition("}")
    return space.removeprefix("{"), name
