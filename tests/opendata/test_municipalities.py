"""Municipalities as data: what is known, what is not, and who must not be in it."""

import csv
import io
import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.opendata.examples import FILES, TODAY, example
from vejviser.content.model.portal import Portal
from vejviser.opendata.all_files import open_data


@pytest.fixture
def files(portal: Portal) -> dict[str, bytes]:
    return open_data(example(portal), TODAY, FILES)


def rows(files: dict[str, bytes]) -> dict[str, Any]:
    return {row["code"]: row for row in json.loads(files["api/v1/municipalities.json"])}


def test_what_is_known(files: dict[str, bytes]) -> None:
    assert rows(files)["0811"] == {
        "code": "0811",
        "name": "Åby",
        "slug": "aaby",
        "url": "https://portal.example/kommuner/aaby/",
        "region": {"code": "1001", "name": "Region Vest"},
        "cooperation": {
            "level": "present",
            "since": 2019,
            "as_of": 2024,
            "source": {
                "id": "rapport-2024",
                "locator": "afsnit 4",
                "title": "En rapport",
                "year": 2024,
                "url": "https://portal.example/kilder/#rapport-2024",
            },
        },
        "population": {
            "value": 54321,
            "period": "2026K1",
            "source": {
                "id": "rapport-2024",
                "locator": None,
                "title": "En rapport",
                "year": 2024,
                "url": "https://portal.example/kilder/#rapport-2024",
            },
        },
        "centre": {"longitude": 10.0, "latitude": 56.0},
        "website": "https://aaby.example/",
        "services": [
            {"id": "ven", "kind": "friend", "organization": "roede-kors"},
            {"id": "lektier", "kind": "homework", "organization": "other"},
        ],
    }


def test_what_nobody_has_told_us(files: dict[str, bytes]) -> None:
    unknown = rows(files)["0812"]
    assert unknown["cooperation"] == {"level": "unknown", "since": None, "as_of": None, "source": None}
    assert (unknown["population"], unknown["website"], unknown["services"]) == (None, None, [])


def test_the_region_is_the_one_of_the_day(portal: Portal) -> None:
    later = open_data(example(portal), date(2027, 1, 1), ())
    assert rows(later)["0811"]["region"]["name"] == "Region Øst"


def test_one_municipality_whole(files: dict[str, bytes]) -> None:
    whole = json.loads(files["api/v1/municipalities/0811.json"])
    assert whole["next_region"] == {"code": None, "name": "Region Øst", "valid_from": "2027-01-01"}
    assert whole["referral"] == {"da": "Skriv til koordinatoren."}
    assert whole["services"][0]["name"] == {"da": "Frivillig ven", "en": "Volunteer friend"}
    assert whole["facts"][0]["source"]["locator"] == "s. 3"
    assert whole["nearby"] == ["0812"]
    assert whole["files"] == [
        {
            "url": "https://portal.example/kommuner/aaby/aftale-aaby.da.docx",
            "lang": "da",
            "format": "docx",
            "bytes": 1300,
            "sha256": "bb",
        }
    ]


def test_only_contacts_with_consent_and_a_fresh_date_are_in_any_file(files: dict[str, bytes]) -> None:
    everything = b"".join(data for path, data in files.items() if not path.endswith(".xlsx")).decode()
    assert "Kim Koordinator" in everything
    assert "For Gammel" not in everything
    assert "Uden Samtykke" not in everything
    assert [load["id"] for load in json.loads(files["api/v1/municipalities/0811.json"])["contacts"]] == ["kontor"]


def test_the_table_says_the_same_as_the_list(files: dict[str, bytes]) -> None:
    first, second = csv.DictReader(io.StringIO(files["api/v1/municipalities.csv"].decode(), newline=""))
    assert first["code"] == "0811"
    assert (first["cooperation_level"], first["cooperation_since"]) == ("present", "2019")
    assert (first["population"], first["population_period"], first["region_name"]) == ("54321", "2026K1", "Region Vest")
    assert (second["cooperation_level"], second["population"], second["website"]) == ("unknown", "", "")


def test_the_same_portal_gives_the_same_bytes(portal: Portal, files: dict[str, bytes]) -> None:
    assert open_data(example(portal), TODAY, FILES) == files


def test_without_a_known_site_addresses_are_paths(portal: Portal) -> None:
    local = replace(example(portal), site_url="")
    assert rows(open_data(local, TODAY, ()))["0811"]["url"] == "/kommuner/aaby/"


def test_a_contact_says_how_long_it_may_be_shown(portal: Portal) -> None:
    own = json.loads(open_data(portal, TODAY, FILES)["api/v1/municipalities/0801.json"])["contacts"]
    assert [(item["assured_date"], item["valid_until"]) for item in own] == [("2026-05-01", "2027-05-01")]
