"""What a build is made with is part of every key: another version of anything gives another fingerprint."""

from importlib import metadata
from pathlib import Path

import pytest

from vejviser.base.fingerprints import _code_fingerprint, installation_fingerprint
from vejviser.documents import version as documents

fingerprint = _code_fingerprint.__wrapped__


def newer(monkeypatch: pytest.MonkeyPatch, library: str) -> None:
    versions = metadata.version
    monkeypatch.setattr(metadata, "version", lambda name: "999" if name == library else versions(name))


@pytest.mark.parametrize(
    ("libraries", "changed"),
    [
        (documents.LIBRARIES, "weasyprint"),
        (documents.LIBRARIES, "pyphen"),
        (documents.LIBRARIES, "tinycss2"),
    ],
)
def test_a_library_counts_and_so_does_what_it_is_built_on(
    monkeypatch: pytest.MonkeyPatch, libraries: tuple[str, ...], changed: str
) -> None:
    before = fingerprint(libraries, ())
    assert fingerprint(libraries, ()) == before
    newer(monkeypatch, changed)
    assert fingerprint(libraries, ()) != before


def test_a_program_for_tests_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    before = fingerprint(documents.LIBRARIES, ())
    newer(monkeypatch, "pytest")
    assert fingerprint(documents.LIBRARIES, ()) == before


def test_documents_are_made_with_the_model_too() -> None:
    """Text direction and the main language are said there, and the writers of the formats ask for them."""
    assert "content/model" in documents.FOLDERS


def test_every_library_there_is_counts_for_the_whole_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = installation_fingerprint.__wrapped__
    monkeypatch.syspath_prepend(tmp_path)
    before = whole()
    assert whole() == before
    (tmp_path / "jinja2-999.dist-info").mkdir()
    assert whole() != before
