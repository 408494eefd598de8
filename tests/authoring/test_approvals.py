"""What an approval is at the desk: one line in the file, true of the text that was read, and of no other."""

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from inline_snapshot import snapshot

from tests.check.test_all_rules import edit, told
from vejviser.authoring.yaml_edit.approvals import approve_in_markdown, approve_in_yaml
from vejviser.cli.main import main
from vejviser.content.load.portal import load_portal
from vejviser.content.model.approvals import approvable_texts, sentences, standing
from vejviser.content.model.base import Approval
from vejviser.documents.blocks import Paragraph, Text
from vejviser.documents.catalog import document_jobs
from vejviser.site.content_check import all_pages, load_and_check

pytestmark = pytest.mark.slow

CHAPTER, GUIDE, INTRODUCTION = (
    "docs/da/haandboeger/ven/penge.md",
    "data/guides/modtage.yml",
    "docs/da/kommuneguider/modtage.md",
)
LIST, MATERIAL, MATERIAL_TEXT = (
    "data/checklists/foerste-moede.yml",
    "materials/aftale/material.yml",
    "materials/aftale/da.md",
)
DAY = date(2026, 11, 20)


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), "approve", *arguments, "--today", "2026-11-22"])


def rules(root: Path) -> list[str]:
    return [
        problem.rule
        for problem in load_and_check(root, date(2026, 11, 22)).problems
        if problem.rule.startswith("approval")
    ]


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        (CHAPTER, CHAPTER),
        (GUIDE, GUIDE),
        (INTRODUCTION, GUIDE),
        (LIST, LIST),
        ("materials/aftale", MATERIAL),
        (MATERIAL_TEXT, MATERIAL),
        ("docs/da/index.md", "docs/da/index.md"),
    ],
)
def test_an_approval_adds_two_lines_and_leaves_every_other(portal_copy: Path, typed: str, written: str) -> None:
    before = (portal_copy / written).read_text("utf-8").splitlines()
    result = run(portal_copy, typed, "--by", "forening")
    assert (result.exit_code, result.stdout) == (0, f"{written}: godkendt af forening\n")
    after = (portal_copy / written).read_text("utf-8").splitlines()
    added = [line for line in after if line not in before]
    assert [line[:48] for line in added] == [
        "approved:  # skrives af: vejviser approve",
        '  - {by: forening, date: 2026-11-22, text: "' + added[1][44:48],
    ]
    assert [line for line in after if line not in added] == before
    assert rules(portal_copy) == []


@pytest.mark.parametrize(
    ("approved", "path", "old", "new"),
    [
        (CHAPTER, CHAPTER, "# ", "# Nyt: "),
        (GUIDE, GUIDE, "offset: P1D", "offset: P2D"),
        (GUIDE, INTRODUCTION, "title: ", "title: Nyt: "),
        (LIST, LIST, "da: Hils", "da: Hils ikke"),
        (MATERIAL, MATERIAL_TEXT, "Formål", "Nyt formål"),
        (MATERIAL, MATERIAL, "da: Dato", "da: Dagen"),
    ],
)
def test_a_text_that_changes_is_no_longer_the_approved_one(
    portal_copy: Path, approved: str, path: str, old: str, new: str
) -> None:
    run(portal_copy, approved, "--by", "forening")
    edit(portal_copy, path, old, new)
    assert rules(portal_copy) == ["approval-outdated"]
    run(portal_copy, approved, "--by", "forening")
    assert rules(portal_copy) == []
    assert (portal_copy / approved).read_text("utf-8").count("by: forening") == 1


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (LIST, "owner: Redaktionen", "owner: En anden"),
        (LIST, "reviewed: 2026-06-01", "reviewed: 2026-07-01"),
        (LIST, "en: Greet", "en: Do greet"),
    ],
)
def test_what_a_danish_reader_does_not_see_changes_no_approval(
    portal_copy: Path, path: str, old: str, new: str
) -> None:
    run(portal_copy, path, "--by", "forening")
    edit(portal_copy, path, old, new)
    assert rules(portal_copy) == []


