"""One thing changed or added in a YAML file that people wrote; every other letter stays as it is (ADR 152).

A parser says where the parts of the file begin and end, and only there text is put in. What comes out is read again: it
says what was wanted, and everything else says what it said. Where that cannot be had, nothing is given back.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import yaml

from vejviser.authoring.yaml_edit.changes import Change, Changes, UnwieldyError, found_in
from vejviser.authoring.yaml_edit.places import Node, below, is_block, keeps_blank_lines, line_start, start
from vejviser.authoring.yaml_edit.values import Value, as_data, pair_lines
from vejviser.base.problems import Location
from vejviser.content.load.yaml import LOADER, parse_yaml

BOM = "\ufeff"


class EditError(Exception):
    """A text cannot be changed without touching more than was asked for; `wanted` are the lines to write by hand."""

    def __init__(self, wanted: str) -> None:
        self.wanted = wanted
        super().__init__(wanted)


def set_value(
    text: str, location: Location, value: Value, order: Sequence[str] = (), remarks: Mapping[str, str] | None = None
) -> str:
    """Return the YAML text in which `value` stands at `location`.

    Of a mapping that is there, only what is another is changed: its keys get their values, and those that `value` does
    not have go. A key that is new comes after the one that stands before it in `order`, or else last; where `remarks`
    has it, with that remark behind it. Raises EditError.
    """

    def changes(body: str, root: Node) -> Sequence[Change]:
        make = Changes(body, order, remarks or {})
        parent = _parent(root, location)
        node = found_in(parent, location[-1])
        return [*(make.pairs(parent, {str(location[-1]): value}) if node is None else make.value(parent, node, value))]

    lines = pair_lines(str(location[-1]), value, remarks or {})
    return _edited(text, changes, lines, lambda data: _put(data, location, as_data(value)))


def append_item(text: str, location: Location, item: Value, order: Sequence[str] = ()) -> str:
    """Return the YAML text in which the list at `location` ends with `item`; where there is no list yet, one begins.

    The list stays as it is written, on one line or one item a line. Raises EditError.
    """

    def changes(body: str, root: Node) -> Sequence[Change]:
        make = Changes(body, order)
        parent = _parent(root, location)
        node = found_in(parent, location[-1])
        return [*(make.pairs(parent, {str(location[-1]): [item]}) if node is None else make.item(parent, node, item))]

    lines = pair_lines(str(location[-1]), [item], {})
    return _edited(
        text, changes, lines, lambda data: _put(data, location, [*(_get(data, location) or []), as_data(item)])
    )


def append_entry(text: str, entry: str) -> str:
    """Return the text of a file of entries, with the lines `entry` last: apart, where the others stand apart.

    Raises EditError.
    """
    lines = entry.rstrip("\n").split("\n")

    def changes(body: str, root: Node) -> Sequence[Change]:
        if not is_block(root):
            raise UnwieldyError
        gap = [""] if _stand_apart(body, root) else []
        return [Changes(body).lines(below(body, root, 0), [*gap, *lines])]

    below_remarks = ["", *lines] if text.removeprefix(BOM).strip() else lines
    return _edited(text, changes, below_remarks, lambda data: {**(data or {}), **parse_yaml(entry, "").data})


def keys(text: str, wanted: str = "") -> tuple[str, ...]:
    """Return the keys at the top of a YAML text; raises EditError, with what was wanted, where it cannot be read."""
    data = value_at(text, (), wanted)
    return tuple(data) if isinstance(data, dict) else ()


def value_at(text: str, location: Location, wanted: str = "") -> Any:
    """Return what stands at a place of a YAML text, or None.

    Raises EditError, with what was wanted, where it cannot be read.
    """
    found = parse_yaml(text.removeprefix(BOM), "")
    if found.problems:
        raise EditError(wanted)
    return _get(found.data, location)


def _edited(
    text: str,
    changes: Callable[[str, Node], Sequence[Change]],
    lines: Sequence[str],
    expected: Callable[[Any], Any],
) -> str:
    """Return the text with the changes made in it; `lines` are what comes into one that says nothing yet."""
    body, wanted = text.removeprefix(BOM), "\n".join(lines)
    before = parse_yaml(body if body.endswith("\n") else f"{body}\n", "")  # a last line gets an end when one follows
    if before.problems:
        raise EditError(wanted)
    root = yaml.compose(body, Loader=LOADER)
    try:
        found = [Changes(body).lines(len(body), lines)] if root is None else changes(body, root)
        new = _applied(body, found)
    except UnwieldyError:
        raise EditError(wanted) from None
    after = parse_yaml(new if new.endswith("\n") else f"{new}\n", "")
    if after.problems or after.data != expected(before.data):
        raise EditError(wanted)
    return text[: len(text) - len(body)] + new


def _applied(text: str, changes: Sequence[Change]) -> str:
    parts, done = [], 0
    for first, last, new in sorted(changes, key=lambda change: change[:2]):
        if first < done:
            raise UnwieldyError
        parts += [text[done:first], new]
        done = last
    return "".join([*parts, text[done:]])


def _parent(root: Node, location: Location) -> Node:
    node = root
    for part in location[:-1]:
        found = found_in(node, part)
        if found is None:
            raise UnwieldyError
        node = found
    return node


def _stand_apart(text: str, root: Node) -> bool:
    """Return whether there is a blank line before the last entry of a file, and may be one after it."""
    if keeps_blank_lines(text, root):
        return False
    if len(root.value) == 1:
        return True
    (_, before), (last, _) = root.value[-2:]
    between = text[below(text, before, 0) : line_start(text, start(last))]
    return any(not line.strip() for line in between.splitlines())


def _get(data: Any, location: Location) -> Any:
    for part in location:
        if isinstance(data, list) and isinstance(part, int):
            data = data[part] if part < len(data) else None
        else:
            data = data.get(part) if isinstance(data, dict) else None
    return data


def _put(data: Any, location: Location, value: Any) -> Any:
    if not location:
        return value
    part, rest = location[0], location[1:]
    if isinstance(data, list) and isinstance(part, int):
        return [_put(item, rest, value) if index == part else item for index, item in enumerate(data)]
    known = data if isinstance(data, dict) else {}
    return {**known, part: _put(known.get(part), rest, value)}
