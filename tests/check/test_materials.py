"""A new text has a new version, and a version says what it changed."""

from datetime import date
from pathlib import Path

import pytest
from inline_snapshot import snapshot

from tests.two_versions import two_versions
from vejviser.authoring.translations import confirm
from vejviser.authoring.version_lock import lock_versions
from vejviser.content.load.interface_texts import load_messages
from vejviser.content.load.portal import load_portal
from vejviser.site.content_check import load_and_check

TODAY = date(2026, 11, 22)
YAML, TEXT = "materials/aftale/material.yml", "materials/aftale/da.md"
KEPT = ["materials/aftale/versions/1.1/material.yml", "materials/aftale/versions/1.1/da.md"]


def edit(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text("utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new), "utf-8")


def told(root: Path) -> list[str]:
    messages = load_messages(root, "da")
    found = (problem for problem in load_and_check(root, TODAY).problems if problem.path.startswith("materials/"))
    return [f"{item.path}:{item.line} {item.severity}: {item.message(messages)}" for item in found]


@pytest.mark.parametrize(
    ("path", "old", "new", "message"),
    [
        (
            YAML,
            'version: "1.1"\nupdated',
            'version: "1.2"\nupdated',
            snapshot(
                [
                    "materials/aftale/material.yml:1 error: Versionen er 1.2, men den nyeste i changes er 1.1. Skriv i changes, hvad version 1.2 ændrer."
                ]
            ),
        ),
        (
            YAML,
            "updated: 2026-05-01",
            "updated: 2026-06-01",
            snapshot(
                [
                    "materials/aftale/material.yml:2 error: updated er 2026-06-01, men den nyeste version er fra 2026-05-01. De to skal være ens."
                ]
            ),
        ),
        (
            YAML,
            'version: "1.0"',
            'version: "1.3"',
            snapshot(
                [
                    "materials/aftale/material.yml:17 error: Versionerne i changes skal stå med den nyeste først, og hver version kun én gang."
                ]
            ),
        ),
        (
            YAML,
            "languages: [da]",
            "languages: [da, en]",
            snapshot(
                [
                    "materials/aftale/material.yml:8 error: Teksten mangler på sproget en. Skriv den i materials/aftale/en.md, eller tag sproget ud af languages."
                ]
            ),
        ),
        (
            YAML,
            "clause: formaal",
            "clause: foramaal",
            snapshot(
                [
                    "materials/aftale/material.yml:18 error: Punktet »foramaal« findes ikke i teksten. Brug et af: formaal."
                ]
            ),
        ),
        (
            TEXT,
            "gælder {{ kommune }}",
            "gælder {{ komune }} {{ kommune }}",
            snapshot(
                ["materials/aftale/da.md:6 error: Feltet »komune« findes ikke i material.yml. Mente du {{ kommune }}?"]
            ),
        ),
        (
            TEXT,
            "{{ dato }}",
            "Datoen",
            snapshot(
                [
                    "materials/aftale/material.yml:16 error: Feltet »dato« bliver ikke brugt i teksten på sproget da. Skriv {{ dato }} i teksten, eller slet feltet."
                ]
            ),
        ),
        (
            TEXT,
            "Aftalen gælder",
            "Denne aftale gælder",
            snapshot(
                [
                    "materials/aftale/material.yml:1 error: Det, man skriver under på (tekst, titel, formål eller felternes ord), er ændret, men versionen er stadig 1.1. Hæv version, og skriv i changes, hvad der er nyt. Er det kun en stavefejl, så kør: vejviser lock-version aftale"
                ]
            ),
        ),
    ],
)
def test_wrong_input(portal_copy: Path, path: str, old: str, new: str, message: list[str]) -> None:
    edit(portal_copy, path, old, new)
    assert told(portal_copy) == message


FIELD = "  - {id: dato, type: date, label: {da: Dato}}"
CHOICE = "  - {id: dato, type: choice, label: {da: Dato}, choices: [{id: ja, label: {da: I dag}}]}"


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (TEXT, "title: Aftale", "title: Bindende aftale"),
        (YAML, "da: Aftal samarbejdet.", "da: Bind jer til samarbejdet."),
        (YAML, "label: {da: Dato}", "label: {da: Dato og underskrift}"),
        (YAML, FIELD, FIELD.replace("}}", "}, help: {da: Fra den dag betaler I.}}")),
        (YAML, FIELD, CHOICE),
        (YAML, CHOICE, CHOICE.replace("I dag", "Altid")),
    ],
    ids=["title", "purpose", "label", "help", "new choice", "other choice"],
)
def test_whatever_stands_in_the_document_is_part_of_the_version(
    portal_copy: Path, path: str, old: str, new: str
) -> None:
    if old == CHOICE:
        edit(portal_copy, YAML, FIELD, CHOICE)
    lock_versions(portal_copy, [])
    edit(portal_copy, path, old, new)
    found = [
        problem.rule for problem in load_and_check(portal_copy, TODAY).problems if problem.path.startswith("materials/")
    ]
    assert [rule for rule in found if rule != "translation-outdated"] == ["text-changed"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("use_when: {da: Når I begynder.", "use_when: {da: Når I begynder på en frisk."),
        ("en: Agree on the cooperation.", "en: Agree on how to work together."),
        (
            "  - {id: kommune, label: {da: Kommune}, prefill: municipality.title}\n" + FIELD,
            FIELD + "\n  - {id: kommune, label: {da: Kommune}, prefill: municipality.title}",
        ),
    ],
    ids=["beside the document", "a translation", "the order of the list"],
)
def test_what_the_danish_document_does_not_show_is_not(portal_copy: Path, old: str, new: str) -> None:
    edit(portal_copy, YAML, old, new)
    confirm(portal_copy, [YAML])
    assert told(portal_copy) == []


