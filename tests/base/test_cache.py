import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vejviser.base import cache as module
from vejviser.base.cache import Entry, Store
from vejviser.base.fingerprints import cache_key

NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_what_is_put_is_got_and_described(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put("aa1", b"")
    assert store.get("aa1") == b""
    assert store.entry("aa1") == Entry(0, NOTHING)
    assert store.get("aa2") is None
    assert store.entry("aa2") is None


@pytest.mark.parametrize("damaged", [b"", b"short", b"\0" * 32 + b"something else"])
def test_what_was_cut_short_or_changed_is_as_good_as_missing(tmp_path: Path, damaged: bytes) -> None:
    store = Store(tmp_path)
    store.put("aa1", b"something")
    (file,) = tmp_path.glob("*/*")
    file.write_bytes(damaged)
    assert store.get("aa1") is None
    assert store.entry("aa1") is None
    store.put("aa1", b"something")
    assert store.get("aa1") == b"something"


def test_what_was_used_longest_ago_is_forgotten_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_BYTES", 3 * 40)
    store = Store(tmp_path)
    for number in range(4):
        store.put(f"aa{number}", b"8 bytes.")
        os.utime(tmp_path / "aa" / f"aa{number}", (number, number))
    store.touch(["aa0"])
    assert [number for number in range(4) if store.get(f"aa{number}")] == [0, 2, 3]


@given(st.lists(st.text()), st.lists(st.text()))
def test_other_parts_give_another_key(one: list[str], other: list[str]) -> None:
    assert (cache_key(*one) == cache_key(*other)) == (one == other)
