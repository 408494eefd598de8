from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vejviser.base.cache import Store
from vejviser.base.fingerprints import cache_key


def test_what_is_put_is_got(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put("aa1", b"")
    assert store.get("aa1") == b""
    assert store.get("aa2") is None


@pytest.mark.parametrize("damaged", [b"", b"short", b"\0" * 32 + b"something else"])
def test_what_was_cut_short_or_changed_is_as_good_as_missing(tmp_path: Path, damaged: bytes) -> None:
    store = Store(tmp_path)
    store.put("aa1", b"something")
    (file,) = tmp_path.glob("*/*")
    file.write_bytes(damaged)
    assert store.get("aa1") is None
    store.put("aa1", b"something")
    assert store.get("aa1") == b"something"


@given(st.lists(st.text()), st.lists(st.text()))
def test_other_parts_give_another_key(one: list[str], other: list[str]) -> None:
    assert (cache_key(*one) == cache_key(*other)) == (one == other)
