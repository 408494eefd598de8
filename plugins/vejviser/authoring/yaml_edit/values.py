"""Values as YAML text: in lines, or between braces."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import yaml

from vejviser.content.load.yaml import LOADER, parse_yaml, scalar_value

Value = Any
"""Text, a whole number, true or false, a day, a mapping or a list of values, or a snippet."""
_WORD = re.compile(r"[^\W_][\w-]*")
_PLAIN = re.compile(r"[^\W_][\w./-]*")
_STRING = "tag:yaml.org,2002:str"


class Quoted(str):
    """A text that stands in quotation marks wherever it is new: all of its kind should look the same."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """A value that is written already, with remarks of its own: YAML from column 1, without a line end."""

    text: str

    @property
    def is_flow(self) -> bool:
        """Whether it is written on one line, between braces or brackets."""
        return self.text.startswith(("[", "{")) and "\n" not in self.text

    @property
    def data(self) -> Any:
        """What it says."""
        return parse_yaml(self.text, "").data


def as_data(value: Value) -> Any:
    """Return a value as the reader of YAML would give it."""
    match value:
        case Snippet():
            return value.data
        case date():
            return value.isoformat()
        case Mapping():
            return {str(key): as_data(item) for key, item in value.items()}
        case str():
            return str(value)
        case Sequence():
            return [as_data(item) for item in value]
    return value


def scalar(value: Value, style: str | None = None) -> str:
    """Return a text, a number, a truth or a day as YAML, in the quotation marks that stood there, where it can be."""
    if value is None or isinstance(value, bool):
        return json.dumps(value)
    if not isinstance(value, str):
        return str(as_data(value))
    if style == "'" and value.isprintable():
        return "'" + value.replace("'", "''") + "'"
    plain = _PLAIN if style == "" else _WORD
    may_be_plain = style == "" or (style is None and not isinstance(value, Quoted))
    return (
        value
        if may_be_plain and plain.fullmatch(value) and _reads_back(value)
        else json.dumps(value, ensure_ascii=False)
    )


def _reads_back(text: str) -> bool:
    node = yaml.compose(str(text), Loader=LOADER)
    return node is not None and node.tag == _STRING and scalar_value(node) == text


def in_flow(value: Value) -> str:
    """Return a value on one line, as it stands between braces and brackets."""
    match value:
        case Snippet():
            return value.text if value.is_flow else in_flow(value.data)
        case Mapping() as mapping:
            return "{" + ", ".join(f"{_key(key)}: {in_flow(item)}" for key, item in mapping.items()) + "}"
        case str() as text:
            return scalar(text)
        case Sequence() as items:
            return "[" + ", ".join(map(in_flow, items)) + "]"
        case other:
            return scalar(other)


def pair_lines(key: str, value: Value, remarks: Mapping[str, str]) -> list[str]:
    """Return the lines of a key with its value, from column 1; a key in `remarks` has its remark behind it."""
    start = f"{_key(key)}:"
    remark = f"  # {remarks[key]}" if key in remarks else ""
    inline = _inline(value)
    if inline is not None:
        return [f"{start} {inline}{remark}"]
    return [start + remark, *(f"  {line}" if line else "" for line in block_lines(value, remarks))]


def block_lines(value: Value, remarks: Mapping[str, str]) -> list[str]:
    """Return the lines of a mapping, a list or a snippet, from column 1."""
    match value:
        case Snippet():
            return value.text.split("\n")
        case Mapping():
            return [line for key, item in value.items() for line in pair_lines(str(key), item, remarks)]
        case _:
            return [line for item in value for line in item_lines(item, remarks)]


def item_lines(value: Value, remarks: Mapping[str, str]) -> Iterator[str]:
    """Yield the lines of one item of a list, from column 1."""
    inline = _inline(value)
    first, *rest = [inline] if inline is not None else block_lines(value, remarks)
    yield f"- {first}"
    yield from (f"  {line}" if line else "" for line in rest)


def _inline(value: Value) -> str | None:
    """Return a value that has a single line, or is empty; None for one that has lines of its own."""
    if isinstance(value, Snippet):
        return value.text if value.is_flow else None
    if isinstance(value, Mapping) or (isinstance(value, Sequence) and not isinstance(value, str)):
        return None if value else in_flow(value)
    return scalar(value)


def _key(key: str) -> str:
    return key if _PLAIN.fullmatch(key) and _reads_back(key) else json.dumps(key, ensure_ascii=False)
