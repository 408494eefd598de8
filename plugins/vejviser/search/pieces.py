"""Pagefind's index of a language in pieces a bad network carries (docs/adr/0061).

Pagefind cuts its index into pieces of about 28 kB and has no setting for it; every word of a query costs one. Here
the same records are put into smaller pieces, and Pagefind's account of them (its "meta") is told which word is
where. Nothing else is touched: a piece is a list of words, and Pagefind's own program reads it.
"""

import gzip
import json
from collections.abc import Iterator
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

from vejviser.search import cbor

MAGIC = b"pagefind_dcd"
PIECE = 12_000
"""Words are put into one piece until they fill so many bytes, some 6 kB as they are sent."""
_PIECES = 2
"""Which item of the account says which words are in which piece: rows of first word, last word, name."""
_LAST = "\U0010ffff"
"""Sorts after every letter."""
_BELOW_SURROGATES, _LAST_SURROGATE = 0xD7FF, 0xDFFF
"""Between them are numbers that are no letters."""

Record = tuple[str, bytes]
"""A word, and its record: the pages and places it stands on, as Pagefind wrote it."""


def cut_index(folder: Path) -> None:
    """Cut the index of every language in the folder `pagefind`."""
    entry = folder / "pagefind-entry.json"
    told = json.loads(entry.read_bytes())
    for language, about in told["languages"].items():
        meta = folder / f"pagefind.{about['hash']}.pf_meta"
        account = _cut(folder / "index", language, unpacked(meta))
        meta.unlink()
        about["hash"] = _name(language, account)
        (folder / f"pagefind.{about['hash']}.pf_meta").write_bytes(_packed(account))
    entry.write_text(json.dumps(told, ensure_ascii=False, separators=(",", ":")), "utf-8")


def unpacked(path: Path) -> bytes:
    """Read a file of the index."""
    return gzip.decompress(path.read_bytes()).removeprefix(MAGIC)


def _packed(body: bytes) -> bytes:
    return gzip.compress(MAGIC + body, 9, mtime=0)


def _name(language: str, body: bytes) -> str:
    return f"{language}_{sha256(body).hexdigest()[:10]}"


def _cut(index: Path, language: str, account: bytes) -> bytes:
    """Cut the pieces that an account names; gives the account of the new ones."""
    start, end = cbor.items(account, 0)[_PIECES]
    records: list[Record] = []
    for row, _ in cbor.items(account, start):
        name = cbor.read_text(account, cbor.items(account, row)[2][0])
        path = index / f"{name}.pf_index"
        records += _records(unpacked(path))
        path.unlink()
    cut = list(_pieces(records))
    starts = [_start(earlier[-1][0], piece[0][0]) for earlier, piece in pairwise(cut)]
    rows = []
    for piece, first, last in zip(cut, ["", *starts], [*map(_just_before, starts), _LAST], strict=True):
        body = cbor.array(cbor.array(*(record for _, record in piece)))
        name = _name(language, body)
        (index / f"{name}.pf_index").write_bytes(_packed(body))
        rows.append(cbor.array(cbor.text(first), cbor.text(last), cbor.text(name)))
    return account[:start] + cbor.array(*rows) + account[end:]


def _records(piece: bytes) -> Iterator[Record]:
    [(words, _)] = cbor.items(piece, 0)
    for start, end in cbor.items(piece, words):
        _, _, word = cbor.head(piece, start)
        yield cbor.read_text(piece, word), piece[start:end]


def _pieces(records: list[Record]) -> Iterator[list[Record]]:
    piece: list[Record] = []
    size = 0
    for record in records:
        piece.append(record)
        size += len(record[1])
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
