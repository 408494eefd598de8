"""One tree with many mistakes in, the complete list of messages out."""

import re
from datetime import date
from pathlib import Path

from inline_snapshot import snapshot

from tests.conftest import ASIDE
from vejviser.content.load.interface_texts import load_messages
from vejviser.site.content_check import load_and_check

TODAY = date(2026, 11, 22)


def edit(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text("utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new), "utf-8")


def told(root: Path, language: str = "da") -> list[str]:
    messages = load_messages(root, language)
    return [
        f"{problem.path}:{problem.line}:{problem.column} {problem.severity}: {problem.message(messages)}"
        for problem in load_and_check(root, TODAY).problems
        if problem.rule not in ASIDE
    ]


def test_a_sound_portal_has_nothing_but_its_stale_contact(portal_copy: Path) -> None:
    assert [problem.rule for problem in load_and_check(portal_copy, TODAY).problems] == ["contact-stale"]


def test_references_that_lead_nowhere(portal_copy: Path) -> None:
    edit(portal_copy, "docs/da/haandboeger/ven/moedet.md", "checklists: [foerste-moede]", "checklists: [foerste-mode]")
    edit(portal_copy, "docs/da/haandboeger/ven/moedet.md", "rapport-2024, afsnit 2", "raport-2024, afsnit 2")
    edit(portal_copy, "data/guides/modtage.yml", "materials: [aftale]", "materials: [ukendt]")
    edit(portal_copy, "data/cases/proeveby-faellesspisning.yml", '"0801"', '"0804"')
    edit(portal_copy, "data/cases/proeveby-faellesspisning.yml", "rapport-2024, afsnit 5", "rap, afsnit 5")
    assert told(portal_copy) == snapshot(
        [
            'data/cases/proeveby-faellesspisning.yml:2:1 error: Ingen kommune i data/kommuner/ har koden »0804«. Se koden i kommunens fil, og skriv den i anførselstegn, fx "0461".',
            "data/cases/proeveby-faellesspisning.yml:7:1 error: Kilden »rap« findes ikke i data/sources.yml. Mente du: gammel-2010, rapport-2024?",
            "data/guides/modtage.yml:23:21 error: Materialet »ukendt« findes ikke i materials/.",
            "docs/da/haandboeger/ven/moedet.md:9:16 error: Tjeklisten »foerste-mode« findes ikke. Mente du »foerste-moede«?",
            "docs/da/haandboeger/ven/moedet.md:12:25 error: Kilden »raport-2024« findes ikke i data/sources.yml. Mente du: rapport-2024?",
        ]
    )


def test_a_municipality_code_without_its_zero(portal_copy: Path) -> None:
    edit(portal_copy, "data/cases/proeveby-faellesspisning.yml", '"0801"', '"801"')
    assert told(portal_copy) == snapshot(
        ['data/cases/proeveby-faellesspisning.yml:2:1 error: »801« er ikke koden. Skriv "0801".']
    )


def test_what_is_listed_twice_or_missing(portal_copy: Path) -> None:
    edit(portal_copy, "docs/da/haandboeger/ven/handbook.yml", "[moedet, penge]", "[moedet, pengene]")
    edit(portal_copy, "data/checklists/foerste-moede.yml", "id: tavshed", "id: hilse")
    edit(portal_copy, "data/kommuner/0801-proeveby.yml", "valid_to: 2026-12-31", "valid_to: 2026-01-01")
    edit(portal_copy, "docs/da/haandboeger/ven/moedet.md", " {#efter}", "")
    assert told(portal_copy) == snapshot(
        [
            "data/checklists/foerste-moede.yml:20:9 error: id »hilse« står to gange, og her hed det før »tavshed«. Skriv id: tavshed",
            "data/kommuner/0801-proeveby.yml:3:1 error: Kommunen hører ikke til en region den 2026-11-22. Ret valid_from og valid_to, så der ikke er huller.",
            "docs/da/haandboeger/ven/handbook.yml:7:20 error: Kapitlet »pengene« står i bogens liste, men filen findes ikke. Mente du »penge«?",
            "docs/da/haandboeger/ven/moedet.md:21:1 error: Overskriften »Efter mødet« mangler et id. Skriv {#efter-moedet} til sidst på linjen.",
        ]
    )


def test_translations_that_do_not_follow_the_danish_text(portal_copy: Path) -> None:
    edit(portal_copy, "docs/en/haandboeger/ven/penge.md", "{#regler}", "{#rules}")
    penge = portal_copy / "docs/en/haandboeger/ven/penge.md"
    penge.write_text(re.sub(r"translation: .*\n", "", penge.read_text("utf-8")), "utf-8")
    edit(portal_copy, "data/checklists/foerste-moede.yml", ", ar: تحدثوا عن السرية", "")
    edit(portal_copy, "data/checklists/foerste-moede.yml", ", ar: رحبوا ببعضكم", "")
    assert told(portal_copy) == snapshot(
        [
            "data/checklists/foerste-moede.yml:18:9 warning: Teksten mangler på sproget ar. Læserne får originalen, indtil den er oversat.",
            "data/checklists/foerste-moede.yml:21:9 warning: Punktet handler om tavshed, penge eller retten til at sige nej og mangler på sproget ar. Læserne får originalen, til det er oversat.",
            "docs/en/haandboeger/ven/penge.md:2:1 error: Oversættelsen siger ikke, hvordan den er lavet. Skriv translation: {status: machine} øverst.",
            "docs/en/haandboeger/ven/penge.md:4:10 error: Under safety står »regler«, men teksten har ikke det afsnit. Brug et af: rules.",
            "docs/en/haandboeger/ven/penge.md:6:1 error: Afsnittet »rules« findes ikke i originalen. Id'er er ens på alle sprog. Skriv {#regler}",
        ]
    )


def test_html_and_links_that_lead_nowhere(portal_copy: Path) -> None:
    edit(portal_copy, "docs/da/haandboeger/ven/moedet.md", "[om penge](penge.md)", "[om penge](pnge.md) <b>nu</b>")
    edit(
        portal_copy, "data/checklists/foerste-moede.yml", "da: Hils på hinanden", 'da: "Hils <script>alert(1)</script>"'
    )
    assert told(portal_copy) == snapshot(
        [
            "data/checklists/foerste-moede.yml:18:16 error: Der står HTML i teksten: <script>. Skriv det som almindelig tekst eller Markdown.",
            "docs/da/haandboeger/ven/moedet.md:16:14 error: Linket »pnge.md« fører ingen steder hen. Mente du »penge.md«?",
            "docs/da/haandboeger/ven/moedet.md:16:25 error: Der står HTML i teksten: <b>. Skriv det som almindelig tekst eller Markdown.",
        ]
    )


def test_time_that_has_run_out(portal_copy: Path) -> None:
    edit(portal_copy, "docs/da/haandboeger/ven/handbook.yml", "reviewed: 2026-06-01", "reviewed: 2025-06-01")
    edit(portal_copy, "data/guides/modtage.yml", "reviewed: 2026-06-01", "reviewed: 2027-06-01")
    edit(portal_copy, "data/kommuner/0801-proeveby.yml", "    consent: true\n", "")
    assert told(portal_copy) == snapshot(
        [
            "data/guides/modtage.yml:4:1 error: »reviewed« er 2027-06-01 og ligger ude i fremtiden. Skriv, hvornår det skete, senest 2026-11-22: reviewed: 2026-11-22",
            "data/kommuner/0801-proeveby.yml:13:5 error: Kontakten »koordinator« har et navn, en mail eller et nummer, men ikke consent: true. Spørg først.",
            "docs/da/haandboeger/ven/handbook.yml:5:1 warning: Teksten skulle være gennemgået senest 2026-06-01 af: Redaktionen. Læs den igennem, og ret datoen i reviewed.",
        ]
    )


def test_messages_exist_in_english_too(portal_copy: Path) -> None:
    edit(portal_copy, "data/guides/modtage.yml", "materials: [aftale]", "materials: [ukendt]")
    assert told(portal_copy, "en") == snapshot(
        ['data/guides/modtage.yml:23:21 error: The material "ukendt" is not in materials/.']
    )
