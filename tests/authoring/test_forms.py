"""The forms at /admin/: made from the schemas, for every folder of content, and not in the site unless asked for."""

import functools
import json
import shutil
import subprocess
import threading
from collections.abc import Iterator
from datetime import date
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from jsonschema import Draft7Validator
from playwright.sync_api import Browser, Page

from vejviser.authoring.form_fields import can_ask_for, resolved
from vejviser.authoring.forms import BODY, configuration, offered
from vejviser.authoring.schemas import kinds
from vejviser.cli.main import main
from vejviser.content.languages import languages
from vejviser.content.load.interface_texts import load_messages
from vejviser.publish.headers import ADMIN_SECURITY
from vejviser.site.content_check import load_and_check

ROOT = Path(__file__).parents[2]
PORTAL = ROOT / "tests/site/portal"
BACKEND = {"name": "github", "repo": "organisation/portal", "branch": "main"}
PROGRAM = ROOT / "admin/dist"
SCHEMA = ROOT / "admin/node_modules/@sveltia/cms/schema/sveltia-cms.json"


@pytest.fixture(scope="module")
def program() -> Path:
    """The program of /admin/. Nobody has to have made it: with Node it takes a few seconds, and without Node it fails."""
    if not (PROGRAM / "rediger.js").is_file() or not SCHEMA.is_file():
        made = subprocess.run(["make", "-B", "admin"], cwd=ROOT, capture_output=True, text=True, check=False)
        assert made.returncode == 0, f"make admin needs Node and npm (scripts/setup tests):\n{made.stdout}{made.stderr}"
    return PROGRAM


def collections(root: Path) -> list[dict[str, Any]]:
    return configuration(root, BACKEND)["collections"]


