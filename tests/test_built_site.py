"""Every link of a built site leads somewhere, every download exists, and no two elements of a page share an id.

The whole portal is looked through in tests/browser/test_knowledge.py.
"""

from pathlib import Path

import pytest
from scripts.check_links import dead_links


def test_no_link_of_the_small_site_is_dead(small_site: Path) -> None:
    assert list(dead_links(small_site)) == []


def test_old_addresses_lead_on_in_every_language(small_site: Path) -> None:
    page = (small_site / "gammelt" / "index.html").read_text("utf-8")
    assert '<meta http-equiv="refresh" content="0; url=/kommuneguider/modtage/#bolig">' in page
    assert '<link rel="canonical" href="https://portal.example/kommuneguider/modtage/">' in page
    arabic = (small_site / "ar" / "gammelt" / "index.html").read_text("utf-8")
    assert "url=/ar/kommuneguider/modtage/#bolig" in arabic
    assert '<html lang="ar" dir="rtl">' in arabic


def write(site: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return site


SOUND = {
    "index.html": '<main id="indhold"><a href="bog/#et">Bog</a><a href="fil%20a.pdf">Fil</a><a href="#indhold">Op</a></main>',
    "bog/index.html": '<h2 id="et">Et</h2><a href="../">Hjem</a><img src="/img/a.svg"><a href="mailto:x@y.example">x</a>',
    "fil a.pdf": "",
    "img/a.svg": "",
}


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ('<a href="../bg/">', "../bg/ (findes ikke)"),
        ('<a href="../bog">', "../bog (findes ikke)"),
        ('<a href="../#to">', "../#to (stedet findes ikke)"),
        ('<a href="../../x/">', "../../x/ (uden for siden)"),
        ('<a href="/fil.pdf" download>', "/fil.pdf (findes ikke)"),
        ('<script src="../a.js"></script>', "../a.js (findes ikke)"),
        ('<button popovertarget="ord-ven">', "#ord-ven (stedet findes ikke)"),
        ('<label for="navn">', "#navn (stedet findes ikke)"),
        ('<p id="a"><p id="a">', "id »a« står flere gange"),
    ],
)
def test_what_is_dead_is_told_with_its_page(tmp_path: Path, page: str, told: str) -> None:
    assert list(dead_links(write(tmp_path, SOUND))) == []
    assert list(dead_links(write(tmp_path, {"ny/index.html": page}))) == [f"ny/index.html: {told}"]


def test_a_site_below_a_path_keeps_to_it(tmp_path: Path) -> None:
    write(tmp_path, {"index.html": '<a href="/venner/">', "bog/index.html": '<a href="/">'})
    assert list(dead_links(tmp_path, "/venner/")) == ["bog/index.html: / (uden for siden)"]
