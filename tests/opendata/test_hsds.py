"""Organizations and services as HSDS 3.1.3."""

import json
import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from tests.opendata.examples import TODAY, example
from tests.opendata.hsds import ENTRY, page_of, single
from vejviser.content.model.portal import Portal
from vejviser.opendata.all_files import open_data
from vejviser.opendata.hsds_api import VERSION

FOLDER = "api/v1/hsds"


@pytest.fixture
def files(portal: Portal) -> dict[str, Any]:
    found = open_data(example(portal), TODAY, ())
    return {path.removeprefix(FOLDER): json.loads(item) for path, item in found.items() if path.startswith(FOLDER)}


@pytest.fixture
def pages(files: dict[str, Any]) -> dict[str, Any]:
    return {name: files[f"/{name}s.json"] for name in ("organization", "service")}


def mistakes(schema: dict[str, Any], value: Any) -> list[str]:
    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    return [error.message for error in validator.iter_errors(value)]


@pytest.mark.parametrize("name", ["organization", "service"])
def test_the_lists_follow_hsds(pages: dict[str, Any], name: str) -> None:
    assert mistakes(page_of(name), pages[name]) == []


def test_every_service_has_a_file_that_says_the_same(files: dict[str, Any], pages: dict[str, Any]) -> None:
    alone = {path: file for path, file in files.items() if path.startswith("/services/")}
    assert alone == {f"/services/{page['id']}.json": page for page in pages["service"]["contents"]}
    assert [mistakes(single("service"), item) for item in alone.values()] == [[], []]


def test_the_root_says_the_version_and_where_the_paths_are_described(files: dict[str, Any]) -> None:
    assert mistakes(ENTRY, files["/index.json"]) == []
    assert files["/index.json"]["openapi_url"] == f"https://portal.example/{FOLDER}/openapi.json"


def test_the_description_names_the_paths_there_are_and_the_schemas_of_hsds(files: dict[str, Any]) -> None:
    described = files["/openapi.json"]
    assert described["servers"] == [{"url": f"https://portal.example/{FOLDER}"}]
    an_id = next(path for path in files if path.startswith("/services/"))
    there = {an_id if "{id}" in path else path for path in described["paths"]}
    assert there == {path for path in files if path != "/openapi.json"} - {
        path for path in files if path.startswith("/services/") and path != an_id
    }
    schemas = described["components"]["schemas"]
    assert set(re.findall(r'"\$ref": "([^"]+)"', json.dumps(described))) == {
        f"#/components/schemas/{name}" for name in schemas
    }
    official = "https://raw.githubusercontent.com/openreferral/specification/v3.1.3/schema/compiled"
    assert {name: schema["externalDocs"]["url"] for name, schema in schemas.items()} == {
        name: f"{official}/{name}.json" for name in ("service", "organization")
    }
    assert [mistakes(schemas["service"], row) for row in files["/services.json"]["contents"]] == [[], []]
    assert [
        item for row in files["/organizations.json"]["contents"] for item in mistakes(schemas["organization"], row)
    ] == []


def test_a_contact_is_there_only_when_it_may_be_shown(portal: Portal) -> None:
    small = example(portal)
    own = small.municipalities[0]
    fresh = own.contacts[-1].model_copy(update={"assured_date": TODAY})
    known = replace(small, municipalities=(own.model_copy(update={"contacts": (*own.contacts, fresh)}),))
    rows = json.loads(open_data(known, TODAY, ())[f"{FOLDER}/organizations.json"])
    assert mistakes(page_of("organization"), rows) == []
    municipality = next(row for row in rows["contents"] if "organization_identifiers" in row)
    assert [(item["name"], item["organization_id"]) for item in municipality["contacts"]] == [
        ("For Gammel", municipality["id"])
    ]
    later = json.loads(open_data(known, date(2027, 11, 23), ())[f"{FOLDER}/organizations.json"])
    assert not any("contacts" in item for item in later["contents"])


def test_ids_are_unique_and_every_service_has_its_organization(pages: dict[str, Any]) -> None:
    organizations = [page["id"] for page in pages["organization"]["contents"]]
    services = pages["service"]["contents"]
    assert len(set(organizations)) == len(organizations)
    assert len({service["id"] for service in services}) == len(services) == 2
    assert {service["organization_id"] for service in services} <= set(organizations)


def test_a_service_in_full(pages: dict[str, Any]) -> None:
    service = pages["service"]["contents"][0]
    assert (service["name"], service["organization"]["name"]) == ("Frivillig ven", "Røde Kors")
    assert service["application_process"] == "Skriv til koordinatoren."
    assert [item["code"] for item in service["languages"]] == ["da", "ar"]
    assert [item["name"] for item in service["service_areas"]] == ["Åby Kommune"]
    assert [(item["name"], item["phones"][0]["number"]) for item in service["contacts"]] == [
        ("Kim Koordinator", "00 00 00 00")
    ]


def test_an_association_without_a_name_is_not_given_one(pages: dict[str, Any]) -> None:
    assert pages["service"]["contents"][1]["organization"]["name"] == "Anden forening"


def test_a_portal_without_services_has_an_empty_page(portal: Portal) -> None:
    page = json.loads(open_data(portal, TODAY, ())["api/v1/hsds/services.json"])
    assert (page["empty"], page["total_items"], page["contents"]) == (True, 0, [])


def test_every_language_says_which_version_it_is(portal: Portal) -> None:
    told = {portal.texts[language]("opendata.datasets.services.description") for language in portal.languages}
    assert {VERSION in text for text in told} == {True}
