"""Plain data -> model, with every mistake as a problem in its place."""

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from vejviser.base.problems import Location, Origin, Problem
from vejviser.content.languages import code_meant, languages
from vejviser.content.load import suggestions
from vejviser.content.load.written import as_list, as_text, as_yaml
from vejviser.content.model.base import Content, slugify

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
    "too_long": "wrong-form",
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
    "greater_than_equal": "number-too-small",
    "less_than_equal": "number-too-large",
}


_AT_KEY = {
    "facts-years-order": "facts_from",
    "law-confirmation-half": "confirmed",
    "review-incomplete": "reviewed",
    "translation-reviewer-missing": "status",
}
"""The key that asks for what is missing, where a rule is about several keys together."""
_WITH_SUGGESTION = {
    "language-unknown": "language-unknown-suggestion",
    "value-not-allowed": "value-not-allowed-suggestion",
}
_RULE_WITHOUT_EXAMPLE = {"wrong-form": "invalid-value"}
_OF_LANGUAGE_CODES = ("portal-language-cldr", "wrong-form")
_LANGUAGE_AND_TEXT = re.compile(r"(?P<language>\w{2,3})[ ;,=]+(?P<text>\S.*)")
"""A language and its text without the colon between them."""
_CODES = ("code", "municipality", "places")
"""Keys under which the code of a place stands."""
_REPLACED = {"statutory": "statutory-without-law"}
"""Keys that say something else must be written, with the rule that says what."""


def validate(model: type[C], data: Any, origin: Origin, **known: object) -> tuple[C | None, tuple[Problem, ...]]:
    """Make a content value of `data`; `known` are keys that the file's place gives: an id, a language."""
    if not isinstance(data, dict):
        return None, (not_keys(data, origin),)
    return validate_model(model, {**data, **known, "origin": origin}, origin)


def not_keys(data: Any, origin: Origin) -> Problem:
    """Return the problem of a whole file that should have keys: it is empty, a list, or just text."""
    if data is None:
        return origin.error("empty-file")
    if isinstance(data, list | tuple):
        return origin.error("keys-not-list", key=origin.path)
    return origin.error("keys-expected", key=origin.path, value=_show(data))


def validate_model(model: type[M], data: Any, origin: Origin) -> tuple[M | None, tuple[Problem, ...]]:
    """Make any model of `data`."""
    try:
        return model.model_validate(data), ()
    except ValidationError as error:
        return None, tuple(_problem(model, detail, origin) for detail in _causes(model, error.errors()))


def _causes(model: type[BaseModel], details: Iterable[ErrorDetails]) -> Iterator[ErrorDetails]:
    """Yield the mistakes themselves, without what only follows from another one."""
    found = list(details)
    named = {(*item["loc"][:-1], _closest_key(model, item)) for item in found if item["type"] == "extra_forbidden"}
    unknown_languages = {item["loc"][:-1] for item in found if item["loc"][-1:] == ("[key]",)}
    for detail in found:
        place = detail["loc"]
        inside = any(item["loc"][: len(place)] == place and len(item["loc"]) > len(place) for item in found)
        if detail["type"] == "too_short" and inside:
            continue  # the list is short because its entries are wrong
        if (detail["type"] == "missing" and place in named) or place in unknown_languages:
            continue  # the key is there, misspelt
        yield detail


def _problem(model: type[BaseModel], detail: ErrorDetails, origin: Origin) -> Problem:
    rule = _rule(detail)
    location = _place(rule, detail["loc"], origin)
    key, value = _key(location, origin), detail.get("input")
    values = {"key": key, "value": _show(value), "expected": _expected(detail), "example": ""}
    if rule in ("wrong-form", "invalid-value") and len(location) == 1 and location not in origin.positions:
        return _given_name(str(value), origin)
    if rule == "unknown-key":
        return _unknown_key(model, detail, origin)
    if rule == "language-unknown":
        values |= {"languages": ", ".join(languages()[:-1]), "last_language": languages()[-1]}
    if rule in ("number-too-small", "number-too-large"):
        values["limit"] = f"{next(iter(detail['ctx'].values())):g}"
    if better := _said_better(rule, location, values, detail, origin):
        return better
    if rule in _WITH_SUGGESTION:
        known = languages() if rule == "language-unknown" else values["expected"].split(", ")
        values["suggestion"] = suggestions.closest_match(str(value), known)
        rule = _WITH_SUGGESTION[rule] if values["suggestion"] else rule
    if rule == "date-expected":
        values["example"], impossible = suggestions.to_date(value)
        rule = "date-impossible" if impossible else rule
    else:
        values["example"] = _example(rule, key, value, detail)
    return origin.error(_RULE_WITHOUT_EXAMPLE.get(rule, rule) if not values["example"] else rule, *location, **values)


