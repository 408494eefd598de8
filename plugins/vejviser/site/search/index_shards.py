"""Pagefind's index of a language in pieces a bad network carries, the same from the same pages (docs/adr/0061).

Pagefind cuts its index into pieces of about 28 kB and has no setting for it; every word of a query costs one. Here
the same records are put into smaller pieces, and Pagefind's account of them (its "meta") is told which word is
where. The values of a filter come in another order each time Pagefind is run; here they are sorted, so that the same
pages give the same site. Nothing else is touched, and Pagefind's own program reads it.
"""

import gzip
import json
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import chain, pairwise
from pathlib import Path
from typing import Any

import cbor2

from vejviser.base.files import remove_unlisted, write_tree

MAGIC = b"pagefind_dcd"
ENTRY = "pagefind-entry.json"
_META, _INDEX, _FILTER = "pagefind.{}.pf_meta", "index/{}.pf_index", "filter/{}.pf_filter"
SHARD_BYTES = 12_000
"""Words are put into one piece until they fill so many bytes, some 6 kB as they are sent."""
_PIECES, _FILTERS = 2, 3
"""Which items of the account say which words are in which piece (rows of first word, last word, name of the piece),
and which filters there are (rows of name, name of the file)."""
_NAME = 9
"""So long is the name of a piece. Ten could all be digits and read as a CPR number, which stops the build."""
_LAST = "\U0010ffff"
"""Sorts after every letter."""
_BELOW_SURROGATES, _LAST_SURROGATE = 0xD7FF, 0xDFFF
"""Between them are numbers that are no letters."""

Record = list[Any]
"""What is kept of a word: the word itself, then the pages and places it stands on."""


def split_index(folder: Path) -> dict[str, Any]:
    """Cut the index of every language in the folder `pagefind`; returns what its account of the languages says then."""
    told: dict[str, Any] = json.loads((folder / ENTRY).read_bytes())
    files: dict[str, bytes] = {}
    for language, about in told["languages"].items():
        account = cbor2.loads(unpacked(folder / _META.format(about["hash"])))
        account[_PIECES] = list(_cut(folder, files, language, account[_PIECES]))
        account[_FILTERS] = [[name, _sorted(folder, files, language, file)] for name, file in account[_FILTERS]]
        about["hash"] = _put(files, _META, language, account)
    files[ENTRY] = entry([told])
    write_tree(folder, files)
    for pattern in (_META, _INDEX, _FILTER):
        remove_unlisted(folder, files, pattern.format("*"))
    return told


def entry(told: Sequence[Mapping[str, Any]]) -> bytes:
    """Return the account of all languages, of those of some of them each."""
    languages = {language: about for item in told for language, about in item["languages"].items()}
    together = {**told[0], "languages": dict(sorted(languages.items()))}
    return json.dumps(together, ensure_ascii=False, separators=(",", ":")).encode()


def unpacked(path: Path) -> bytes:
    """Read a file of the index."""
    return gzip.decompress(path.read_bytes()).removeprefix(MAGIC)


def _put(files: dict[str, bytes], pattern: str, language: str, content: object) -> str:
    """Put a part of the index among `files`, under a name that follows from its content; returns the name."""
    body = cbor2.dumps(content)
    name = f"{language}_{sha256(body).hexdigest()[:_NAME]}"
    files[pattern.format(name)] = gzip.compress(MAGIC + body, 9, mtime=0)
    return name


def _cut(folder: Path, files: dict[str, bytes], language: str, rows: list[list[str]]) -> Iterator[list[str]]:
    """Cut the pieces that an account has in its `rows`; yields the rows of the new ones."""
    taken = (cbor2.loads(unpacked(folder / _INDEX.format(name)))[0] for _, _, name in rows)
    cut = list(_shards(list(chain.from_iterable(taken))))
    starts = [_start(earlier[-1][0], piece[0][0]) for earlier, piece in pairwise(cut)]
    for piece, first, last in zip(cut, ["", *starts], [*map(_just_before, starts), _LAST], strict=True):
        yield [first, last, _put(files, _INDEX, language, [piece])]


def _sorted(folder: Path, files: dict[str, bytes], language: str, file: str) -> str:
    """Put a filter with its values in order among `files`; returns its new name."""
    name, values = cbor2.loads(unpacked(folder / _FILTER.format(file)))
    return _put(files, _FILTER, language, [name, sorted(values)])


def _shards(records: list[Record]) -> Iterator[list[Record]]:
    piece: list[Record] = []
    size = 0
    for record in records:
        piece.append(record)
        size += len(cbor2.dumps(record))
        if size >= SHARD_BYTES:
            yield piece
            piece, size = [], 0
    if piece:
        yield piece


def _start(before: str, word: str) -> str:
    """Return as much of a word as tells it from the one before: a word half typed is looked for where its ends are."""
    same = 0
    while same < min(len(before), len(word) - 1) and word[same] == before[same]:
        same += 1
    return word[: same + 1]


def _just_before(start: str) -> str:
    """Return the last of all words that sort before `start`: so every word anybody types belongs to one piece."""
    code = ord(start[-1]) - 1
    return start[:-1] + chr(_BELOW_SURROGATES if code == _LAST_SURROGATE else code) + _LAST
