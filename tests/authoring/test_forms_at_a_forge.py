"""The forms at /admin/ in a browser, against a forge: from a changed sentence to a published one."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import PORTAL
from tests.forge import API, PATIENCE, Forge, forge
from vejviser.site.content_check import load_and_check

pytestmark = pytest.mark.browser
CHAPTER = "docs/da/haandboeger/ven/moedet.md"
MEETING = "docs-da-haandboeger-ven/entries/moedet"
DRAFT = "cms/docs-da-haandboeger-ven/moedet"


@pytest.fixture
def desk(tmp_path: Path, program: Path, reader: Browser) -> Iterator[Forge]:
    with forge(PORTAL, tmp_path, program, reader, second=True) as found:
        yield found


def write(tab: Page, name: str, text: str) -> None:
    tab.get_by_role("textbox", name=name, exact=True).first.fill(text)


def save(tab: Page, *, later: bool = True) -> None:
    """Save the form as a draft, and leave it a draft or send it to be read."""
    tab.get_by_role("button", name="Gem", exact=True).click()
    tab.get_by_role("alertdialog").get_by_role("button", name="Senere" if later else "Send til gennemsyn").click()
    tab.get_by_role("treeitem", name="Tjeklister").wait_for()  # the form closes, and all forms are listed again


def checked_out(desk: Forge, branch: str, folder: Path) -> Path:
    folder.mkdir()
    desk.git("--work-tree", str(folder), "checkout", "-q", "-f", branch)
    return folder


ONE_WORD = (
    ("checklist", "foerste-moede", "Ansvarlig rolle", "data/checklists/foerste-moede.yml"),
    ("guide", "modtage", "Ansvarlig rolle", "data/guides/modtage.yml"),
    ("docs-da-haandboeger-ven", "moedet", "Titel", CHAPTER),
    ("material", "aftale/material", "Ansvarlig rolle", "materials/aftale/material.yml"),
    ("municipality", "0801-proeveby", "Hjemmeside", "data/kommuner/0801-proeveby.yml"),
    ("track", "foerste-ven", "Ansvarlig rolle", "data/tracks/foerste-ven.yml"),
    ("case", "proeveby-faellesspisning", "Kilde", "data/cases/proeveby-faellesspisning.yml"),
    ("handbook", "ven/handbook", "Ansvarlig rolle", "docs/da/haandboeger/ven/handbook.yml"),
)


def test_a_changed_word_is_a_changed_line(desk: Forge) -> None:
    tab = desk.sign_in("anna")
    for collection, entry, field, file in ONE_WORD:
        desk.open(tab, f"{collection}/entries/{entry}")
        old = tab.get_by_role("textbox", name=field, exact=True).first.input_value()
        write(tab, field, f"{old}a")
        save(tab)
        (gone,), (come,) = desk.changed(f"cms/{collection}/{entry.partition('/')[0]}")[file]
        assert come == gone.replace(old, f"{old}a")


def test_from_a_sentence_to_a_published_one_with_a_second_reader(desk: Forge, tmp_path: Path) -> None:
    anna = desk.sign_in("anna")
    desk.open(anna, MEETING)
    write(anna, "Titel", "Det første møde")
    save(anna, later=False)
    assert load_and_check(checked_out(desk, DRAFT, tmp_path / "draft"), date(2026, 11, 22)).errors == ()

    for who, said in (("anna", "Du har selv skrevet kladden."), ("bo", "Portalen fandt noget, der skal rettes.")):
        note = {"path": CHAPTER, "start_line": 2, "annotation_level": "failure", "message": "»titel« er ikke en nøgle"}
        failed = {"id": 7, "name": "site", "status": "completed", "conclusion": "failure", "annotations": [note]}
        desk.says(DRAFT, failed)
        tab = desk.sign_in(who)
        desk.open(tab, MEETING)
        if who == "anna":
            tab.get_by_role("button", name=re.compile("^Status")).click()
            tab.get_by_role("menuitemradio", name="Klar").click()
        publish(tab)
        expect(tab.locator("#notice")).to_contain_text(said, timeout=PATIENCE)
    expect(tab.locator("#notice li")).to_have_text(f"{CHAPTER}:2: »titel« er ikke en nøgle", timeout=PATIENCE)
    assert "title: Mødet\n" in desk.git("show", f"main:{CHAPTER}")

    desk.says(DRAFT, {"id": 8, "name": "site", "status": "completed", "conclusion": "success"})
    bo = desk.sign_in("bo")
    desk.open(bo, MEETING)
    publish(bo)
    bo.get_by_role("treeitem", name="Tjeklister").wait_for()
    assert "title: Det første møde\n" in desk.git("show", f"main:{CHAPTER}")


def publish(tab: Page) -> None:
    tab.get_by_role("button", name="Udgiv").first.click()
    tab.get_by_role("alertdialog").get_by_role("button", name="Udgiv").click()


def test_two_editors_in_one_form_the_second_is_told(desk: Forge) -> None:
    anna, bo = desk.sign_in("anna"), desk.sign_in("bo")
    for tab in (anna, bo):
        desk.open(tab, MEETING)
    write(anna, "Titel", "Annas møde")
    save(anna)
    write(bo, "Titel", "Bos møde")
    bo.get_by_role("button", name="Gem", exact=True).click()
    expect(bo.get_by_role("alertdialog")).to_contain_text(
        f"En anden har ændret »{CHAPTER}«, efter at du åbnede den.", timeout=PATIENCE
    )
    assert desk.changed(DRAFT)[CHAPTER] == (["title: Mødet"], ["title: Annas møde"])


def test_a_new_chapter_stands_in_its_book_in_the_same_draft(desk: Forge, tmp_path: Path) -> None:
    tab = desk.sign_in("anna")
    desk.open(tab, "docs-da-haandboeger-ven/new")
    write(tab, "Titel", "Gaver")
    write(tab, "Resumé", "Om at give noget.")
    tab.get_by_role("textbox", name="Tekst", exact=True).fill("## Hvad må du? {#hvad}\n\nGiv det, du selv vil.")
    save(tab)
    branch = "cms/docs-da-haandboeger-ven/gaver"
    assert desk.changed(branch)["docs/da/haandboeger/ven/handbook.yml"] == (
        ["chapters: [moedet, penge]"],
        ["chapters: [moedet, penge, gaver]"],
    )
    checked = load_and_check(checked_out(desk, branch, tmp_path / "draft"), date(2026, 11, 22))
    assert checked.errors == ()


def test_a_page_that_moves_keeps_its_place_and_leaves_a_redirect(desk: Forge) -> None:
    tab = desk.sign_in("anna")
    desk.open(tab, "docs-da-haandboeger-ven/entries/penge")
    tab.get_by_role("radio", name="Navn i adressen").click()
    panel = tab.get_by_role("group", name="Navn i adressen")
    panel.get_by_role("button", name="Ret navnet").click()
    panel.get_by_role("textbox").fill("gaver-og-penge")
    panel.get_by_role("button", name="Færdig").click()
    tab.get_by_role("button", name="Gem", exact=True).click()
    tab.get_by_role("treeitem", name="Tjeklister").wait_for()
    (branch,) = desk.git("branch", "--list", "cms/*", "--format=%(refname:short)").split()
    found = desk.changed(branch)
    assert found["docs/da/haandboeger/ven/handbook.yml"] == (
        ["chapters: [moedet, penge]"],
        ["chapters: [moedet, gaver-og-penge]"],
    )
    assert found["data/redirects.yml"][1] == ["/haandboeger/ven/penge/: /haandboeger/ven/gaver-og-penge/"]


def test_a_source_is_written_among_the_others(desk: Forge) -> None:
    tab = desk.sign_in("anna")
    desk.open(tab, "lists/entries/sources")
    before = desk.git("show", "main:data/sources.yml")
    tab.get_by_role("button", name=re.compile("^Tilføj .*punkt")).first.click()
    tab.get_by_role("textbox", name="Id (ret det aldrig)").last.fill("ny-kilde-2026")
    tab.get_by_role("textbox", name="Titel", exact=True).last.fill("En ny rapport")
    tab.get_by_role("button", name="Gem", exact=True).click()  # not complete yet, so it cannot be sent to be read
    tab.get_by_role("treeitem", name="Tjeklister").wait_for()
    after = desk.git("show", "cms/lists/sources:data/sources.yml")
    assert after.startswith(before)
    assert "ny-kilde-2026:\n" in after.removeprefix(before)


def test_no_other_host_is_asked_and_no_button_asks_for_a_server_that_is_not_there(desk: Forge) -> None:
    tab = desk.sign_in("anna")
    desk.open(tab, "checklist/entries/foerste-moede")
    own = (desk.site, f"{API}/", "data:", "blob:")
    assert [url for url in desk.asked if not url.startswith(own)] == []
    refused = tab.evaluate("fetch('https://www.githubstatus.com/').then(() => 'asked', () => 'refused')")
    assert refused == "refused"
    other = desk.browser.new_context(locale="da-DK")
    desk.open_pages.append(other)
    page = other.new_page()
    page.goto(f"{desk.site}/admin/")
    page.get_by_role("button", name="adgangstoken").wait_for()
    assert page.get_by_role("button", name="GitHub").count() == 0
