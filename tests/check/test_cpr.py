"""What is a CPR number, and what only looks like one. All numbers are invented."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vejviser.check.cpr import cpr_numbers, modulus_11


def kinds(text: str) -> list[str]:
    return ["blocks" if number.certain else "warns" for number in cpr_numbers(text)]


@pytest.mark.parametrize(
    "text",
    [
        "010190-1234",
        "Hun hedder Mona (010190-1234).",
        "CPR:010190-1234",
        "fil-010190-1234.pdf",
        "010190 - 1234",
        "010190 1234",
        "01 01 90 1234",
        "01.01.90-1234",
        "01/01/1990-1234",
        "01 01 90 - 12 34",
        "01.01.90 -1234",
        "01-01-90  \N{EN DASH}  1234",
        "(01 01 90\N{NO-BREAK SPACE}- 12 34)",
        "01011990-1234",
        "0 1 0 1 9 0 - 1 2 3 4",
        "010190 \N{EN DASH} 1234",
        "010190\N{NON-BREAKING HYPHEN}1234",
        "010190\N{MINUS SIGN}1234",
        "010190\N{NO-BREAK SPACE}1234",
        "010190-\n1234",
        "0101\N{ZERO WIDTH SPACE}90-1234",
        "\N{RIGHT-TO-LEFT OVERRIDE}010190-1234",
        "**010190**-1234",
        "010190\\-1234",
        "٠١٠١٩٠-١٢٣٤",
        "０１０１９０－１２３４",
        "०१०१९०-१२३४",
        "⁰¹⁰¹⁹⁰-¹²³⁴",
        "610190-1234",  # a replacement number: the day with 60 added
        "290200-4123",  # 29 February 2000
        "010136-9123",  # born in 2036, says the seventh digit
        "0707614285",  # ten digits with modulus 11
        "Personnummer 0101901234",
        "cpr 0101901234",
        "0101901234 (cpr)",
        "cpr0101901234",
    ],
)
def test_a_cpr_number_blocks_however_it_is_written(text: str) -> None:
    assert kinds(text) == ["blocks"]


@pytest.mark.parametrize("text", ["0101901234", "nr. 0101901234", "01 01 90 12 34"])
def test_ten_digits_that_could_be_one_only_warn(text: str) -> None:
    assert kinds(text) == ["warns"]


@pytest.mark.parametrize(
    "text",
    [
        "DDMMÅÅ-XXXX",
        "310290-1234",  # 31 February
        "011390-1234",  # month 13
        "290200-1123",  # 1900 was no leap year, and the seventh digit says 1900
        "950190-1234",  # no day, with or without 60
        "1010190-1234",  # seven digits before the dash
        "010190-12345",
        "3f2504e0-4f89-11d3-9a0c-0305e82c3301",
        "ab010190-1234-11d3-9a0c-0305e82c3301",
        "sha256:9c0101901234ab77",
        "2026-11-22 14:30",
        "22.11.2026 kl. 14.30",
        "01.01.1990 - 1995",
        "22.11.26 - 22.12.26",
        "10 til 12, 14 - 16, 20 - 22",
        "2026-11-22-1430",
        "+45 20 10 20 30",
        "87-7910-123-4",  # an ISBN
        "9788779101234",
        "LBK nr. 1146 af 22/06/2020",
        "10.1203991234",  # a coordinate
        "1700000000",  # seconds since 1970
        "2015, 2016, 2017",
        "0461 1012 2034",
    ],
)
def test_what_only_looks_like_one_passes(text: str) -> None:
    assert kinds(text) == []


def test_every_number_of_a_text_is_found_in_its_place() -> None:
    text = "Først 010190-1234, så 020290-1234."
    assert [text[it.start : it.end] for it in cpr_numbers(text)] == ["010190-1234", "020290-1234"]


def test_the_place_is_right_where_invisible_letters_stand_between() -> None:
    text = "æøå 0101\u200b90-**12**34!"
    (number,) = cpr_numbers(text)
    assert text[number.start : number.end] == "0101\u200b90-**12**34"


@given(st.text())
def test_no_text_makes_the_search_fail(text: str) -> None:
    assert all(0 <= it.start < it.end <= len(text) for it in cpr_numbers(text))


@given(st.dates(date(1937, 1, 1), date(1999, 12, 31)), st.integers(0, 4999) | st.integers(9000, 9999))
def test_every_date_with_a_serial_of_its_century_is_found(born: date, serial: int) -> None:
    assert kinds(f"{born:%d%m%y}-{serial:04}") == ["blocks"]


@given(
    st.dates(date(1937, 1, 1), date(1999, 12, 31)),
    st.integers(0, 4999) | st.integers(9000, 9999),
    st.sampled_from(" ./-"),
    st.sampled_from(["-", " -", "- ", " - ", "  -  "]),
    st.sampled_from(["", " "]),
)
def test_in_pairs_with_any_dash_it_is_found_once(born: date, serial: int, between: str, dash: str, gap: str) -> None:
    end = f"{serial:04}"
    written = f"{born:%d}{between}{born:%m}{between}{born:%y}{dash}{end[:2]}{gap}{end[2:]}"
    assert kinds(written) == ["blocks"]


def test_modulus_11_is_never_asked_of_a_number_written_as_one() -> None:
    assert not modulus_11("0101901234")
    assert kinds("010190-1234") == ["blocks"]
