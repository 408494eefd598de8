"""The schemas know every file, explain every key in Danish, and are those of the models."""

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.conftest import PORTAL
from vejviser.authoring.schemas import Kind, kinds, schema_files, stale_schemas, write_schemas
from vejviser.content.load import kept_versions
from vejviser.content.load.markdown import parse_markdown
from vejviser.content.load.plain_texts import package_texts
from vejviser.content.load.yaml import parse_yaml
from vejviser.content.model.settings import Settings
from vejviser.content.settings import using

ROOT = Path(__file__).parents[2]


def files_of(kind: Kind, root: Path) -> list[Path]:
    """Return the files of a kind; those of narrower kinds are not pages."""
    narrower = [item for item in kinds() if item.front_matter and item.name != "page"] if kind.name == "page" else []
    taken = {path for item in narrower for path in root.glob(item.pattern)}
    return [path for path in sorted(root.glob(kind.pattern)) if path not in taken]


def content_of(path: Path) -> Any:
    text = path.read_text("utf-8")
    return parse_markdown(text, "x").meta if path.suffix == ".md" else parse_yaml(text, "x").data


@pytest.mark.parametrize("root", [ROOT, PORTAL], ids=["the portal", "the small portal"])
@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.name)
def test_every_content_file_fits_its_schema(kind: Kind, root: Path) -> None:
    checker = jsonschema.Draft7Validator(kind.schema, format_checker=jsonschema.FormatChecker())
    found = [(path, error.message) for path in files_of(kind, root) for error in checker.iter_errors(content_of(path))]
    assert found == []


def test_every_yaml_file_has_a_schema() -> None:
    known = {path for kind in kinds() for path in ROOT.glob(kind.pattern)}
    folders = [ROOT / name for name in ("data", "docs", "materials")]
    written = (path for folder in folders for path in folder.rglob("*.yml"))
    kept = set(ROOT.glob(kept_versions.MATERIAL.glob()))  # nobody writes in what a version was locked with
    assert [path for path in written if path not in known | kept] == []


@pytest.mark.parametrize("kind", [kind for kind in kinds() if kind.model], ids=lambda kind: kind.name)
def test_every_key_is_explained_in_danish(kind: Kind) -> None:
    missing = list(unexplained(kind.schema))
    assert missing == []


def unexplained(schema: Any, where: str = "") -> Any:
    """Yield the places of the properties nobody has explained."""
    if isinstance(schema, dict):
        for name, value in schema.get("properties", {}).items():
            if "description" not in value and "$ref" not in value:
                yield f"{where}.{name}"
        for name, value in schema.items():
            yield from unexplained(value, f"{where}.{name}")


def test_english_explanations_for_programmers_stay_out() -> None:
    text = b"".join(schema_files().values()).decode()
    said = re.findall(r'"description": "(.*)"', text)
    assert [item for item in said if re.search(r"\b(the|of|and|with)\b", item)] == []


@pytest.mark.parametrize(
    ("kind", "text", "mistake"),
    [
        ("checklist", "title: {en: Only English}", "'da' is a required property"),
        ("checklist", "sektions: []", "'sektions' was unexpected"),
        ("municipality", "code: 461", "461 is not of type 'string'"),
        ("handbook", "reviewed: i går", "'i går' is not a 'date'"),
        ("guide", "audience: [frivillig]", "'frivillig' is not one of"),
        ("material", 'version: "1"', "does not match"),
        ("sources", "en-rapport: {year: 1900}", "1900 is less than the minimum"),
    ],
)
def test_a_schema_finds_what_check_finds(kind: str, text: str, mistake: str) -> None:
    (known,) = (item for item in kinds() if item.name == kind)
    checker = jsonschema.Draft7Validator(known.schema, format_checker=jsonschema.FormatChecker())
    messages = [error.message for error in checker.iter_errors(parse_yaml(text, "x").data)]
    assert any(mistake in message for message in messages), messages


def test_the_committed_schemas_are_those_of_the_models() -> None:
    assert stale_schemas(ROOT) == []


def test_vs_code_is_told_which_file_has_which_schema() -> None:
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))
    assert settings["yaml.schemas"]["./schemas/handbook.json"] == "docs/da/haandboeger/*/handbook.yml"
    assert all((ROOT / path).is_file() for path in settings["yaml.schemas"])


@pytest.mark.parametrize(
    ("before", "kept"),
    [
        (
            '{"editor.fontSize": 18, "yaml.schemas": {"https://x.example/s.json": "x.yml", "./schemas/gone.json": "y"}}',
            True,
        ),
        ('{\n  // min egen\n  "editor.fontSize": 18\n}\n', False),
    ],
)
def test_what_somebody_has_set_in_vs_code_stays(tmp_path: Path, before: str, kept: bool) -> None:
    place = tmp_path / ".vscode/settings.json"
    place.parent.mkdir()
    place.write_text(before, "utf-8")
    write_schemas(tmp_path)
    assert stale_schemas(tmp_path) == []
    if not kept:
        assert place.read_text("utf-8") == before
        return
    settings = json.loads(place.read_text("utf-8"))
    assert (settings["editor.fontSize"], settings["files.eol"]) == (18, "\n")
    assert settings["yaml.schemas"]["https://x.example/s.json"] == "x.yml"
    assert "./schemas/gone.json" not in settings["yaml.schemas"]


def explained(schema: Any) -> Any:
    """Yield every explanation of a key, at any depth."""
    if isinstance(schema, dict):
        for value in schema.get("properties", {}).values():
            if isinstance(value, dict) and isinstance(value.get("description"), str):
                yield value["description"]
        for value in schema.values():
            yield from explained(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from explained(value)


@pytest.mark.parametrize("name", [kind.name for kind in kinds()])
def test_every_key_is_explained_in_english_where_the_portal_is(name: str) -> None:
    danish = next(item for item in kinds() if item.name == name).schema
    with using(Settings.model_validate({"languages": ["en", "ar"]})):
        english = next(item for item in kinds() if item.name == name).schema
    assert english["title"] != danish["title"] or name == "portal"
    said, same = set(explained(english)), set(explained(danish))
    assert [text for text in sorted(said) if text in same or re.search("[æøå]", text)] == []


def test_every_english_explanation_is_of_a_key_there_is() -> None:
    named = {f"{name}.{key}" for kind in kinds() if kind.model for name, key in fields(kind.model.model_json_schema())}
    said = {key for key in package_texts("en", "schema") if "." in key and not key.startswith(("kind.", "remark."))}
    assert said - named == set()


def fields(made: Any) -> Any:
    """Yield every field of the models of a schema, with the name of its model."""
    for name, part in ((made["title"], made), *made.get("$defs", {}).items()):
        for item in (part, *part.get("anyOf", ())):
            yield from ((name, key) for key in item.get("properties", {}))