def test_a_folder_is_all_its_texts_and_a_book_all_its_chapters(portal_copy: Path) -> None:
    chapters = (
        "docs/da/haandboeger/ven/moedet.md: godkendt af jurist\ndocs/da/haandboeger/ven/penge.md: godkendt af jurist\n"
    )
    for path in ("docs/da/haandboeger/ven", "docs/da/haandboeger/ven/handbook.yml", "docs/da/haandboeger/"):
        assert run(portal_copy, path, "--by", "jurist").stdout == chapters


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        (
            [CHAPTER, "--by", "formanden"],
            snapshot(
                "»formanden« kan ikke godkende. Det kan: forening, jurist. Rollerne står i portal.yml og data/approvers.yml.\n"
            ),
        ),
        (
            [CHAPTER, "--by", "forening", "--on", "2027-01-01"],
            snapshot(
                "2027-01-01 ligger ude i fremtiden. Skriv den dag, teksten blev godkendt, eller lad --on være ude: så er det i dag.\n"
            ),
        ),
        (
            ["data/sources.yml", "--by", "forening"],
            snapshot("I data/sources.yml er der ingen tekst, der kan godkendes. Skriv en fil eller en mappe.\n"),
        ),
        (
            ["docs/en/haandboeger/ven/moedet.md", "--by", "forening"],
            snapshot(
                "docs/en/haandboeger/ven/moedet.md er en oversættelse. Det er originalen, der godkendes. At en oversættelse er læst, skrives ved translation.\n"
            ),
        ),
    ],
)
def test_what_cannot_be_approved_says_why_and_writes_nothing(
    portal_copy: Path, arguments: list[str], answer: str
) -> None:
    before = {path: path.read_bytes() for path in portal_copy.rglob("*") if path.is_file()}
    result = run(portal_copy, GUIDE, *arguments)
    assert (result.exit_code, result.stderr) == (2, answer)
    assert {path: path.read_bytes() for path in portal_copy.rglob("*") if path.is_file()} == before


def test_a_text_with_a_mistake_cannot_be_approved(portal_copy: Path) -> None:
    edit(portal_copy, LIST, "owner: Redaktionen", "ovner: Redaktionen")
    assert run(portal_copy, LIST, "--by", "forening").stderr == snapshot(
        "data/checklists/foerste-moede.yml har fejl, så ingen kan sige, hvilken tekst der blev godkendt. Intet er skrevet. Kør: vejviser check\n"
    )


def test_check_knows_a_role_nobody_has_and_a_day_that_has_not_come(portal_copy: Path) -> None:
    run(portal_copy, LIST, MATERIAL, "--by", "forening")
    edit(portal_copy, LIST, "by: forening", "by: formanden")
    edit(portal_copy, MATERIAL, "date: 2026-11-22, text", "date: 2026-11-23, text")
    assert told(portal_copy) == snapshot(
        [
            "data/checklists/foerste-moede.yml:13:6 error: »formanden« kan ikke godkende. Det kan: forening, jurist. Rollerne står i portal.yml og data/approvers.yml.",
            "materials/aftale/material.yml:15:20 error: »date« er 2026-11-23 og ligger ude i fremtiden. Skriv, hvornår det skete, senest 2026-11-22: date: 2026-11-22",
        ]
    )


def said(root: Path, path: str) -> list[str]:
    """Return what a reader of the checklist or the chapter at `path` is told, as keys and names."""
    portal = load_portal(root).portal
    content = next(item for item in (*portal.checklists, *portal.chapters.values()) if item.origin.path == path)
    return [f"{key} {', '.join(values['who'])}" for key, values in sentences(standing(portal, content), "da")]


def test_readers_are_told_who_has_and_who_has_not(portal_copy: Path) -> None:
    assert said(portal_copy, LIST) == ["approval.from_reports Foreningen"]
    run(portal_copy, LIST, "--by", "jurist")
    assert said(portal_copy, LIST) == ["approval.given en jurist", "approval.awaited Foreningen"]
    run(portal_copy, LIST, "--by", "forening")
    assert said(portal_copy, LIST) == ["approval.given Foreningen", "approval.given en jurist"]
    edit(portal_copy, LIST, "da: Hils", "da: Hils ikke")
    assert said(portal_copy, LIST) == ["approval.changed Foreningen", "approval.changed en jurist"]


