"""Which links of a finished site lead nowhere: every href and src that stays on the site, and every #anchor.

What a page holds is kept by its content, so that only pages that changed are read; every link of every page is looked
up each time, so that a page which links to what was taken away is found though it did not change itself.
"""

import json
import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from lxml import etree

from vejviser.base.engine import Engine
from vejviser.base.fingerprints import cache_key
from vejviser.base.parallel import OnProgress, run_parallel
from vejviser.publish.known_files import FileFacts, publishing_code, read_known
from vejviser.publish.manifest import NAME

_NO_CONTENT = {"canonical", "alternate", "preconnect"}
_WORTH_A_PROCESS = 100
"""So many pages are read in the time that other processes take to start."""
OUTSIDE, NO_FILE, NO_PLACE, TWICE = "link-outside", "link-no-file", "link-no-place", "id-twice"
"""What can be wrong: the sentences of the family "publish"."""


@dataclass(frozen=True, slots=True)
class DeadLink:
    """What is wrong on a page: the rule, and the link as it is written, or the id that stands there twice."""

    page: str
    rule: str
    written: str


@dataclass(frozen=True, slots=True)
class PageLinks:
    """What other pages, and the check of its own links, must know of a page."""

    ids: tuple[str, ...]
    twice: tuple[str, ...]
    """Ids that more than one element has: an anchor cannot mean both."""
    links: tuple[tuple[str, str, str], ...]
    """Links that stay on the site: as written, the file they lead to (none: out of the site), and the place there."""


def dead_links(
    site: Path, files: Mapping[str, FileFacts], base: str = "/", engine: Engine | None = None
) -> list[DeadLink]:
    """Return what is wrong with the links of a site that holds `files`, page by page.

    `base` is the path the site is published under, ending in a slash.
    """
    pages = _read_pages(site, files, base, engine or Engine())
    places = {name: frozenset(page.ids) for name, page in pages.items()}
    there = frozenset({*files, NAME})
    return [found for name, page in sorted(pages.items()) for found in _wrong(name, page, places, there)]


def page_links(name: str, content: bytes, base: str) -> PageLinks:
    """Read the page `name`."""
    ids: Counter[str] = Counter()
    written: dict[str, None] = {}
    tree = etree.HTML(content, etree.HTMLParser(encoding="utf-8", huge_tree=True))
    for element in () if tree is None else tree.iter(etree.Element):
        given = {str(key): str(value) for key, value in element.attrib.items()}
        if "id" in given:
            ids[given["id"]] += 1
        if element.tag == "a" and given.get("name"):
            ids[given["name"]] += 1
        if element.tag == "link" and set(given.get("rel", "").split()) & _NO_CONTENT:
            continue
        written |= dict.fromkeys(_written(given))
    links = ((link, *target) for link in written if (target := _target(link, name, base)) is not None)
    return PageLinks(tuple(ids), tuple(key for key, times in ids.items() if times > 1), tuple(links))


def _written(given: Mapping[str, str]) -> Iterator[str]:
    """Yield the addresses in the attributes of an element."""
    yield from (given[name] for name in ("href", "src") if given.get(name))
    yield from (f"#{given[name]}" for name in ("for", "popovertarget", "aria-controls") if given.get(name))
    for name in ("aria-labelledby", "aria-describedby"):
        yield from (f"#{key}" for key in given.get(name, "").split())


def _target(link: str, name: str, base: str) -> tuple[str, str] | None:
    """Return file and place that a link leads to, an empty file where it leads out; None for other sites' addresses."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return None
    return _file(unquote(parts.path), name, base), unquote(parts.fragment)


def _file(path: str, name: str, base: str) -> str:
    """Return the file an address stands for, or nothing when it leads out of the site."""
    if not path:
        return name
    if path.startswith("/"):
        if not path.startswith(base):
            return ""
        found = path.removeprefix(base)
    else:
        found = normpath(join(dirname(name), path))
        if found.startswith(".."):
            return ""
    if path.rpartition("/")[2] in {"", ".", ".."}:
        found = join("" if found == "." else found, "index.html")
    return normpath(found)


def _wrong(
    name: str, page: PageLinks, places: Mapping[str, frozenset[str]], there: frozenset[str]
) -> Iterator[DeadLink]:
    yield from (DeadLink(name, TWICE, key) for key in page.twice)
    for written, file, place in page.links:
        if not file:
            yield DeadLink(name, OUTSIDE, written)
        elif file not in there:
            yield DeadLink(name, NO_FILE, written)
        elif place and file in places and place not in places[file]:
            yield DeadLink(name, NO_PLACE, written)


def _read_pages(site: Path, files: Mapping[str, FileFacts], base: str, engine: Engine) -> dict[str, PageLinks]:
    wanted = {name: cache_key(base, name, facts.sha256) for name, facts in files.items() if name.endswith(".html")}
    found = engine.many("links", publishing_code(), wanted, partial(_read_many, site, files, base))
    return {name: _decoded(page) for name, page in found.items()}


def _read_many(site: Path, files: Mapping[str, FileFacts], base: str, names: Sequence[str]) -> list[bytes]:
    cores = (os.cpu_count() or 1) if len(names) >= _WORTH_A_PROCESS else 1
    shares = [[(name, files[name]) for name in names[core::cores]] for core in range(cores)]
    tasks = [partial(_read, site, base, share) for share in shares]
    read = run_parallel(tasks) if cores > 1 else [task(_no_steps) for task in tasks]
    found = dict(chain.from_iterable(read))
    return [found[name] for name in names]


def _read(site: Path, base: str, files: Sequence[tuple[str, FileFacts]], _: OnProgress) -> list[tuple[str, bytes]]:
    return [(name, _encoded(page_links(name, read_known(site, name, facts), base))) for name, facts in files]


def _no_steps(_: int) -> None:
    """Take note of nothing."""


def _encoded(page: PageLinks) -> bytes:
    """Return a page as it is kept: a text is read again in less time than a hundred thousand values are."""
    return json.dumps([page.ids, page.twice, page.links], ensure_ascii=False, separators=(",", ":")).encode()


def _decoded(content: bytes) -> PageLinks:
    ids, twice, links = json.loads(content)
    return PageLinks(tuple(ids), tuple(twice), tuple((written, file, place) for written, file, place in links))
