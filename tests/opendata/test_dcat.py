"""The catalogue: what DCAT-AP 3 makes mandatory is there, and it names every list we publish."""

import json
from typing import Any

import pytest

from tests.opendata.examples import FILES, TODAY, example
from vejviser.model.portal import Portal
from vejviser.opendata.all import open_data


@pytest.fixture
def files(portal: Portal) -> dict[str, bytes]:
    return open_data(example(portal), TODAY, FILES)


@pytest.fixture
def catalogue(files: dict[str, bytes]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(files["api/v1/dcat.jsonld"])
    return found


def test_mandatory_properties(catalogue: dict[str, Any]) -> None:
    assert all(catalogue[key] for key in ("dct:title", "dct:description", "dct:publisher", "dcat:dataset"))
    for dataset in catalogue["dcat:dataset"]:
        assert all(dataset[key] for key in ("dct:title", "dct:description"))
        assert all(it["dcat:accessURL"]["@id"].startswith("https://") for it in dataset["dcat:distribution"])


def test_the_licence_is_one_and_open(catalogue: dict[str, Any]) -> None:
    found = {it["dct:license"]["@id"] for data in catalogue["dcat:dataset"] for it in data["dcat:distribution"]}
    assert found == {"https://creativecommons.org/licenses/by/4.0/"}


def test_every_list_is_in_the_catalogue_and_every_file_of_it_exists(
    catalogue: dict[str, Any], files: dict[str, bytes]
) -> None:
    named = {
        it["dcat:downloadURL"]["@id"].removeprefix("https://portal.example/")
        for data in catalogue["dcat:dataset"]
        for it in data["dcat:distribution"]
    }
    lists = {path for path in files if "/municipalities/" not in path and not path.endswith(("index.json", "jsonld"))}
    assert named == lists


def test_titles_are_in_every_language_of_the_portal(portal: Portal, catalogue: dict[str, Any]) -> None:
    assert [it["@language"] for it in catalogue["dct:title"]] == list(portal.languages)
