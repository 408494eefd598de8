"""The forms at /admin/: made from the schemas, for every folder of content, and not in the site unless asked for."""

import json
import re
import subprocess
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from jsonschema import Draft7Validator

from vejviser.authoring.form_collections import entry_kinds, yaml_kinds
from vejviser.authoring.form_fields import MACHINES, can_ask_for, resolved
from vejviser.authoring.forms import configuration, policy
from vejviser.authoring.schemas import kind_of
from vejviser.cli.main import main
from vejviser.content.languages import languages
from vejviser.content.load.interface_texts import load_messages
from vejviser.content.settings import using_root

ROOT = Path(__file__).parents[2]
PORTAL = ROOT / "tests/site/portal"
BACKEND = {"name": "github", "repo": "organisation/portal", "branch": "main"}
SCHEMA = ROOT / "admin/node_modules/@sveltia/cms/schema/sveltia-cms.json"
Collection = Mapping[str, Any]


@cache
def made(root: Path) -> dict[str, Any]:
    with using_root(root):
        return configuration(root, BACKEND)


def collections(root: Path) -> list[Collection]:
    return [item for item in made(root)["cms"]["collections"] if "divider" not in item]


def forms(root: Path) -> list[Collection]:
    return [form for item in collections(root) for form in item.get("files", [item])]


