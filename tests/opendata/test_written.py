"""Handbooks, guides and checklists as data and as Markdown."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.check.test_all_rules import edit
from tests.conftest import TODAY
from tests.documents.test_pictures import with_pictures
from vejviser.content.load.portal import load_portal
from vejviser.content.model.portal import Portal
from vejviser.content.translation.notices import with_translation_notices
from vejviser.opendata.all_files import open_data
from vejviser.opendata.written import checklists, handbooks


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


def test_a_translation_that_is_behind_gives_way_to_the_original_in_its_own_language(portal_copy: Path) -> None:
    edit(
        portal_copy, "docs/da/haandboeger/ven/penge.md", "Sig nej [@rapport-2024, afsnit 3].", "Sig nej.\n\n- Lån ikke"
    )
    edit(portal_copy, "data/checklists/foerste-moede.yml", "da: Tal om tavshed", "da: Tal om jeres tavshed")
    portal = with_translation_notices(load_portal(portal_copy, "https://portal.example/").portal)
    book = handbooks(portal, TODAY, ())["api/v1/handbooks/ven.en.md"].decode()
    assert book.endswith('<div lang="da" dir="ltr">\n\nSig nej.\n\n- Lån ikke\n\n</div>\n')
    assert "Say no" not in book
    lists = checklists(portal, TODAY, ())
    assert (
        '- [ ] <span lang="da" dir="ltr">Tal om jeres tavshed</span>'
        in lists["api/v1/checklists/foerste-moede.ar.md"].decode()
    )
    item = json.loads(lists["api/v1/checklists.json"])[0]["sections"][0]["items"][1]
    assert item["text"] == {"da": "Tal om jeres tavshed"}


def test_pictures_and_files_of_a_text_lead_to_the_site(portal_copy: Path) -> None:
    portal = load_portal(with_pictures(portal_copy), "https://portal.example/").portal
    book = handbooks(portal, TODAY, ())["api/v1/handbooks/ven.da.md"].decode()
    assert (
        '![Et bord med to kopper.](https://portal.example/haandboeger/ven/billeder/bord.JPG "Det første møde")' in book
    )
    assert "[skemaet](https://portal.example/haandboeger/ven/filer/skema.pdf)" in book
