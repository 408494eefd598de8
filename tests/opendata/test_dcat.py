"""The catalogue: it keeps what DCAT-AP 3.0.0 demands, and names every list we publish."""

import json
import re
from typing import Any

import pytest

from tests.opendata.dcat_ap import breaches
from tests.opendata.examples import FILES, TODAY, example
from vejviser.content.model.portal import Portal
from vejviser.opendata.all_files import open_data


@pytest.fixture
def files(portal: Portal) -> dict[str, bytes]:
    return open_data(example(portal), TODAY, FILES)


@pytest.fixture
def catalogue(files: dict[str, bytes]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(files["api/v1/dcat.jsonld"])
    return found


def test_it_keeps_what_dcat_ap_demands(catalogue: dict[str, Any]) -> None:
    assert list(breaches(catalogue)) == []
    places = [item["dcat:accessURL"]["@id"] for data in catalogue["dcat:dataset"] for item in data["dcat:distribution"]]
    assert len(places) == 14
    assert all(place.startswith("https://portal.example/") for place in places)


def test_it_has_what_the_danish_profile_requires(catalogue: dict[str, Any]) -> None:
    """DCAT-AP-DK 3.0.0, chapter 4: every property of level »Obligatorisk« of the classes that we use."""
    datasets = catalogue["dcat:dataset"]
    files = [file for data in datasets for file in data["dcat:distribution"]]
    concepts = [
        *(theme for data in datasets for theme in data["dcat:theme"]),
        *(it["dcatap:availability"] for it in files),
    ]
    required = {
        ("dct:title", "dct:description", "dct:publisher"): [catalogue, *datasets],
        ("dcat:accessURL",): files,
        ("foaf:name",): [catalogue["dct:publisher"]],
        ("skos:prefLabel",): concepts,
    }
    missing = [
        (name, it["@id"]) for names, things in required.items() for it in things for name in names if not it.get(name)
    ]
    assert missing == []


def feed(catalogue: dict[str, Any]) -> dict[str, Any]:
    """Return the feed of the materials."""
    found: dict[str, Any] = catalogue["dcat:dataset"][4]["dcat:distribution"][1]
    return found


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda item: item.pop("dct:publisher"), "dct:publisher: 0 of them"),
        (lambda item: item["dct:publisher"].pop("foaf:name"), "foaf:name: 0 of them"),
        (
            lambda item: feed(item).update({"dct:format": {"@id": "https://x.example/atom", "@type": "foaf:Document"}}),
            "is not a dct:MediaTypeOrExtent",
        ),
        (lambda item: feed(item).update({"dct:title": {"@id": "https://x.example/"}}), "is not of the kind text"),
        (lambda item: feed(item).update({"dct:format": [feed(item)["dct:format"]] * 2}), "dct:format: 2 of them"),
        (lambda item: item.update({"dct:titel": "x"}), "dct:titel: unknown"),
        (lambda item: item["dcat:dataset"][0].pop("dct:title"), "dct:title: 0 of them"),
        (
            lambda item: item["dcat:dataset"][0]["dcat:distribution"][0].pop("dcat:accessURL"),
            "dcat:accessURL: 0 of them",
        ),
        (lambda item: [data["dcat:theme"][0].pop("skos:prefLabel") for data in item["dcat:dataset"]], "prefLabel: 0"),
    ],
)
def test_the_rules_find_what_is_wrong(catalogue: dict[str, Any], spoil: Any, told: str) -> None:
    spoil(catalogue)
    assert any(told in breach for breach in breaches(catalogue))


def test_the_licence_is_one_and_open(catalogue: dict[str, Any]) -> None:
    found = {item["dct:license"]["@id"] for data in catalogue["dcat:dataset"] for item in data["dcat:distribution"]}
    assert found == {"https://creativecommons.org/licenses/by/4.0/"}


def test_every_list_is_in_the_catalogue_and_every_file_of_it_exists(
    catalogue: dict[str, Any], files: dict[str, bytes]
) -> None:
    named = {
        item["dcat:downloadURL"]["@id"].removeprefix("https://portal.example/")
        for data in catalogue["dcat:dataset"]
        for item in data["dcat:distribution"]
    }
    lists = {
        path
        for path in files
        if not re.search("/(municipalities|services|schemas)/|^../feeds/|feeds/news-", path)
        and not path.endswith(("index.json", "openapi.json", "jsonld", "-metadata.json", "datapackage.json", ".md"))
    }
    assert named == lists


def test_titles_are_in_every_language_of_the_portal(portal: Portal, catalogue: dict[str, Any]) -> None:
    assert [item["@language"] for item in catalogue["dct:title"]] == list(portal.languages)
