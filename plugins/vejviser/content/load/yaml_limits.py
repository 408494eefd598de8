"""How large and how deep YAML may be once its references are unfolded: nine lines can stand for a thousand million.

What `&name` marks, `*name` says again. The parser gives one node for both, so a file is small until somebody walks
through it. Here every node is weighed once, whatever it unfolds to.
"""

from collections.abc import Iterator
from typing import Any

import yaml

MAX_CHARACTERS = 1_000_000
"""Of a file; and of what a file stands for, when all that it says again is counted again."""
MAX_DEPTH = 30
_MANY_MARKS = 2000
"""From so many marks that can begin a level on, the depth is looked at before the parser, which has a stack of its
own and falls when that is full. Levels without such a mark cost an indentation each: a file of the greatest size has
some 1,400 of them."""


class TooMuchError(Exception):
    """`rule` is broken at `mark`; `limit` is what it allows."""

    def __init__(self, rule: str, mark: Any, limit: int) -> None:
        self.rule, self.mark, self.limit = rule, mark, limit
        super().__init__(rule)


def refuse_deep(text: str, loader: Any) -> None:
    """Raise TooMuchError where `text` goes deeper than anybody may, before anything is made of it."""
    if sum(map(text.count, "[{-?")) < _MANY_MARKS:
        return
    depth = 0
    for event in yaml.parse(text, Loader=loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH + 1:
                raise TooMuchError("yaml-too-deep", event.start_mark, MAX_DEPTH)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def refuse_bombs(node: Any) -> None:
    """Raise TooMuchError where `node` holds itself, or stands for more than a file may be large; takes linear time."""
    weights: dict[int, int | None] = {}
    """Of the nodes that have been weighed; None while what is in a node is still being weighed."""
    waiting = [] if node is None else [node]
    while waiting:
        found = waiting[-1]
        fresh = [item for item in _inside(found) if id(item) not in weights] if id(found) not in weights else []
        if fresh:
            weights[id(found)] = None
            waiting += fresh
            continue
        waiting.pop()
        if weights.get(id(found)) is None:
            weights[id(found)] = _weigh(found, weights)


def _weigh(node: Any, weights: dict[int, int | None]) -> int:
    """Return how many characters and marks a node stands for. Raises TooMuchError."""
    if isinstance(node, yaml.ScalarNode):
        return 1 + len(node.value)
    total = 1
    for inside in _inside(node):
        weight = weights.get(id(inside))
        if weight is None:
            raise TooMuchError("yaml-alias-loop", node.start_mark, 0)
        total += weight
    if total > MAX_CHARACTERS:
        raise TooMuchError("yaml-unfolds", node.start_mark, MAX_CHARACTERS)
    return total


def _inside(node: Any) -> Iterator[Any]:
    if isinstance(node, yaml.MappingNode):
        for pair in node.value:
            yield from pair
    elif isinstance(node, yaml.SequenceNode):
        yield from node.value
