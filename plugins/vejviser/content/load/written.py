"""Values as an editor writes them in YAML: for messages, which never show how a program would write them."""

import json
import re
from collections.abc import Iterable

_PLAIN = re.compile(r"[^\W_](?:[^\n:#,\[\]{}\"'&*!|>%@`]|:(?=\S))*")
_POINT = re.compile(r"(?:\d{1,2}[.)]|[a-zæøå][.)]|-{1,2}|[–•*])[ ]+")
"""What stands before a point of a list in other programs."""
_NO_TEXT = re.compile(r"[-+]?[\d.,]+|true|false|null", re.IGNORECASE)


def as_yaml(value: object) -> str:
    """Return a value as it stands on one line: text, "text: with marks", [a, b] or {key: value}."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case dict():
            return f"{{{', '.join(f'{as_yaml(key)}: {as_yaml(item)}' for key, item in value.items())}}}"
        case list() | tuple():
            return f"[{', '.join(map(as_yaml, value))}]"
        case str() if not _PLAIN.fullmatch(value) or _NO_TEXT.fullmatch(value):
            return json.dumps(value, ensure_ascii=False)
    return str(value)


def as_text(value: object) -> str:
    """Return the text that was probably meant by something else: without marks, YAML took it for keys or a list."""
    match value:
        case dict():
            return _joined(f"{as_text(key)}: {as_text(item)}" for key, item in value.items())
        case list() | tuple():
            return _joined(map(as_text, value))
        case str():
            return value
    return as_yaml(value)


def as_list(value: object) -> str:
    """Return the list that was probably meant by something else: several words with commas, or one thing."""
    if isinstance(value, str) and (inside := re.fullmatch(r"\((?P<words>[^()]*)\)", value)):
        return as_list(inside["words"])
    if isinstance(value, str) and all(re.fullmatch(r"[\w./-]+", word) for word in re.split(r",\s*", value)):
        return f"[{value}]"
    if isinstance(value, str) and (point := _POINT.match(value)):
        return as_list(value[point.end() :])
    if isinstance(value, dict) and not any(value.values()):  # {a, b}: keys without values
        return as_yaml(list(value))
    sentence = isinstance(value, dict) and any(re.search(r"[^a-z0-9_-]", str(key)) for key in value)
    return as_yaml([as_text(value) if sentence else value])


def _joined(parts: Iterable[str]) -> str:
    return ", ".join(parts)
