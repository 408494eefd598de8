"""The tables are what their descriptions say: every cell is read by its column's type, as a program would."""

import csv
import io
import json
import re
from collections.abc import Callable
from typing import Any

import pytest

from tests.opendata.examples import FILES, TODAY, example
from vejviser.content.model.portal import Portal
from vejviser.opendata.all_files import open_data

READ: dict[str, Callable[[str], Any]] = {
    "string": str,
    "integer": int,
    "decimal": float,
    "number": float,
    "boolean": {"true": True, "false": False}.__getitem__,
}


@pytest.fixture
def files(portal: Portal) -> dict[str, bytes]:
    return open_data(example(portal), TODAY, FILES)


def cells(files: dict[str, bytes], name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files[f"api/v1/{name}.csv"].decode("utf-8"), newline="")))


@pytest.mark.parametrize("name", ["municipalities", "status"])
def test_every_cell_is_of_the_type_that_csvw_says(files: dict[str, bytes], name: str) -> None:
    told = json.loads(files[f"api/v1/{name}.csv-metadata.json"])
    assert told["@context"][0] == "http://www.w3.org/ns/csvw"
    assert told["url"] == f"{name}.csv"
    columns = told["tableSchema"]["columns"]
    head = files[f"api/v1/{name}.csv"].decode("utf-8").split("\r\n")[0]
    assert ",".join(column["name"] for column in columns) == head
    kinds = {
        column["name"]: column["datatype"]["base"] if isinstance(column["datatype"], dict) else column["datatype"]
        for column in columns
    }
    for row in cells(files, name):
        for column, cell in row.items():
            if cell not in told["null"]:
                READ[kinds[column]](cell)


def test_a_code_stays_a_text(files: dict[str, bytes]) -> None:
    package = json.loads(files["api/v1/datapackage.json"])
    places = next(item for item in package["resources"] if item["name"] == "municipalities")
    assert places["schema"]["fields"][0] == {"name": "code", "type": "string", "constraints": {"required": True}}
    assert {row["code"] for row in cells(files, "municipalities")} >= {"0811"}


def test_the_package_is_as_the_standard_wants_it(files: dict[str, bytes]) -> None:
    """Held against Data Package 1.0: names, paths and types that it allows, and files that are there."""
    package = json.loads(files["api/v1/datapackage.json"])
    assert re.fullmatch(r"[-a-z0-9._/]+", package["name"])
    assert all({"path", "title"} <= item.keys() for item in package["licenses"])
    for resource in package["resources"]:
        assert re.fullmatch(r"[-a-z0-9._/]+", resource["name"])
        assert f"api/v1/{resource['path']}" in files
        fields = {item["name"]: item["type"] for item in resource["schema"]["fields"]}
        assert {*fields.values()} <= {"string", "integer", "number", "boolean"}
        assert {*resource["schema"]["primaryKey"]} <= fields.keys()
