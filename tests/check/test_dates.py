"""Days and years that say that something has been done cannot lie ahead; the model says which they are."""

from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from tests.check.test_all_rules import edit, told
from tests.cli.test_main import run
from tests.conftest import TODAY
from vejviser.content.model import (
    article,
    base,
    guide,
    handbook,
    help_lines,
    law,
    material,
    municipality,
    results,
    settings,
    sources,
)

MODULES = (article, base, sources, guide, handbook, help_lines, law, material, municipality, results, settings)
LIST, TOWN = "data/checklists/foerste-moede.yml", "data/kommuner/0801-proeveby.yml"
AHEAD = {
    "valid_from": "a rule, a region or a membership may begin later",
    "valid_to": "it may end later",
    "publish_from": "a text may wait for its day",
    "publish_until": "it may be known when it goes",
    "facts_from": "a source may tell of years to come",
    "facts_to": "a source may tell of years to come",
}
"""Days and years that may lie ahead, and why."""
SAYS = [
    (TOWN, "assured_date: 2026-05-01", "assured_date: 2026-11-23", 15, "assured_date", "2026-11-22"),
    (TOWN, "since: 2020", "since: 2027", 9, "since", "2026"),
    (TOWN, "period: 2026K1", "period: 2027K1", 6, "period", "2026K4"),
    (TOWN, "as_of: 2024", "as_of: 2027", 9, "as_of", "2026"),
    (TOWN, "website: proeveby.example", "website: proeveby.example\nverified: 2030-01-01", 9, "verified", "2026-11-22"),
    (LIST, "reviewed: 2026-06-01", "reviewed: 2026-12-01", 11, "reviewed", "2026-11-22"),
    (
        "docs/da/haandboeger/ven/handbook.yml",
        "reviewed: 2026-06-01",
        "reviewed: 2027-01-01",
        5,
        "reviewed",
        "2026-11-22",
    ),
]


@pytest.mark.parametrize(("path", "old", "new", "line", "key", "latest"), SAYS)
def test_what_has_been_done_has_not_been_done_later(
    portal_copy: Path, path: str, old: str, new: str, line: int, key: str, latest: str
) -> None:
    edit(portal_copy, path, old, new)
    found = new.rsplit(": ", 1)[1]
    sentence = (
        f"»{key}« er {found} og ligger ude i fremtiden. Skriv, hvornår det skete, senest {latest}: {key}: {latest}"
    )
    (problem,) = told(portal_copy)
    assert problem.endswith(f" error: {sentence}")
    assert problem.split(":")[:2] == [path, str(line)]


def test_the_day_itself_has_come(portal_copy: Path) -> None:
    edit(portal_copy, TOWN, "assured_date: 2026-05-01", f"assured_date: {TODAY}")
    edit(portal_copy, LIST, "reviewed: 2026-06-01", f"reviewed: {TODAY}")
    edit(portal_copy, TOWN, "period: 2026K1", "period: 2026K4")
    assert told(portal_copy) == []


def test_the_days_of_a_translation_are_told_where_they_stand(portal_copy: Path) -> None:
    reviewed = "status: reviewed, reviewed_by: Tolk, reviewed: 2027-01-01"
    (portal_copy / "data/translations.yml").write_text(f"data/glossary.yml:\n  en: {{{reviewed}}}\n", "utf-8")
    places = [line.split(" ")[0] for line in told(portal_copy) if "ude i fremtiden" in line]
    assert places == ["data/translations.yml:2:45"]


def test_the_front_matter_of_a_text_is_no_exception(portal_copy: Path) -> None:
    path = portal_copy / "docs/da/index.md"
    path.write_text(
        path.read_text("utf-8").replace("---\n", "---\nowner: Redaktionen\nreviewed: 2027-01-01\n", 1), "utf-8"
    )
    assert [line.split(" ")[0] for line in told(portal_copy) if "ude i fremtiden" in line] == ["docs/da/index.md:3:1"]


def models(module: Any) -> list[type[BaseModel]]:
    kinds = [var for var in vars(module).values() if isinstance(var, type) and issubclass(var, BaseModel)]
    return [kind for kind in kinds if kind.__module__ == module.__name__]


def test_every_day_in_the_model_says_whether_it_may_lie_ahead() -> None:
    for kind in (kind for module in MODULES for kind in models(module)):
        for name, field in kind.model_fields.items():
            is_day = date in (field.annotation, *get_args(field.annotation))
            if is_day or name in ("year", "since", "as_of", "published", "facts_from", "facts_to"):
                assert (base.PAST_EVENT in field.metadata) != (name in AHEAD), f"{kind.__name__}.{name}"


CONTACT = "    contacts:\n      - {{id: ven, title: {{da: Ven}}, email: mona@proeveby.example{}}}\n"
SERVICE = (
    "services:\n  - id: cafe\n    name: {da: Café}\n    organization: other\n    description: {da: Kaffe.}\n"
    "    kind: group\n    source: rapport-2024\n"
)


@pytest.mark.parametrize(
    ("said", "severity", "rule"),
    [
        ("", "error", "contact-without-consent"),
        (", assured_date: 2026-05-01", "error", "contact-without-consent"),
        (", consent: true", "error", "contact-without-date"),
        (", consent: true, assured_date: 2026-11-23", "error", "date-in-future"),
        (", consent: true, assured_date: 2025-11-21", "warning", "contact-stale"),
        (", consent: true, assured_date: 2025-11-22", "", ""),
    ],
)
def test_a_person_in_a_service_needs_consent_and_date_like_any_other(
    portal_copy: Path, said: str, severity: str, rule: str
) -> None:
    path = portal_copy / TOWN
    path.write_text(path.read_text("utf-8") + SERVICE + CONTACT.format(said), "utf-8")
    result = run(portal_copy, "check", "--today", "2026-11-22")
    found = [line for line in result.stdout.splitlines() if line.startswith(TOWN)]
    assert [line.split(" Kontakten")[0].split(" »")[0] for line in found] == (
        [f"{TOWN}:24:{found[0].split(':')[2]}: {severity} [{rule}]"] if rule else []
    )
    assert result.exit_code == (1 if severity == "error" else 0)


@pytest.mark.parametrize(
    ("read", "severity", "rule"),
    [
        ("2026-11-23", "error", "date-in-future"),
        ("2025-11-21", "warning", "main-number-stale"),
        ("2025-11-22", "", ""),
    ],
)
def test_a_main_number_is_looked_up_again_after_a_year(portal_copy: Path, read: str, severity: str, rule: str) -> None:
    edit(portal_copy, "portal.yml", "read: 2026-06-01", f"read: {read}")
    result = run(portal_copy, "check", "--today", "2026-11-22")
    found = [line for line in result.stdout.splitlines() if line.startswith("portal.yml")]
    assert [line.split("] ")[0] for line in found] == ([f"portal.yml:12:84: {severity} [{rule}"] if rule else [])
    assert ("roede-kors" in result.stdout) is (rule == "main-number-stale")
