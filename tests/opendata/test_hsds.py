"""Organizations and services as HSDS 3.0."""

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from tests.opendata.examples import TODAY, example
from tests.opendata.hsds import page_of
from vejviser.model.portal import Portal
from vejviser.opendata.all import open_data


@pytest.fixture
def pages(portal: Portal) -> dict[str, Any]:
    files = open_data(example(portal), TODAY, ())
    return {name: json.loads(files[f"api/v1/hsds/{name}s.json"]) for name in ("organization", "service")}


@pytest.mark.parametrize("name", ["organization", "service"])
def test_the_lists_follow_hsds(pages: dict[str, Any], name: str) -> None:
    validator = Draft202012Validator(page_of(name), format_checker=FormatChecker())
    assert [error.message for error in validator.iter_errors(pages[name])] == []


def test_ids_are_unique_and_every_service_has_its_organization(pages: dict[str, Any]) -> None:
    organizations = [it["id"] for it in pages["organization"]["contents"]]
    services = pages["service"]["contents"]
    assert len(set(organizations)) == len(organizations)
    assert len({it["id"] for it in services}) == len(services) == 2
    assert {it["organization_id"] for it in services} <= set(organizations)


def test_a_service_in_full(pages: dict[str, Any]) -> None:
    service = pages["service"]["contents"][0]
    assert (service["name"], service["organization"]["name"]) == ("Frivillig ven", "Røde Kors")
    assert service["application_process"] == "Skriv til koordinatoren."
    assert [it["code"] for it in service["languages"]] == ["da", "ar"]
    assert [it["name"] for it in service["service_areas"]] == ["Åby Kommune"]
    assert [(it["name"], it["phones"][0]["number"]) for it in service["contacts"]] == [
        ("Kim Koordinator", "00 00 00 00")
    ]


def test_an_association_without_a_name_is_not_given_one(pages: dict[str, Any]) -> None:
    assert pages["service"]["contents"][1]["organization"]["name"] == "Anden forening"


def test_a_portal_without_services_has_an_empty_page(portal: Portal) -> None:
    page = json.loads(open_data(portal, TODAY, ())["api/v1/hsds/services.json"])
    assert (page["empty"], page["total_items"], page["contents"]) == (True, 0, [])
