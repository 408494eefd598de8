"""A long text in parts, each under a heading of its highest level, to be read one at a time."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from vejviser.content.markdown.headings import heading
from vejviser.content.markdown.reader import line_of, tree

LONG = 6000
"""From so many letters, some seven screens of a phone, a text is shown in parts."""


@dataclass(frozen=True, slots=True)
class Part:
    """A heading, as Markdown and in plain words, its id, and the text below it as Markdown."""

    id: str
    title: str
    heading: Markup
    body: Markup


def parts(markdown: Markup) -> tuple[Markup, tuple[Part, ...]]:
    """Return what stands before the first part of a long text, and its parts; none of a short one or without places."""
    headings = [node for node in tree(markdown).children if node.type == "heading"]
    highest = min((node.tag for node in headings), default="")
    starts = [line_of(node) for node in headings if node.tag == highest]
    lines = markdown.split("\n")
    found = [heading(lines[start]) for start in starts]
    if len(markdown) < LONG or len(starts) < 2 or not all(item and item.name for item in found):
        return markdown, ()
    ends = [*starts[1:], len(lines)]
    made = [
        Part(item.name, item.words, _joined([lines[start]]), _joined(lines[start + 1 : end]))
        for item, start, end in zip(found, starts, ends, strict=True)
        if item
    ]
    return _joined(lines[: starts[0]]), tuple(made)


def _joined(lines: Sequence[str]) -> Markup:
    return Markup("\n".join(lines))  # noqa: S704 - lines of what is markup already
