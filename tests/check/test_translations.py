"""A Danish text changes: what check says of its translations, and what raises no alarm."""

from pathlib import Path

import pytest
from inline_snapshot import snapshot

from tests.check.test_all_rules import edit
from tests.conftest import TODAY
from vejviser.content.load.interface_texts import load_messages
from vejviser.site.content_check import load_and_check

DANISH, ENGLISH = "docs/da/haandboeger/ven/moedet.md", "docs/en/haandboeger/ven/moedet.md"
MONEY = "docs/da/haandboeger/ven/penge.md"
LIST = "data/checklists/foerste-moede.yml"


def told(root: Path) -> list[str]:
    messages = load_messages(root, "da")
    found = (problem for problem in load_and_check(root, TODAY).problems if problem.rule.startswith("translation"))
    return [f"{item.path}:{item.line} {item.severity}: {item.message(messages)}" for item in found]


def test_a_changed_danish_passage_makes_its_translations_out_of_date(portal_copy: Path) -> None:
    edit(portal_copy, DANISH, "- Skriv ned, hvad I aftalte.", "- Ring til din kontaktperson.")
    edit(portal_copy, DANISH, "title: Mødet", "title: Det første møde")
    assert told(portal_copy) == snapshot(
        [
            "docs/en/haandboeger/ven/moedet.md:2 warning: Originalens »title« er ændret, siden den blev oversat (en). Ret oversættelsen, og kør: vejviser translate confirm docs/en/haandboeger/ven/moedet.md --section title",
            "docs/en/haandboeger/ven/moedet.md:12 warning: Originalens »efter« er ændret, siden den blev oversat (en). Ret oversættelsen, og kør: vejviser translate confirm docs/en/haandboeger/ven/moedet.md --section efter",
        ]
    )


def test_a_changed_safety_passage_stops_the_build(portal_copy: Path) -> None:
    edit(portal_copy, MONEY, "Sig nej", "Sig ja")
    assert told(portal_copy) == snapshot(
        [
            "docs/en/haandboeger/ven/penge.md:7 error: Originalens »regler« er ændret, siden den blev oversat (en), og den handler om tavshed, penge eller retten til at sige nej. Ret oversættelsen, før siden kan udgives, og kør: vejviser translate confirm docs/en/haandboeger/ven/penge.md --section regler"
        ]
    )


def test_a_changed_item_of_a_checklist_is_told_for_each_language(portal_copy: Path) -> None:
    edit(portal_copy, LIST, "da: Hils på hinanden", "da: Giv hånd")
    edit(portal_copy, LIST, "da: Tal om tavshed", "da: Tal om tavshedspligt")
    assert told(portal_copy) == snapshot(
        [
            "data/checklists/foerste-moede.yml:17 warning: Originalens »hilse« er ændret, siden den blev oversat (ar). Ret oversættelsen, og kør: vejviser translate confirm data/checklists/foerste-moede.yml --section hilse --lang ar",
            "data/checklists/foerste-moede.yml:17 warning: Originalens »hilse« er ændret, siden den blev oversat (en). Ret oversættelsen, og kør: vejviser translate confirm data/checklists/foerste-moede.yml --section hilse --lang en",
            "data/checklists/foerste-moede.yml:17 warning: Originalens »hilse« er ændret, siden den blev oversat (uk). Ret oversættelsen, og kør: vejviser translate confirm data/checklists/foerste-moede.yml --section hilse --lang uk",
            "data/checklists/foerste-moede.yml:20 error: Originalens »tavshed« er ændret, siden den blev oversat (ar), og den handler om tavshed, penge eller retten til at sige nej. Ret oversættelsen, før siden kan udgives, og kør: vejviser translate confirm data/checklists/foerste-moede.yml --section tavshed --lang ar",
            "data/checklists/foerste-moede.yml:20 error: Originalens »tavshed« er ændret, siden den blev oversat (en), og den handler om tavshed, penge eller retten til at sige nej. Ret oversættelsen, før siden kan udgives, og kør: vejviser translate confirm data/checklists/foerste-moede.yml --section tavshed --lang en",
            "data/checklists/foerste-moede.yml:20 error: Originalens »tavshed« er ændret, siden den blev oversat (uk), og den handler om tavshed, penge eller retten til at sige nej. Ret oversættelsen, før siden kan udgives, og kør: vejviser translate confirm data/checklists/foerste-moede.yml --section tavshed --lang uk",
        ]
    )


