"""A content is kept once, stands in many places, and is believed only as long as it looks as it did."""

import os
from pathlib import Path

import pytest

from vejviser.base.contents import Content, Contents
from vejviser.base.files import write_if_changed

HELLO = Content("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824", 5)


def test_a_content_is_found_by_what_it_holds(tmp_path: Path) -> None:
    contents = Contents(tmp_path)
    assert not contents.has(HELLO)
    assert contents.put(b"hello") == HELLO
    assert contents.has(HELLO)
    assert contents.read(HELLO) == b"hello"
    assert contents.put(b"hello") == HELLO


def test_it_stands_in_a_site_as_the_same_file(tmp_path: Path) -> None:
    contents = Contents(tmp_path / "kept")
    contents.place(contents.put(b"hello"), tmp_path / "page.html")
    assert (tmp_path / "page.html").samefile(contents.path(HELLO))


def test_where_the_disk_has_no_links_it_is_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(1, "no links here")

    monkeypatch.setattr(Path, "hardlink_to", refused)
    contents = Contents(tmp_path / "kept")
    contents.place(contents.put(b"hello"), tmp_path / "page.html")
    assert (tmp_path / "page.html").read_bytes() == b"hello"
    assert not (tmp_path / "page.html").samefile(contents.path(HELLO))


@pytest.mark.parametrize("damaged", [b"", b"hell", b"HELLO", b"hello, world"])
def test_what_was_changed_through_a_site_is_as_good_as_missing(tmp_path: Path, damaged: bytes) -> None:
    contents = Contents(tmp_path)
    contents.put(b"hello")
    with contents.path(HELLO).open("r+b") as file:
        file.truncate()
        file.write(damaged)
    os.utime(contents.path(HELLO), (1, 1))
    assert not contents.has(HELLO)
    with pytest.raises(FileNotFoundError):
        contents.read(HELLO)
    assert contents.put(b"hello") == HELLO
    assert contents.read(HELLO) == b"hello"


def test_a_later_build_believes_what_looks_the_same_and_reads_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = Contents(tmp_path)
    first.put(b"hello")
    first.remember()
    read: list[Path] = []
    monkeypatch.setattr("vejviser.base.contents.file_digest", lambda path: read.append(path) or HELLO.sha256)
    assert Contents(tmp_path).has(HELLO)
    assert read == []
    os.utime(first.path(HELLO), (1, 1))  # a checkout, a restored cache, a clock that was put back
    assert Contents(tmp_path).has(HELLO)
    assert read == [first.path(HELLO)]


@pytest.mark.parametrize("damaged", [b"", b"{", b"[]", b'{"2cf2": 7}', b"\xff"])
def test_a_damaged_memory_is_no_memory(tmp_path: Path, damaged: bytes) -> None:
    first = Contents(tmp_path)
    first.put(b"hello")
    write_if_changed(tmp_path / "seen.json", damaged)
    assert Contents(tmp_path).has(HELLO)
