"""Write an approval into the file of the text it is of, and leave every other letter as it is."""

import re
from collections.abc import Iterator

from vejviser.authoring.json_schema import remark
from vejviser.content.model.base import Approval

_KEY = re.compile(r"approved\s*:")
_ITEM = re.compile(r"\s*-\s")
_AFTER = ("review_every", "reviewed")
"""The keys an approval stands below, where it stands nowhere yet: the first of them that is there, or the end."""


def approve_in_yaml(text: str, approval: Approval, known: tuple[Approval, ...]) -> str:
    """Return a YAML file with the approval, in the place of an earlier one by the same role.

    `known` are the approvals that the file holds, in its order.
    """
    lines = text.splitlines(keepends=True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    return _as_before("".join(_with(lines, approval, known)), text)


def approve_in_markdown(text: str, approval: Approval, known: tuple[Approval, ...]) -> str:
    """Return a Markdown file whose front matter holds the approval."""
    lines = text.splitlines(keepends=True)
    end = next(number for number, line in enumerate(lines[1:], 1) if line.strip() == "---")
    return _as_before("".join([lines[0], *_with(lines[1:end], approval, known), *lines[end:]]), text)


def _as_before(new: str, text: str) -> str:
    """Return the new text with the line ends of the old one: a file from Windows keeps its own."""
    return new.replace("\r\n", "\n").replace("\n", "\r\n") if "\r\n" in text else new


def _with(lines: list[str], approval: Approval, known: tuple[Approval, ...]) -> list[str]:
    first = next((number for number, line in enumerate(lines) if _KEY.match(line)), None)
    if first is None:
        place = _place(lines)
        return [*lines[:place], f"approved:  # {remark('approved')}\n", *_written(approval, "  "), *lines[place:]]
    last = _end(lines, first)
    starts = [number for number in range(first + 1, last) if _ITEM.match(lines[number])]
    if not starts:  # on one line: written anew, one approval a line
        others = (item for item in known if item.by != approval.by)
        written = [line for item in (*others, approval) for line in _written(item, "  ")]
        return [*lines[:first], f"approved:  # {remark('approved')}\n", *written, *lines[last:]]
    indent = lines[starts[0]].partition("-")[0]
    own = next((index for index, item in enumerate(known) if item.by == approval.by), None)
    if own is None:
        return [*lines[:last], *_written(approval, indent), *lines[last:]]
    after = starts[own + 1] if own + 1 < len(starts) else last
    return [*lines[: starts[own]], *_written(approval, indent), *lines[after:]]


def _written(approval: Approval, indent: str) -> Iterator[str]:
    yield f'{indent}- {{by: {approval.by}, date: {approval.date.isoformat()}, text: "{approval.text}"}}\n'


def _place(lines: list[str]) -> int:
    for key in _AFTER:
        found = (number for number, line in enumerate(lines) if re.match(rf"{key}\s*:", line))
        if (first := next(found, None)) is not None:
            return _end(lines, first)
    return len(lines)


def _end(lines: list[str], first: int) -> int:
    """Return the line after a top-level key's value; comments and blank lines below it belong to what follows."""
    last = first + 1
    while last < len(lines) and (lines[last][:1] in (" ", "-", "]", "}") or not lines[last].strip()):
        last += 1
    while last > first + 1 and (not lines[last - 1].strip() or lines[last - 1].lstrip().startswith("#")):
        last -= 1
    return last