def named(fields: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for field in fields:
        yield field
        yield from named(field.get("fields", []))


def test_every_folder_of_texts_has_a_form() -> None:
    offered = {collection["folder"] for collection in collections(ROOT)}
    texts = {path.parent.relative_to(ROOT).as_posix() for path in (ROOT / "docs").glob("[a-z][a-z]/**/*.md")}
    assert texts <= offered
    assert {"data/checklists", "data/guides", "data/kommuner", "data/cases", "materials"} <= offered


def test_a_form_asks_for_every_key_of_its_schema_or_leaves_it_alone() -> None:
    by_name = {collection["name"]: collection for collection in collections(PORTAL)}
    for kind in kinds():
        if kind in offered():
            asked = {field["name"] for field in by_name[kind.name]["fields"]}
            schema = kind.schema
            parts = schema.get("definitions", {})
            left = {key for key, item in schema["properties"].items() if not can_ask_for(resolved(item, parts))}
            assert set(schema["properties"]) == asked | left | set(kind.known), kind.name
            assert left <= {"translation", "centre", "kind", "prefill"}, kind.name


def test_every_field_has_a_danish_name() -> None:
    labels = {**load_messages(ROOT, "da", "forms"), **dict.fromkeys(languages())}
    fields = [field for collection in collections(PORTAL) for field in named(collection["fields"]) if field != BODY]
    assert sorted({field["name"] for field in fields} - labels.keys()) == []


def test_nothing_is_created_or_deleted_by_a_form() -> None:
    assert {(collection["create"], collection["delete"]) for collection in collections(PORTAL)} == {(False, False)}


def test_a_site_has_no_forms_unless_they_are_asked_for(small_site: Path) -> None:
    assert not (small_site / "admin").exists()


def test_asking_for_forms_before_they_are_made_says_how_to_make_them(portal_copy: Path) -> None:
    result = CliRunner().invoke(main, ["--root", str(portal_copy), "build", "--admin"])
    assert (result.exit_code, result.stderr) == (2, "Formularerne mangler. Kør først: make admin\n")


@pytest.mark.usefixtures("program")
def test_the_configuration_is_what_the_program_expects() -> None:
    validator = Draft7Validator(json.loads(SCHEMA.read_text("utf-8")))
    assert [error.message for error in validator.iter_errors(configuration(PORTAL, BACKEND))] == []


SEED = """async (files) => {
  const root = await navigator.storage.getDirectory();
  const portal = await root.getDirectoryHandle("portal", {create: true});
  for (const [path, text] of Object.entries(files)) {
    const parts = path.split("/");
    let folder = portal;
    for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part, {create: true});
    const writer = await (await folder.getFileHandle(parts.at(-1), {create: true})).createWritable();
    await writer.write(text);
    await writer.close();
  }
}"""
READ = """async ([path, words]) => {
  let folder = await (await navigator.storage.getDirectory()).getDirectoryHandle("portal");
  const parts = path.split("/");
  for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part);
  try {
    const text = await (await (await folder.getFileHandle(parts.at(-1))).getFile()).text();
    return text.includes(words) && text;
  } catch {
    return false; // it is being written
  }
}"""
PICK = "window.showDirectoryPicker = async () => (await navigator.storage.getDirectory()).getDirectoryHandle('portal')"


class Strict(SimpleHTTPRequestHandler):
    """Serves /admin/ with the headers of deploy/nginx.conf."""

    def end_headers(self) -> None:
        for name, text in ADMIN_SECURITY.items():
            self.send_header(name, text)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing: what matters is what the browser meets."""


@pytest.fixture
def address(tmp_path: Path, program: Path) -> Iterator[str]:
    shutil.copytree(program, tmp_path / "admin")
    shutil.copy(ROOT / "admin/index.html", tmp_path / "admin/index.html")
    made = yaml.safe_dump(configuration(PORTAL, BACKEND), allow_unicode=True, sort_keys=False)
    (tmp_path / "admin/config.yml").write_text(made, "utf-8")
    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Strict, directory=str(tmp_path))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://localhost:{server.server_port}"
        server.shutdown()
        thread.join()


def change(page: Page, address: str, entry: str, text: str, path: str) -> str:
    """Open an entry, write in its first field, and save; returns the file `path` as it was written.

    Raises AssertionError.
    """
    page.goto(f"{address}/admin/#/collections/{entry}")
    field = page.get_by_role("textbox").filter(visible=True).first
    field.wait_for()
    field.fill(text)
    page.get_by_role("button", name="Gem", exact=True).click()
    page.get_by_text("gemt").first.wait_for()
    for _ in range(600):
        if written := page.evaluate(READ, [path, text]):
            return str(written)
        page.wait_for_timeout(50)
    raise AssertionError(f"{path} was not written")


@pytest.mark.browser
def test_a_form_writes_the_same_file_and_asks_no_other_host(reader: Browser, address: str, portal_copy: Path) -> None:
    files = {
        item.relative_to(PORTAL).as_posix(): item.read_text("utf-8") for item in PORTAL.rglob("*") if item.is_file()
    }
    asked: list[str] = []
    context = reader.new_context(locale="da-DK")
    context.add_init_script(PICK)
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}/admin/")
    page.evaluate(SEED, {**files, ".git/HEAD": "ref: refs/heads/main\n"})
    page.get_by_role("button", name="lokalt repository").click()
    page.get_by_text("Tjeklister").first.wait_for()
    changed = ["data/checklists/foerste-moede.yml", "docs/da/haandboeger/ven/moedet.md"]
    after = {
        changed[0]: change(page, address, "checklist/entries/foerste-moede", "Ny rolle", changed[0]),
        changed[1]: change(page, address, "docs-da-haandboeger-ven/entries/moedet", "Ny titel", changed[1]),
    }
    context.close()

    others = {url for url in asked if not url.startswith((address, "data:", "blob:"))}
    assert others <= {"https://www.githubstatus.com/api/v2/status.json"}, "only the host of the repository"
    before, now = yaml.safe_load(files[changed[0]]), yaml.safe_load(after[changed[0]])
    assert now == before | {"owner": "Ny rolle", "reviewed": "2026-06-01", "sections": now["sections"]}
    assert [item["id"] for item in now["sections"][0]["items"]] == [
        item["id"] for item in before["sections"][0]["items"]
    ]
    assert after[changed[1]].split("---")[2].strip() == files[changed[1]].split("---")[2].strip()
    for path, text in after.items():
        (portal_copy / path).write_text(text, "utf-8")
    assert load_and_check(portal_copy, date(2026, 11, 22)).errors == ()
