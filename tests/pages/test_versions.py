"""Two versions of an agreement as one marked text: for the eye, for a screen reader, and in every language."""

import re
from datetime import date
from html import unescape
from pathlib import Path

import pytest

from tests.two_versions import NEW, OLD, edit, raise_version, two_versions
from vejviser.authoring.version_lock import lock_versions
from vejviser.content.load.portal import load_portal
from vejviser.content.model.material import version_hash
from vejviser.content.older_versions import newest_version, older_versions
from vejviser.pages import materials
from vejviser.pages.versions import clauses, pages

TODAY = date(2026, 11, 22)


def page_of(root: Path, language: str = "da") -> str:
    found = {page.language: page for page in pages(load_portal(root, "https://portal.example/").portal, TODAY)}
    return found[language].body


def comparison(root: Path) -> str:
    return page_of(root).partition("{ #fra-1-1-til-1-2 }")[2]


def test_what_went_and_what_came_is_marked_and_said(portal_copy: Path) -> None:
    found = comparison(two_versions(portal_copy))
    went = re.search(r"<del>(.*?)</del>", found.partition("compared")[2])
    came = re.search(r"<ins>(.*?)</ins>", found.partition("compared")[2])
    assert went
    assert came
    assert went[1] == ("<i>Taget ud: </i>Aftalen<i> (slut på taget ud)</i>")
    assert came[1] == ("<i>Nyt: </i>Denne aftale<i> (slut på nyt)</i>")


def test_a_new_section_is_new_from_its_heading_on_with_what_the_editor_wrote_of_it(portal_copy: Path) -> None:
    hidden = r" ?<i>.*?</i> ?"
    assert (
        "<h3><ins>2. Ophør</ins></h3>"
        '<p class="clause-note">Nyt punkt om at stoppe.</p>'
        "<p><ins>Begge kan sige aftalen op.</ins></p>"
    ) in unescape(re.sub(hidden, "", comparison(two_versions(portal_copy))))


def test_what_did_not_change_is_named(portal_copy: Path) -> None:
    assert re.search(r'class="unchanged">Uændret: Aftale</p>', comparison(two_versions(portal_copy)))


def test_a_field_stands_under_its_name(portal_copy: Path) -> None:
    assert "[Kommune]" in unescape(comparison(two_versions(portal_copy)))


def test_the_words_of_fields_are_compared(portal_copy: Path) -> None:
    two_versions(portal_copy)
    edit(portal_copy, "material.yml", "label: {da: Dato}", "label: {da: Dagen for aftalen}")
    lock_versions(portal_copy, [])
    found = comparison(portal_copy)
    changed = found.partition("Ord ved felterne")[2]
    assert "Dagen for aftalen" in changed
    assert "Kommune" not in changed, "a field that is as it was is not repeated"


def test_a_reader_of_another_language_meets_the_danish_text_marked_as_danish(portal_copy: Path) -> None:
    two_versions(portal_copy)
    for name in ("material.yml", f"versions/{OLD}/material.yml"):
        edit(portal_copy, name, "languages: [da]", "languages: [da, en]")
    found = page_of(portal_copy, "en")
    assert '<div class="compared" lang="da" dir="ltr">' in found
    assert '<i><span lang="en" dir="ltr">New:</span> </i>' in found


def test_without_a_kept_version_there_is_no_page_and_no_word_of_it(portal_copy: Path) -> None:
    raise_version(portal_copy)
    lock_versions(portal_copy, [])
    portal = load_portal(portal_copy).portal
    assert [*pages(portal, TODAY)] == []
    assert not any("data-compare" in page.body for page in materials.pages(portal, TODAY))


def test_the_page_of_the_material_leads_to_the_comparison(portal_copy: Path) -> None:
    portal = load_portal(two_versions(portal_copy)).portal
    found = next(page.body for page in materials.pages(portal, TODAY) if page.uri == "materialer/aftale.md")
    assert re.search(r'href="[^"]*versioner/#fra-1-1-til-1-2" data-compare="1\.1"', found)
    assert 'data-version="1.2"' in found


CHANGES = [
    ("da.md", "title: Aftale", "title: Aftale om venner"),
    ("da.md", "Aftalen gælder", "Aftalen gælder ikke"),
    ("da.md", "1. Formål", "1. Hensigt"),
    ("da.md", "[@rapport-2024, afsnit 7]", "[@rapport-2024, afsnit 8]"),
    ("material.yml", "Aftal samarbejdet.", "Aftal alt."),
    ("material.yml", "label: {da: Kommune}", "label: {da: Kommunens navn}"),
    ("material.yml", "audience: [municipality]", "audience: [municipality]\nin_short: [{da: Det er en aftale.}]"),
]


@pytest.mark.parametrize(("name", "old", "new"), CHANGES)
def test_whatever_makes_another_version_is_told(portal_copy: Path, name: str, old: str, new: str) -> None:
    lock_versions(portal_copy, [])
    edit(portal_copy, "material.yml", 'version: "1.1"\nupdated: 2026-05-01', 'version: "1.2"\nupdated: 2026-06-02')
    edit(
        portal_copy,
        "material.yml",
        "changes:\n",
        'changes:\n  - {version: "1.2", date: 2026-06-02, note: {da: Nyt.}}\n',
    )
    edit(portal_copy, name, old, new)
    portal = load_portal(portal_copy).portal
    (material,) = portal.materials
    (before,), after = older_versions(portal, material), newest_version(portal, material)
    assert (before.number, after.number) == (OLD, NEW)
    assert version_hash(before.material, before.texts["da"]) != version_hash(after.material, after.texts["da"])
    changed = any(clause.changed for clause in clauses(before, after, "da", "Felter"))
    assert changed or "Kun opsætning eller kilder er ændret." in page_of(portal_copy)
    assert changed == ("@" not in old)
