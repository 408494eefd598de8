"""The search index is cut into small pieces; Pagefind finds every word in exactly one of them, and nothing is lost."""

import gzip
import json
import shutil
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import cbor2
import pytest

from vejviser.base.contents import Content, file_digest
from vejviser.base.engine import Engine
from vejviser.content.languages import Language, languages, main_language
from vejviser.privacy.finder import findings
from vejviser.site.search import MARK, index_files, index_shards
from vejviser.site.search.index_shards import MAGIC, split_index, unpacked

WORDS = ["aftal", "aftaleforløb", "ven", "venskab", "våben", "ярмарок", "وجبة"]
KINDS = [["Håndbog", [3, 1]], ["Kapitel", [2]], ["Artikel", [4]]]


def packed(content: object) -> bytes:
    return gzip.compress(MAGIC + cbor2.dumps(content))


def read(path: Path) -> Any:
    return cbor2.loads(unpacked(path))


def an_index(folder: Path, words: list[str]) -> Path:
    """An index of one language in one piece, in Pagefind's form."""
    (folder / "index").mkdir(parents=True)
    records = [[word, [[1, [100], []]], []] for word in words]
    (folder / "index/da_old.pf_index").write_bytes(packed([records]))
    (folder / "filter").mkdir()
    (folder / "filter/da_old.pf_filter").write_bytes(packed(["kind", KINDS]))
    account = ["1.5.2", [], [[words[0], words[-1], "da_old"]], [["kind", "da_old"]], [], ["title"]]
    (folder / "pagefind.da_old.pf_meta").write_bytes(packed(account))
    (folder / "pagefind-entry.json").write_text('{"version":"1.5.2","languages":{"da":{"hash":"da_old","wasm":"da"}}}')
    return folder


def told(folder: Path) -> list[tuple[str, str, list[str]]]:
    """What the account of the Danish index says: from, to, and the words that really are in that piece."""
    entry = json.loads((folder / "pagefind-entry.json").read_text())
    account = read(folder / f"pagefind.{entry['languages']['da']['hash']}.pf_meta")
    return [
        (first, last, [word for word, *_ in read(folder / f"index/{name}.pf_index")[0]])
        for first, last, name in account[2]
    ]


@pytest.mark.parametrize("size", [1, 40, 1_000_000])
def test_every_word_is_in_one_piece_and_the_account_leads_to_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    monkeypatch.setattr(index_shards, "SHARD_BYTES", size)
    split_index(an_index(tmp_path, WORDS))
    rows = told(tmp_path)
    assert [word for _, _, words in rows for word in words] == WORDS
    for word in WORDS:
        [led_to] = [words for first, last, words in rows if first <= word <= last]
        assert word in led_to
    assert len(rows) == {1: 7, 1_000_000: 1}.get(size, len(rows))
    assert len(list((tmp_path / "index").iterdir())) == len(rows), "the old pieces are gone"
    assert all(earlier[1] < later[0] for earlier, later in pairwise(rows))


def test_a_word_half_typed_is_looked_for_where_its_ends_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index_shards, "SHARD_BYTES", 1)
    split_index(an_index(tmp_path, ["fortælle", "fortælling", "forud"]))
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
    split_index(an_index(tmp_path, WORDS))
    [meta] = tmp_path.glob("*.pf_meta")
    assert meta.name != "pagefind.da_old.pf_meta"
    version, pages, _, _, sorts, fields = read(meta)
    assert (version, pages, sorts, fields) == ("1.5.2", [], [], ["title"])


def test_no_piece_has_a_name_that_reads_as_a_cpr_number(tmp_path: Path) -> None:
    """The sum of the piece with this word begins with ten digits, which are a birth date and pass modulus 11."""
    split_index(an_index(tmp_path, ["ord9974"]))
    [piece] = (tmp_path / "index").iterdir()
    assert piece.stem.startswith("da_040438657"), "the word was to give the digits; find another"
    assert not list(findings(piece.name))


def test_the_values_of_a_filter_come_in_order(tmp_path: Path) -> None:
    split_index(an_index(tmp_path, WORDS))
    [meta] = tmp_path.glob("*.pf_meta")
    [[name, file]] = read(meta)[3]
    assert [path.stem for path in (tmp_path / "filter").iterdir()] == [file]
    assert read(tmp_path / f"filter/{file}.pf_filter") == [name, sorted(KINDS)]


def test_the_same_pages_give_the_same_index_twice(tmp_path: Path, small_site: Path) -> None:
    found = []
    for name in ("one", "two"):
        engine = Engine(tmp_path / name)
        found.append(index_files(by_language(small_site, engine), engine).files)
    assert found[0] == found[1]
    assert len(found[0]) > 50
    index = {path for path in (small_site / "pagefind").rglob("*") if path.is_file() and "titles" not in path.name}
    assert {path: content.sha256 for path, content in found[0].items()} == {
        path.relative_to(small_site).as_posix(): file_digest(path) for path in index
    }


def by_language(site: Path, engine: Engine) -> dict[Language, dict[str, Content]]:
    """The pages of a site, by the language of their part of it and their places."""
    found: dict[Language, dict[str, Content]] = {language: {} for language in languages()}
    for path in sorted(site.rglob("*.html")):
        place = path.relative_to(site).as_posix()
        language = place.partition("/")[0]
        of = found[language] if language in found else found[main_language()]
        if MARK in (page := path.read_bytes()):
            of[place] = engine.contents.put(page)
    return found


def test_languages_by_themselves_give_what_pagefind_gives_for_all_at_once(tmp_path: Path, small_site: Path) -> None:
    site = tmp_path / "site"
    shutil.copytree(small_site, site, ignore=shutil.ignore_patterns("pagefind"))
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--quiet"]
    subprocess.run(command, check=True)
    split_index(site / "pagefind")
    together = {path.relative_to(site).as_posix(): file_digest(path) for path in site.rglob("pagefind/**/*.*")}
    engine = Engine(tmp_path / "engine")
    apart = index_files(by_language(small_site, engine), engine).files
    assert {path: content.sha256 for path, content in apart.items()} == together


def test_only_the_language_of_a_changed_page_is_indexed_again(tmp_path: Path, small_site: Path) -> None:
    engine = Engine(tmp_path / "engine")
    pages = by_language(small_site, engine)
    index_files(pages, engine)
    engine.made.clear()
    place, page = next(
        (place, page) for place, content in pages["ar"].items() if b"</h1>" in (page := engine.contents.read(content))
    )
    new = engine.contents.put(page.replace(b"</h1>", b"</h1><p>kamel</p>", 1))
    changed = {**pages, "ar": {**pages["ar"], place: new}}
    before, after = index_files(pages, engine), index_files(changed, engine)
    assert engine.made == {"search": 1}
    assert before.files != after.files


def test_a_language_in_which_nothing_is_to_be_found_has_no_index(tmp_path: Path) -> None:
    assert index_files({"en": {}}, Engine(tmp_path / "engine")).files == {}


def test_the_real_index_is_cut_and_nothing_is_lost(
    tmp_path: Path, small_site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "pagefind"
    shutil.copytree(small_site / "pagefind", folder)
    whole = [word for _, _, words in told(folder) for word in words]
    monkeypatch.setattr(index_shards, "SHARD_BYTES", 1_000)
    split_index(folder)
    rows = told(folder)
    assert len(rows) > 10
    assert [word for _, _, words in rows for word in words] == whole == sorted(set(whole), key=str.encode)
    assert all(first <= word <= last for first, last, words in rows for word in words)
    assert all(earlier[1] < later[0] for earlier, later in pairwise(rows))
