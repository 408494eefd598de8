"""Commands that write into files people wrote: what is not theirs stays, on Windows too."""

import subprocess
from difflib import ndiff
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.check.test_all_rules import edit
from vejviser.cli.main import main
from vejviser.content.load.portal import load_portal

pytestmark = pytest.mark.slow

DANISH, ENGLISH = "docs/da/haandboeger/ven/moedet.md", "docs/en/haandboeger/ven/moedet.md"
LIST = "data/checklists/foerste-moede.yml"
IDS = "data/checklists/ids.csv"
MATERIAL = "materials/aftale/material.yml"


def run(root: Path, *arguments: str) -> str:
    done = CliRunner().invoke(main, ["--root", str(root), *arguments])
    assert (done.exit_code, done.stderr) == (0, "")
    return done.stdout


def git(root: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=root, check=True, capture_output=True)


def text(root: Path, path: str) -> str:
    return (root / path).read_bytes().decode()


def gone(before: str, after: str) -> list[str]:
    return [line[2:] for line in ndiff(before.splitlines(), after.splitlines()) if line[0] == "-"]


def from_windows(root: Path, path: str) -> str:
    """Save a file as Windows programs do; return its text."""
    saved = "\ufeff" + text(root, path).replace("\n", "\r\n")
    (root / path).write_bytes(saved.encode())
    return saved


def assert_still_from_windows(before: str, after: str) -> None:
    assert after != before
    assert after.startswith("\ufeff---" if before.startswith("\ufeff---") else "\ufeff")
    assert after.count("\n") == after.count("\r\n")


BLOCK = """\
translation:
  status: reviewed

  reviewed_by: Tolk
# læst af en, der taler sproget
  reviewed: 2026-11-01
  "of":
    intro: '0a8191a18db6'   # det første
    foer: "000000000000"
"""


@pytest.mark.parametrize("quoted", [False, True])
def test_confirming_a_chapter_changes_its_fingerprints_and_nothing_else(portal_copy: Path, quoted: bool) -> None:
    whole = text(portal_copy, ENGLISH)
    block = BLOCK.replace("translation:", '"translation":') if quoted else BLOCK
    (line,) = (line for line in whole.splitlines(keepends=True) if line.startswith("translation:"))
    before = whole.replace(line, block)
    (portal_copy / ENGLISH).write_bytes(before.encode())
    run(portal_copy, "translate", "confirm", ENGLISH)
    after = text(portal_copy, ENGLISH)
    assert gone(before, after) == ['    foer: "000000000000"']
    loaded = load_portal(portal_copy)
    assert loaded.problems == ()
    (chapter,) = (item for item in loaded.portal.chapters.values() if item.origin.path == ENGLISH)
    assert chapter.meta.translation
    assert (chapter.meta.translation.reviewed_by, sorted(chapter.meta.translation.of)) == (
        "Tolk",
        ["efter", "foer", "intro", "summary", "title"],
    )


@pytest.mark.parametrize("between", ["# ukrainsk er læst\n", "\n", "    # det er en maskines\n"])
def test_confirming_one_language_of_a_checklist_leaves_what_stands_between(portal_copy: Path, between: str) -> None:
    before = text(portal_copy, LIST).replace("  uk: {status", f"{between}  uk: {{status")
    before = before.replace(
        'uk: {status: machine, of: {title: "86fd31c54e32"', 'uk: {status: machine, of: {title: "000000000000"'
    )
    (portal_copy / LIST).write_bytes(before.encode())
    run(portal_copy, "translate", "confirm", LIST, "--lang", "uk")
    assert text(portal_copy, LIST) == before.replace("000000000000", "86fd31c54e32")


