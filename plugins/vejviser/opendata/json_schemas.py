"""What stands in the JSON lists, as JSON Schema (2020-12), for programs that check what they take in.

Every key of a row is there, and null where nothing is known; more keys may come, so a reader of them must not mind.
"""

from collections.abc import Mapping
from typing import Any, get_args

from vejviser.content.languages import languages, main_language
from vejviser.content.model.base import Audience
from vejviser.content.model.portal import Portal
from vejviser.content.settings import current
from vejviser.opendata.encode import API, Files, address, json_object

FOLDER = f"{API}/schemas"
Schema = dict[str, Any]
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TEXT: Schema = {"type": "string"}
_DAY: Schema = {"type": "string", "format": "date"}
_WHOLE: Schema = {"type": "integer"}
_NUMBER: Schema = {"type": "number"}
_OFFSET: Schema = {"type": "string", "pattern": "^-?P"}


def files(portal: Portal) -> Files:
    """Return the schemas by their paths: one for each list, under the list's name."""
    return {
        f"{FOLDER}/{name}.json": json_object(
            {
                "$schema": _DIALECT,
                "$id": address(portal, f"{FOLDER}/{name}.json"),
                "title": portal.texts[main_language()](f"opendata.datasets.{name}.title"),
                **_many(_thing(row)),
            }
        )
        for name, row in rows().items()
    }


def rows() -> Mapping[str, Mapping[str, Schema]]:
    """Return the fields of a row of each list, by the list's name."""
    written = {
        "id": _TEXT,
        "title": _by_language(),
        "summary": _by_language(),
        "audience": _many({"enum": list(get_args(get_args(Audience)[0]))}),
        "reviewed": _DAY,
        "url": _TEXT,
        "markdown": _by_language(),
    }
    return {
        "municipalities": {
            "code": {"type": "string", "pattern": f"^(?:{current().places.code.pattern})$"},
            **dict.fromkeys(("name", "slug", "url"), _TEXT),
            "region": _thing({"code": _or_null(_TEXT), "name": _or_null(_TEXT)}),
            "cooperation": _thing(
                {"level": _TEXT, "since": _or_null(_WHOLE), "as_of": _or_null(_WHOLE), "source": _or_null(_thing({}))}
            ),
            "population": _or_null(_thing({"value": _WHOLE, "period": _TEXT, "source": _thing({})})),
            "centre": _thing({"longitude": _or_null(_NUMBER), "latitude": _or_null(_NUMBER)}),
            "website": _or_null(_TEXT),
            "services": _many(_thing({"id": _TEXT, "kind": _TEXT, "organization": _TEXT})),
        },
        "materials": {
            **{name: written[name] for name in ("id", "title", "audience", "url")},
            "version": {"type": "string", "pattern": r"^\d+\.\d+$"},
            "updated": _DAY,
            "kind": _TEXT,
            "purpose": _by_language(),
            "files": _many(
                _thing(
                    {
                        "lang": _TEXT,
                        "languages": _many(_TEXT),
                        "format": _TEXT,
                        "url": _TEXT,
                        "bytes": _WHOLE,
                        "sha256": {"type": "string", "pattern": "^[0-9a-f]+$"},
                        "municipality": _or_null(_TEXT),
                    }
                )
            ),
        },
        "tracks": {
            **{name: written[name] for name in ("id", "title", "audience", "url", "reviewed")},
            "intro": _by_language(),
            "start": _or_null(_by_language()),
            "steps": _many(
                _thing(
                    {
                        "id": _TEXT,
                        "title": _by_language(),
                        "when": _or_null(_by_language()),
                        "offset": _or_null(_OFFSET),
                        "url": _TEXT,
                        "do": _many(_by_language()),
                        "pages": _many(_thing({"kind": _TEXT, "title": _by_language(), "url": _TEXT})),
                    }
                )
            ),
        },
        "handbooks": {
            **written,
            "chapters": _many(_thing({"id": _TEXT, "title": _by_language(), "summary": _by_language(), "url": _TEXT})),
        },
        "guides": {**written, "start": _or_null(_by_language()), "phases": _many(_phase())},
        "checklists": {
            **written,
            "version": _TEXT,
            "start": _or_null(_by_language()),
            "sections": _many(
                _thing(
                    {
                        "id": _TEXT,
                        "title": _by_language(),
                        "intro": _or_null(_by_language()),
                        "items": _many(
                            _thing({"id": _TEXT, "text": _by_language(), "why": _or_null(_by_language()), "who": _TEXT})
                        ),
                    }
                )
            ),
        },
    }


def _phase() -> Schema:
    step = {
        "id": _TEXT,
        "title": _by_language(),
        "text": _by_language(),
        "legal_basis": _or_null(_by_language()),
        "who": _many(_TEXT),
        "deadline": _or_null(_thing({"text": _by_language(), "offset": _or_null(_OFFSET)})),
        "materials": _many(_TEXT),
        "checklists": _many(_TEXT),
    }
    words = dict.fromkeys(("title", "period", "summary"), _by_language())
    return _thing({"id": _TEXT, **words, "steps": _many(_thing(step))})


def _by_language() -> Schema:
    """Return the schema of a text by language; the main language is always there."""
    return {
        "type": "object",
        "properties": dict.fromkeys(languages(), _TEXT),
        "required": [main_language()],
        "additionalProperties": False,
    }


def _thing(fields: Mapping[str, Schema]) -> Schema:
    return {"type": "object", "properties": dict(fields), "required": list(fields)}


def _many(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}
