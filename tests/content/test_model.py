from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from vejviser.content.model.base import SLUG_PATTERN, Citation, LanguageMap, slugify
from vejviser.content.model.dates import parse_offset, shift
from vejviser.content.model.portal import Portal
from vejviser.content.model.sources import Source


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Odense", "odense"),
        ("Høje-Taastrup", "hoeje-taastrup"),
        ("Ærø", "aeroe"),
        ("Århus  Nord", "aarhus-nord"),
        ("Café Müller", "cafe-mueller"),
    ],
)
def test_slug_of_a_danish_name(name: str, slug: str) -> None:
    assert slugify(name) == slug


@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_a_slug_is_safe_in_an_address_whatever_the_name(name: str) -> None:
    import re

    slug = slugify(name)
    assert slug == "" or re.fullmatch(SLUG_PATTERN, slug)
    assert slugify(slug) == slug


def test_a_language_map_falls_back_to_danish_and_says_so() -> None:
    texts = LanguageMap({"da": "ven", "en": "friend"})
    assert texts.get("en").model_dump() == {"text": "friend", "language": "en"}
    assert texts.get("ar").model_dump() == {"text": "ven", "language": "da"}


def test_a_language_map_without_danish_is_refused() -> None:
    with pytest.raises(ValidationError, match="language-map-danish"):
        LanguageMap({"en": "friend"})


def test_a_citation_is_written_as_text() -> None:
    assert Citation.model_validate("als-2023, afsnit 3.2, note 4").model_dump() == {
        "key": "als-2023",
        "locator": "afsnit 3.2, note 4",
    }


@pytest.mark.parametrize(
    ("start", "offset", "then"),
    [
        (date(2026, 1, 31), "P1M", date(2026, 2, 28)),
        (date(2028, 1, 31), "P1M", date(2028, 2, 29)),
        (date(2028, 2, 29), "P1Y", date(2029, 2, 28)),
        (date(2026, 3, 1), "-P2W", date(2026, 2, 15)),
        (date(2026, 12, 31), "P1Y1D", date(2028, 1, 1)),
    ],
)
def test_offsets_keep_to_the_calendar(start: date, offset: str, then: date) -> None:
    assert shift(start, offset) == then


@pytest.mark.parametrize(("day", "is_old"), [(date(2025, 12, 31), False), (date(2026, 1, 1), True)])
@pytest.mark.parametrize("kind", ["report", "web", "statistics"])
def test_a_source_is_old_when_five_whole_years_have_gone(day: date, is_old: bool, kind: str) -> None:
    about = {"id": "k", "author": "A", "title": "T", "year": 2021, "publisher": "U", "kind": kind}
    assert Source.model_validate(about | {"facts_from": 2020, "facts_to": 2020}).is_old(day) == is_old


@pytest.mark.parametrize("text", ["P", "-P", "1M", "P1H", "P1D1M", ""])
def test_what_is_no_offset_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=text or "^$"):
        parse_offset(text)


def test_the_region_reform_holds_from_its_day_without_an_edit(portal: Portal) -> None:
    municipality = portal.municipalities[0]
    assert portal.region_of(municipality, date(2026, 12, 31)).name == "Region Vest"
    assert portal.region_of(municipality, date(2027, 1, 1)).name == "Region Øst"


@pytest.mark.parametrize(
    ("site_url", "base"), [("", "/"), ("https://x.example/", "/"), ("https://x.example/venner", "/venner/")]
)
def test_the_portal_may_live_below_a_path(site_url: str, base: str) -> None:
    assert Portal(("da",), {}, site_url=site_url).base == base
