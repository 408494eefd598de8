"""What participants read says the most important in short, in each of its languages; others may, and need not."""

from pathlib import Path

import pytest
from inline_snapshot import snapshot

from tests.check.test_all_rules import edit, told

BOOK = "docs/da/haandboeger/ven/handbook.yml"
LIST = "data/checklists/foerste-moede.yml"
LETTER = "materials/aftale/material.yml"
SHORT = "in_short:\n  - {da: I mødes., en: You meet., uk: Ви зустрічаєтеся., ar: تلتقون.}\n"


def for_participants(portal: Path, path: str, more: str = "") -> list[str]:
    text = (portal / path).read_text("utf-8")
    others = "".join(line for line in text.splitlines(keepends=True) if not line.startswith("audience:"))
    (portal / path).write_text(f"{others}audience: [volunteer, participant]\n{more}", "utf-8")
    return [line for line in told(portal) if "Kort sagt" in line]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        (
            LIST,
            snapshot(
                [
                    "data/checklists/foerste-moede.yml:31:1 error: Teksten er til deltagere, men »Kort sagt« mangler på sproget da. Skriv det vigtigste i to til fem korte sætninger under in_short."
                ]
            ),
        ),
        (
            LETTER,
            snapshot(
                [
                    "materials/aftale/material.yml:19:1 error: Teksten er til deltagere, men »Kort sagt« mangler på sproget da. Skriv det vigtigste i to til fem korte sætninger under in_short."
                ]
            ),
        ),
        (
            "data/guides/modtage.yml",
            snapshot(
                [
                    "data/guides/modtage.yml:24:1 error: Teksten er til deltagere, men »Kort sagt« mangler på sproget da. Skriv det vigtigste i to til fem korte sætninger under in_short."
                ]
            ),
        ),
        (
            "data/tracks/foerste-ven.yml",
            snapshot(
                [
                    "data/tracks/foerste-ven.yml:33:1 error: Teksten er til deltagere, men »Kort sagt« mangler på sproget da. Skriv det vigtigste i to til fem korte sætninger under in_short."
                ]
            ),
        ),
        (
            BOOK,
            snapshot(
                [
                    "docs/da/haandboeger/ven/penge.md:2:1 error: Teksten er til deltagere, men »Kort sagt« mangler på sproget da. Skriv det vigtigste i to til fem korte sætninger under in_short.",
                    "docs/en/haandboeger/ven/moedet.md:2:1 error: Teksten er til deltagere, men »Kort sagt« mangler på sproget en. Skriv det vigtigste i to til fem korte sætninger under in_short.",
                    "docs/en/haandboeger/ven/penge.md:2:1 error: Teksten er til deltagere, men »Kort sagt« mangler på sproget en. Skriv det vigtigste i to til fem korte sætninger under in_short.",
                ]
            ),
        ),
    ],
)
def test_it_is_asked_for_wherever_participants_read(portal_copy: Path, path: str, said: list[str]) -> None:
    assert for_participants(portal_copy, path) == said


def test_a_page_of_its_own_is_asked_in_each_language(portal_copy: Path) -> None:
    for language in ("da", "en"):
        (portal_copy / f"docs/{language}/hjemme.md").write_text(
            "---\ntitle: Hjemme\naudience: [participant]\n---\nTekst.\n", "utf-8"
        )
    assert [line for line in told(portal_copy) if "Kort sagt" in line] == snapshot(
        [
            "docs/da/hjemme.md:2:1 error: Teksten er til deltagere, men »Kort sagt« mangler på sproget da. Skriv det vigtigste i to til fem korte sætninger under in_short.",
            "docs/en/hjemme.md:2:1 error: Teksten er til deltagere, men »Kort sagt« mangler på sproget en. Skriv det vigtigste i to til fem korte sætninger under in_short.",
        ]
    )


def test_with_it_nothing_is_asked(portal_copy: Path) -> None:
    assert for_participants(portal_copy, LIST, SHORT) == []


def test_a_language_it_is_missing_in_is_named(portal_copy: Path) -> None:
    edit(portal_copy, LETTER, "languages: [da]", "languages: [da, en]")
    assert for_participants(portal_copy, LETTER, "in_short:\n  - {da: Skriv under.}\n") == snapshot(
        [
            "materials/aftale/material.yml:21:5 error: Teksten er til deltagere, men »Kort sagt« mangler på sproget en. Skriv det vigtigste i to til fem korte sætninger under in_short."
        ]
    )


def test_a_checklist_that_lacks_a_language_is_told_so_once(portal_copy: Path) -> None:
    edit(
        portal_copy,
        LIST,
        "audience: [volunteer]",
        "audience: [participant]\nin_short:\n  - {da: I mødes., en: You meet., ar: تلتقون.}",
    )
    assert told(portal_copy) == snapshot(
        [
            "data/checklists/foerste-moede.yml:6:5 warning: Teksten mangler på sproget uk. Læserne får originalen, indtil den er oversat."
        ]
    )


def test_every_text_for_volunteers_alone_may_be_without(portal_copy: Path) -> None:
    assert [line for line in told(portal_copy) if "Kort sagt" in line] == []
