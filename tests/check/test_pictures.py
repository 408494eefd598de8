"""Pictures in texts: each says what it shows, and is one that every format can hold."""

from pathlib import Path

import pytest
from inline_snapshot import snapshot

from tests.check.test_all_rules import edit
from tests.conftest import TODAY
from tests.documents.test_pictures import FILES
from vejviser.content.load.interface_texts import load_messages
from vejviser.site.content_check import load_and_check

CHAPTER = "docs/da/haandboeger/ven/moedet.md"


def told(root: Path) -> list[str]:
    messages = load_messages(root, "da")
    found = (problem for problem in load_and_check(root, TODAY).problems if problem.rule.startswith("picture"))
    return [f"{item.path}:{item.line}:{item.column} {item.message(messages)}" for item in found]


@pytest.fixture
def root(portal_copy: Path) -> Path:
    folder = portal_copy / "docs/da/haandboeger/ven/billeder"
    folder.mkdir()
    for name, data in FILES.items():
        (folder / name).write_bytes(data)
    (folder / "vej.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"><circle r="4"/></svg>', "utf-8")
    return portal_copy


def test_a_picture_with_words_is_right(root: Path) -> None:
    edit(root, CHAPTER, "Sig goddag.", '![Et bord.](billeder/bord.JPG "Her")\n\nSig goddag.')
    edit(root, CHAPTER, "- Skriv ned", "- Se:\n\n    ![En dør.](billeder/doer.png)\n\n- Skriv ned")
    assert told(root) == []


@pytest.mark.parametrize("words", ["", " ", "bord.JPG", "IMG_2043", "DSC00012", "foto.jpeg"])
def test_a_picture_without_words_is_told(root: Path, words: str) -> None:
    edit(root, CHAPTER, "Sig goddag.", f"Sig goddag.\n\n![{words}](billeder/bord.JPG)")
    (line,) = told(root)
    assert line == (
        f"{CHAPTER}:14:1 Billedet siger ikke, hvad det viser: ![{words}](billeder/bord.JPG). Skriv det i de kantede"
        " klammer, for dem der ikke kan se det, fx ![To mennesker drikker kaffe ved et bord](…)"
    )


def test_what_documents_cannot_show_is_told_in_a_chapter_only(root: Path) -> None:
    edit(root, CHAPTER, "Sig goddag.", "![En vej.](billeder/vej.svg)\n\nSig goddag.")
    edit(root, CHAPTER, "Læs [om penge](penge.md).", "[![En dør.](billeder/doer.png)](penge.md)")
    assert told(root) == snapshot(
        [
            "docs/da/haandboeger/ven/moedet.md:12:12 Billedet »billeder/vej.svg« kan ikke vises i Word, PDF og e-bog. Gem det som .png, .jpg eller .webp.",
            "docs/da/haandboeger/ven/moedet.md:18:1 Billedet ![En dør.](billeder/doer.png) står inde i andet. I Word, PDF og e-bog skal et billede stå på sin egen linje med en tom linje før og efter, ikke i en tabel, et link eller en overskrift.",
        ]
    )


def test_a_picture_that_is_not_there_is_told_once(root: Path) -> None:
    edit(root, "materials/aftale/da.md", "{{ dato }}", "{{ dato }}\n\n![Hænder.](billeder/haender.jpg)")
    edit(root, CHAPTER, "Sig goddag.", "![Et bord.](billeder/stol.jpg)\n\nSig goddag.")
    found = [item for item in load_and_check(root, TODAY).problems if ".jpg" in str(item.values)]
    assert [(item.path, item.rule) for item in found] == [
        (CHAPTER, "file-missing"),
        ("materials/aftale/da.md", "file-missing"),
    ]


def test_a_picture_that_is_none_is_told_as_that_alone(root: Path) -> None:
    (root / "docs/da/haandboeger/ven/billeder/tom.png").write_bytes(b"")
    edit(root, CHAPTER, "Sig goddag.", "![Et bord.](billeder/tom.png)\n\nSig goddag.")
    assert told(root) == []
    assert [item.rule for item in load_and_check(root, TODAY).errors] == ["file-wrong-kind"]
