"""A document that makes a library warn is wrong, even if it comes out."""

import logging
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def no_warnings(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    yield
    told = [record for when in ("setup", "call") for record in caplog.get_records(when)]
    warned = [record.getMessage() for record in told if record.levelno >= logging.WARNING]
    assert warned == []