def _said_better(
    rule: str, location: Location, values: dict[str, str], detail: ErrorDetails, origin: Origin
) -> Problem | None:
    """Return what a mistake is when more is known of it: no colon, another code of a language, several in one."""
    written = str(detail.get("input"))
    parts = _LANGUAGE_AND_TEXT.fullmatch(written) if rule == "language-unknown" else None
    if parts and parts["language"] in languages():
        fixed = f"{parts['language']}: {parts['text']}"
        return origin.error("yaml-colon-missing", *location, found=parts["language"], fixed=fixed)
    if rule in _OF_LANGUAGE_CODES and location[:1] == ("languages",) and (meant := code_meant(written)):
        return origin.error("portal-language-code", *location, value=_show(written), suggestion=meant)
    if rule == "value-not-allowed" and (several := suggestions.with_commas(written, values["expected"].split(", "))):
        return origin.error("wrong-form", *location, **{**values, "example": several})
    return None


def _unknown_key(model: type[BaseModel], detail: ErrorDetails, origin: Origin) -> Problem:
    """Return the problem of a key that nothing has, with what was probably meant."""
    location = detail["loc"]
    key, written = _key(location, origin), _show(detail.get("input"))
    if key in _REPLACED:
        return origin.error(_REPLACED[key], *location, value=written)
    if key.isdecimal():
        return origin.error("decimal-comma", *location, key=key)
    if suggestion := _closest_key(model, detail):
        return origin.error("unknown-key-suggestion", *location, key=key, suggestion=suggestion)
    return origin.error("unknown-key", *location, key=key)


def _place(rule: str, location: Location, origin: Origin) -> Location:
    """Return where a mistake is told: at the key that asks for what is missing, where several keys belong together."""
    asking = (*location, 0 if rule == "list-expected" else _AT_KEY.get(rule, ""))
    return asking if asking in origin.positions else location


def _given_name(found: str, origin: Origin) -> Problem:
    """Return the problem of an id that cannot be one: the key of an entry, a file's name, or its folder's."""
    if not re.search(rf"(?:^|/){re.escape(found)}(?:\.\w+)?(?:/|$)", origin.path):
        values = {"key": "id", "value": _show(found), "example": slugify(found)}
        return origin.error("wrong-form", **values)
    *folders, name = origin.path.split("/")
    stem, dot, ending = name.rpartition(".")
    parts = [*folders, stem]
    named = slugify(found.removesuffix(dot + ending))
    right = "/".join(named if part == found else part for part in parts) + dot + ending
    shown = found if found in folders else name
    return Problem(origin.path, 1, 1, "error", "file-name-form", (("found", shown), ("suggestion", right)))


def _example(rule: str, key: str, value: object, detail: ErrorDetails) -> str:
    """Return the right value for a wrong one, as near as it can be guessed."""
    pattern = str(detail.get("ctx", {}).get("pattern", ""))
    match rule:
        case "true-or-false":
            return suggestions.to_boolean(value)
        case "number-expected":
            return suggestions.to_number(value, whole=detail["type"].startswith("int"))
        case "list-expected":
            return as_list(value)
        case "text-expected":
            return (
                suggestions.example_form(key, value, pattern)
                if key in _CODES
                else json.dumps(as_text(value), ensure_ascii=False)
            )
        case _:
            return suggestions.example_form(key, value, pattern)


def _closest_key(model: type[BaseModel], detail: ErrorDetails) -> str:
    """Return the key that a misspelt one stands for; a key that is right, but not here, is not misspelt."""
    written = str(detail["loc"][-1])
    return "" if written in _keys_of(model) else suggestions.closest_match(written, _keys_of(model))


def _key(location: Location, origin: Origin) -> str:
    """Return the key a mistake belongs to: for an entry of a list, the list's."""
    names = [str(part) for part in location if isinstance(part, str) and part != "[key]"]
    if names[1:] and names[-1] == "key" and location not in origin.positions:
        return names[-2]  # a citation, written as one text
    return names[-1] if names else origin.path


def _rule(detail: ErrorDetails) -> str:
    kind = detail["type"]
    if detail["loc"][-1:] == ("[key]",):
        return "language-unknown"
    if kind == "value_error":
        return str(detail.get("ctx", {}).get("error", "invalid-value"))
    if kind.startswith("date"):
        return "date-expected"
    if kind == "dict_type" and isinstance(detail.get("input"), str):
        return "language-map-expected"
    return _by_what_stands_there(_RULES.get(kind, "invalid-value"), detail.get("input"))


def _by_what_stands_there(rule: str, written: object) -> str:
    """Return a rule that says it better than that something else was expected: nothing stands there, or a list."""
    if written is None and rule in ("text-expected", "list-expected", "keys-expected"):
        return "empty-text"
    return "keys-not-list" if rule == "keys-expected" and isinstance(written, list) else rule


def _expected(detail: ErrorDetails) -> str:
    context = detail.get("ctx", {})
    return str(context.get("expected", context.get("pattern", ""))).replace(" or ", ", ").replace("'", "")


def _show(value: object) -> str:
    text = f"»{value}«" if isinstance(value, str) else as_yaml(value)
    return text if len(text) <= 60 else text[:57] + "…"


@cache
def _keys_of(model: type[BaseModel]) -> tuple[str, ...]:
    """Return every key that stands anywhere in the model's schema."""
    schema = model.model_json_schema()
    parts = [schema, *schema.get("$defs", {}).values()]
    return tuple(sorted({key for part in parts for key in part.get("properties", {})}))
