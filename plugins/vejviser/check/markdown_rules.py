"""Rules about what editors write in Markdown: known boxes, headings in order, and links that lead somewhere.

What may be written at all: `vejviser.check.allowed_markup`.
"""

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from posixpath import basename, dirname, normpath, relpath, splitext

from vejviser.base.memo import answers_once
from vejviser.base.problems import Problem
from vejviser.content.languages import languages, main_language
from vejviser.content.markdown.boxes import KINDS
from vejviser.content.markdown.reader import line_of, offset_of, tree
from vejviser.content.model.allow_list import scheme_of
from vejviser.content.model.base import slugify
from vejviser.content.model.fenced_code import without_code
from vejviser.content.model.portal import Portal
from vejviser.content.model.results import ANCHORS
from vejviser.content.page_uris import page_uris
from vejviser.content.text_walker import Passage, passages
from vejviser.content.translation.pairs import LongText
from vejviser.content.types import type_named, types

_LINK = re.compile(
    r"\]\((?:<(?P<angle>[^>\n]+)>|(?P<inline>[^)\s>]+))(?=\)|[ ]+[\"'(])"
    r"|^[ ]{0,3}\[[^\]\n@]+\]:[ ]+<?(?P<reference>[^)\s>]+)",
    re.MULTILINE,
)
"""A link as it is read; what has a space in it is none, and told as such."""
_HOST = re.compile(r"(?:www\.[^/\s]+|[\w-]+(?:\.[\w-]+)*\.[a-zA-Z]{2,})(?:[/?#].*)?")
_BAD_SCHEME = re.compile(r"(?P<scheme>https?)(?:[:;,]/|[:;,]|//|/|[;,]//)(?!/)(?P<rest>\w.*)", re.IGNORECASE)
_MISSPELT_SCHEME = re.compile(r"(?!https?:)[htps]{3,7}[:;]/{1,3}(?P<rest>[\w-]+\.\S+)", re.IGNORECASE)
_MISWRITTEN = re.compile(
    r"(?:https?://)*(?P<scheme>https?|mailto):(?P<slashes>//|)(?P<host>[^/?#]+)(?P<rest>.*)", re.IGNORECASE
)
"""An address that says twice what kind it is, has a comma in the host's name, or a mail with the slashes of a page."""
_MAIL = re.compile(r"[^\s@/]+@[^\s@/]+\.\w+")
_PHONE = re.compile(r"\+?\d[\d ]{6,}|1\d\d|11\d{4}|\d{4}")
_MEANT_BOXES = {
    "eksempel": "example",
    "råd": "tip",
    "obs": "note",
    "bemærk": "note",
    "advarsel": "warning",
    "fare": "danger",
}
FILES = frozenset(
    [
        *(".jpg", ".jpeg", ".png", ".svg", ".webp", ".gif", ".heic", ".tif", ".tiff", ".bmp"),
        *(".pdf", ".doc", ".docx", ".odt", ".rtf", ".xls", ".xlsx", ".ods", ".csv", ".txt"),
        *(".ppt", ".pptx", ".odp", ".epub", ".ics", ".zip", ".mp3", ".mp4"),
    ]
)
"""Endings of what is no page: `vejviser.check.file_links` sees whether these files are there."""
_SIGNS_AROUND = re.compile(r"[\"'“”„‘’»«<>(){}\[\]]")
_PAGES = (".md", ".html", ".htm")
Places = Mapping[str, Mapping[str, frozenset[str]]]


def problems(portal: Portal) -> Iterator[Problem]:
    """Yield every link between pages that leads nowhere, every unknown box, and every heading out of order."""
    known = page_uris(portal)
    for passage in passages(portal):
        if passage.line is None:
            yield from _links_in_yaml(passage, known)
    found = places(portal)
    for text, own in _pages(portal):
        yield from _links(text, own, known, found)
        yield from _boxes(text)
        yield from _headings(text)


def places(portal: Portal) -> Places:
    """Return the ids of the headings of every page that is one text, by the page's path and the language.

    Below the text about the results, each figure has a place, and each group of them a heading.
    """
    found: dict[str, dict[str, frozenset[str]]] = {}
    for text, own in _pages(portal):
        if text.origin.path.startswith("docs/"):
            found.setdefault(own, {})[text.language] = frozenset(
                name for _, _, _, name, _ in _outline(text.body) if name
            )
    results = type_named("result").pages[0]
    figures = portal.results.keys() | {ANCHORS.get(item.group, item.group) for item in portal.results.values()}
    return found | {results: {language: names | figures for language, names in found.get(results, {}).items()}}


def _pages(portal: Portal) -> Iterator[tuple[LongText, str]]:
    """Return every text written in Markdown with the path, without the language, of the page that shows it."""
    return ((text, kind.uri(text)) for kind in types() if kind.is_text for text in portal.all_of(kind))


def links_of(body: str) -> Iterator[tuple[int, str]]:
    """Yield the target of every link and picture in a text, with its offset."""
    for match in _LINK.finditer(without_code(body)):
        yield match.start(), match["angle"] or match["inline"] or match["reference"]


def _links(text: LongText, own: str, known: frozenset[str], places: Places) -> Iterator[Problem]:
    for offset, written in links_of(text.body):
        target, _, place = written.partition("#")
        if right := _right_address(target):
            yield _problem(text, offset, "link-scheme-missing", found=written, fixed=right)
        elif place.endswith(_PAGES):
            yield _nowhere(text, offset, written, own, known, places)
        elif scheme_of(target) or splitext(target)[1].lower() in FILES:
            continue
        elif target and not _leads_somewhere(target, own, known):
            yield _nowhere(text, offset, written, own, known, places)
        elif place and not target.startswith("/"):
            uri = normpath(f"{dirname(own)}/{target}").lstrip("/") if target else own
            yield from _place(text, offset, written, places.get(uri, {}))


