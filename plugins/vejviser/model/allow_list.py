"""What may be written: the tags, attributes and addresses that editors' texts may become, and that a page may hold.

An allow-list, for nobody knows every way to do harm. It says what HTML may be there, not how it was written, so it
holds for any reader of Markdown, and for finished pages whatever made them (docs/adr/0073).

Sources: HTML Living Standard (elements, attributes, and `javascript:` and `data:` addresses), URL Living Standard (what
browsers strip from an address before they read its scheme).
"""

import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

SCHEMES = frozenset(["https", "http", "mailto", "tel"])
"""Where a link may lead beside the portal's own pages. What a page loads comes from the portal alone."""

_STRIPPED = re.compile("[\x00-\x20\x7f-\xa0\xad\u200b-\u200f\u2028-\u202f\u2060-\u2064\ufeff]")
"""Browsers take only some of these out of an address; nobody who means well puts any of them into a scheme."""
_SCHEME = re.compile(r"(?P<name>[a-z][a-z0-9+.-]*):", re.IGNORECASE)


def scheme_of(address: str) -> str:
    """Give the scheme of an address in lower case, as a browser reads it.

    "" for an address within the portal, and "//" for one that only names another host. A scheme that shows when
    percent signs are resolved counts too: no honest address hides one.
    """
    for read in (address, unquote(address)):
        plain = _STRIPPED.sub("", read).replace("\\", "/")
        if match := _SCHEME.match(plain):
            return match["name"].lower()
        if plain.startswith("//"):
            return "//"
    return ""


def may_lead_to(address: str) -> bool:
    """Tell whether a link may lead to `address`."""
    return scheme_of(address) in SCHEMES | {""}


_HEADING: Mapping[str, str] = {"id": r"[^\s\"'<>]+"}
_BARE = "em strong pre blockquote hr br ul li table thead tbody tr dl dt dd"
MARKDOWN: Mapping[str, Mapping[str, str]] = {
    **{f"h{level}": _HEADING for level in range(1, 7)},
    **{tag: {} for tag in _BARE.split()},
    "p": {"class": "admonition-title"},
    "div": {"class": r"admonition [\w-]+"},
    "code": {"class": r"language-[\w+#.-]+"},
    "ol": {"start": r"\d+"},
    "th": {"align": "left|right|center"},
    "td": {"align": "left|right|center"},
    "a": {"href": r"(?s).*", "title": r"(?s).*"},
    "img": {"src": r"(?s).*", "alt": r"(?s).*", "title": r"(?s).*"},
}
"""The tags that an editor's Markdown may become, each with its attributes and the whole of what may stand in them."""

_TEXT_TAGS = """
abbr address article aside b bdi bdo blockquote body br button caption cite code col colgroup data datalist dd del
details dfn dialog div dl dt em fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html i
img input ins kbd label legend li link main mark menu meta meter nav noscript ol optgroup option output p picture pre
progress q rp rt ruby s samp script search section select small source span strong sub summary sup table tbody td
textarea tfoot th thead time title tr track u ul var wbr audio video
"""
_DRAWING_TAGS = "svg circle defs desc ellipse g line path pattern polygon polyline rect text tspan title"
PAGE_TAGS = frozenset([*_TEXT_TAGS.split(), *_DRAWING_TAGS.split()])
"""The tags a finished page may hold: words, lists, tables, forms, pictures and drawings. Nothing that frames or embeds
another page, moves the base of addresses, or sets styles."""

_ATTRIBUTES = """
abbr accesskey align alt as autocomplete charset checked class cols colspan content controls coords crossorigin datetime
decoding dir disabled download draggable enterkeyhint fetchpriority for headers height hidden high hreflang id
inert inputmode integrity kind label lang list loading loop low max maxlength media method min minlength multiple muted
name nomodule novalidate open optimum pattern placeholder playsinline popover popovertarget popovertargetaction preload
property readonly rel required reversed role rows rowspan scope selected shape size sizes span spellcheck start step
tabindex title translate type value width wrap
"""
_DRAWING_ATTRIBUTES = """
cx cy d dominant-baseline dx dy fill fill-opacity fill-rule focusable font-size font-weight opacity patterntransform
patternunits points preserveaspectratio r rx ry stroke stroke-dasharray stroke-linecap stroke-linejoin stroke-opacity
stroke-width text-anchor transform viewbox x x1 x2 xmlns y y1 y2
"""
LINKS = frozenset(["href", "cite"])
"""Attributes that lead somewhere when a reader wants it."""
LOADS = frozenset(["src", "srcset", "poster", "action", "formaction"])
"""Attributes that make the page ask for something, or send something, by itself."""
PAGE_ATTRIBUTES = frozenset([*_ATTRIBUTES.split(), *_DRAWING_ATTRIBUTES.split(), *LINKS, *LOADS, "http-equiv"])
_FREE = re.compile(r"(?:aria|data)-[a-z0-9_-]+")
_POINTING = frozenset(["alternate", "author", "canonical", "license", "me", "nofollow", "noopener", "noreferrer"])
"""The relations of a link in the head that a browser does not follow by itself."""
_DATA = frozenset(["application/json", "application/ld+json"])
_MOVED = re.compile(r"\d+;\s*url=(?P<address>\S+)", re.IGNORECASE)
_WEB = frozenset(["https", "http", ""])


def refused_in_markdown(tag: str, attributes: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Give what must not be there of a tag that Markdown became: the rule, and what breaks it."""
    allowed = MARKDOWN.get(tag)
    if allowed is None:
        yield "html-in-markdown", f"<{tag}>"
        return
    for name, value in attributes.items():
        if not re.fullmatch(allowed.get(name, r"(?!)"), value):
            yield "attribute-in-markdown", f'{name}="{value}"'
        elif name == "href" and not may_lead_to(value):
            yield "link-scheme", value
        elif name == "src" and scheme_of(value):
            yield "picture-elsewhere", value


def refused_in_page(tag: str, attributes: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Give what must not be there of a finished page's tag: the rule, and what breaks it."""
    if tag not in PAGE_TAGS:
        yield "page-markup", f"<{tag}>"
    for name, value in attributes.items():
        if name not in PAGE_ATTRIBUTES and not _FREE.fullmatch(name):
            yield "page-markup", f'{name}="{value}"'
        elif not _address_is_fine(tag, name, value, attributes):
            yield "page-address", f'{name}="{value}"'
    if tag == "script" and "src" not in attributes and attributes.get("type") not in _DATA:
        yield "page-markup", "<script>"
    if tag == "meta":
        yield from _meta(attributes.get("http-equiv", "").lower(), attributes.get("content", ""))


def _address_is_fine(tag: str, name: str, value: str, attributes: Mapping[str, str]) -> bool:
    if name in LOADS:
        parts = value.split(",") if name == "srcset" else [value]
        return not any(scheme_of(it) for it in parts)
    if name not in LINKS:
        return True
    scheme = scheme_of(value)
    if tag == "link":
        points = frozenset(attributes.get("rel", "").lower().split()) <= _POINTING and "rel" in attributes
        return scheme in (_WEB if points else {""})
    return scheme in SCHEMES | {""}


def _meta(kind: str, content: str) -> Iterator[tuple[str, str]]:
    """Only the policy and the way to a page that has moved within the portal; anything else can do harm."""
    if kind == "refresh":
        match = _MOVED.fullmatch(content)
        if match is None or scheme_of(match["address"]):
            yield "page-address", f'content="{content}"'
    elif kind not in ("", "content-security-policy"):
        yield "page-markup", f'http-equiv="{kind}"'
