"""JSON Schema -> the fields of a form at /admin/, in the words of Sveltia CMS."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from vejviser.authoring.json_schema import language_map
from vejviser.content.model.base import OnDays

Schema = Mapping[str, Any]
Widget = dict[str, Any]
ONE_LINE = frozenset({"answer", "label", "name", "number", "term", "title"})
"""Texts of one line; other language maps get room for more."""
DATE: Schema = {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"}
PLAIN: Mapping[str, Schema] = {
    "boolean": {"widget": "boolean"},
    "integer": {"widget": "number", "value_type": "int"},
    "number": {"widget": "number", "value_type": "float"},
    "string": {"widget": "string"},
}


@dataclass(frozen=True, slots=True)
class Forms:
    """What all forms share: the labels in the main language of keys."""

    labels: Mapping[str, str]

    def fields(self, schema: Schema) -> list[Widget]:
        """Return the fields of a schema that describes a file or a front matter."""
        return list(self._properties(schema, schema.get("definitions", {})))

    def _properties(self, schema: Schema, parts: Schema) -> Iterator[Widget]:
        required, keys = schema.get("required", []), schema.get("properties", {})
        for key, value in sorted(
            keys.items(), key=lambda item: item[0] in OnDays.model_fields
        ):  # seldom filled in: last
            kind = resolved(value, parts)
            if can_ask_for(kind):
                hint = {"hint": value["description"]} if "description" in value else {}
                yield {**self._named(key), **self._widget(key, kind, parts), "required": key in required, **hint}

    def _widget(self, key: str, kind: Schema, parts: Schema) -> Widget:
        """Return how one value is asked for."""
        if kind == language_map():
            return {"widget": "object", "collapsed": True, "fields": self._languages(key)}
        if kind["type"] == "object":
            return {"widget": "object", "collapsed": True, "fields": list(self._properties(kind, parts))}
        if kind["type"] == "array":
            return self._list(key, resolved(kind["items"], parts), parts)
        if "enum" in kind:
            return {"widget": "select", "options": list(kind["enum"])}
        return dict(DATE if kind.get("format") == "date" else PLAIN[kind["type"]])

    def _list(self, key: str, items: Schema, parts: Schema) -> Widget:
        inner = self._widget(key, items, parts)
        match inner["widget"]:
            case "select":
                return {**inner, "multiple": True}
            case "object":
                return {"widget": "list", "collapsed": True, "fields": inner["fields"]}
        return {"widget": "list", "field": {**self._named(key), **inner}}

    def _languages(self, key: str) -> list[Widget]:
        widget = {"widget": "string" if key in ONE_LINE else "text"}
        known = language_map()
        required = known["required"]
        return [{**self._named(item), **widget, "required": item in required} for item in known["properties"]]

    def _named(self, key: str) -> Widget:
        return {"name": key, "label": self.labels.get(key, key)}


def can_ask_for(kind: Schema) -> bool:
    """Return whether a form can ask for such a value; what it cannot stays in the file as it is.

    It cannot for maps with free keys, pairs, and what is always the same.
    """
    free = isinstance(kind.get("additionalProperties"), dict)
    pair = isinstance(kind.get("items"), list)
    return not (free or pair or "const" in kind)


def resolved(value: Schema, parts: Schema) -> Schema:
    """Follow references, and leave out that a value may be absent."""
    for word in ("allOf", "anyOf"):
        if word in value:
            value = next(item for item in value[word] if item.get("type") != "null")
    if "$ref" in value:
        return resolved(parts[value["$ref"].rpartition("/")[2]], parts)
    return {"type": "string", **value} if "enum" in value else value
