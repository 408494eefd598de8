"""Rules about a finished page, whatever made it: only tags, attributes and addresses of the allow-list."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice

from vejviser.base.problems import Problem
from vejviser.content.html_tags import find_tags, parse_tag
from vejviser.content.model.allow_list import refused_in_page
from vejviser.privacy.drawings import refused_in_drawing

_DOCTYPE = "<!doctype html>"
_LONGEST = 80
"""How much of a mistake is shown."""
_MAX_REPORTED = 20
"""How many mistakes are told of one page."""


def problems(files: Iterable[tuple[str, bytes]]) -> Iterator[Problem]:
    """Yield everything that must not be in finished pages and drawings; `files` are paths with what lies there."""
    for path, content in files:
        if path.lower().endswith(".svg"):
            yield from refused_in_drawing(path, content)
        else:
            yield from islice(_page(path, content.decode("utf-8", "replace")), _MAX_REPORTED)


def _page(path: str, page: str) -> Iterator[Problem]:
    for offset, written in find_tags(page):
        for rule, found in _judged(written):
            if written.lower() == _DOCTYPE and not page[:offset].strip():
                continue
            line, column = page.count("\n", 0, offset) + 1, offset - page.rfind("\n", 0, offset)
            yield Problem(path, line, column, "error", rule, (("found", _short(found)),))


@lru_cache(maxsize=100_000)
def _judged(written: str) -> tuple[tuple[str, str], ...]:
    """Judge a tag; a site says the same ones over and over."""
    found = parse_tag(written)
    if not found.name:
        return (("page-markup", written),)
    return tuple(refused_in_page(found.name, found.attributes, opens=found.opens))


def _short(found: str) -> str:
    words = " ".join(found.split())
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
