"""Which texts readers can see on a day: this portal and this day in, that portal out."""

from datetime import date
from pathlib import Path

import pytest

from vejviser.content.load.portal import load_portal
from vejviser.content.model.portal import Portal
from vejviser.content.on_days import shown_on, taken_down_addresses, unlinked
from vejviser.content.settings import using_root

CHAPTER = "docs/da/haandboeger/ven/penge.md"
BOOK = "docs/da/haandboeger/ven/handbook.yml"


def given(root: Path, path: str, line: str) -> None:
    """Write a line above the title of a file."""
    file = root / path
    file.write_text(file.read_text("utf-8").replace("title:", f"{line}\ntitle:", 1), "utf-8")


def on(root: Path, day: str) -> Portal:
    with using_root(root):
        return shown_on(load_portal(root).portal, date.fromisoformat(day))


def gone(root: Path, day: str) -> list[str]:
    with using_root(root):
        return sorted(taken_down_addresses(load_portal(root).portal, date.fromisoformat(day)))


def test_without_days_it_is_the_very_same_portal(portal_copy: Path) -> None:
    with using_root(portal_copy):
        portal = load_portal(portal_copy).portal
        assert shown_on(portal, date(2026, 1, 1)) is portal


@pytest.mark.parametrize(
    ("line", "day", "shown"),
    [
        ("publish_from: 2027-01-01", "2026-12-31", False),
        ("publish_from: 2027-01-01", "2027-01-01", True),
        ("publish_until: 2027-01-01", "2027-01-01", True),
        ("publish_until: 2027-01-01", "2027-01-02", False),
        ("publish_from: 2027-01-01\npublish_until: 2027-01-01", "2027-01-01", True),
    ],
)
@pytest.mark.parametrize(
    ("path", "kind"),
    [
        (BOOK, "handbooks"),
        (CHAPTER, "chapters"),
        ("data/checklists/foerste-moede.yml", "checklists"),
        ("data/guides/modtage.yml", "guides"),
        ("materials/aftale/material.yml", "materials"),
        ("data/tracks/foerste-ven.yml", "tracks"),
    ],
)
def test_a_text_is_there_from_its_first_day_to_its_last(
    portal_copy: Path, path: str, kind: str, line: str, day: str, *, shown: bool
) -> None:
    given(portal_copy, path, line)
    before, after = len(getattr(on(portal_copy, "2020-01-01"), kind)), getattr(on(portal_copy, day), kind)
    with using_root(portal_copy):
        all_of_them = getattr(load_portal(portal_copy).portal, kind)
    assert (len(after) == len(all_of_them)) is shown
    assert before <= len(all_of_them)


def test_with_the_original_its_translations_wait_and_with_the_book_its_chapters(portal_copy: Path) -> None:
    given(portal_copy, "docs/da/haandboeger/ven/moedet.md", "publish_from: 2027-01-01")
    assert ("ven", "moedet", "en") not in on(portal_copy, "2026-12-31").chapters
    assert on(portal_copy, "2026-12-31").handbooks[0].chapters == ("penge",)
    given(portal_copy, BOOK, "publish_from: 2027-02-01")
    assert not [key for key in on(portal_copy, "2027-01-15").chapters if key[0] == "ven"]


def test_a_translation_can_wait_alone(portal_copy: Path) -> None:
    given(portal_copy, "docs/en/haandboeger/ven/moedet.md", "publish_from: 2027-01-01")
    languages = {key[2] for key in on(portal_copy, "2026-12-31").chapters if key[1] == "moedet"}
    assert "da" in languages
    assert "en" not in languages


def test_a_book_of_which_no_chapter_is_shown_is_not_shown(portal_copy: Path) -> None:
    for chapter in ("moedet", "penge"):
        given(portal_copy, f"docs/da/haandboeger/ven/{chapter}.md", "publish_until: 2026-01-01")
    assert "ven" not in {book.id for book in on(portal_copy, "2026-01-02").handbooks}


def test_what_introduces_a_guide_waits_with_it(portal_copy: Path) -> None:
    given(portal_copy, "data/guides/modtage.yml", "publish_from: 2027-01-01")
    assert "kommuneguider/modtage.md" not in {article.uri for article in on(portal_copy, "2026-12-31").articles}


def test_links_to_what_waits_are_words_until_its_day(portal_copy: Path) -> None:
    given(portal_copy, CHAPTER, "publish_from: 2027-01-01")
    assert "Læs om penge." in on(portal_copy, "2026-12-31").chapters["ven", "moedet", "da"].body
    assert "Read about money." in on(portal_copy, "2026-12-31").chapters["ven", "moedet", "en"].body
    assert "[om penge](penge.md)" in on(portal_copy, "2027-01-01").chapters["ven", "moedet", "da"].body


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Se [her](b.md).", "Se her."),
        ("Se [her](b.md#sted).", "Se her."),
        ("Se [her](<b.md>).", "Se her."),
        ('Se [her](b.md "Titlen").', "Se her."),
        ("Se [her [@als-2023]](b.md).", "Se her [@als-2023]."),
        ("Se [**her**](/mappe/b/).", "Se **her**."),
        ("Se [her](/en/mappe/b/).", "Se her."),
        ("Se [her](../mappe/b.md) og [der](c.md).", "Se her og [der](c.md)."),
        ("Se [her][1] og [1].\n\n[1]: b.md\n", "Se her og 1.\n\n"),
        ("Skriv `[her](b.md)`.", "Skriv `[her](b.md)`."),
        ("Se [her](https://andre.example/mappe/b.md).", "Se [her](https://andre.example/mappe/b.md)."),
        ("![Et billede](b.md)", "![Et billede](b.md)"),
        ("- [ ] b.md", "- [ ] b.md"),
    ],
)
def test_a_link_in_each_way_it_is_written(written: str, read: str) -> None:
    assert unlinked(written, "mappe/a.md", {"mappe/b.md"}) == read


def test_only_what_is_over_has_an_address_that_says_so(portal_copy: Path) -> None:
    given(portal_copy, CHAPTER, "publish_until: 2026-01-01")
    given(portal_copy, "data/checklists/foerste-moede.yml", "publish_from: 2027-01-01")
    assert gone(portal_copy, "2026-01-01") == []
    assert gone(portal_copy, "2026-01-02") == ["haandboeger/ven/penge/"]


def test_with_a_material_go_its_form_and_its_versions(portal_copy: Path) -> None:
    given(portal_copy, "materials/aftale/material.yml", "publish_until: 2026-01-01")
    assert {"materialer/aftale/", "materialer/aftale/udfyld/"} <= {*gone(portal_copy, "2026-01-02")}