def test_a_translation_says_what_the_danish_text_says(portal_copy: Path) -> None:
    english = "docs/en/haandboeger/ven/moedet.md"
    assert said(portal_copy, english) == said(portal_copy, english.replace("/en/", "/da/"))


def test_every_text_has_one_place_for_its_approvals(portal_copy: Path) -> None:
    texts = list(approvable_texts(load_portal(portal_copy).portal))
    assert len({text.path for text in texts}) == len(texts)
    assert all(len(text.hash) == 12 for text in texts)


def test_the_page_and_its_file_say_it_too(portal_copy: Path) -> None:
    run(portal_copy, LIST, "--by", "forening", "--on", "2026-11-20")
    portal = load_portal(portal_copy).portal
    pages = {(page.uri, page.language): page.markdown for page in all_pages(portal, date(2026, 11, 22))}
    day = '<time datetime="2026-11-20">20. november 2026</time>'
    assert f">Godkendt af Foreningen {day}. Ansvarlig: Redaktionen." in pages["tjeklister/foerste-moede.md", "da"]
    assert "The original was approved by the association on" in pages["tjeklister/foerste-moede.md", "en"]
    assert f"[Første møde](/tjeklister/foerste-moede/): Godkendt af Foreningen {day}." in pages["gennemgang.md", "da"]
    (document,) = {
        order.document.title: order.document
        for order in document_jobs(portal, date(2026, 11, 22), ["checklists"])
        if order.document.language == "da" and order.second is None
    }.values()
    assert document.blocks[0] == Paragraph((Text("Godkendt af Foreningen 20. november 2026."),), quiet=True)


ONE = Approval(by="forening", date=DAY, text="0123456789ab")
LINE = '- {by: forening, date: 2026-11-20, text: "0123456789ab"}\n'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "reviewed: 2026-06-01  # i juni\nreview_every: P1Y\n# Felterne\nfields: []\n",
            f"reviewed: 2026-06-01  # i juni\nreview_every: P1Y\napproved:  # skrives af: vejviser approve\n  {LINE}# Felterne\nfields: []\n",
        ),
        ("title: x\n", f"title: x\napproved:  # skrives af: vejviser approve\n  {LINE}"),
        ("approved: []\ntitle: x\n", f"approved:\n  {LINE}title: x\n"),
        (
            "approved:\n- by: forening # en hilsen\n  date: 2026-01-01\n  text: aaaaaaaaaaaa\n- by: jurist # bliver\n  date: 2026-11-20\n  text: ba9876543210\n\ntitle: x\n",
            "approved:\n- by: forening # en hilsen\n  date: 2026-11-20\n  text: 0123456789ab\n- by: jurist # bliver\n  date: 2026-11-20\n  text: ba9876543210\n\ntitle: x\n",
        ),
        (
            'approved: [{by: jurist, date: 2026-11-20, text: "ba9876543210"}]  # en\n',
            'approved: [{by: jurist, date: 2026-11-20, text: "ba9876543210"}, {by: forening, date: 2026-11-20, text: "0123456789ab"}]  # en\n',
        ),
    ],
)
def test_it_is_written_where_it_belongs(before: str, after: str) -> None:
    assert approve_in_yaml(before, ONE) == after


def test_a_file_from_windows_keeps_its_line_ends(portal_copy: Path) -> None:
    file = portal_copy / CHAPTER
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert run(portal_copy, CHAPTER, "--by", "forening").exit_code == 0
    assert file.read_bytes().count(b"\n") == file.read_bytes().count(b"\r\n") > 0
    assert rules(portal_copy) == []


def test_the_front_matter_is_all_that_is_touched() -> None:
    assert approve_in_markdown("---\ntitle: x\n---\napproved: her\n", ONE) == (
        f"---\ntitle: x\napproved:  # skrives af: vejviser approve\n  {LINE}---\napproved: her\n"
    )