def _nowhere(text: LongText, offset: int, written: str, own: str, known: frozenset[str], places: Places) -> Problem:
    """Return the problem of a link to a page that is not there, with the page, and the place on it, that was meant."""
    target, _, place = _SIGNS_AROUND.sub("", written).removeprefix("#").partition("#")
    meant = _closest_page(target, own, known)
    there = places.get(normpath(f"{dirname(own)}/{meant}").lstrip("/"), {}).get(text.language, frozenset())
    suggestion = f"{meant}#{slugify(place)}" if meant and slugify(place) in there else meant
    rule = "broken-link-suggestion" if meant else "broken-link"
    return _problem(text, offset, rule, found=written, suggestion=suggestion)


def _place(text: LongText, offset: int, written: str, found: Mapping[str, frozenset[str]]) -> Iterator[Problem]:
    """Yield a place that the other page, in this language or in the one it falls back to, does not have."""
    target, _, place = written.partition("#")
    there = found.get(text.language, found.get(main_language()))
    if there is None or place in there or place.startswith("fn"):
        return
    close = get_close_matches(place, there, n=1, cutoff=0.5)
    rule = "link-place-unknown-suggestion" if close else "link-place-unknown"
    known = ", ".join(f"#{name}" for name in sorted(there))
    suggestion = f"{target}#{close[0]}" if close else ""
    yield _problem(text, offset, rule, found=written, suggestion=suggestion, known=known)


def _right_address(target: str) -> str:
    """Return an address, a mail or a number with what it lacks in front, or nothing when it lacks nothing."""
    if right := _rewritten(target):
        return right
    if scheme_of(target):
        return ""
    if _MAIL.fullmatch(target):
        return f"mailto:{target}"
    if _PHONE.fullmatch(target):
        return f"tel:{target.replace(' ', '')}"
    endings = {splitext(part)[1].lower() for part in (target, target.partition("/")[0])}
    is_host = _HOST.fullmatch(target) and not endings & {*FILES, *_PAGES, ".yml"}
    return f"https://{target}" if is_host else ""


def _rewritten(target: str) -> str:
    """Return an address whose beginning is written in a wrong way as it should be, or nothing."""
    if match := _BAD_SCHEME.fullmatch(target):
        return f"{match['scheme'].lower()}://{match['rest']}"
    if match := _MISSPELT_SCHEME.fullmatch(target):
        return f"https://{match['rest']}"
    if match := _MISWRITTEN.fullmatch(target):
        scheme, host = match["scheme"].lower(), match["host"].replace(",", ".")
        fixed = f"{scheme}:{'' if scheme == 'mailto' else match['slashes']}{host}{match['rest']}"
        return fixed if fixed.lower() != target.lower() else ""
    return ""


def _links_in_yaml(passage: Passage, known: frozenset[str]) -> Iterator[Problem]:
    """Yield dead addresses; where a relative link leads depends on the page that shows the text."""
    for offset, written in links_of(passage.text):
        target = written.partition("#")[0]
        if right := _right_address(target):
            yield passage.problem("error", "link-scheme-missing", offset, found=written, fixed=right)
        elif target.startswith("/") and not scheme_of(target) and not _leads_somewhere(target, "", known):
            meant = _closest_page(target, "", known)
            address = f"/{meant.removesuffix('.md').removesuffix('index')}".rstrip("/") + "/" if meant else ""
            rule = "broken-link-suggestion" if meant else "broken-link"
            yield passage.problem("error", rule, offset, found=written, suggestion=address)


def _leads_somewhere(target: str, own: str, known: frozenset[str]) -> bool:
    """Return whether a link leads to a page; an address from the front, /data/, may also lead to a file."""
    if not target.startswith("/"):
        return not target.endswith(".md/") and normpath(f"{dirname(own)}/{target}").lstrip("/") in known
    path = target.strip("/")
    path = path.partition("/")[2] if path.partition("/")[0] in languages() else path
    is_file = splitext(path)[1].lower() not in ("", *_PAGES)
    return is_file or bool({f"{path}.md", f"{path}/index.md".lstrip("/")} & known)


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
            node.children[0].content if node.type == "heading" else "",
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
    above = 1
    for type_, line, tag, name, words in _outline(text.body):
        if type_ != "heading":
            continue
        above, level = int(tag[1]), above
        if above > level + 1:
            signs = {"found": "#" * above, "right": "#" * (level + 1)}
            yield _problem(text, offset_of(text.body, line, "#"), "heading-skipped", heading=words, **signs)
        if tag == "h1":
            above = 2
            yield _problem(text, offset_of(text.body, line, "#"), "heading-too-high", heading=words)
        if tag != "h2" and slugify(name) != name:  # those of passages tells vejviser.check.structure
            ids = {"found": name, "example": slugify(name)}
            yield _problem(text, offset_of(text.body, line, f"#{name}"), "heading-id-form", **ids)
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
    target = target.replace("\\", "/")
    named = normpath(f"{dirname(own)}/{target}").strip("/").removesuffix(".md")
    for uri in (f"{named}.md", f"{named}/index.md"):
        if uri in known:
            return relpath(uri, dirname(own) or ".")
    by_name: dict[str, str] = {}
    for uri in sorted(known, key=lambda uri: (dirname(uri) != dirname(own), uri)):
        by_name.setdefault(basename(uri).removesuffix(".md"), uri)
    close = get_close_matches(basename(target.rstrip("/")).removesuffix(".md"), by_name, n=1, cutoff=0.6)
    return relpath(by_name[close[0]], dirname(own) or ".") if close else ""
