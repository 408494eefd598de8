from pathlib import Path

import pytest
from inline_snapshot import snapshot

from tests.conftest import PORTAL
from vejviser.content.load.interface_texts import load_messages
from vejviser.content.load.portal import load_portal


def told(root: Path) -> list[str]:
    messages = load_messages(root, "da")
    return [
        f"{problem.path}:{problem.line}:{problem.column} {problem.message(messages)}"
        for problem in load_portal(root).problems
    ]


def test_a_sound_portal_is_read_whole() -> None:
    portal = load_portal(PORTAL).portal
    assert [municipality.slug for municipality in portal.municipalities] == ["proeveby", "hoeje-aaoe"]
    assert sorted(portal.chapters) == [
        ("ven", "moedet", "da"),
        ("ven", "moedet", "en"),
        ("ven", "penge", "da"),
        ("ven", "penge", "en"),
    ]
    assert [section.id for section in portal.chapters["ven", "moedet", "da"].sections] == ["intro", "foer", "efter"]


def test_all_mistakes_are_told_at_once_with_place_and_right_example(portal_copy: Path) -> None:
    (portal_copy / "data/kommuner/0801-proeveby.yml").write_text(
        "code: 801\nnavn: Prøveby\nname:\nregions: vest\ncentre: [10.4, ost]\nverified: i går\n", "utf-8"
    )
    assert told(portal_copy) == snapshot(
        [
            'data/kommuner/0801-proeveby.yml:1:1 »code« er 801, men skal være tekst. Sæt den i anførselstegn: code: "0801"',
            "data/kommuner/0801-proeveby.yml:2:1 »navn« er ikke en nøgle, der kan bruges her. Mente du »name«?",
            "data/kommuner/0801-proeveby.yml:3:1 »name« er tom. Skriv en tekst, eller slet linjen.",
            "data/kommuner/0801-proeveby.yml:4:1 »regions« skal være en liste, men er »vest«. Skriv den i kantede klammer: regions: [vest]",
            "data/kommuner/0801-proeveby.yml:5:16 »centre« er »ost«, men skal være et tal: centre: 10.4",
            "data/kommuner/0801-proeveby.yml:6:1 »verified« er »i går«, men en dato skrives år-måned-dag: verified: 2026-11-22",
        ]
    )


def test_a_file_that_is_no_text_is_named_and_the_rest_is_read(portal_copy: Path) -> None:
    (portal_copy / "data/guides/modtage.yml").write_bytes("title: {da: Prøve}".encode("latin-1"))
    assert told(portal_copy) == snapshot(
        ["data/guides/modtage.yml:1:15 Filen er ikke gemt som UTF-8 (se »Prøve}«). Gem den igen med kodningen UTF-8."]
    )


@pytest.mark.parametrize(
    ("csv", "rule"),
    [
        ("code;referrals\n", "status-header"),
        ("{header}\n0801,1\n", "status-columns"),
        ("{header}\n801,1,,,,,,,,\n", "status-code"),
        ("{header}\n0801,mange,,,,,,,,\n", "status-cell"),
        ("{header}\n0801,,,,,,,,,\n0801,,,,,,,,,\n", "status-duplicate"),
    ],
)
def test_a_wrong_status_file_is_refused(portal_copy: Path, csv: str, rule: str) -> None:
    header = (
        "code,referrals,new_matches,active_matches,ended_matches,waiting,volunteers,new_volunteers,"
        "matches_6m,matches_6m_working"
    )
    (portal_copy / "data/status/2026-Q3.csv").write_text(csv.format(header=header), "utf-8")
    assert {problem.rule for problem in load_portal(portal_copy).problems} == {"status-unsealed", rule}


@pytest.mark.parametrize("path", ["data/glossary.yml", "data/sources.yml", "data/regions.yml", "data/redirects.yml"])
@pytest.mark.parametrize(("content", "rule"), [("- a\n- b\n", "keys-not-list"), ("bare ord\n", "keys-expected")])
def test_a_file_of_entries_without_keys_is_a_problem(portal_copy: Path, path: str, content: str, rule: str) -> None:
    (portal_copy / path).write_text(content, "utf-8")
    found = [(problem.path, problem.line, problem.rule) for problem in load_portal(portal_copy).problems]
    assert found == [(path, 1, rule)]


def test_an_empty_file_is_called_empty(portal_copy: Path) -> None:
    (portal_copy / "data/guides/ny.yml").write_text("", "utf-8")
    assert [problem.rule for problem in load_portal(portal_copy).problems] == ["empty-file"]


def test_a_key_that_belongs_elsewhere_is_not_called_misspelt(portal_copy: Path) -> None:
    path = portal_copy / "data/checklists/foerste-moede.yml"
    path.write_text(path.read_text("utf-8") + "safety: true\n", "utf-8")
    assert [problem.rule for problem in load_portal(portal_copy).problems] == ["unknown-key"]
