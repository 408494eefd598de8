"""A Danish text changes: what check says of its translations, and what raises no alarm."""

from pathlib import Path

import pytest
from inline_snapshot import snapshot

from tests.check.test_all_rules import edit
from tests.conftest import TODAY
from vejviser.authoring.translations import confirm
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


def test_a_changed_safety_passage_stops_nothing_and_says_who_reads_the_original_now(portal_copy: Path) -> None:
    edit(portal_copy, MONEY, "Sig nej", "Sig ja")
    assert told(portal_copy) == snapshot(
        [
            "docs/da/haandboeger/ven/penge.md:7 warning: »Regler« er ændret, siden det blev oversat (en), og det handler om tavshed, penge eller retten til at sige nej. På de sprog får læserne derfor originalen, til oversættelsen er fulgt med. Var det kun en stavefejl, så kør: vejviser translate confirm --minor docs/da/haandboeger/ven/penge.md"
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
            "data/checklists/foerste-moede.yml:20 warning: »Tal om tavshedspligt« er ændret, siden det blev oversat (en, uk, ar), og det handler om tavshed, penge eller retten til at sige nej. På de sprog får læserne derfor originalen, til oversættelsen er fulgt med. Var det kun en stavefejl, så kør: vejviser translate confirm --minor data/checklists/foerste-moede.yml",
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
            "materials/aftale/en.md:4 error: Afsnittet »maal« findes ikke i originalen. Id'er er ens på alle sprog. Skriv {#formaal}",
        ]
    )


MATERIAL, FORM = "materials/aftale/material.yml", "materials/aftale/da.md"


def test_what_changes_in_danish_is_no_error_in_a_translation(portal_copy: Path) -> None:
    def errors() -> list[str]:
        aside = {"text-changed", "checklist-item-removed"}
        return [item.rule for item in load_and_check(portal_copy, TODAY).errors if item.rule not in aside]

    english = "---\ntitle: Agreement\ntranslation: {status: machine}\n---\n## Purpose {#formaal}\n\nFor {{ kommune }}.\n\n{{ dato }}\n"
    (portal_copy / "materials/aftale/en.md").write_text(english, "utf-8")
    edit(portal_copy, MATERIAL, "languages: [da]", "languages: [da, en]")
    edit(portal_copy, DANISH, "summary: Sådan går mødet.", "summary: Sådan går mødet.\nsafety: [foer, efter]")
    confirm(portal_copy, ["materials/aftale/en.md", "docs/en/haandboeger/ven"])
    assert errors() == []

    edit(portal_copy, FORM, "{{ dato }}", "{{ dag }}")
    edit(portal_copy, MATERIAL, "id: dato, type: date", "id: dag, type: date")
    edit(
        portal_copy,
        DANISH,
        "## Efter mødet {#efter}\n\n- Skriv ned, hvad I aftalte.",
        "## Bagefter {#bagefter}\n\nTal.",
    )
    edit(portal_copy, DANISH, "safety: [foer, efter]", "safety: [foer, bagefter]")
    edit(portal_copy, DANISH, "Læs [om", "Læs nu [om")
    edit(
        portal_copy,
        LIST,
        "      - id: gammelt-punkt",
        "      - {id: stop, text: {da: Sig til}, safety: true}\n      - id: gammelt-punkt",
    )
    assert errors() == []
    assert told(portal_copy) == snapshot(
        [
            "data/checklists/foerste-moede.yml:24 warning: Punktet handler om tavshed, penge eller retten til at sige nej og mangler på sproget ar. Læserne får originalen, til det er oversat.",
            "data/checklists/foerste-moede.yml:24 warning: Punktet handler om tavshed, penge eller retten til at sige nej og mangler på sproget en. Læserne får originalen, til det er oversat.",
            "data/checklists/foerste-moede.yml:24 warning: Punktet handler om tavshed, penge eller retten til at sige nej og mangler på sproget uk. Læserne får originalen, til det er oversat.",
            "docs/da/haandboeger/ven/moedet.md:15 warning: »Før mødet« er ændret, siden det blev oversat (en), og det handler om tavshed, penge eller retten til at sige nej. På de sprog får læserne derfor originalen, til oversættelsen er fulgt med. Var det kun en stavefejl, så kør: vejviser translate confirm --minor docs/da/haandboeger/ven/moedet.md",
            "docs/en/haandboeger/ven/moedet.md:2 warning: Afsnittet »bagefter« handler om tavshed, penge eller retten til at sige nej og mangler på sproget en. Læserne får originalen, til det er oversat.",
            "docs/en/haandboeger/ven/moedet.md:12 warning: Afsnittet »efter« er ikke i originalen mere, så læserne ser det ikke. Slet det også her (en).",
        ]
    )


def test_an_id_that_the_original_never_had_is_the_translators_mistake(portal_copy: Path) -> None:
    edit(portal_copy, ENGLISH, "{#efter}", "{#after}")
    assert [line.partition(" ")[2] for line in told(portal_copy)] == snapshot(
        ["error: Afsnittet »after« findes ikke i originalen. Id'er er ens på alle sprog. Skriv {#efter}"]
    )
