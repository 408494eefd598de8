"""The search index is cut into small pieces; Pagefind finds every word in exactly one of them, and nothing is lost."""

import gzip
import json
import shutil
from itertools import pairwise
from pathlib import Path

import pytest

from vejviser.search import cbor, pieces
from vejviser.search.pieces import MAGIC, cut_index, unpacked

WORDS = ["aftal", "aftaleforløb", "ven", "venskab", "våben", "ярмарок", "وجبة"]
SOMEWHERE = cbor.array(cbor.array(b"\x01", cbor.array(b"\x18\x64"), cbor.array()))
"""A word's pages: page 1, place 100."""


def packed(body: bytes) -> bytes:
    return gzip.compress(MAGIC + body)


def an_index(folder: Path, words: list[str]) -> Path:
    """An index of one language in one piece, in Pagefind's form."""
    (folder / "index").mkdir(parents=True)
    records = [cbor.array(cbor.text(word), SOMEWHERE, cbor.array()) for word in words]
    (folder / "index/da_old.pf_index").write_bytes(packed(cbor.array(cbor.array(*records))))
    rows = cbor.array(cbor.array(cbor.text(words[0]), cbor.text(words[-1]), cbor.text("da_old")))
    account = cbor.array(cbor.text("1.5.2"), cbor.array(), rows, cbor.array(cbor.text("kind")))
    (folder / "pagefind.da_old.pf_meta").write_bytes(packed(account))
    (folder / "pagefind-entry.json").write_text('{"version":"1.5.2","languages":{"da":{"hash":"da_old","wasm":"da"}}}')
    return folder


def told(folder: Path) -> list[tuple[str, str, list[str]]]:
    """What the account of the Danish index says: from, to, and the words that really are in that piece."""
    entry = json.loads((folder / "pagefind-entry.json").read_text())
    account = unpacked(folder / f"pagefind.{entry['languages']['da']['hash']}.pf_meta")
    found = []
    for row, _ in cbor.items(account, cbor.items(account, 0)[2][0]):
        first, last, name = (cbor.read_text(account, at) for at, _ in cbor.items(account, row))
        piece = unpacked(folder / f"index/{name}.pf_index")
        records = cbor.items(piece, cbor.items(piece, 0)[0][0])
        found.append((first, last, [cbor.read_text(piece, cbor.items(piece, at)[0][0]) for at, _ in records]))
    return found


@pytest.mark.parametrize("size", [1, 40, 1_000_000])
def test_every_word_is_in_one_piece_and_the_account_leads_to_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    monkeypatch.setattr(pieces, "PIECE", size)
    cut_index(an_index(tmp_path, WORDS))
    rows = told(tmp_path)
    assert [word for _, _, words in rows for word in words] == WORDS
    for word in WORDS:
        [led_to] = [words for first, last, words in rows if first <= word <= last]
        assert word in led_to
    assert len(rows) == {1: 7, 1_000_000: 1}.get(size, len(rows))
    assert len(list((tmp_path / "index").iterdir())) == len(rows), "the old pieces are gone"
    assert all(earlier[1] < later[0] for earlier, later in pairwise(rows))


def test_a_word_half_typed_is_looked_for_where_its_ends_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pieces, "PIECE", 1)
    cut_index(an_index(tmp_path, ["fortælle", "fortælling", "forud"]))
    rows = told(tmp_path)
    for typed, meant in [
        ("fortælli", "fortælling"),
        ("foru", "forud"),
        ("fortællere", "fortælle"),
        ("a", "fortælle"),
        ("å", "forud"),
    ]:
        assert [words for first, last, words in rows if first <= typed <= last] == [[meant]]


def test_the_rest_of_the_account_is_as_it_was_and_a_changed_one_has_a_new_name(tmp_path: Path) -> None:
    cut_index(an_index(tmp_path, WORDS))
    [meta] = tmp_path.glob("*.pf_meta")
    assert meta.name != "pagefind.da_old.pf_meta"
    account = unpacked(meta)
    parts = cbor.items(account, 0)
    assert cbor.read_text(account, parts[0][0]) == "1.5.2"
    assert account[slice(*parts[3])] == cbor.array(cbor.text("kind"))


def test_the_real_index_is_cut_and_nothing_is_lost(
    tmp_path: Path, small_site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "pagefind"
    shutil.copytree(small_site / "pagefind", folder)
    whole = [word for _, _, words in told(folder) for word in words]
    monkeypatch.setattr(pieces, "PIECE", 1_000)
    cut_index(folder)
    rows = told(folder)
    assert len(rows) > 10
    assert [word for _, _, words in rows for word in words] == whole == sorted(set(whole), key=str.encode)
    assert all(first <= word <= last for first, last, words in rows for word in words)
    assert all(earlier[1] < later[0] for earlier, later in pairwise(rows))


@pytest.mark.parametrize("length", [0, 23, 24, 255, 256, 70_000])
def test_texts_and_arrays_of_any_length(length: int) -> None:
    written = cbor.array(cbor.text("å" * length), *[b"\x00"] * length)
    assert cbor.after(written, 0) == len(written)
    assert len(cbor.items(written, 0)) == length + 1
    assert cbor.read_text(written, cbor.items(written, 0)[0][0]) == "å" * length


@pytest.mark.parametrize("other", [b"\xa1\x01\x01", b"\x9f\xff", b"\xf6"])
def test_another_form_than_pagefinds_is_refused(other: bytes) -> None:
    with pytest.raises(ValueError, match=r"at [01]"):
        cbor.items(other, 0)