def test_files_from_windows_stay_so(portal_copy: Path) -> None:
    english = from_windows(portal_copy, ENGLISH)
    english = english.replace("0a8191a18db6", "000000000000")
    (portal_copy / ENGLISH).write_bytes(english.encode())
    run(portal_copy, "translate", "confirm", ENGLISH)
    assert_still_from_windows(english, text(portal_copy, ENGLISH))
    assert text(portal_copy, ENGLISH) == english.replace("000000000000", "0a8191a18db6")

    material = from_windows(portal_copy, MATERIAL).replace('text_hash: "b8342053e0d5"', 'text_hash: "000000000000"')
    (portal_copy / MATERIAL).write_bytes(material.encode())
    run(portal_copy, "lock-version", "aftale")
    assert_still_from_windows(material, text(portal_copy, MATERIAL))
    assert text(portal_copy, MATERIAL) == material.replace("000000000000", "b8342053e0d5")

    kept = text(portal_copy, "materials/aftale/versions/1.1/material.yml")
    assert kept == text(portal_copy, MATERIAL).removeprefix("\ufeff").replace("\r\n", "\n")

    checklist = from_windows(portal_copy, LIST)
    run(portal_copy, "approve", LIST, "--by", "forening")
    assert_still_from_windows(checklist, text(portal_copy, LIST))
    assert gone(checklist, text(portal_copy, LIST)) == []


def test_the_registry_of_ids_keeps_its_lines(portal_copy: Path) -> None:
    (portal_copy / IDS).write_bytes(
        "\ufeffchecklist,kind,id,state\r\n"
        "foerste-moede,item,tavshed,used\r\n\r\n"
        "foerste-moede,item,hilse,used\r\n"
        "foerste-moede,item,gammelt-punkt,used".encode()
    )
    CliRunner().invoke(main, ["--root", str(portal_copy), "check", "--accept", "--today", "2026-11-22"])
    assert text(portal_copy, IDS) == (
        "\ufeffchecklist,kind,id,state\r\n"
        "foerste-moede,item,tavshed,used\r\n\r\n"
        "foerste-moede,item,hilse,used\r\n"
        "foerste-moede,item,gammelt-punkt,retired\r\n"
        "foerste-moede,field,sted,used"
    )


def test_a_mended_word_in_a_file_from_windows_is_a_small_change(portal_copy: Path) -> None:
    from_windows(portal_copy, DANISH)
    git(portal_copy, "init", "--quiet")
    git(portal_copy, "add", "-A")
    git(portal_copy, "commit", "--quiet", "-m", "x")
    edit(portal_copy, DANISH, "hvad I aftalte", "hvad I har aftalt")
    (portal_copy / DANISH).write_bytes(text(portal_copy, DANISH).replace("\r\n", "\n").replace("\n", "\r\n").encode())
    git(portal_copy, "commit", "--quiet", "-a", "-m", "rettet")
    assert run(portal_copy, "translate", "confirm", "--minor", DANISH) == f"{ENGLISH} (en): 1 afsnit bekræftet\n"


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        (["translate", "confirm", "docs/en/nope.md"], "docs/en/nope.md findes ikke.\n"),
        (["translate", "confirm", "--minor", "docs/da/nope.md"], "docs/da/nope.md findes ikke.\n"),
        (["lock-version", "nope"], "Materialet »nope« findes ikke. Materialerne er: aftale\n"),
        (["seal", "nope"], "Materialet »nope« findes ikke. Materialerne er: aftale\n"),
    ],
)
def test_what_is_not_there_is_told(portal_copy: Path, arguments: list[str], answer: str) -> None:
    done = CliRunner().invoke(main, ["--root", str(portal_copy), *arguments])
    assert (done.exit_code, done.stderr) == (2, answer)


def test_what_cannot_be_written_alone_is_told_with_what_to_write(portal_copy: Path) -> None:
    cover = portal_copy / "docs/da/haandboeger/ven/handbook.yml"
    before = cover.read_text("utf-8") + "also: [glemt\n"
    cover.write_text(before, "utf-8")
    done = CliRunner().invoke(main, ["--root", str(portal_copy), "new", "chapter", "ven/gaver"])
    assert done.exit_code == 2
    assert done.stderr.startswith(
        "docs/da/haandboeger/ven/handbook.yml kan kommandoen ikke skrive i uden at røre andet."
    )
    assert done.stderr.endswith("Ellers skriv selv:\nchapters:\n  - gaver\n")
    assert cover.read_text("utf-8") == before
    assert not (portal_copy / "docs/da/haandboeger/ven/gaver.md").exists()
