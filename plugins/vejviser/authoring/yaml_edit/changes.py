"""What has to be put in, taken out or written over in a YAML text so that a part of it says something else."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml

from vejviser.authoring.yaml_edit.places import (
    Node,
    below,
    column_of,
    end,
    heading_remark,
    is_block,
    is_empty,
    line_start,
    newline,
    start,
)
from vejviser.authoring.yaml_edit.values import Value, as_data, block_lines, in_flow, item_lines, pair_lines, scalar
from vejviser.content.load.yaml import scalar_value

Change = tuple[int, int, str]
"""Two places of a text, and what is to stand between them."""


class UnwieldyError(Exception):
    """A part is written so that it cannot be changed without touching more than was asked for."""


def found_in(node: Node, part: str | int) -> Node | None:
    """Return the value of a key, or an item of a list; None where there is none. Raises UnwieldyError in a scalar."""
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int):
        return node.value[part] if part < len(node.value) else None
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if str(key.value) == part), None)
    raise UnwieldyError


def data_of(node: Node) -> Any:
    """Return what a part says, as the reader of YAML gives it."""
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): data_of(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [data_of(item) for item in node.value]
    return scalar_value(node)


@dataclass(frozen=True)
class Changes:
    """Makes the changes for one text."""

    text: str
    order: Sequence[str] = ()
    """The keys of a mapping as they should follow each other."""
    remarks: Mapping[str, str] = field(default_factory=dict)
    """What stands as a remark behind a key that is new."""

    def lines(self, place: int, written: Sequence[str], column: int = 0) -> Change:
        """Put lines in where a line begins, or at the end of a text, which then ends as it ended before."""
        line_break = newline(self.text, place)
        indented = [" " * column + line if line else "" for line in written]
        if place and self.text[place - 1] != "\n":
            return place, place, "".join(line_break + line for line in indented)
        return place, place, "".join(line + line_break for line in indented)

    def value(self, parent: Node, node: Node, value: Value) -> Iterator[Change]:
        """Let the value `node` in `parent` be `value`; of a mapping only that is touched which is another."""
        if isinstance(node, yaml.MappingNode) and isinstance(value, Mapping) and node.value and value:
            yield from (
                self._opened(parent, node, value) if self._bursts(parent, node, value) else self._merged(node, value)
            )
        elif data_of(node) != as_data(value):
            yield from self._replaced(parent, node, value)

    def pairs(self, node: Node, fresh: Mapping[str, Value]) -> Iterator[Change]:
        """Add keys to a mapping, each after the one that stands before it in the order, or else last."""
        if not isinstance(node, yaml.MappingNode):
            raise UnwieldyError
        if not node.value:
            yield start(node) + 1, start(node) + 1, in_flow(fresh)[1:-1]
            return
        place = {str(key.value): index for index, (key, _) in enumerate(node.value)}
        column = column_of(self.text, start(node.value[0][0]))
        for key, value in fresh.items():
            before = self.order[: self.order.index(key)] if key in self.order else ()
            index = next((place[name] for name in reversed(before) if name in place), len(node.value) - 1)
            last = node.value[index][1]
            if is_block(node):
                yield self.lines(below(self.text, last, column), pair_lines(key, value, self.remarks), column)
            else:
                after = end(self.text, last)
                yield after, after, f", {in_flow({key: value})[1:-1]}"

    def item(self, parent: Node, node: Node, value: Value) -> Iterator[Change]:
        """Let a list have one item more."""
        if is_empty(node):
            yield from self._replaced(parent, node, [value])
        elif not isinstance(node, yaml.SequenceNode):
            raise UnwieldyError
        elif is_block(node):
            column = column_of(self.text, start(node))
            yield self.lines(below(self.text, node.value[-1], column), [*item_lines(value, self.remarks)], column)
        else:
            last = end(self.text, node.value[-1])
            yield last, last, f", {in_flow(value)}"

    def _bursts(self, parent: Node, node: Node, wanted: Mapping[str, Value]) -> bool:
        """Return whether a mapping on one line, between braces, is to hold another one: a line nobody could read."""
        there = {str(key.value) for key, _ in node.value}
        fresh = (as_data(value) for key, value in wanted.items() if key not in there)
        one_line = "\n" not in self.text[start(node) : end(self.text, node)]
        of_block = isinstance(parent, yaml.MappingNode) and is_block(parent)
        return of_block and not is_block(node) and one_line and any(isinstance(value, dict | list) for value in fresh)

    def _merged(self, node: Node, wanted: Mapping[str, Value]) -> Iterator[Change]:
        there = {str(key.value): value for key, value in node.value}
        if not there.keys() & wanted.keys():
            raise UnwieldyError
        for key in there.keys() & wanted.keys():
            yield from self.value(node, there[key], wanted[key])
        yield from self._removed(node, [index for index, key in enumerate(there) if key not in wanted])
        fresh = {key: value for key, value in wanted.items() if key not in there}
        yield from Changes(self.text, tuple(wanted), self.remarks).pairs(node, fresh)

    def _removed(self, node: Node, gone: Sequence[int]) -> Iterator[Change]:
        """Take pairs out of a mapping, of which something stays."""
        pairs = node.value
        for index in gone:
            key, value = pairs[index]
            if is_block(node):
                first, last = (
                    line_start(self.text, start(key)),
                    below(self.text, value, column_of(self.text, start(key))),
                )
                if self.text[first : start(key)].strip():  # it stands right after the dash of an item
                    raise UnwieldyError
                open_end = not self.text.endswith("\n") and last == len(self.text)
                yield first - len(newline(self.text, first)) if open_end else first, last, ""
            elif all(before in gone for before in range(index)):
                yield start(key), start(pairs[index + 1][0]), ""
            else:
                yield end(self.text, pairs[index - 1][1]), end(self.text, value), ""

    def _replaced(self, parent: Node, node: Node, value: Value) -> Iterator[Change]:
        """Put a value in the place of another one."""
        first, last = start(node), end(self.text, node)
        data = as_data(value)
        if is_block(node):
            raise UnwieldyError
        if isinstance(data, str | int):
            style = (node.style or "") if isinstance(node, yaml.ScalarNode) and first < last else None
            written = scalar(value, style) + heading_remark(self.text, node)
        else:
            written = in_flow(value)
        if isinstance(data, str | int) or not data or not is_block(parent) or not is_empty(node):
            yield first, last, written if first < last else f" {written}"
        elif not isinstance(parent, yaml.MappingNode):
            raise UnwieldyError
        else:
            yield from self._opened(parent, node, value)

    def _opened(self, parent: Node, node: Node, value: Value) -> Iterator[Change]:
        """Let a value have lines of its own, below a remark beside its key."""
        yield len(self.text[: start(node)].rstrip(" ")), end(self.text, node), ""
        column = column_of(self.text, start(parent.value[0][0]))
        yield self.lines(below(self.text, node, column), block_lines(value, self.remarks), column + 2)
