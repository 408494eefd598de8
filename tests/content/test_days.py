"""Days in words, as each language writes them."""

from datetime import date

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from vejviser.content.days import day_in_words, months
from vejviser.content.languages import locale

LANGUAGES = ("da", "en", "uk", "ar", "fa-AF", "nb", "sv")


@pytest.mark.parametrize(
    ("language", "said"),
    [("da", "1. december 2026"), ("uk", "1 грудня 2026\u00a0р."), ("ar", "1 ديسمبر 2026")],
)
def test_a_day_is_written_as_its_language_writes_it(language: str, said: str) -> None:
    assert day_in_words("2026-12-01", language) == said


@pytest.mark.parametrize("text", ["", "i morgen", "2026-02-30", "20261201", "0099-01-01", "2026-W49-2"])
def test_what_is_no_day_stays_as_it_is(text: str) -> None:
    assert day_in_words(text, "da") == text


@given(day=st.dates(date(1900, 1, 1), date(2200, 12, 31)), language=st.sampled_from(LANGUAGES))
def test_it_is_what_babel_says(day: date, language: str) -> None:
    written = format_date(day, "long", locale=locale(language))
    assert day_in_words(day.isoformat(), language) == written.replace("\u202f", "\u00a0")


def test_every_month_has_a_day_and_a_year() -> None:
    for language in LANGUAGES:
        assert all(month.count("{day}") == month.count("{year}") == 1 for month in months(language))
