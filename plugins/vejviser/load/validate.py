"""Plain data -> model, with every mistake as a problem in its place."""

from difflib import get_close_matches
from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from vejviser.model.base import Content
from vejviser.problems import Origin, Problem

M = TypeVar("M", bound=BaseModel)
C = TypeVar("C", bound=Content)

_RULES = {
    "missing": "missing-key",
    "extra_forbidden": "unknown-key",
    "literal_error": "value-not-allowed",
    "string_pattern_mismatch": "wrong-form",
    "string_type": "text-expected",
    "string_too_short": "empty-text",
    "too_short": "empty-list",
    "tuple_type": "list-expected",
    "list_type": "list-expected",
    "dict_type": "keys-expected",
    "model_type": "keys-expected",
    "model_attributes_type": "keys-expected",
    "bool_parsing": "true-or-false",
    "bool_type": "true-or-false",
    "int_parsing": "number-expected",
    "int_type": "number-expected",
    "int_from_float": "number-expected",
    "float_parsing": "number-expected",
    "float_type": "number-expected",
}
_EXAMPLES = {
    "code": '"0461"',
    "version": '"1.0"',
    "offset": "P1M",
    "repeat": "P3M",
    "until": "P6M",
    "period": "2026K1",
    "id": "tavshed-og-tillid",
}


def validate(model: type[C], data: Any, origin: Origin, **known: object) -> tuple[C | None, tuple[Problem, ...]]:
    """Make a content value of `data`; `known` are keys that the file's place gives: an id, a language."""
    if not isinstance(data, dict):
        return None, (origin.error("keys-expected", key=origin.path, value=_show(data)),)
    return validate_model(model, {**data, **known, "origin": origin}, origin)


def validate_model(model: type[M], data: Any, origin: Origin) -> tuple[M | None, tuple[Problem, ...]]:
    """Make any model of `data`."""
    try:
        return model.model_validate(data), ()
    except ValidationError as error:
        return None, tuple(_problem(model, detail, origin) for detail in error.errors())


def _problem(model: type[BaseModel], detail: ErrorDetails, origin: Origin) -> Problem:
    location = detail["loc"]
    key = str(location[-1]) if location else origin.path
    rule = _rule(detail)
    values = {
        "key": key,
        "value": _show(detail.get("input")),
        "expected": _expected(detail),
        "example": _EXAMPLES.get(key, ""),
    }
    if rule == "unknown-key":
        close = get_close_matches(key, _keys_of(model), n=1, cutoff=0.6)
        values["suggestion"] = close[0] if close else ""
        rule = "unknown-key-suggestion" if close else rule
    return origin.error(rule, *location, **values)


def _rule(detail: ErrorDetails) -> str:
    kind = detail["type"]
    if detail["loc"][-1:] == ("[key]",):
        return "language-unknown"
    if kind == "value_error":
        return str(detail.get("ctx", {}).get("error", "invalid-value"))
    if kind.startswith("date"):
        return "date-expected"
    if detail.get("input") is None and kind == "string_type":
        return "empty-text"
    return _RULES.get(kind, "invalid-value")


def _expected(detail: ErrorDetails) -> str:
    context = detail.get("ctx", {})
    return str(context.get("expected", context.get("pattern", ""))).replace(" or ", ", ")


def _show(value: object) -> str:
    text = repr(value) if isinstance(value, str) else str(value)
    return text if len(text) <= 60 else text[:57] + "…"


@cache
def _keys_of(model: type[BaseModel]) -> tuple[str, ...]:
    """Give every key that stands anywhere in the model's schema."""
    schema = model.model_json_schema()
    parts = [schema, *schema.get("$defs", {}).values()]
    return tuple(sorted({key for part in parts for key in part.get("properties", {})}))
