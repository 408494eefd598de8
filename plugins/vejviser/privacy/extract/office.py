"""The XML of Word, PowerPoint, Excel and OpenDocument files -> what a reader sees, with and without tracked changes.

Runs of a paragraph have nothing between them, as a reader sees nothing there; what is written beside the text, such as
a note, a text box or a field's code, comes after it, so that it parts no number in two.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache

from lxml import etree

from vejviser.privacy.extract.office_roles import Role, family_of, local, role_of

Element = etree._Element

_NORMAL, _DELETED, _INSERTED = 0, 1, 2
_JOINED = re.compile(r"[\"\s]*&[\"\s]*")
"""Between two texts that a formula puts together."""
_WHITE = re.compile(r"\s*\n\s*")


@dataclass
class Story:
    """The text of a part as it is read: pieces, each with what tracked changes say of it."""

    pieces: list[tuple[str, int]] = field(default_factory=list)
    asides: list[Element] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    changes: dict[str, Element] = field(default_factory=dict)
    """The changes of an OpenDocument text by their names; what was deleted stands in them."""
    inserted: bool = False

    def add(self, text: str, state: int) -> None:
        """Add a piece."""
        self.pieces.append((text, state | (_INSERTED if self.inserted else 0)))

    def readings(self) -> Iterator[str]:
        """Yield the text as it is now, as it was before the changes, and with everything."""
        yield "".join(text for text, state in self.pieces if not state & _DELETED)
        if any(state for _, state in self.pieces):
            yield "".join(text for text, state in self.pieces if not state & _INSERTED)
            yield "".join(text for text, _ in self.pieces)


def parsed(data: bytes) -> Element | None:
    """Return the root of an XML file, its own entities put in; None when it is not well formed or too deep."""
    parser = etree.XMLParser(resolve_entities="internal", no_network=True, remove_comments=False)
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def readings(root: Element) -> tuple[str, ...]:
    """Return the texts of a part, each once: as it reads now, and where changes are tracked, as it read before."""
    told: dict[str, None] = {}
    waiting = [root]
    while waiting:
        story = Story()
        _collect_texts(waiting.pop(), story, _NORMAL)
        told.update(dict.fromkeys(story.readings()))
        if story.codes:
            told["".join(story.codes)] = None
        waiting += story.asides
    return tuple(text for text in told if text.strip())


def _collect_texts(element: Element, story: Story, state: int) -> None:
    """Add the texts of `element` and of everything in it."""
    tag = element.tag
    if not isinstance(tag, str):  # a comment or an instruction to a program
        story.codes.append(f"\n{element.text or ''}\n")
        return
    role = role_of(tag)
    enter = _ENTERING.get(role)
    if enter:
        enter(element, story, state)
    if role in _CLOSED:
        return
    inside = state | _TRACKED.get(role, _NORMAL)
    spaces = _keeps_spaces(tag)
    _add(story, element.text, inside, spaces=spaces)
    for child in element:
        if isinstance(child.tag, str) and role_of(child.tag) == "aside":
            story.asides.append(child)
        else:
            _collect_texts(child, story, inside)
        _add(story, child.tail, inside, spaces=spaces)
    leave = _LEAVING.get(role)
    if leave:
        leave(element, story, state)


@cache
def _keeps_spaces(tag: str) -> bool:
    """Return whether a space between two tags is text there, and no mere layout of the XML."""
    return role_of(tag) == "text" or family_of(tag) == "text"


def _add(story: Story, text: str | None, state: int, *, spaces: bool) -> None:
    if not text:
        return
    if spaces:
        story.add(_WHITE.sub(" ", text), state)
    elif not text.isspace():
        story.add(text, state)


def _end_paragraph(element: Element, story: Story, _: int) -> None:
    """Part it from the next, unless a tracked change did that or undid it."""
    marks = element[0].find("{*}rPr") if len(element) and local(element[0].tag) == "pPr" else None
    changed = [_TRACKED.get(role_of(str(mark.tag)), _NORMAL) for mark in (marks if marks is not None else ())]
    story.add("\n", max(changed, default=_NORMAL))
    if story.codes:
        story.codes.append("\n")


def _end_block(_: Element, story: Story, __: int) -> None:
    story.add("\n", _NORMAL)


def _end_cell(_: Element, story: Story, __: int) -> None:
    """End a cell with a tab instead of the line break of its last paragraph."""
    if story.pieces and story.pieces[-1][0] == "\n":
        story.pieces.pop()
    story.add("\t", _NORMAL)


def _code(element: Element, story: Story, _: int) -> None:
    story.codes.append(element.text or "")


def _formula(element: Element, story: Story, _: int) -> None:
    """Read a cell's formula; its value is read with its format, by `sheets`."""
    formulas = [item.text or "" for item in element if local(item.tag) == "f"]
    story.codes += [f"{text}\n" for formula in formulas for text in dict.fromkeys((formula, _JOINED.sub("", formula)))]


def _block(_: Element, story: Story, __: int) -> None:
    if story.pieces and story.pieces[-1][0] not in ("\n", "\t"):
        story.add("\n", _NORMAL)


def _space(element: Element, story: Story, state: int) -> None:
    count = next((value for name, value in element.attrib.items() if local(name) == "c"), "1")
    story.add(" " * min(int(count) if str(count).isdecimal() else 1, 100), state)


def _sign(sign: str) -> "Entering":
    return lambda _, story, state: story.add(sign, state)


def _changes(element: Element, story: Story, _: int) -> None:
    for region in element:
        names = [value for name, value in region.attrib.items() if local(name) == "id"]
        story.changes.update(dict.fromkeys(map(str, names), region))
        story.asides.append(region)


def _change(element: Element, story: Story, _: int) -> None:
    region = story.changes.get(_change_id(element))
    if region is not None:
        deleted = (
            item for kind in region if local(kind.tag) == "deletion" for item in kind if local(item.tag) in ("p", "h")
        )
        story.add("\n".join("".join(map(str, item.itertext())) for item in deleted), _DELETED)


def _from(element: Element, story: Story, _: int) -> None:
    region = story.changes.get(_change_id(element))
    story.inserted = region is not None and any(local(kind.tag) == "insertion" for kind in region)


def _until(_: Element, story: Story, __: int) -> None:
    story.inserted = False


def _change_id(element: Element) -> str:
    return next((str(value) for name, value in element.attrib.items() if local(name) == "change-id"), "")


Entering = Callable[[Element, Story, int], None]
_ENTERING: dict[Role, Entering] = {
    "code": _code,
    "formula": _formula,
    "block": _block,
    "tab": _sign("\t"),
    "space": _space,
    "break": _sign("\n"),
    "dash": _sign("-"),
    "soft": _sign("\u00ad"),
    "changes": _changes,
    "change": _change,
    "from": _from,
    "until": _until,
}
_LEAVING: dict[Role, Entering] = {"paragraph": _end_paragraph, "block": _end_block, "cell": _end_cell}
_TRACKED: dict[Role, int] = {"deleted": _DELETED, "inserted": _INSERTED}
_CLOSED: frozenset[Role] = frozenset(
    ["style", "code", "formula", "tab", "space", "break", "dash", "soft", "changes", "change", "from", "until"]
)
"""Roles of elements that are read whole where they begin."""
