"""Which way a text runs, stretch by stretch, and how a stretch keeps its order among words from right to left.

The rules are those of Unicode's bidirectional algorithm (UAX 9), but for what it cannot know: a telephone number is one
thing though it is written in groups, and a sentence in quotation marks keeps its own full stop.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby
from typing import Literal

LEFT_TO_RIGHT_MARK = "\u200e"
_QUOTED = re.compile(r"»([^»«\n]+)«|«([^»«\n]+)»|“([^“”\n]+)”|„([^„“\n]+)“|\"([^\"\n]+)\"")
_SIGN_OF_NUMBER = re.compile(r"(?<!\w)[+(]+(?=\d)")
_RANGE = re.compile(r"(?<=\d)\s?–\s?(?=\d)")
"""From right to left a range is read from right to left too: its first number stands at the right."""
_GROUPED = re.compile(r"\d[^\w\s]?[\s\u00a0./:-]\d|^[+(]\d|[^\w)%]$")
"""What would come in another order among words from right to left: groups of figures, a sign in front or at the end."""
_TYPED_NUMBER = re.compile(r"(\+?(?:\(\+?[0-9]+\) ?)?[0-9]+(?:[ \u00a0./:-][0-9]+)+|\+[0-9]+)")
_LEFT_TO_RIGHT = re.compile("[0-9A-Za-z\u00c0-\u024f\u0370-\u052f]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]")
"""The blocks of Latin, Greek and Cyrillic, and of scripts from right to left, as assets/js/fill/bidi.js has them."""
_TAG = re.compile(r"<!--.*?-->|<(/?)([a-zA-Z][\w-]*)([^>]*)>", re.DOTALL)
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())  # noqa: SIM905
_UNTOUCHED = frozenset("script style textarea title option svg code pre bdi math".split())  # noqa: SIM905
"""Elements whose text is no running text, or that hold no elements."""
_THINGS = frozenset("p li td th dt dd h1 h2 h3 h4 h5 h6 figcaption caption summary div cite q a".split())  # noqa: SIM905
"""Elements that are one thing each: all of a link or a cell may be a sentence of another script, with its own end."""
_ENTITY = re.compile(r"&#?\w+;")
_OBJECT = "\ufffc"
"""Stands for an entity, and has no direction, as most of them."""
_WORDS = re.compile(r"[^\W\d_]{2}.*\s.*[^\W\d_]{2}", re.DOTALL)
_ISOLATE = ('<bdi dir="ltr">', "</bdi>")
Mode = Literal["isolate", "mark", "leave"]
"""What is done to a text; in links it is marks, since WeasyPrint makes two links of one that holds an element."""
_DIRECTION = re.compile(r"""\sdir=["']?(ltr|rtl|auto)""")


def stretches(text: str, *, rtl: bool) -> Iterator[tuple[str, bool]]:
    """Yield the stretches of a line, in the order they are read, with whether each runs from right to left.

    Spaces and signs go with both neighbours where these agree, and else with the line, which is from right to left
    when `rtl`.
    """
    yield from _grouped(text, _sides(text, rtl=rtl))


def strength(sign: str) -> bool | None:
    """Return whether a sign runs from right to left, from left to right, or has no direction (None)."""
    kind = unicodedata.bidirectional(sign)
    if kind in {"R", "AL"}:
        return True
    return False if kind in {"L", "EN", "AN"} else None


