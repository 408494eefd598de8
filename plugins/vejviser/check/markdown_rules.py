"""Rules about what editors write in Markdown: known boxes, headings in order, and links that lead somewhere.

What may be written at all: `vejviser.check.allowed_markup`.
"""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from posixpath import basename, dirname, normpath, relpath, splitext

from vejviser.base.memo import answers_once
from vejviser.base.problems import Problem
from vejviser.content.languages import languages
from vejviser.content.markdown.boxes import KINDS
from vejviser.content.markdown.reader import line_of, offset_of, tree
from vejviser.content.model.allow_list import scheme_of
from vejviser.content.model.docs_files import DocsFiles, file_seen
from vejviser.content.model.fenced_code import without_code
from vejviser.content.model.portal import Portal
from vejviser.content.page_uris import page_uris
from vejviser.content.text_walker import Passage, passages
from vejviser.content.translation.pairs import LongText
from vejviser.content.types import types

_LINK = re.compile(r"(?:\]\(|^[ ]{0,3}\[[^\]\n@]+\]:[ ]+)<?(?P<target>[^)\s>]+)", re.MULTILINE)
_MEANT_BOXES = {
    "eksempel": "example",
    "råd": "tip",
    "obs": "note",
    "bemærk": "note",
    "advarsel": "warning",
    "fare": "danger",
}
_PICTURES = (".jpg", ".png", ".svg", ".webp")
"""MkDocs sees whether these files are there."""


def problems(portal: Portal) -> Iterator[Problem]:
    """Yield every link between pages that leads nowhere, every unknown box, and every heading out of order."""
    known = page_uris(portal)
    for passage in passages(portal):
        if passage.line is None:
            yield from _links_in_yaml(passage, known)
    for text, own in _pages(portal):
        yield from _links(text, own, known, portal.files)
        yield from _boxes(text)
        yield from _headings(text)


def _pages(portal: Portal) -> Iterator[tuple[LongText, str]]:
    """Return every text written in Markdown with the path, without the language, of the page that shows it."""
    return ((text, kind.uri(text)) for kind in types() if kind.is_text for text in portal.all_of(kind))


def _links(text: LongText, own: str, known: frozenset[str], files: DocsFiles) -> Iterator[Problem]:
    for match in _LINK.finditer(without_code(text.body)):
        target = match["target"].partition("#")[0]
        if (
            not target
            or scheme_of(target)
            or target.endswith(_PICTURES)
            or file_seen(target, own, text.language, files)
        ):
            continue
        if not _leads_somewhere(target, own, known):
            meant = _closest_page(target, own, known)
            rule = "broken-link-suggestion" if meant else "broken-link"
            yield _problem(text, match.start(), rule, found=match["target"], suggestion=meant)


def _links_in_yaml(passage: Passage, known: frozenset[str]) -> Iterator[Problem]:
    """Yield dead addresses; where a relative link leads depends on the page that shows the text."""
    for match in _LINK.finditer(without_code(passage.text)):
        target = match["target"].partition("#")[0]
        if target.startswith("/") and not scheme_of(target) and not _leads_somewhere(target, "", known):
            meant = _closest_page(target, "", known)
            address = f"/{meant.removesuffix('.md').removesuffix('index')}".rstrip("/") + "/" if meant else ""
            rule = "broken-link-suggestion" if meant else "broken-link"
            yield passage.problem("error", rule, match.start(), found=match["target"], suggestion=address)


def _leads_somewhere(target: str, own: str, known: frozenset[str]) -> bool:
    """Return whether a link leads to a page; an address from the front, /data/, may also lead to a file."""
    if not target.startswith("/"):
        return normpath(f"{dirname(own)}/{target}").lstrip("/") in known
    path = target.strip("/")
    path = path.partition("/")[2] if path.partition("/")[0] in languages() else path
    return bool(splitext(path)[1]) or bool({f"{path}.md", f"{path}/index.md".lstrip("/")} & known)


@answers_once
def _outline(body: str) -> tuple[tuple[str, int, str, str, str], ...]:
    """Return the boxes and headings of a text: (type, line from 0, a box's kind or a heading's tag, id, first words).

    To take a text apart is most of the work, and most texts are as they were.
    """
    return tuple(
        (
            node.type,
            line_of(node),
            node.info if node.type == "box" else node.tag,
            str(node.attrs.get("id", "")),
            node.children[0].content if node.tag == "h1" else "",
        )
        for node in tree(body).walk()
        if node.type in ("box", "heading")
    )


def _boxes(text: LongText) -> Iterator[Problem]:
    for type_, line, kind, _, _ in _outline(text.body):
        if type_ == "box" and kind not in KINDS:
            close = get_close_matches(kind, KINDS, n=1)
            meant = _MEANT_BOXES.get(kind, close[0] if close else "")
            rule = "box-unknown-suggestion" if meant else "box-unknown"
            offset = offset_of(text.body, line, kind)
            yield _problem(text, offset, rule, found=kind, suggestion=meant, known=", ".join(KINDS))


def _headings(text: LongText) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for type_, line, tag, name, words in _outline(text.body):
        if type_ != "heading":
            continue
        if tag == "h1":
            yield _problem(text, offset_of(text.body, line, "#"), "heading-too-high", heading=words)
        if name in first:
            offset = offset_of(text.body, line, f"#{name}") + 1
            yield _problem(text, offset, "duplicate-id", id=name, first=first[name])
        elif name:
            first[name] = text.body_line + line


def _problem(text: LongText, offset: int, rule: str, **values: object) -> Problem:
    """Make an error `offset` characters into the body of a text."""
    line = text.body_line + text.body[:offset].count("\n")
    column = offset - text.body.rfind("\n", 0, offset)
    texts = tuple((name, str(value)) for name, value in values.items())
    return Problem(text.origin.path, line, column, "error", rule, texts)


def _closest_page(target: str, own: str, known: frozenset[str]) -> str:
    """Return the link to the page that was probably meant, or nothing."""
    by_name: dict[str, str] = {}
    for uri in sorted(known, key=lambda uri: (dirname(uri) != dirname(own), uri)):
        by_name.setdefault(basename(uri).removesuffix(".md"), uri)
    close = get_close_matches(basename(target.rstrip("/")).removesuffix(".md"), by_name, n=1, cutoff=0.6)
    return relpath(by_name[close[0]], dirname(own) or ".") if close else ""
