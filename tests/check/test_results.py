"""Figures that do not add up, or lack what their kind shows."""

from pathlib import Path

from inline_snapshot import snapshot

from tests.check.test_all_rules import edit, told

RESULTS = "data/results.yml"


def test_percentages_that_are_not_100_must_say_why(portal_copy: Path) -> None:
    edit(portal_copy, RESULTS, "percent: 25, respondents: 1", "percent: 24, respondents: 1")
    assert told(portal_copy) == snapshot(
        [
            "data/results.yml:9:3 warning: Procenterne i »svar« giver 99, ikke 100. Skriv under conflict, hvorfor, eller ret tallet."
        ]
    )


def test_counted_answers_add_up(portal_copy: Path) -> None:
    edit(portal_copy, RESULTS, "n: 4", "n: 5")
    assert told(portal_copy) == snapshot(["data/results.yml:8:3 error: Antallene i »svar« giver 4, men n er 5."])


def test_each_kind_has_its_number_and_only_goals_a_status(portal_copy: Path) -> None:
    edit(portal_copy, RESULTS, "percent: 25, ", "")
    edit(portal_copy, RESULTS, "  status: not-reached\n", "")
    assert told(portal_copy) == snapshot(
        [
            "data/results.yml:1:1 error: Et svar mangler sit tal: percent i en fordeling, ellers value.",
            "data/results.yml:14:1 error: status hører til mål (kind: goal) og kun til dem. Skriv reached, not-reached, under-way eller not-measured.",
        ]
    )


def test_a_figure_without_a_known_source(portal_copy: Path) -> None:
    edit(portal_copy, RESULTS, "rapport-2024, afsnit 9", "raport-2024, afsnit 9")
    assert told(portal_copy) == snapshot(
        ["data/results.yml:24:3 error: Kilden »raport-2024« findes ikke i data/sources.yml. Mente du: rapport-2024?"]
    )
