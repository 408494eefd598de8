"""A content type is a row: a made-up one is everywhere, with eight files and no other edit."""

import ast
import json
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from pkgutil import resolve_name
from xml.etree import ElementTree as Tree

import icalendar
import pytest
from click.testing import CliRunner, Result

import vejviser as vejviser_package
from tests.conftest import PORTAL, TODAY, copy_portal
from vejviser.authoring.forms import configuration
from vejviser.authoring.schemas import schema_files
from vejviser.cli.main import main
from vejviser.content import types as rows
from vejviser.content.content_type import ContentType, Distribution, Start
from vejviser.content.load.portal import load_portal
from vejviser.content.types import types
from vejviser.pages.navigation import navigation

HERE = "tests.content.event"
FILES = Path(__file__).parent / "event"
EVENT = ContentType(
    id="event",
    plural="events",
    title="Begivenhed",
    pattern="data/events/{id}.yml",
    model=f"{HERE}.model:Event",
    synonyms=("begivenheder",),
    folder="begivenheder",
    index="begivenheder/index.md",
    pages=("begivenheder/{0.id}.md",),
    composers=(f"{HERE}.pages:pages",),
    menu="events.title",
    menu_weight=55,
    citing="vejviser.pages.backlinks:pages_of",
    schema_org="Event",
    open_data=f"{HERE}.data:files",
    distributions=(Distribution("api/v1/events.json", "JSON", "application/json"),),
    catalogue_weight=30,
    feed="feeds/begivenheder.xml",
    rules=f"{HERE}.check:problems",
    texts=f"{HERE}:texts.yml",
    form=True,
    starts=(Start("data/events/{id}.yml", f"{HERE}:event.yml"),),
)


@pytest.fixture(autouse=True, scope="module")
def _event() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rows, "TYPES", (*rows.TYPES, EVENT))
        patch.setattr("vejviser.cli.new.build_date", lambda _: TODAY)
        yield


def vejviser(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), *arguments])


def with_event(root: Path) -> Path:
    """Return a small portal with one event, begun as an editor begins it."""
    copy_portal(root)
    begun = vejviser(root, "new", "event", "fest", "--title", "Fest på biblioteket")
    assert begun.exit_code == 0, begun.output
    file = root / "data/events/fest.yml"
    text = file.read_text("utf-8").replace("UDFYLD: Hvad der sker, i én eller to sætninger.", "Vi spiser sammen.")
    file.write_text(text.replace("UDFYLD: Stedet", "Biblioteket"), "utf-8")
    return root


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = with_event(tmp_path_factory.mktemp("event") / "portal")
    built = vejviser(root, "build", "--today", TODAY.isoformat())
    assert built.exit_code == 0, built.output
    return root / "site"


def test_it_is_made_of_at_most_eight_files() -> None:
    assert len([path for path in FILES.iterdir() if path.is_file()]) <= 8


def test_it_has_a_page_in_every_language_and_a_page_that_lists_it(site: Path) -> None:
    page = (site / "begivenheder/fest/index.html").read_text("utf-8")
    assert "Vi spiser sammen." in page
    assert "Begivenhed</p>" in page  # what kind of page it is, which the search filters by
    assert "Fest på biblioteket" in (site / "begivenheder/index.html").read_text("utf-8")
    assert "Add it to your calendar" in (site / "en/begivenheder/fest/index.html").read_text("utf-8")


def test_the_page_tells_machines_what_it_is_about(site: Path) -> None:
    page = (site / "begivenheder/fest/index.html").read_text("utf-8")
    things = [
        json.loads(part.partition("</script>")[0]) for part in page.split('<script type="application/ld+json">')[1:]
    ]
    (event,) = (thing for thing in things if thing["@type"] == "Event")
    assert (event["name"], event["startDate"]) == ("Fest på biblioteket", "2027-01-12T17:00:00")


def test_it_is_open_data_with_a_feed_and_a_calendar_file(site: Path) -> None:
    (row,) = json.loads((site / "api/v1/events.json").read_text("utf-8"))
    assert row["url"] == "https://portal.example/begivenheder/fest/"
    titles = [
        item.text for item in Tree.parse(site / "feeds/begivenheder.xml").iter("{http://www.w3.org/2005/Atom}title")
    ]
    assert titles == ["Begivenheder", "Fest på biblioteket"]
    calendar = icalendar.Calendar.from_ical((site / "begivenheder/fest.ics").read_bytes())
    assert [item["location"] for item in calendar.walk("VEVENT")] == ["Biblioteket"]
    catalogue = json.loads((site / "api/v1/dcat.jsonld").read_text("utf-8"))
    assert "vejviser-events" in [item["dct:identifier"] for item in catalogue["dcat:dataset"]]


def test_the_menu_and_the_sitemap_lead_to_it(site: Path) -> None:
    assert "https://portal.example/begivenheder/fest/" in (site / "sitemap.xml").read_text("utf-8")
    portal = load_portal(site.parent, "https://portal.example/").portal
    assert {"Begivenheder": ["begivenheder/index.md", {"Fest på biblioteket": "begivenheder/fest.md"}]} in navigation(
        portal, "da"
    )


def test_editors_programs_and_forms_know_its_keys(tmp_path: Path) -> None:
    files = schema_files()
    assert "begins" in json.loads(files["schemas/event.json"])["properties"]
    assert json.loads(files[".vscode/settings.json"])["yaml.schemas"]["./schemas/event.json"] == "data/events/*.yml"
    forms = configuration(copy_portal(tmp_path / "portal"), {})["cms"]["collections"]
    (form,) = (item for item in forms if item.get("name") == "event")
    assert (form["label"], form["folder"]) == ("Begivenheder", "data/events")


