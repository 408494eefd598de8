"""Handbooks, guides and checklists as data and as Markdown."""

import json
from dataclasses import replace

import pytest

from tests.conftest import TODAY
from vejviser.content.model.portal import Portal
from vejviser.opendata.all_files import open_data


@pytest.fixture
def files(portal: Portal) -> dict[str, bytes]:
    return open_data(portal, TODAY, ())


def test_a_book_names_its_chapters_and_its_markdown(files: dict[str, bytes]) -> None:
    (book,) = json.loads(files["api/v1/handbooks.json"])
    assert [chapter["id"] for chapter in book["chapters"]] == ["moedet", "penge"]
    assert book["chapters"][1]["url"] == "https://portal.example/haandboeger/ven/penge/"
    assert book["markdown"]["da"] == "https://portal.example/api/v1/handbooks/ven.da.md"
    assert {path.removeprefix("https://portal.example/") for path in book["markdown"].values()} <= files.keys()


def test_the_markdown_is_the_editors_with_links_that_lead_somewhere(files: dict[str, bytes]) -> None:
    text = files["api/v1/handbooks/ven.da.md"].decode()
    assert "# Mødet\n\nSådan går mødet." in text
    assert "Læs [om penge](https://portal.example/haandboeger/ven/penge/)." in text
    assert "[@rapport-2024, afsnit 2]" in text
    english = files["api/v1/handbooks/ven.en.md"].decode()
    assert "Read [about money](https://portal.example/en/haandboeger/ven/penge/)." in english


def test_a_guide_has_its_steps_and_a_checklist_its_items(files: dict[str, bytes]) -> None:
    (guide,) = json.loads(files["api/v1/guides.json"])
    step = guide["phases"][0]["steps"][0]
    assert step["title"]["da"] in files["api/v1/guides/modtage.da.md"].decode()
    (checklist,) = json.loads(files["api/v1/checklists.json"])
    item = checklist["sections"][0]["items"][0]
    assert f"- [ ] {item['text']['da']}" in files["api/v1/checklists/foerste-moede.da.md"].decode()


def test_an_item_that_is_retired_is_not_given_away(portal: Portal) -> None:
    (checklist,) = portal.checklists
    section = checklist.sections[0]
    retired = section.model_copy(
        update={"items": tuple(item.model_copy(update={"retired": True}) for item in section.items)}
    )
    changed = checklist.model_copy(update={"sections": (retired, *checklist.sections[1:])})
    (row,) = json.loads(open_data(replace(portal, checklists=(changed,)), TODAY, ())["api/v1/checklists.json"])
    assert row["sections"][0]["items"] == []
