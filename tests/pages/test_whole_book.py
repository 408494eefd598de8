"""The list beside a book's start page: what is kept of it, with the bytes of the real files."""

import json

from vejviser.content.model.portal import Portal
from vejviser.pages.reading_tools import text_files
from vejviser.pages.whole_book import book_files

PAGE = b'<link rel="stylesheet" href="../../assets/vejviser/css/a.css"><img src="../../assets/vejviser/img/sign.svg">'


def listed(portal: Portal) -> tuple[dict[str, dict[str, object]], dict[str, int]]:
    """Return the lists of a site with one book in two languages, and the bytes of its files."""
    book = portal.handbooks[0].id
    texts = {
        f"haandboeger/{book}/index.html": PAGE,
        f"haandboeger/{book}/one/index.html": PAGE + b" ",
        f"ar/haandboeger/{book}/index.html": PAGE,
        f"haandboeger/{book}-to/index.html": PAGE,
        "tjeklister/moede/index.html": PAGE,
        "assets/vejviser/css/a.css": b'i { background: url("../img/path.svg") }',
    }
    rest = {
        "assets/vejviser/img/sign.svg": 7,
        "assets/vejviser/img/path.svg": 8,
        "assets/vejviser/img/else.svg": 9,
        "assets/vejviser/fonts/web/noto-sans-latin.woff2": 1000,
        "assets/vejviser/fonts/web/noto-sans-arabic.woff2": 2000,
    }
    sizes = {**{path: len(content) for path, content in texts.items()}, **rest}
    return {path: json.loads(content) for path, content in book_files(portal, texts, sizes, {}).items()}, sizes


def test_every_page_of_the_book_is_listed_and_no_other(portal: Portal) -> None:
    lists, _ = listed(portal)
    book = portal.handbooks[0].id
    assert sorted(lists) == [f"ar/haandboeger/{book}/offline.json", f"haandboeger/{book}/offline.json"]
    assert lists[f"haandboeger/{book}/offline.json"]["pages"] == [
        [f"{portal.base}haandboeger/{book}/", len(PAGE)],
        [f"{portal.base}haandboeger/{book}/one/", len(PAGE) + 1],
    ]


def test_the_pictures_and_fonts_of_its_language_go_with_it(portal: Portal) -> None:
    lists, sizes = listed(portal)
    book = portal.handbooks[0].id
    files = {path: list_["files"] for path, list_ in lists.items()}
    own, arabic = files[f"haandboeger/{book}/offline.json"], files[f"ar/haandboeger/{book}/offline.json"]
    assert own == [
        [f"{portal.base}assets/vejviser/{name}", sizes[f"assets/vejviser/{name}"]]
        for name in ("fonts/web/noto-sans-latin.woff2", "img/path.svg", "img/sign.svg")
    ]
    assert [f"{portal.base}assets/vejviser/fonts/web/noto-sans-arabic.woff2", 2000] in arabic  # type: ignore[operator]


def test_what_every_kept_page_needs_is_counted_once(portal: Portal) -> None:
    lists, sizes = listed(portal)
    shell = sizes["assets/vejviser/css/a.css"] + sum(len(content) for content in text_files(portal).values())
    assert {list_["shell"] for list_ in lists.values()} == {shell}