def test_a_mistake_in_it_is_told_in_danish_with_its_place(tmp_path: Path) -> None:
    root = with_event(tmp_path / "portal")
    file = root / "data/events/fest.yml"
    file.write_text(file.read_text("utf-8").replace('ends: "2027', 'ends: "2026'), "utf-8")
    told = vejviser(root, "check", "--today", TODAY.isoformat())
    assert told.exit_code == 1
    assert (
        "data/events/fest.yml:9:1: error [event-ends-first] Begivenheden slutter, før den begynder"
        " (2027-01-12T17:00:00). Ret ends, fx til to timer senere." in told.output
    )


def test_the_rules_of_every_type_hold_for_it_too(tmp_path: Path) -> None:
    root = with_event(tmp_path / "portal")
    file = root / "data/events/fest.yml"
    file.write_text(file.read_text("utf-8").replace("Vi spiser sammen.", "Se [@findes-ikke, s. 1]."), "utf-8")
    (root / "data/begivenheder").mkdir()
    (root / "data/begivenheder/tur.yml").write_text("title: {da: Tur}\n", "utf-8")
    told = vejviser(root, "check", "--today", "2030-01-01").output
    assert "data/events/fest.yml:5:" in told
    assert "[unknown-source" in told
    assert "data/events/fest.yml:11:1: warning [review-overdue]" in told
    assert "data/begivenheder/tur.yml:1:1: error [file-not-read-suggestion]" in told
    assert "data/events/tur.yml" in told


def test_nothing_of_it_is_there_without_its_row(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "TYPES", tuple(item for item in types() if item.id != "event"))
    assert "schemas/event.json" not in schema_files()
    assert vejviser(PORTAL, "new", "event", "fest").exit_code == 2


@pytest.mark.parametrize("kind", [*rows.TYPES, EVENT], ids=lambda item: item.id)
def test_every_name_in_a_row_is_there(kind: ContentType) -> None:
    said = [getattr(kind, field.name) for field in fields(kind) if field.name not in ("texts", "pages", "starts")]
    names = [name for value in said for name in (value if isinstance(value, tuple) else (value,))]
    for name in names:
        if isinstance(name, str) and ":" in name and "{" not in name:
            assert resolve_name(name) is not None


EXCEPTIONS = {
    "_PROPOSED": "what an empty search proposes to begin with",
    **dict.fromkeys(("_where", "_texts", "_uris", "_contents"), "what `vejviser init` begins a portal with"),
    "page_uris": "pages that are there only when something else is",
    "pages": "lists of what texts cite, on one page each",
    **dict.fromkeys(("TEXT_TYPES", "DATA_TYPES"), "the rows"),
    "Addresses": "the words in addresses, which the rows take from it",
    "ASKING": "names of scripts",
    "AREAS": "the pages that are of use without a network",
    "_steps": "what a guide's step can point to",
    "_help_lines": "help lines stand on chapters and hold for regions",
    "_municipalities": "a municipality lies in a region, and cases tell of it",
    "municipalities": "a municipality's page cites what its region and its cases cite",
    "rows": "what stands in a row of each list of open data, as JSON Schema",
    "row": "a municipality with its region and the source of what is known of it",
    "full_record": "the same with its cases",
    "text_hash": "what counts as the words of a page with results, and of a material",
    "handbooks": "a book is printed with its chapters and the numbers to call",
    "progress": "books are counted chapter by chapter, and pages last",
    "_guide": "a guide's page shows all that its steps point to",
    "_page": "a municipality's page shows materials and numbers to call",
    "navigation": "the menu's own entries beside the types: about, law, help now, the book for participants",
}
"""What may name three types or more, by its name: it says how these very types belong together."""


def named_types(part: ast.stmt) -> set[str]:
    """Return the types that a function or a constant names in its strings, or asks a portal for."""
    words = {word: entry.id for entry in rows.TYPES for word in (entry.id, entry.plural, entry.folder) if word}
    docstrings = {id(entry.value) for entry in ast.walk(part) if isinstance(entry, ast.Expr)}
    found = set()
    for item in ast.walk(part):
        if isinstance(item, ast.Constant) and isinstance(item.value, str) and id(item) not in docstrings:
            found |= {item.value, item.value.partition("/")[0]}
        elif isinstance(item, ast.Attribute) and ast.unparse(item.value).endswith("portal"):
            found.add(item.attr)
    return {words[word] for word in found & words.keys()}


def name_of(part: ast.stmt) -> str:
    target = part.targets[0] if isinstance(part, ast.Assign) else getattr(part, "target", part)
    return str(getattr(target, "name", "") or getattr(target, "id", ""))


@pytest.mark.slow
def test_nothing_but_the_rows_lists_the_types() -> None:
    package = Path(vejviser_package.__file__ or "").parent
    found = {
        f"{file.relative_to(package)}: {name_of(part)} names {sorted(named)}"
        for file in package.rglob("*.py")
        for part in ast.parse(file.read_text("utf-8")).body
        if len(named := named_types(part)) >= 3 and name_of(part) not in EXCEPTIONS
    }
    assert found == set(), "Read vejviser.content.types instead, or say why not in EXCEPTIONS"
