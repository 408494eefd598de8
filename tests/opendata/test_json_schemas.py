"""Every list is what its schema says, and the schemas find what is wrong: these rows in, these answers out."""

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.opendata.examples import FILES, TODAY, example
from vejviser.content.model.portal import Portal
from vejviser.opendata.all_files import open_data
from vejviser.opendata.json_schemas import rows

LISTS = sorted(rows())


@pytest.fixture(params=["an example", "the small portal"])
def files(request: pytest.FixtureRequest, portal: Portal) -> dict[str, bytes]:
    if request.param == "an example":
        return open_data(example(portal), TODAY, FILES)
    return open_data(portal, TODAY, ())


def read(files: dict[str, bytes], path: str) -> Any:
    return json.loads(files[f"api/v1/{path}.json"])


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_what_its_schema_says(files: dict[str, bytes], name: str) -> None:
    schema = read(files, f"schemas/{name}")
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    assert [error.message for error in validator.iter_errors(read(files, name))] == []


@pytest.mark.parametrize("name", LISTS)
def test_the_schema_knows_every_key_of_a_row(files: dict[str, bytes], name: str) -> None:
    assert all(row.keys() == rows()[name].keys() for row in read(files, name))


@pytest.mark.parametrize("name", LISTS)
def test_a_row_that_lacks_a_key_or_holds_a_number_for_a_text_is_found(files: dict[str, bytes], name: str) -> None:
    validator = Draft202012Validator(read(files, f"schemas/{name}"))
    for row in read(files, name)[:1]:
        assert list(validator.iter_errors([{**row, "url": 1}]))
        assert list(validator.iter_errors([{key: value for key, value in row.items() if key != "url"}]))