@pytest.mark.parametrize(
    "newest",
    [
        '  - {version: "1.1", date: 2026-05-01, note: {da: Datoen er kommet med.}}\n',
        '  - version: "1.1"\n    date: 2026-05-01\n    note: {da: Datoen er kommet med.}\n',
    ],
    ids=["in braces", "line by line"],
)
def test_the_first_seal_stands_beside_the_newest_version(portal_copy: Path, newest: str) -> None:
    text = (portal_copy / YAML).read_text("utf-8")
    head, _, changes = text.partition("changes:\n")
    (portal_copy / YAML).write_text(f"{head}changes:\n{newest}{changes.split(chr(10), 1)[1]}", "utf-8")
    assert lock_versions(portal_copy, ["aftale"]) == [YAML, *KEPT]
    newest, oldest = load_portal(portal_copy).portal.materials[0].changes
    assert (newest.version, newest.text_hash != "", oldest.text_hash) == ("1.1", True, "")
    assert told(portal_copy) == []


def test_sealing_keeps_comments_and_order(portal_copy: Path) -> None:
    edit(portal_copy, TEXT, "Aftalen gælder", "Denne aftale gælder")
    edit(portal_copy, YAML, "kind: agreement", "kind: agreement  # en kommentar")
    before = (portal_copy / YAML).read_text("utf-8")
    assert lock_versions(portal_copy, ["aftale"]) == [YAML, *KEPT]
    after = (portal_copy / YAML).read_text("utf-8")
    assert [line for line in after.splitlines() if line not in before.splitlines()] == snapshot(
        [
            '  - {version: "1.1", text_hash: "e66dffacdb0a", date: 2026-05-01, note: {da: Datoen er kommet med.}, clauses: [{clause: formaal, note: {da: Nyt felt.}}]}'
        ]
    )
    assert told(portal_copy) == []
    assert lock_versions(portal_copy, []) == [], "the second time there is nothing to do"


def test_a_kept_version_is_never_changed(portal_copy: Path) -> None:
    two_versions(portal_copy)
    assert told(portal_copy) == []
    edit(portal_copy, "materials/aftale/versions/1.1/da.md", "Aftalen gælder", "Aftalen gælder altid")
    assert told(portal_copy) == snapshot(
        [
            "materials/aftale/versions/1.1/da.md:2 error: Det er ikke den tekst, version 1.1 af »aftale« blev gemt med. En gemt version skal ikke ændres. Hent den igen fra git, eller slet mappen."
        ]
    )


def test_a_kept_version_is_one_that_material_yml_knows(portal_copy: Path) -> None:
    two_versions(portal_copy)
    (portal_copy / "materials/aftale/versions/1.1").rename(portal_copy / "materials/aftale/versions/0.9")
    assert told(portal_copy) == snapshot(
        [
            'materials/aftale/versions/0.9/material.yml:1 error: »version« er "1.1", men filen hedder 0.9, og det er det, der tæller. Skriv version: 0.9, eller slet linjen.'
        ]
    )


def test_what_lies_beside_a_kept_version_is_told(portal_copy: Path) -> None:
    two_versions(portal_copy)
    (portal_copy / "materials/aftale/versions/1.1/noter.yml").write_text("a: 1\n", "utf-8")
    assert [line.partition(" ")[0] for line in told(portal_copy)] == ["materials/aftale/versions/1.1/noter.yml:1"]
