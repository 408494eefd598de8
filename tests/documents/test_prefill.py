"""Facts about a municipality in, values of fields out."""

from datetime import date

import pytest

from vejviser.content.model.fields import FieldSpec
from vejviser.content.model.municipality import Municipality
from vejviser.documents.prefill import prefill

TODAY = date(2026, 11, 22)
PERSON = {"name": "Opdigtet Person", "email": "opdigtet@example.org", "phone": "00 00 00 00"}


def municipality(**facts: object) -> Municipality:
    return Municipality.model_validate(
        {"code": "0801", "name": "Prøveby", "regions": [{"region": "nord"}], "centre": [10.0, 56.0], **facts}
    )


def contact(**facts: object) -> dict[str, object]:
    return {"id": "koordinator", "title": {"da": "Koordinator"}, "consent": True, "assured_date": "2026-06-01", **facts}


def value(prefilled: str, of: Municipality) -> str:
    field = FieldSpec.model_validate({"id": "felt", "label": {"da": "Felt"}, "prefill": prefilled})
    return prefill([field], of, region="Region Nord", today=TODAY, confirmed="{value}")["felt"]


@pytest.mark.parametrize(
    ("prefilled", "expected"),
    [
        ("municipality.name", "Prøveby"),
        ("municipality.title", "Prøveby Kommune"),
        ("municipality.code", "0801"),
        ("municipality.region", "Region Nord"),
        ("municipality.website", "proeveby.example"),
        ("municipality.programme_name", "Venner i Prøveby"),
        ("municipality.contact.name", "Opdigtet Person"),
        ("municipality.contact.email", "opdigtet@example.org"),
        ("municipality.contact.phone", "00 00 00 00"),
    ],
)
def test_each_fact(prefilled: str, expected: str) -> None:
    known = municipality(
        website="proeveby.example", programme_name={"da": "Venner i Prøveby"}, contacts=[contact(**PERSON)]
    )
    assert value(prefilled, known) == expected


@pytest.mark.parametrize("fact", ["website", "programme_name", "contact.name", "contact.email", "contact.phone"])
def test_what_nobody_has_told_is_empty(fact: str) -> None:
    assert value(f"municipality.{fact}", municipality()) == ""


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"consent": False}, ""),
        ({"assured_date": None}, ""),
        ({"assured_date": "2025-11-21"}, ""),
        ({"assured_date": "2025-11-22"}, "Opdigtet Person"),
    ],
)
def test_a_person_only_with_consent_and_within_a_year(facts: dict[str, object], expected: str) -> None:
    known = municipality(
        contacts=[contact(**PERSON, **facts)] if "consent" not in facts else [contact(**PERSON) | facts]
    )
    assert value("municipality.contact.name", known) == expected


def test_a_stale_contact_gives_way_to_a_fresh_one() -> None:
    stale = contact(**PERSON) | {"assured_date": "2020-01-01"}
    fresh = contact(id="ny", name="En Anden")
    assert value("municipality.contact.name", municipality(contacts=[stale, fresh])) == "En Anden"


@pytest.mark.parametrize(
    ("code", "name", "title"),
    [("0101", "København", "Københavns Kommune"), ("0400", "Bornholm", "Bornholms Regionskommune")],
)
def test_two_municipalities_have_titles_of_their_own(code: str, name: str, title: str) -> None:
    assert value("municipality.title", municipality(code=code, name=name)) == title


def test_fields_without_a_fact_are_left_alone() -> None:
    field = FieldSpec.model_validate({"id": "felt", "label": {"da": "Felt"}})
    assert prefill([field], municipality(), region="", today=TODAY, confirmed="{value}") == {}


@pytest.mark.parametrize(
    ("language", "facts", "expected"),
    [
        ("da", PERSON, ["Opdigtet Person (bekræftet 1. juni 2026)", "opdigtet@example.org"]),
        ("en", PERSON, ["Opdigtet Person (bekræftet June 1, 2026)", "opdigtet@example.org"]),
        ("da", {"email": "opdigtet@example.org"}, ["", "opdigtet@example.org (bekræftet 1. juni 2026)"]),
        ("da", {}, ["", ""]),
    ],
)
def test_the_first_word_of_a_person_says_the_day_it_was_confirmed(
    language: str, facts: dict[str, str], expected: list[str]
) -> None:
    fields = [
        FieldSpec.model_validate({"id": id_, "label": {"da": id_}, "prefill": f"municipality.{prefilled}"})
        for id_, prefilled in (("kommune", "name"), ("navn", "contact.name"), ("mail", "contact.email"))
    ]
    known = municipality(contacts=[contact(**facts)])
    said = "{value} (bekræftet {day})"
    values = prefill(fields, known, region="", today=TODAY, confirmed=said, language=language)
    assert list(values.values()) == ["Prøveby", *expected]