def test_a_passage_nobody_has_confirmed_is_told_once_a_file(portal_copy: Path) -> None:
    for name in ("title", "intro", "foer"):
        text = (portal_copy / ENGLISH).read_text("utf-8")
        start = text.index(f'{name}: "')
        (portal_copy / ENGLISH).write_text(text[:start] + text[start + len(name) + 18 :], "utf-8")
    assert told(portal_copy) == snapshot(
        [
            "docs/en/haandboeger/ven/moedet.md:2 warning: Det er ikke noteret, hvilken tekst oversættelsen (en) følger: title, intro, foer. Passer den, så kør: vejviser translate confirm docs/en/haandboeger/ven/moedet.md"
        ]
    )


def test_a_section_that_is_still_danish_is_told_as_such(portal_copy: Path) -> None:
    danish = "## Efter mødet {#efter}\n\n- Skriv ned, hvad I aftalte.\n"
    english = "## After {#efter}\n\n- Write down what you agreed.\n"
    edit(portal_copy, ENGLISH, english, danish)
    assert told(portal_copy) == snapshot(
        [
            "docs/en/haandboeger/ven/moedet.md:12 warning: Afsnittet »efter« står der stadig som i originalen. Læserne får et link til den, til det er oversat."
        ]
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("Læs [om penge](penge.md).", "Læs\n[om penge](penge.md).", id="another line break"),
        pytest.param("Læs [om penge](penge.md).\n", "Læs [om penge](penge.md).\n\n\n", id="an empty line more"),
        pytest.param("related:", "related:  # en bemærkning", id="a remark in the front matter"),
    ],
)
def test_what_is_not_a_change_of_words_raises_no_alarm(portal_copy: Path, old: str, new: str) -> None:
    edit(portal_copy, DANISH, old, new)
    assert told(portal_copy) == []


def test_a_passage_that_moves_raises_no_alarm(portal_copy: Path) -> None:
    path = portal_copy / DANISH
    head, after = path.read_text("utf-8").split("## Efter")
    top, before = head.split("## Før")
    path.write_text(f"{top}## Efter{after}\n## Før{before}", "utf-8")
    assert told(portal_copy) == []


def test_a_reviewed_translation_names_its_reader_and_the_day(portal_copy: Path) -> None:
    edit(portal_copy, ENGLISH, "status: machine", "status: reviewed")
    messages = load_messages(portal_copy, "da")
    assert [
        problem.message(messages)
        for problem in load_and_check(portal_copy, TODAY).problems
        if problem.severity == "error"
    ][:1] == snapshot(
        [
            "status: reviewed kræver, at der står, hvem der læste oversættelsen (reviewed_by: en rolle) og hvornår (reviewed: en dato)."
        ]
    )
    edit(portal_copy, ENGLISH, "status: reviewed", "status: reviewed, reviewed_by: Tolk, reviewed: 2026-11-01")
    assert told(portal_copy) == []


def test_materials_and_plain_pages_are_compared_too(portal_copy: Path) -> None:
    (portal_copy / "materials/aftale/en.md").write_text(
        "---\ntitle: Agreement\n---\n## Purpose {#maal}\n\nText\n", "utf-8"
    )
    (portal_copy / "docs/en/om.md").write_text(
        "---\ntitle: About\ntranslation: {status: machine}\n---\nText\n", "utf-8"
    )
    assert told(portal_copy) == snapshot(
        [
            "docs/en/om.md:2 error: Siden findes på sproget en, men ikke på portalens eget. Skriv originalen først.",
            "materials/aftale/en.md:2 error: Oversættelsen siger ikke, hvordan den er lavet. Skriv translation: {status: machine} øverst.",
            "materials/aftale/en.md:2 warning: Afsnittet »formaal« findes i originalen, men mangler på sproget en.",
            "materials/aftale/en.md:4 error: Afsnittet »maal« findes ikke i originalen. Brug samme id som i den.",
        ]
    )
