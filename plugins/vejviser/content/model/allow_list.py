"""What may be written: the tags, attributes and addresses that editors' texts may become, and that a page may hold.

An allow-list: no list of harm is complete. It says what HTML may be there, not how it was written, so it
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
    """Return the scheme of an address in lower case, as a browser reads it.

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
    """Return whether a link may lead to `address`."""
    return scheme_of(address) in SCHEMES | {""}


_HEADING: Mapping[str, str] = {"id": r"[^\s\"'<>]+"}
_BARE = "em strong pre blockquote hr br ul li table thead tbody tr dl dt dd figure figcaption"
MARKDOWN: Mapping[str, Mapping[str, str]] = {
    **{f"h{level}": _HEADING for level in range(1, 7)},
    **{tag: {} for tag in _BARE.split()},
    "p": {"class": "admonition-title"},
    "div": {"class": r"admonition [\w-]+"},
    "code": {"class": r"language-[\w+#.-]+"},
    "ol": {"start": r"\d+"},
    "th": {"class": "align-(left|right|center)"},
    "td": {"class": "align-(left|right|center)"},
    "a": {"href": r"(?s).*", "title": r"(?s).*"},
    "img": {"src": r"(?s).*", "alt": r"(?s).*", "title": r"(?s).*"},
}
"""The tags that an editor's Markdown may become, each with its attributes and the whole of what may stand in them."""

_TEXT_TAGS = """
a abbr address article aside b bdi bdo blockquote body br button caption cite code col colgroup data datalist dd del
details dfn dialog div dl dt em fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html i
img input ins kbd label legend li link main mark menu meta meter nav noscript ol optgroup option output p picture pre
progress q rp rt ruby s samp script search section select small source span strong sub summary sup table tbody td
textarea tfoot th thead time title tr track u ul var wbr audio video
"""
DRAWING_TAGS = frozenset(
    """
    circle clipPath defs desc ellipse feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix
    feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR
    feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile
    feTurbulence filter g image line linearGradient marker mask metadata path pattern polygon polyline radialGradient
    rect stop style svg switch symbol text textPath title tspan use view
    """.split()  # noqa: SIM905 - a list of names reads best as words
)
"""The tags a drawing of its own may hold, as SVG writes them."""
_DRAWN_TAGS = """
svg circle clippath defs desc ellipse g line lineargradient path pattern polygon polyline radialgradient rect stop
symbol text textpath title tspan use
"""
PAGE_TAGS = frozenset([*_TEXT_TAGS.split(), *_DRAWN_TAGS.split()])
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
DRAWING_ATTRIBUTES = frozenset(
    """
    alignment-baseline amplitude azimuth baseProfile baseFrequency baseline-shift bias class clip clip-path clip-rule
    clipPathUnits color color-interpolation color-interpolation-filters color-rendering cursor cx cy d diffuseConstant
    direction display divisor dominant-baseline dx dy edgeMode elevation enable-background exponent fill fill-opacity
    fill-rule filter filterUnits flood-color flood-opacity focusable font font-family font-size font-size-adjust
    font-stretch font-style font-variant font-weight fr fx fy gradientTransform gradientUnits height id
    image-rendering in in2 intercept isolation k1 k2 k3 k4 kernelMatrix kernelUnitLength lang lengthAdjust
    letter-spacing lighting-color limitingConeAngle marker-end marker-mid marker-start markerHeight markerUnits
    markerWidth mask mask-type maskContentUnits maskUnits media method mix-blend-mode mode numOctaves offset opacity
    operator order orient overflow paint-order pathLength patternContentUnits patternTransform patternUnits
    pointer-events points pointsAtX pointsAtY pointsAtZ preserveAlpha preserveAspectRatio primitiveUnits r radius refX
    refY result role rotate rx ry scale seed shape-rendering side slope solid-color spacing specularConstant
    specularExponent spreadMethod startOffset stdDeviation stitchTiles stop-color stop-opacity stroke stroke-dasharray
    stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width style surfaceScale
    systemLanguage tabindex tableValues targetX targetY text-anchor text-decoration text-rendering textLength transform
    transform-origin type unicode-bidi values vector-effect version viewBox viewTarget visibility width word-spacing
    writing-mode x x1 x2 xChannelSelector y y1 y2 yChannelSelector z zoomAndPan
    """.split()  # noqa: SIM905
)
"""The attributes a drawing of its own may hold."""
LINKS = frozenset(["href", "cite"])
"""Attributes that lead somewhere when a reader wants it."""
LOADS = frozenset(["src", "srcset", "poster", "action", "formaction"])
"""Attributes that make the page ask for something, or send something, by itself."""
_DRAWN_ATTRIBUTES = frozenset(attribute.lower() for attribute in DRAWING_ATTRIBUTES) - {"style", "media", "cursor"} | {
    "xmlns"
}
PAGE_ATTRIBUTES = frozenset([*_ATTRIBUTES.split(), *_DRAWN_ATTRIBUTES, *LINKS, *LOADS, "http-equiv"])
_FREE = re.compile(r"(?:aria|data)-[a-z0-9_-]+")
_STYLES = re.compile(r"text-align: (?:left|right|center);")
"""How other readers of Markdown align a table's columns; our policy has browsers pass it over."""
_POINTING = frozenset(["alternate", "author", "canonical", "license", "me", "nofollow", "noopener", "noreferrer"])
"""The relations of a link in the head that a browser does not follow by itself."""
_DATA = frozenset(["application/json", "application/ld+json"])
_MOVED = re.compile(r"\d+;\s*url=(?P<address>\S+)", re.IGNORECASE)
_WEB = frozenset(["https", "http", ""])


def refused_in_markdown(tag: str, attributes: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield what must not be there of a tag that Markdown became: the rule, and what breaks it."""
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


def refused_in_page(tag: str, attributes: Mapping[str, str], *, opens: bool = True) -> Iterator[tuple[str, str]]:
    """Yield what must not be there of a finished page's tag: the rule, and what breaks it."""
    if tag not in PAGE_TAGS:
        yield "page-markup", f"<{tag}>"
    for name, value in attributes.items():
        if name not in PAGE_ATTRIBUTES and not _FREE.fullmatch(name) and not _aligns(name, value):
            yield "page-markup", f'{name}="{value}"'
        elif not _address_is_fine(tag, name, value, attributes):
            yield "page-address", f'{name}="{value}"'
    if opens and tag == "script" and "src" not in attributes and attributes.get("type") not in _DATA:
        yield "page-markup", "<script>"
    if tag == "meta":
        yield from _meta(attributes.get("http-equiv", "").lower(), attributes.get("content", ""))


def _aligns(name: str, value: str) -> bool:
    return name == "style" and bool(_STYLES.fullmatch(value))


def _address_is_fine(tag: str, name: str, value: str, attributes: Mapping[str, str]) -> bool:
    if name in LOADS:
        parts = value.split(",") if name == "srcset" else [value]
        return not any(scheme_of(part) for part in parts)
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
