"""Models -> JSON Schemas: what an editor's program needs to complete keys, explain them and mark mistakes."""

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import BaseModel

from vejviser.content.languages import languages, main_language, name_in, other_languages
from vejviser.content.load.plain_texts import SECOND_LANGUAGE, package_texts
from vejviser.content.place_words import Words, filled, words_in
from vejviser.content.settings import by_settings

DRAFT = "http://json-schema.org/draft-07/schema#"
_CITATION: Mapping[str, Any] = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*(,.*)?$"}
_NEVER_WRITTEN = ("origin",)
TEXTS: Mapping[str, Any] = {
    "$schema": DRAFT,
    "type": "object",
    "additionalProperties": {"anyOf": [{"type": "string"}, {"$ref": "#"}]},
}
"""A tree of texts, as in ui/da.yml."""


@by_settings
def language_map() -> Mapping[str, Any]:
    """Return the schema of a short text in several languages."""
    main, said = main_language(), explanations()["language-map"]
    return {
        "type": "object",
        "properties": {
            language: {"type": "string", "minLength": 1, "description": said.format(language=name_in(language, main))}
            for language in languages()
        },
        "required": [main],
        "additionalProperties": False,
    }


def _written_short() -> Mapping[str, Mapping[str, Any]]:
    return {"LanguageMap": language_map(), "Citation": {**_CITATION, "description": explanations()["citation"]}}


def schema_of(
    model: type[BaseModel], title: str, known: Iterable[str] = (), *, entries: bool = False
) -> dict[str, Any]:
    """Return the schema of a file that holds one `model`, or, with `entries`, one a key.

    `known` are the keys that the file's name or its place in the file gives: nobody has to write them.
    """
    made = model.model_json_schema()
    parts = {
        name: _part(name, part) for name, part in made.pop("$defs", {}).items() if name not in ("Origin", "Position")
    }
    whole = _part(model.__name__, made)
    whole["required"] = [key for key in whole.get("required", []) if key not in known]
    if entries:
        for key in known:
            whole["properties"].pop(key)
        names = {"propertyNames": {"pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}} if "id" in known else {}
        whole = {"type": "object", "additionalProperties": whole, **names}
    made = {"$schema": DRAFT, "title": title, **whole, **({"definitions": parts} if parts else {})}
    return _with_words(made, words_in(main_language()))


def listed(schema: Mapping[str, Any]) -> dict[str, Any]:
    """Return the schema of a list of what `schema` says."""
    outside = {"$schema", "title", "definitions"}
    inner = {key: value for key, value in schema.items() if key not in outside}
    return {**{key: value for key, value in schema.items() if key in outside}, "type": "array", "items": inner}


def _with_words(schema: Mapping[str, Any], words: Words) -> dict[str, Any]:
    """Return a schema whose titles and descriptions have the portal's own words where they ask for them."""
    return {key: _worded(key, value, words) for key, value in schema.items()}


def _worded(key: str, value: object, words: Words) -> object:
    if isinstance(value, dict):
        return _with_words(value, words)
    if isinstance(value, list):
        return [_worded("", item, words) for item in value]
    return filled(value, words) if key in ("title", "description") and isinstance(value, str) else value


def _part(name: str, part: Mapping[str, Any]) -> dict[str, Any]:
    """Return one model's schema without what only programmers read, explained in the portal's main language."""
    if name in (short := _written_short()):
        return dict(short[name])
    if "anyOf" in part:  # a text, or what can be said in its place
        plain = [{key: value for key, value in item.items() if key != "description"} for item in part["anyOf"]]
        return {"anyOf": [_part(name, item) if "properties" in item else _field(item) for item in plain]}
    kept = {key: value for key, value in part.items() if key not in ("title", "description")}
    kept["properties"] = {
        key: _field(_explained(name, key, value))
        for key, value in part.get("properties", {}).items()
        if key not in _NEVER_WRITTEN
    }
    return kept


def _explained(model: str, key: str, field: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a field's schema with what its key means: of this model, or wherever it stands."""
    texts = explanations()
    said = texts.get(f"{model}.{key}") or texts.get(key)
    if model == "Translations" and key in other_languages():
        said = texts["translations-of"].format(language=name_in(key, main_language()))
    return {**{name: _unexplained(value) for name, value in field.items()}, "description": said} if said else field


def _unexplained(value: object) -> object:
    """Return a part of a field's schema without what its type says of itself, in the models' language."""
    if isinstance(value, list):
        return [_unexplained(item) for item in value]
    if not isinstance(value, dict):
        return value
    return {key: _unexplained(item) for key, item in value.items() if key != "description"}


@by_settings
def explanations() -> Mapping[str, str]:
    """Return what keys mean, by "model.key", in the portal's main language or else in English.

    In the language that the models explain themselves in there is hardly anything.
    """
    return package_texts(main_language(), "schema") or package_texts(SECOND_LANGUAGE, "schema")


def remark(name: str) -> str:
    """Return what commands write of their own accord, in the portal's main language: a remark, a first chapter."""
    return explanations()[f"remark.{name}"]


def _field(value: object) -> object:
    """Return a field's schema in the words of draft 7, which every editor's program knows."""
    if isinstance(value, list):
        return [_field(entry) for entry in value]
    if not isinstance(value, dict):
        return value
    kept = {key: entry for key, entry in value.items() if key != "title" and (key != "default" or entry is True)}
    found = {key: _field(entry) for key, entry in kept.items()}
    if "$ref" in found:
        reference = {"$ref": str(found.pop("$ref")).replace("#/$defs/", "#/definitions/")}
        return {**found, "allOf": [reference]} if found else reference
    if "prefixItems" in found:
        found["items"] = found.pop("prefixItems")
    return found
