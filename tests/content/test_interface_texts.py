"""Interface texts come with the package; a portal says in data/ui/ what it says in another way."""

from pathlib import Path

from vejviser.base.problems import Problem
from vejviser.content.load.interface_texts import load_sentences, load_texts


def write(root: Path, name: str, text: str) -> None:
    (root / "data/ui" / name).parent.mkdir(parents=True, exist_ok=True)
    (root / "data/ui" / name).write_text(text, "utf-8")


def test_a_portal_says_one_text_in_its_own_way_and_the_others_are_as_they_were(tmp_path: Path) -> None:
    before = load_texts(tmp_path, [])
    write(tmp_path, "en.yml", "nav: {home: Start here}\n")
    after = load_texts(tmp_path, [])
    assert after["en"]("nav.home") == "Start here"
    assert {**after["en"].own, "nav.home": ""} == {**before["en"].own, "nav.home": ""}
    assert after["da"].own == before["da"].own
    assert (before["en"].path, after["en"].path) == ("", "data/ui/en.yml")


def test_a_portal_says_one_sentence_in_its_own_way(tmp_path: Path) -> None:
    before = load_sentences(tmp_path, "en", "build")
    write(tmp_path, "build/en.yml", "built: Done.\n")
    assert load_sentences(tmp_path, "en", "build") == {**before, "built": "Done."}


def test_a_mistake_in_a_portals_texts_is_told_with_its_place(tmp_path: Path) -> None:
    write(tmp_path, "uk.yml", "nav: {home: a}\nnav: {home: b}\n")
    problems: list[Problem] = []
    load_texts(tmp_path, problems)
    assert [(item.path, item.line, item.rule) for item in problems] == [("data/ui/uk.yml", 2, "yaml-duplicate-key")]
