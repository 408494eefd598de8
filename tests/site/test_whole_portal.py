"""A whole small portal, built for real."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import TODAY
from vejviser.base.problems import ContentError
from vejviser.site.markdown_export import write_pages
from vejviser.site.pipeline import build_site


def read(site: Path, address: str) -> str:
    return (site / address / "index.html").read_text("utf-8")


def test_every_kind_of_page_stands_at_its_address_in_every_language(small_site: Path) -> None:
    addresses = [
        "",
        "haandboeger",
        "haandboeger/ven",
        "haandboeger/ven/moedet",
        "haandboeger/ven/samlet",
        "kommuneguider/modtage",
        "tjeklister/foerste-moede",
        "materialer/aftale",
        "kommuner",
        "kommuner/hoeje-aaoe",
        "kommuner/hoeje-aaoe/status",
        "kilder",
        "ordliste",
        "sprog",
    ]
    missing = [
        f"{language}{address}"
        for language in ("", "en/", "uk/", "ar/")
        for address in addresses
        if not (small_site / language / address / "index.html").is_file()
    ]
    assert missing == []
    assert not (small_site / "da").exists()


def test_arabic_runs_from_right_to_left_and_falls_back_honestly(small_site: Path) -> None:
    own = read(small_site, "ar/tjeklister/foerste-moede")
    assert '<html lang="ar"' in own
    assert 'dir="rtl"' in own
    fallen_back = read(small_site, "ar/haandboeger/ven/moedet")
    assert '<html lang="ar"' in fallen_back
    assert 'lang="da" dir="ltr"' in fallen_back


def test_the_404_page_is_danish(small_site: Path) -> None:
    assert '<html lang="da"' in (small_site / "404.html").read_text("utf-8")


def test_every_page_that_makes_or_hands_out_a_file_can_say_that_an_app_may_not_keep_it(small_site: Path) -> None:
    kinds = ("data-fill=", "data-ics>", "data-my-match", 'id="filer"')
    pages = {
        kind: [page for page in small_site.rglob("index.html") if kind in page.read_text("utf-8")] for kind in kinds
    }
    assert all(pages.values())
    silent = {page for found in pages.values() for page in found if "data-in-app" not in page.read_text("utf-8")}
    assert silent == set()


def test_a_stale_contact_is_not_shown(small_site: Path) -> None:
    assert "00 00 00 00" not in read(small_site, "kommuner/hoeje-aaoe")
    assert "koordinator@proeveby.example" in read(small_site, "kommuner/proeveby")


def test_there_is_a_search_index_for_each_language(small_site: Path) -> None:
    assert sorted(path.stem for path in (small_site / "search").glob("*.json")) == ["ar", "da", "en", "uk"]


def test_a_build_on_the_day_of_the_reform_shows_the_new_region(portal_copy: Path) -> None:
    write_pages(portal_copy, portal_copy / "before", date(2026, 12, 31))
    write_pages(portal_copy, portal_copy / "after", date(2027, 1, 1))
    page = "da/kommuner/proeveby.md"
    assert "<dd>Region Vest" in (portal_copy / "before" / page).read_text("utf-8")
    assert "<dd>Region Øst" in (portal_copy / "after" / page).read_text("utf-8")


def test_the_pages_can_be_written_out_and_are_the_same_twice(portal_copy: Path) -> None:
    folder = portal_copy / "out"
    assert write_pages(portal_copy, folder, TODAY) == len(list(folder.rglob("*.md")))
    first = {path: path.read_bytes() for path in folder.rglob("*.md")}
    write_pages(portal_copy, folder, TODAY)
    assert {path: path.read_bytes() for path in folder.rglob("*.md")} == first


def test_a_failed_build_leaves_the_old_site_as_it_was(portal_copy: Path) -> None:
    site = portal_copy / "site"
    site.mkdir()
    (site / "index.html").write_text("den gamle side", "utf-8")
    (portal_copy / "data/guides/modtage.yml").write_text("title: {da: Uden alt andet}\n", "utf-8")
    with pytest.raises(ContentError) as stopped:
        build_site(portal_copy, site, TODAY)
    assert {problem.rule for problem in stopped.value.problems} >= {"missing-key"}
    assert [path.name for path in site.iterdir()] == ["index.html"]


@pytest.mark.slow
def test_plain_mkdocs_stops_on_the_same_problems_without_a_traceback(portal_copy: Path) -> None:
    site = portal_copy / "site"
    site.mkdir()
    (site / "index.html").write_text("den gamle side", "utf-8")
    guide = portal_copy / "data/guides/modtage.yml"
    guide.write_text(guide.read_text("utf-8").replace("[aftale]", "[ukendt]"), "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=portal_copy,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "data/guides/modtage.yml:23:21: [unknown-materials]" in done.stderr
    assert "Traceback" not in done.stderr
    assert (site / "index.html").read_text("utf-8") == "den gamle side"