def ordered(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the pieces of a text from right to left, with whether a piece must be kept from left to right.

    That is what would else change its order: figures in groups, a quoted sentence of another script with its full stop.
    """
    pieces = _grouped(text, _sides_of_things(text))
    for keep, group in groupby(pieces, key=lambda it: not it[1] and bool(_GROUPED.search(it[0]))):
        yield "".join(piece for piece, _ in group), keep


def marked(text: str) -> str:
    """Return a text from right to left with marks (U+200E) around what would else change its order.

    For formats in which a stretch cannot say its direction itself.
    """
    mark = LEFT_TO_RIGHT_MARK
    return "".join(f"{mark}{piece}{mark}" if keep else piece for piece, keep in ordered(text))


def is_left_to_right(text: str) -> bool:
    """Return whether a text has letters or figures that run from left to right, and none that run the other way."""
    return bool(_LEFT_TO_RIGHT.search(text)) and not _RIGHT_TO_LEFT.search(text)


def typed_pieces(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the pieces of what is typed into a text from right to left, with whether each is kept from left to right.

    As the browser does it (assets/js/fill/bidi.js), which has fewer rules than `ordered`.
    """
    if is_left_to_right(text):
        yield text, True
        return
    for at, piece in enumerate(_TYPED_NUMBER.split(text)):
        if piece:
            yield piece, at % 2 == 1


def isolated(html: str) -> str:
    """Return the HTML of a page from right to left with what would else change its order in `<bdi dir="ltr">`.

    What stands in elements of another direction stays as it is.
    """
    pieces: list[str] = []
    open_elements: list[tuple[str, Mode]] = [("", "isolate")]
    end, before = 0, ""
    for tag in _TAG.finditer(html):
        if end < tag.start():
            text, mode = html[end : tag.start()], open_elements[-1][1]
            whole = before in _THINGS and tag[1] == "/" and tag[2] == before
            pieces.append(text if mode == "leave" else _isolated_text(text, whole=whole, by_marks=mode == "mark"))
        pieces.append(tag[0])
        end, before = tag.end(), "" if tag[1] else (tag[2] or "")
        _follow(open_elements, tag)
    return "".join([*pieces, html[end:]])


def _follow(open_elements: list[tuple[str, Mode]], tag: re.Match[str]) -> None:
    """Keep which elements are open, each with what is done to its text."""
    closing, name, attributes = tag[1], tag[2] or "", tag[3] or ""
    if not name or name in _VOID or attributes.endswith("/"):
        return
    if closing:
        while len(open_elements) > 1 and open_elements.pop()[0] != name:
            pass
        return
    mode = open_elements[-1][1]
    if own := _DIRECTION.search(attributes):
        mode = "isolate" if own[1] == "rtl" else "leave"
    if name in _UNTOUCHED:
        mode = "leave"
    elif name == "a" and mode == "isolate":
        mode = "mark"
    open_elements.append((name, mode))


def _isolated_text(text: str, *, whole: bool, by_marks: bool) -> str:
    """Isolate what needs it in a text without tags; `whole` when it is all there is in its element."""
    if not (_GROUPED.search(text.rstrip()) or _QUOTED.search(text)):
        return text
    opening, closing = (LEFT_TO_RIGHT_MARK, LEFT_TO_RIGHT_MARK) if by_marks else _ISOLATE
    entities = iter(_ENTITY.findall(text))
    plain = _ENTITY.sub(_OBJECT, text)
    if whole and _WORDS.search(plain) and all(strength(sign) is not True for sign in plain):
        return f"{opening}{text}{closing}"
    made = "".join(f"{opening}{piece}{closing}" if keep else piece for piece, keep in ordered(plain))
    return re.sub(_OBJECT, lambda _: next(entities), made)


def _sides(text: str, *, rtl: bool) -> list[bool]:
    strong = [strength(sign) for sign in text]
    before, after = _neighbours(strong, rtl=rtl), _neighbours(strong[::-1], rtl=rtl)[::-1]
    around = zip(strong, before, after, strict=True)
    return [own if own is not None else one if one == other else rtl for own, one, other in around]


def _sides_of_things(text: str) -> list[bool]:
    """Return the direction of each sign of a text from right to left, whose quotes and numbers are one thing each."""
    sides = _sides(text, rtl=True)
    for quote in _QUOTED.finditer(text):
        start, stop = quote.span(quote.lastindex or 0)
        inside = text[start:stop]
        if is_left_to_right(inside) and any(sign.isalpha() for sign in inside):
            sides[start:stop] = [False] * len(inside)
    for pattern, side in ((_SIGN_OF_NUMBER, False), (_RANGE, True)):
        for match in pattern.finditer(text):
            sides[match.start() : match.end()] = [side] * len(match[0])
    return sides


def _grouped(text: str, sides: list[bool]) -> Iterator[tuple[str, bool]]:
    for side, group in groupby(zip(text, sides, strict=True), key=lambda pair: pair[1]):
        yield "".join(sign for sign, _ in group), side


def _neighbours(strong: list[bool | None], *, rtl: bool) -> list[bool]:
    """Return the direction of the last sign before each that has one, or the line's."""
    held, found = rtl, []
    for side in strong:
        found.append(held)
        held = side if side is not None else held
    return found
