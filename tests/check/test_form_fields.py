"""A field that can be filled in on its page depends on what can be answered, and says so when it does not."""

from datetime import date
from pathlib import Path

import pytest

from vejviser.content.load.interface_texts import load_messages
from vejviser.content.load.portal import load_portal
from vejviser.content.model.material import version_hash
from vejviser.documents.catalog import document_jobs
from vejviser.site.content_check import load_and_check

TODAY = date(2026, 11, 22)
YAML = "materials/aftale/material.yml"
KOMMUNE = "  - {id: kommune, label: {da: Kommune}, prefill: municipality.title}"
DATO = "  - {id: dato, type: date, label: {da: Dato}}"


def with_fields(root: Path, dato: str, kommune: str = KOMMUNE) -> None:
    text = (root / YAML).read_text("utf-8")
    assert KOMMUNE in text
    assert DATO in text
    (root / YAML).write_text(text.replace(KOMMUNE, kommune).replace(DATO, dato), "utf-8")


def told(root: Path) -> list[str]:
    messages = load_messages(root, "da")
    found = load_and_check(root, TODAY).problems
    return [
        f"{item.line}:{item.column} {item.message(messages)}"
        for item in found
        if item.path == YAML and item.rule not in ("text-changed", "translation-unrecorded")
    ]


@pytest.mark.parametrize(
    ("dato", "answer"),
    [
        (
            "  - {id: dato, type: date, label: {da: Dato}, depends_on: {field: komune}}",
            "16:60 Feltet »komune« findes ikke. Mente du »kommune«? Skriv: depends_on: {field: kommune}",
        ),
        (
            "  - {id: dato, type: date, label: {da: Dato}, depends_on: {field: organisation}}",
            "16:60 Feltet »organisation« findes ikke. De andre felter er: kommune. Skriv fx: depends_on: {field:"
            " kommune}",
        ),
        (
            "  - {id: dato, type: date, label: {da: Dato}, depends_on: {field: dato}}",
            "16:60 Felterne afhænger af hinanden i ring (dato → dato), så ingen af dem kan vises. Slet depends_on ved et"
            " af dem.",
        ),
        (
            "  - {id: dato, type: date, label: {da: Dato}, depends_on: {field: kommune, value: odense}}",
            "16:76 Feltet »kommune« har ingen svar at vælge mellem, så »odense« kan ikke være et af dem. Skal det bare være"
            " udfyldt, så skriv: depends_on: {field: kommune}",
        ),
        (
            "  - {id: dato, type: choice, label: {da: Dato}}",
            "16:16 Feltet »dato« er et valg, men har ingen svar. Skriv dem, fx choices: [{id: ja, label: {da: Ja}}, {id: nej,"
            " label: {da: Nej}}]",
        ),
        (
            "  - {id: dato, type: date, label: {da: Dato}, choices: [{id: nu, label: {da: Nu}}]}",
            "16:16 Feltet »dato« har svar at vælge mellem, men typen er en anden. Skriv type: choice, eller slet choices.",
        ),
        (
            "  - {id: dato, type: date, label: {da: Dato}, required: ja}",
            "16:47 »required« er »ja«, men her kan kun stå true (ja) eller false (nej). Skriv required: true",
        ),
        (
            "  - {id: dato, type: date, label: {da: Dato}, depends_on: kommune}",
            "16:47 »depends_on« skal have nøgler under sig, men er »kommune«.",
        ),
    ],
    ids=["misspelt", "unknown", "itself", "no answers", "no choices", "stray choices", "a word for true", "no keys"],
)
def test_a_mistake_is_told_where_it_stands(portal_copy: Path, dato: str, answer: str) -> None:
    with_fields(portal_copy, dato)
    assert told(portal_copy) == [answer]


def test_an_answer_that_is_none_of_the_choices_is_told_with_those_there_are(portal_copy: Path) -> None:
    choice = "  - {id: kommune, type: choice, label: {da: Hvem}, choices: [{id: en, label: {da: En}}, {id: familie, label: {da: F}}]}"
    with_fields(
        portal_copy,
        "  - {id: dato, type: date, label: {da: Dato}, depends_on: {field: kommune, value: familien}}",
        choice,
    )
    assert told(portal_copy) == [
        "16:76 »familien« er ikke et svar i feltet »kommune«. Svarene er: en, familie. Skriv fx: depends_on: {field:"
        " kommune, value: familie}"
    ]


def test_two_fields_that_wait_for_each_other_are_told_once(portal_copy: Path) -> None:
    with_fields(
        portal_copy,
        "  - {id: dato, type: date, label: {da: Dato}, depends_on: {field: kommune}}",
        "  - {id: kommune, label: {da: Kommune}, depends_on: {field: dato}}",
    )
    assert told(portal_copy) == [
        "16:60 Felterne afhænger af hinanden i ring (dato → kommune → dato), så ingen af dem kan vises. Slet depends_on ved"
        " et af dem."
    ]


def test_nothing_is_asked_of_a_signature(portal_copy: Path) -> None:
    with_fields(
        portal_copy,
        "  - {id: dato, type: date, label: {da: Dato}, depends_on: {field: kommune}}",
        "  - {id: kommune, type: signature, label: {da: Underskrift}, required: true}",
    )
    text = (portal_copy / YAML).read_text("utf-8")
    (portal_copy / YAML).write_text(text.replace("legal_note: true", "legal_note: true\nsigned: true"), "utf-8")
    found = told(portal_copy)
    assert any("Underskriften »kommune« bliver sat på papir" in item for item in found)
    assert any("»kommune« er en underskrift på papir" in item for item in found)


def test_an_id_is_used_once(portal_copy: Path) -> None:
    with_fields(portal_copy, f"{DATO}\n{DATO}")
    assert told(portal_copy) == ["17:6 id »dato« er brugt før (16). Hvert id må kun bruges én gang."]


def test_a_checklist_asks_for_nothing(portal_copy: Path) -> None:
    path = portal_copy / "data/checklists/foerste-moede.yml"
    text = path.read_text("utf-8")
    at = text.index("fields:\n") + len("fields:\n")
    line = text[at : text.index("\n", at)]
    path.write_text(text.replace(line, line.replace("{id:", "{required: true, id:", 1), 1), "utf-8")
    rules = [item.rule for item in load_and_check(portal_copy, TODAY).problems]
    assert any(rule.startswith("unknown-key") for rule in rules)


def test_a_blank_file_and_its_version_are_the_same_with_and_without(portal_copy: Path) -> None:
    def made() -> tuple[str, list[str]]:
        portal = load_portal(portal_copy).portal
        material = portal.materials[0]
        text = portal.material_texts["aftale", "da"]
        jobs = document_jobs(portal, TODAY, ("materials",))
        return version_hash(material, text), [repr((job.document, job.variants)) for job in jobs]

    before = made()
    with_fields(
        portal_copy,
        "  - {id: dato, type: date, label: {da: Dato}, depends_on: {field: kommune}}",
        KOMMUNE.replace("prefill", "required: true, prefill"),
    )
    assert told(portal_copy) == []
    assert made() == before
