"""Pagefind's index of a language in pieces a bad network carries, the same from the same pages (docs/adr/0061).

Pagefind cuts its index into pieces of about 28 kB and has no setting for it; every word of a query costs one. Here
the same records are put into smaller pieces, and Pagefind's account of them (its "meta") is told which word is
where. The values of a filter come in another order each time Pagefind is run; here they are sorted, so that the same
pages give the same site. Nothing else is touched, and Pagefind's own program reads it.
"""

import gzip
import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from itertools import chain, pairwise
from pathlib import Path
from typing import Any

import cbor2

MAGIC = b"pagefind_dcd"
PIECE = 12_000
"""Words are put into one piece until they fill so many bytes, some 6 kB as they are sent."""
_PIECES, _FILTERS = 2, 3
"""Which items of the account say which words are in which piece (rows of first word, last word, name of the piece),
and which filters there are (rows of name, name of the file)."""
_LAST = "\U0010ffff"
"""Sorts after every letter."""
_BELOW_SURROGATES, _LAST_SURROGATE = 0xD7FF, 0xDFFF
"""Between them are numbers that are no letters."""

Record = list[Any]
"""What is kept of a word: the word itself, then the pages and places it stands on."""


def cut_index(folder: Path) -> None:
    """Cut the index of every language in the folder `pagefind`."""
    entry = folder / "pagefind-entry.json"
    told = json.loads(entry.read_bytes())
    for language, about in told["languages"].items():
        meta = folder / f"pagefind.{about['hash']}.pf_meta"
        account = cbor2.loads(unpacked(meta))
        account[_PIECES] = list(_cut(folder / "index", language, account[_PIECES]))
        account[_FILTERS] = [[name, _sorted(folder / "filter", language, file)] for name, file in account[_FILTERS]]
        meta.unlink()
        about["hash"] = _write(folder, "pagefind.{}.pf_meta", language, account)
    entry.write_text(json.dumps(_in_order(told), ensure_ascii=False, separators=(",", ":")), "utf-8")


def unpacked(path: Path) -> bytes:
    """Read a file of the index."""
    return gzip.decompress(path.read_bytes()).removeprefix(MAGIC)


def _write(folder: Path, pattern: str, language: str, content: object) -> str:
    """Write a part of the index under a name that follows from its content; gives the name."""
    body = cbor2.dumps(content)
    name = f"{language}_{sha256(body).hexdigest()[:10]}"
    (folder / pattern.format(name)).write_bytes(gzip.compress(MAGIC + body, 9, mtime=0))
    return name


def _in_order(told: Mapping[str, Any]) -> dict[str, Any]:
    return {**told, "languages": dict(sorted(told["languages"].items()))}


def _cut(index: Path, language: str, rows: list[list[str]]) -> Iterator[list[str]]:
    """Cut the pieces that an account has in its `rows`; gives the rows of the new ones."""
    cut = list(_pieces(list(chain.from_iterable(_taken(index / f"{name}.pf_index") for _, _, name in rows))))
    starts = [_start(earlier[-1][0], piece[0][0]) for earlier, piece in pairwise(cut)]
    for piece, first, last in zip(cut, ["", *starts], [*map(_just_before, starts), _LAST], strict=True):
        yield [first, last, _write(index, "{}.pf_index", language, [piece])]


def _taken(path: Path) -> list[Record]:
    """Give the records of a piece, and take the piece away."""
    [records] = cbor2.loads(unpacked(path))
    path.unlink()
    return list(records)


def _sorted(filters: Path, language: str, file: str) -> str:
    """Write a filter with its values in order; gives the new file's name."""
    path = filters / f"{file}.pf_filter"
    name, values = cbor2.loads(unpacked(path))
    path.unlink()
    return _write(filters, "{}.pf_filter", language, [name, sorted(values)])


def _pieces(records: list[Record]) -> Iterator[list[Record]]:
    piece: list[Record] = []
    size = 0
    for record in records:
        piece.append(record)
        size += len(cbor2.dumps(record))
        if size >= PIECE:
            yield piece
            piece, size = [], 0
    if piece:
        yield piece


def _start(before: str, word: str) -> str:
    """Give as much of a word as tells it from the one before: a word half typed is looked for where its ends are."""
    same = 0
    while same < min(len(before), len(word) - 1) and word[same] == before[same]:
        same += 1
    return word[: same + 1]


def _just_before(start: str) -> str:
    """Give the last of all words that sort before `start`: so every word anybody types belongs to one piece."""
    code = ord(start[-1]) - 1
    return start[:-1] + chr(_BELOW_SURROGATES if code == _LAST_SURROGATE else code) + _LAST
