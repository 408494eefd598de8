"""Short addresses: from the path alone, in every language, and kept when a page moves."""

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from vejviser.content.model.portal import Portal
from vejviser.content.model.redirects import Redirect
from vejviser.content.model.short_address import as_typed, leads_on, short_address, short_code
from vejviser.pages.redirects import SCRIPT, short_address_files

PATHS = st.text("abcdefghijklmnopqrstuvwxyz0123456789-/", max_size=40)


@given(PATHS)
def test_a_code_is_seven_signs_that_nobody_mistakes(path: str) -> None:
    assert re.fullmatch("[2-9bcdfghjkmnp-tv-z]{7}", short_code(path))
    assert short_code(f"/{path.strip('/')}/") == short_code(path)


def test_what_stands_on_paper_today_stands_there_for_ever() -> None:
    assert short_code("materialer/samarbejdsaftale/") == "2vfcs4w"


def test_an_address_says_language_and_edition(portal: Portal) -> None:
    code = short_code("ven/")
    assert short_address(portal, "ven/", "da") == f"https://portal.example/s/{code}/"
    assert short_address(portal, "ven/", "ar", "1.2") == f"https://portal.example/ar/s/{code}/?v=1.2"
    assert as_typed(short_address(portal, "ven/", "ar", "1.2")) == f"portal.example/ar/s/{code}/"
    assert short_address(replace(portal, site_url=""), "ven/", "da") == ""


def test_each_short_address_leads_on_and_hands_on_the_edition(portal: Portal) -> None:
    files = short_address_files(portal, ["ven/"], "assets/on.js")
    code = short_code("ven/")
    assert {f"s/{code}/index.html", f"ar/s/{code}/index.html"} <= files.keys()
    arabic = files[f"ar/s/{code}/index.html"].decode()
    assert '<a href="/ar/ven/">' in arabic
    assert '<noscript><meta http-equiv="refresh" content="0; url=/ar/ven/#paa-papir"></noscript>' in arabic
    assert 'src="/assets/on.js"' in arabic


def test_a_page_that_has_moved_keeps_its_code_on_paper(portal: Portal) -> None:
    moved = replace(portal, redirects=(Redirect(old="/gammel/", new="/ny/#sted"),))
    page = short_address_files(moved, ["ny/"], SCRIPT)[f"s/{short_code('gammel/')}/index.html"].decode()
    assert '<a href="/ny/#sted">' in page


def test_what_only_leads_on_counts_as_no_page(portal: Portal) -> None:
    assert all(map(leads_on, short_address_files(portal, ["ven/", "tjeklister/matchmoede/"], SCRIPT)))
    assert not any(map(leads_on, ["index.html", "s/plakat/index.html", "ar/ven/index.html", "kilder/s/index.html"]))