def named(fields: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for field in fields:
        yield field
        yield from named([*field.get("fields", []), *([field["field"]] if "field" in field else [])])


def fields(root: Path) -> Iterator[dict[str, Any]]:
    return (field for form in forms(root) for field in named(form["fields"]))


def test_every_file_of_content_has_a_form() -> None:
    offered = {form.get("folder") or form["file"] for form in forms(ROOT)}
    texts = {path.parent.relative_to(ROOT).as_posix() for path in (ROOT / "docs").glob("[a-z][a-z]/**/*.md")}
    assert texts <= offered
    kinds = {"data/checklists", "data/guides", "data/kommuner", "data/cases", "data/tracks", "materials"}
    lists = {"sources", "glossary", "laws", "help_lines", "regions", "results", "redirects", "approvers"}
    assert kinds | {"docs/da/haandboeger"} | {f"data/{name}.yml" for name in lists} <= offered


def test_a_form_asks_for_every_key_of_its_schema_or_leaves_it_alone() -> None:
    by_name = {form["name"]: form for form in forms(PORTAL)}
    for item in yaml_kinds():
        kind = kind_of(item)
        asked = {field["name"] for field in by_name[kind.name]["fields"]} - {"body"}
        parts = kind.schema.get("definitions", {})
        properties = kind.schema["properties"]
        left = {key for key, value in properties.items() if not can_ask_for(resolved(value, parts))}
        assert set(properties) == asked | left | set(kind.known) | (set(properties) & MACHINES), kind.name
        assert left <= {"translation", "centre", "kind", "prefill"}, kind.name


def test_every_list_of_entries_asks_for_their_keys() -> None:
    by_file = {form.get("file"): form for form in forms(PORTAL)}
    for kind in entry_kinds():
        (entries,) = by_file[kind.pattern]["fields"]
        asked = {field["name"] for field in entries["fields"]}
        wanted = {"from", "to"} if kind.model is None else {"id", *kind.schema["additionalProperties"]["properties"]}
        assert asked == wanted, kind.name


def test_every_field_and_every_choice_has_a_danish_name() -> None:
    labels = {**load_messages(ROOT, "da", "forms"), **dict.fromkeys(languages())}
    asked = list(fields(ROOT))
    assert sorted({field["name"] for field in asked} - labels.keys()) == []
    choices = [choice for field in asked for choice in field.get("options", []) if choice["value"] not in languages()]
    same = {choice["value"] for choice in choices if choice["label"] == choice["value"]}
    assert same == set(), "readers of the forms do not know P3M"


def test_names_in_the_side_bar_can_be_told_apart() -> None:
    labels = [item["label"] for item in collections(ROOT)]
    assert len(set(labels)) == len(labels)
    assert "Håndbog for frivilligledere (kapitler)" in labels
    assert not any(label.startswith("Håndbog: ") for label in labels)


def test_every_kind_can_be_made_changed_moved_and_taken_away() -> None:
    folders = [item for item in collections(PORTAL) if "folder" in item]
    texts = [item["name"] for item in folders if not item["create"]]
    assert texts == ["materialer-da"], "a material's text begins with the material"
    assert {item["delete"] for item in folders} == {True}
    pages = {rule["file"] for rule in made(PORTAL)["companions"]["pages"]}
    assert {"data/checklists/{id}.yml", "docs/da/haandboeger/{book}/{id}.md", "data/guides/{id}.yml"} <= pages


def test_what_is_wrong_is_said_in_the_words_of_the_check() -> None:
    offset = next(field for field in fields(PORTAL) if field["name"] == "offset")
    pattern, said = offset["pattern"]
    assert re.search(pattern, "P3M")
    assert not re.search(pattern, "3 måneder")
    assert said == "»Afstand i tid« er ikke skrevet rigtigt, men skal skrives på en anden måde, fx P1M."


def test_a_draft_is_kept_apart_where_the_forge_can_and_there_is_no_button_for_a_server_that_is_not() -> None:
    cms = made(PORTAL)["cms"]
    assert (cms["publish_mode"], cms["show_preview_links"]) == ("editorial_workflow", True)
    assert cms["backend"]["auth_methods"] == ["token"]
    forgejo = configuration(PORTAL, {"name": "gitea", "repo": "a/b", "app_id": "x", "base_url": "https://git.example"})
    assert "publish_mode" not in forgejo["cms"]
    assert "auth_methods" not in forgejo["cms"]["backend"]


def test_the_forms_may_ask_the_forge_and_nobody_else() -> None:
    asked = policy(BACKEND).partition("connect-src ")[2].partition(";")[0]
    assert asked == "'self' data: blob: https://api.github.com"
    own = policy({"name": "gitea", "api_root": "https://git.example/api/v1", "base_url": "https://git.example"})
    assert "connect-src 'self' data: blob: https://git.example;" in own
    assert "https:;" not in own


def test_a_site_has_no_forms_unless_they_are_asked_for(small_site: Path) -> None:
    assert not (small_site / "admin").exists()


def test_asking_for_forms_before_they_are_made_says_how_to_make_them(portal_copy: Path) -> None:
    result = CliRunner().invoke(main, ["--root", str(portal_copy), "build", "--admin"])
    assert (result.exit_code, result.stderr) == (2, "Formularerne mangler. Kør først: make admin\n")


@pytest.mark.usefixtures("program")
def test_the_configuration_is_what_the_program_expects() -> None:
    validator = Draft7Validator(json.loads(SCHEMA.read_text("utf-8")))
    assert [error.message for error in validator.iter_errors(made(PORTAL)["cms"])] == []


@pytest.mark.usefixtures("program")
def test_files_are_read_and_written_as_they_should() -> None:
    files = sorted((ROOT / "tests/forms").glob("*.test.js"))
    assert len(files) >= 3
    ran = subprocess.run(["node", "--test", *map(str, files)], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout


@pytest.mark.usefixtures("program")
@pytest.mark.parametrize("portal", [ROOT, PORTAL], ids=["own", "small"])
def test_every_file_is_saved_as_it_was_and_a_changed_word_changes_its_line(portal: Path, tmp_path: Path) -> None:
    (tmp_path / "forms.json").write_text(json.dumps(made(portal)), "utf-8")
    command = ["node", str(ROOT / "tests/forms/every_file.js"), str(portal), str(tmp_path / "forms.json")]
    found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    assert found["wrong"] == []
    assert found["seen"] > (300 if portal == ROOT else 20)
