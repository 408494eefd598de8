"""JSON Schema -> the fields of a form at /admin/, in the words of Sveltia CMS."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from vejviser.authoring.json_schema import language_map
from vejviser.content.languages import main_language
from vejviser.content.load.suggestions import example_form
from vejviser.content.model.base import OnDays

Schema = Mapping[str, Any]
Widget = dict[str, Any]
ONE_LINE = frozenset({"answer", "label", "name", "number", "term", "title"})
"""Texts of one line; other language maps get room for more."""
MACHINES = frozenset({"approved", "text_hash", "translation"})
"""Keys that a command or the portal itself writes: no form asks for them, and they stay in the file."""
TITLES = ("title", "label", "term", "name", "question", "text", "id", "version", "from")
"""Keys that an item of a list is known by when it is folded, the best first."""
DATE: Schema = {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"}
PLAIN: Mapping[str, Schema] = {
    "boolean": {"widget": "boolean"},
    "integer": {"widget": "number", "value_type": "int"},
    "number": {"widget": "number", "value_type": "float"},
    "string": {"widget": "string"},
}


@dataclass(frozen=True, slots=True)
class Forms:
    """What all forms share."""

    labels: Mapping[str, str]
    """Of keys and choices, in the portal's main language."""
    wrong: str
    """What is said of an answer in a wrong form: {key}, {value}, {example}."""
    chosen_from: Mapping[str, Widget]
    """For keys that hold the names of other files: the collection that they are chosen from."""

    def fields(self, schema: Schema) -> list[Widget]:
        """Return the fields of a schema that describes a file or a front matter."""
        return list(self._properties(schema, schema.get("definitions", {})))

    def entries(self, schema: Schema) -> Widget:
        """Return the field for a file that maps ids to values."""
        parts = schema.get("definitions", {})
        pattern = schema.get("propertyNames", {}).get("pattern", "")
        key = {**self._named("id"), **self._text("id", {"type": "string", "pattern": pattern}), "required": True}
        fields = [key, *self._properties(schema["additionalProperties"], parts)]
        return {**self._entries(), **self._objects(fields)}

    def _entries(self) -> Widget:
        return {**self._named("entries"), "label_singular": self.labels["entry"]}

    def pairs(self) -> Widget:
        """Return the field for a file that maps addresses to addresses."""
        form = self._text("from", {"type": "string", "pattern": r"^/\S*$"})
        fields = [{**self._named(name), **form, "required": True} for name in ("from", "to")]
        return {**self._entries(), **self._objects(fields), "summary": "{{from}} → {{to}}"}

    def _properties(self, schema: Schema, parts: Schema) -> Iterator[Widget]:
        required, keys = schema.get("required", []), schema.get("properties", {})
        for key, value in sorted(
            keys.items(), key=lambda item: item[0] in OnDays.model_fields
        ):  # seldom filled in: last
            kind = resolved(value, parts)
            if key not in MACHINES and can_ask_for(kind):
                hint = {"hint": value["description"]} if "description" in value else {}
                yield {**self._named(key), **self._widget(key, kind, parts), "required": key in required, **hint}

    def _widget(self, key: str, kind: Schema, parts: Schema) -> Widget:
        """Return how one value is asked for."""
        if kind == language_map():
            summary = {"summary": "{{" + main_language() + "}}"}
            return {"widget": "object", "collapsed": "auto", **summary, "fields": self._languages(key)}
        if kind["type"] == "object":
            return {"widget": "object", "collapsed": "auto", "fields": self._inside(kind, parts)}
        if kind["type"] == "array":
            return self._list(key, kind, parts)
        if "enum" in kind:
            return {"widget": "select", "options": [self._choice(key, item) for item in kind["enum"]]}
        if kind.get("format") == "date":
            return dict(DATE)
        return self._text(key, kind)

    def _inside(self, kind: Schema, parts: Schema) -> list[Widget]:
        """Return the fields of a value with keys; where they are languages, one a language."""
        one = kind.get("additionalProperties")
        if not one:
            return list(self._properties(kind, parts))
        wanted = resolved(one, parts)
        return [
            {**self._named(name), **self._widget(name, wanted, parts), "required": False} for name in named_keys(kind)
        ]

    def _text(self, key: str, kind: Schema) -> Widget:
        limits = {short: kind[name] for short, name in (("min", "minimum"), ("max", "maximum")) if name in kind}
        default = {"default": True} if kind.get("default") is True else {}
        written = str(kind.get("pattern", "")).replace(r"\"", '"')
        pattern = {"pattern": [written, self._wrong(key, kind)]} if written else {}
        return {**PLAIN[kind["type"]], **limits, **default, **pattern}

    def _wrong(self, key: str, kind: Schema) -> str:
        """Return what `vejviser check` says of an answer in a wrong form."""
        shown = self.labels.get(key, key)
        example = example_form(key, "", str(kind["pattern"]))
        return self.wrong.format(key=shown, value=self.labels["written"], example=example)

    def _choice(self, key: str, value: str) -> Widget:
        label = self.labels.get(f"choice.{key}.{value}") or self.labels.get(f"choice.{value}")
        return {"label": label or self.labels.get(value, value), "value": value}

    def _list(self, key: str, kind: Schema, parts: Schema) -> Widget:
        items = resolved(kind["items"], parts)
        inner = self._widget(key, items, parts)
        least = {"min": kind["minItems"]} if "minItems" in kind else {}
        if key in self.chosen_from and inner["widget"] == "string":
            return {"widget": "relation", "multiple": True, **self.chosen_from[key], **least}
        match inner["widget"]:
            case "select":
                return {**inner, "multiple": True, **least}
            case "object":
                return {**self._objects(inner["fields"]), **least}
        return {"widget": "list", "field": {**self._named(key), **inner}, **least}

    def _objects(self, fields: list[Widget]) -> Widget:
        known = {field["name"]: field for field in fields}
        title = next((name for name in (*TITLES, main_language()) if name in known), next(iter(known), ""))
        inner = f".{main_language()}" if known.get(title, {}).get("widget") == "object" else ""
        return {"widget": "list", "collapsed": True, "summary": "{{" + title + inner + "}}", "fields": fields}

    def _languages(self, key: str) -> list[Widget]:
        widget = {"widget": "string" if key in ONE_LINE else "text"}
        known = language_map()
        required = known["required"]
        return [{**self._named(item), **widget, "required": item in required} for item in known["properties"]]

    def _named(self, key: str) -> Widget:
        return {"name": key, "label": self.labels.get(key, key)}


def named_keys(kind: Schema) -> list[str]:
    """Return the keys that a map may have, where they are told, such as those of the languages."""
    return list(kind.get("propertyNames", {}).get("enum", []))


def can_ask_for(kind: Schema) -> bool:
    """Return whether a form can ask for such a value; what it cannot stays in the file as it is.

    It cannot for maps with free keys, pairs, and what is always the same.
    """
    free = isinstance(kind.get("additionalProperties"), dict) and not named_keys(kind)
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
