"""Short texts in YAML files: their translations remember the Danish words too, in data/translations.yml."""

from pathlib import Path

import pytest
from inline_snapshot import snapshot

from tests.authoring.test_translations import committed, outdated, remembered
from tests.check.test_all_rules import edit
from tests.conftest import TODAY
from vejviser.authoring.translations import confirm, confirm_minor
from vejviser.base.problems import AuthoringError
from vejviser.content.load.interface_texts import load_messages
from vejviser.content.load.portal import load_portal
from vejviser.site.content_check import all_pages, load_and_check

__all__ = ["remembered"]
GLOSSARY, MATERIAL, RECORD = "data/glossary.yml", "materials/aftale/material.yml", "data/translations.yml"
OTHERS = "data/results.yml:"


def told(root: Path) -> list[str]:
    messages = load_messages(root, "da")
    found = (
        problem
        for problem in load_and_check(root, TODAY).problems
        if problem.rule.startswith(("translation", "unknown-key"))
    )
    return [f"{item.path}:{item.line} {item.severity}: {item.message(messages).split(' → ')[0]}" for item in found]


def test_a_changed_word_is_told_for_each_language_that_has_it(portal_copy: Path) -> None:
    edit(portal_copy, GLOSSARY, "da: match", "da: makkerpar")
    assert outdated(portal_copy) == {f"{GLOSSARY} {item}": ("match.term",) for item in ("en", "uk", "ar")}
    assert told(portal_copy)[:1] == snapshot(
        [
            "data/glossary.yml:2 warning: Originalens »match.term« er ændret, siden den blev oversat (ar). Ret oversættelsen, og kør: vejviser translate confirm data/glossary.yml --section match.term --lang ar"
        ]
    )


def test_still_right_is_written_beside_the_other_files_and_leaves_the_word(portal_copy: Path) -> None:
    edit(portal_copy, GLOSSARY, "da: match", "da: makkerpar")
    words = (portal_copy / GLOSSARY).read_text("utf-8")
    rest = (portal_copy / RECORD).read_text("utf-8").split(OTHERS)[1]
    confirm(portal_copy, [GLOSSARY], section="match.term", language="uk")
    assert outdated(portal_copy) == {f"{GLOSSARY} {item}": ("match.term",) for item in ("en", "ar")}
    confirm(portal_copy, [GLOSSARY])
    assert outdated(portal_copy) == {}
    assert (portal_copy / GLOSSARY).read_text("utf-8") == words
    assert (portal_copy / RECORD).read_text("utf-8").split(OTHERS)[1] == rest


def test_a_spelling_mistake_is_confirmed_for_all_languages_at_once(remembered: Path) -> None:
    edit(remembered, GLOSSARY, "da: match", "da: matsch")
    committed(remembered)
    confirm(remembered, [GLOSSARY])
    edit(remembered, GLOSSARY, "da: matsch", "da: match")
    committed(remembered)
    confirm_minor(remembered, GLOSSARY)
    assert outdated(remembered) == {}


def test_labels_that_move_are_not_out_of_date(portal_copy: Path) -> None:
    text = (portal_copy / "data/kommuner/0801-proeveby.yml").read_text("utf-8")
    assert "koordinator" in text
    edit(portal_copy, "data/kommuner/0801-proeveby.yml", "id: koordinator", "id: leder")
    assert outdated(portal_copy) == {}
    assert [item for item in told(portal_copy) if "translations" in item or "proeveby" in item] == []


def test_nobody_has_said_which_words_a_new_translation_follows(portal_copy: Path) -> None:
    edit(portal_copy, MATERIAL, "label: {da: Dato}", "label: {da: Dato, en: Date}")
    assert told(portal_copy) == snapshot(
        [
            "materials/aftale/material.yml:16 warning: Det er ikke noteret, hvilken tekst oversættelsen (en) følger: fields.dato.label. Passer den, så kør: vejviser translate confirm materials/aftale/material.yml --lang en"
        ]
    )


@pytest.mark.parametrize("reviewed", [False, True])
def test_the_glossary_is_machine_made_until_somebody_has_read_it(portal_copy: Path, reviewed: bool) -> None:
    if reviewed:
        said = "status: reviewed\n    reviewed_by: Tolk\n    reviewed: 2026-11-01"
        text = (portal_copy / RECORD).read_text("utf-8")
        (portal_copy / RECORD).write_text(text.replace("status: machine", said, 1), "utf-8")
    pages = {page.uri: page for page in all_pages(load_portal(portal_copy).portal, TODAY) if page.language == "en"}
    assert ("notice-machine" in pages["ordliste.md"].markdown) is not reviewed


def test_a_record_with_a_mistake_is_told_and_never_written_over(portal_copy: Path) -> None:
    text = (portal_copy / RECORD).read_text("utf-8").replace("status: machine", "status: reviewed", 1)
    (portal_copy / RECORD).write_text(text, "utf-8")
    assert told(portal_copy) == snapshot(
        [
            "data/translations.yml:4 error: status: reviewed kræver, at der står, hvem der læste oversættelsen (reviewed_by: en rolle) og hvornår (reviewed: en dato)."
        ]
    )
    with pytest.raises(AuthoringError, match="desk-record-broken"):
        confirm(portal_copy, [GLOSSARY])
    assert (portal_copy / RECORD).read_text("utf-8") == text
