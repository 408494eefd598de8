"""Checklists over time: what saved copies may hold, and plans that a calendar can follow."""

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from inline_snapshot import snapshot

from tests.conftest import ASIDE
from vejviser.authoring.id_registry import register_ids
from vejviser.cli.main import main
from vejviser.content.load.interface_texts import load_messages
from vejviser.content.model.id_registry import PATH
from vejviser.site.content_check import load_and_check

TODAY = date(2026, 11, 22)
LIST = "data/checklists/foerste-moede.yml"
PLAN = "offset: P3M, repeat: P3M, until: P6M"


def edit(root: Path, old: str, new: str, path: str = LIST) -> None:
    text = (root / path).read_text("utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new), "utf-8")


def told(root: Path) -> list[str]:
    messages = load_messages(root, "da")
    return [
        f"{problem.path}:{problem.line}:{problem.column} {problem.severity}: {problem.message(messages)}"
        for problem in load_and_check(root, TODAY).problems
        if problem.rule not in ASIDE
    ]


@pytest.fixture
def remembered(portal_copy: Path) -> Path:
    """The small portal after its ids were written down."""
    assert register_ids(portal_copy, load_and_check(portal_copy, TODAY))
    assert told(portal_copy) == []
    return portal_copy


def test_the_ledger_is_a_sorted_list_of_ids(remembered: Path) -> None:
    assert (remembered / PATH).read_text("utf-8") == snapshot(
        """\
checklist,kind,id,state
foerste-moede,item,gammelt-punkt,retired
foerste-moede,item,hilse,used
foerste-moede,field,sted,used
foerste-moede,item,tavshed,used
"""
    )


def test_an_item_that_is_gone_should_have_been_retired(remembered: Path) -> None:
    lines = (remembered / LIST).read_text("utf-8").splitlines()
    hilse = next(number for number, line in enumerate(lines) if "id: hilse" in line)
    (remembered / LIST).write_text("\n".join(lines[:hilse] + lines[hilse + 3 :]), "utf-8")
    edit(remembered, "- {id: sted,", "- {id: stedet,")
    assert told(remembered) == snapshot(
        [
            "data/checklists/foerste-moede.yml:13:1 error: Punktet »hilse« er fjernet, men læsere kan have gemt et flueben ved det. Sæt det ind igen med retired: true. (Skal det væk alligevel: vejviser check --accept.)",
            "data/checklists/foerste-moede.yml:13:1 warning: Feltet »sted« er fjernet. Det, læsere har skrevet i det, bliver ikke vist mere. Er det meningen, så kør vejviser check --accept.",
        ]
    )


def test_an_id_that_has_been_taken_out_is_never_used_again(remembered: Path) -> None:
    edit(remembered, "        retired: true\n", "")
    edit(remembered, "- {id: sted,", "- {id: hvor,")
    edit(remembered, "- id: hilse", "- id: sted")
    assert told(remembered) == snapshot(
        [
            "data/checklists/foerste-moede.yml:13:1 error: Punktet »hilse« er fjernet, men læsere kan have gemt et flueben ved det. Sæt det ind igen med retired: true. (Skal det væk alligevel: vejviser check --accept.)",
            "data/checklists/foerste-moede.yml:17:9 error: Id'et »sted« har før betydet noget andet i denne liste. Gemte flueben og noter ville havne det forkerte sted. Vælg et nyt id.",
            "data/checklists/foerste-moede.yml:24:9 error: Id'et »gammelt-punkt« har før betydet noget andet i denne liste. Gemte flueben og noter ville havne det forkerte sted. Vælg et nyt id.",
        ]
    )


def test_the_id_of_a_retired_item_cannot_be_given_to_a_new_one(portal_copy: Path) -> None:
    edit(portal_copy, "- id: hilse", "- id: gammelt-punkt")
    assert told(portal_copy) == snapshot(
        [
            "data/checklists/foerste-moede.yml:24:9 error: id »gammelt-punkt« er brugt før (17). Hvert id må kun bruges én gang.",
        ]
    )


def test_accept_remembers_what_was_removed_as_retired(remembered: Path) -> None:
    edit(remembered, "- id: hilse", "- id: hils-igen")
    done = CliRunner().invoke(main, ["--root", str(remembered), "check", "--accept", "--today", "2026-11-22"])
    assert done.exit_code == 0
    assert told(remembered) == []
    assert (remembered / PATH).read_text("utf-8").splitlines()[2:4] == [
        "foerste-moede,item,hils-igen,used",
        "foerste-moede,item,hilse,retired",
    ]


def test_accept_writes_nothing_while_a_list_cannot_be_read(remembered: Path) -> None:
    before = (remembered / PATH).read_bytes()
    edit(remembered, "audience: [volunteer]", "audience: [volunteers]")
    done = CliRunner().invoke(main, ["--root", str(remembered), "check", "--accept"])
    assert done.exit_code == 1
    assert (remembered / PATH).read_bytes() == before


def test_a_line_of_the_ledger_that_cannot_be_read(remembered: Path) -> None:
    edit(remembered, "item,hilse,used", "thing,hilse,used", PATH)
    assert [line for line in told(remembered) if "ids.csv:" in line and "error" in line] == snapshot(
        [
            "data/checklists/ids.csv:3:1 error: Linjen »foerste-moede,thing,hilse,used« kan ikke læses. Skriv tjekliste,item/field,id,used/retired, eller slet linjen og kør vejviser check --accept."
        ]
    )


@pytest.mark.parametrize(
    ("plan", "message"),
    [
        ("offset: P0D", "P0D er selve startdagen, så der er ikke noget at følge op på. Skriv fx P1D for dagen efter."),
        (
            "offset: P1M, repeat: P0D, count: 3",
            "repeat er P0D, men skal gå frem i tiden, fx P1M for hver måned.",
        ),
        (
            "offset: P3M, repeat: -P1M, count: 2",
            "repeat er -P1M, men skal gå frem i tiden, fx P1M for hver måned.",
        ),
        (
            "offset: P1M, repeat: P1M",
            "repeat P1M slutter aldrig. Skriv until (fx until: P6M) eller count (fx count: 3).",
        ),
        (
            "offset: P1M, repeat: P1M, until: P3M, count: 3",
            "Både until og count siger, hvornår gentagelsen slutter. Slet den ene.",
        ),
        (
            "offset: P1D, repeat: P1D, until: P1Y",
            "Gentagelsen giver flere end 24 påmindelser. Lad der gå længere tid imellem, eller slut før.",
        ),
        (
            "offset: P1M, until: P3M",
            "until siger, hvornår en gentagelse slutter, men der er ingen repeat. Slet linjen, eller skriv repeat.",
        ),
        (
            "offset: P3M, repeat: P3M, until: P2M",
            "until er P2M, men skal ligge efter det første tidspunkt, P3M.",
        ),
        (
            "offset: P3M, repeat: P3M, until: P8M",
            "Ingen af gentagelserne falder på until: P8M. Skriv P6M eller P9M.",
        ),
        (
            "offset: P1W, repeat: P1W, until: P1M",
            "Ingen af gentagelserne falder på until: P1M. Skriv P4W eller P5W.",
        ),
        (
            "offset: -P4W, repeat: P1W, until: -P10D",
            "Ingen af gentagelserne falder på until: -P10D. Skriv -P2W eller -P1W.",
        ),
    ],
)
def test_a_plan_that_no_calendar_can_follow(portal_copy: Path, plan: str, message: str) -> None:
    edit(portal_copy, PLAN, plan)
    (line,) = told(portal_copy)
    place, found = line.split(" error: ")
    assert found == message
    assert place.startswith("data/checklists/foerste-moede.yml:31:")


@pytest.mark.parametrize(
    "plan",
    [
        "offset: P1Y6M",
        "offset: P3M, repeat: P3M, until: P1Y",
        "offset: -P4W, repeat: P1W, until: -P1W",
        "offset: P1D, repeat: P1D, count: 12",
    ],
)
def test_a_plan_that_a_calendar_can_follow(portal_copy: Path, plan: str) -> None:
    edit(portal_copy, PLAN, plan)
    assert told(portal_copy) == []


def test_follow_ups_say_what_they_are_counted_from(portal_copy: Path) -> None:
    text = (portal_copy / LIST).read_text("utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("start:")]
    (portal_copy / LIST).write_text("\n".join(lines), "utf-8")
    assert told(portal_copy) == snapshot(
        [
            'data/checklists/foerste-moede.yml:28:1 warning: Listen har opfølgning, men siger ikke, hvad der tælles fra. Skriv start: {da: "dagen for mødet"}.',
        ]
    )


@pytest.mark.parametrize("path", [LIST, "data/guides/modtage.yml"])
def test_an_offset_names_its_units_from_the_longest_to_the_shortest(portal_copy: Path, path: str) -> None:
    edit(portal_copy, "offset: P1D", "offset: P1D2M", path)
    assert ("wrong-form", path) in [
        (problem.rule, problem.path) for problem in load_and_check(portal_copy, TODAY).problems
    ]
