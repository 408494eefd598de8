"""A text as it is written -> as it is read, with every place kept."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vejviser.privacy.normalise import _DIGITS_END, normalised, readings


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("٤٢۱۱２２", "421122"),
        ("𝟏𝟐 ¹² ₁₂ ①②", "12 12 12 12"),
        ("a–b—c−d\N{NON-BREAKING HYPHEN}e", "a-b-c-d-e"),
        ("a\N{NO-BREAK SPACE}b\N{NARROW NO-BREAK SPACE}c", "a b c"),
        ("1\N{SOFT HYPHEN}2\N{ZERO WIDTH SPACE}3\N{RIGHT-TO-LEFT MARK}4", "1234"),
        ("1&#45;2&#x2d;3&shy;4&nbsp;5&ndash;6&amp;#45;7", "1-2-34 5-6-7"),
        ("1%2D2%E2%80%933%252D4", "1-2-3-4"),
        (r"\x31\u002d\u{32}\U00000033", "1-23"),
        (r"ali\@b.dk 1\-2", "ali@b.dk 1-2"),
        ("1<b>2</b><wbr>3<!-- x -->4<br>5", "1234\n5"),
        ("<td>1</td> <td>2</td>", "<td>1\t2\t"),
        ("BEGIN:VCARD\r\nNOTE:12\r\n 34", "BEGIN:VCARD\r\nNOTE:1234"),
        ("fuld＠ｂ．ｄｋ", "fuld@b.dk"),
        ("100 % og 5 & 6 < 7", "100 % og 5 & 6 < 7"),
        ('<a href="tel:+4500000000">ring</a>', '<a href="tel:+4500000000">ring'),
    ],
)
def test_a_text_is_read_as_a_person_reads_it(written: str, read: str) -> None:
    assert normalised(written).text == read


def test_every_letter_keeps_its_place() -> None:
    written = "ab &#45; c%2D%2Dd <b>e</b>f"
    reading = normalised(written)
    assert [(letter, reading.place(place)) for place, letter in enumerate(reading.text) if letter.isalpha()] == [
        (letter, written.index(letter, start)) for letter, start in zip("abcdef", [0, 1, 9, 16, 20, 22], strict=True)
    ]


def test_what_is_packed_as_base64_is_read_where_it_stands() -> None:
    _, packed = readings("Se ![x](data:text/plain;base64,QWxpIHNlciBrYWZmZQ==)")
    assert (packed.text, packed.place(5)) == ("Ali ser kaffe", 8)


@given(st.text(alphabet=st.sampled_from("ab1 &#45;%2D\\x31<b></td>\n\u00ad٤–")))
def test_places_are_inside_the_text_and_never_go_back(text: str) -> None:
    reading = normalised(text)
    places = [reading.place(place) for place in range(len(reading.text))]
    assert all(0 <= place < len(text) for place in places)
    assert places == sorted(places)


@given(st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=126, exclude_characters="&%\\<")))
def test_a_plain_text_stays_as_it_is(text: str) -> None:
    assert normalised(text).text == text


def test_no_digit_lies_beyond_those_that_are_known() -> None:
    assert [code for code in range(_DIGITS_END, sys.maxunicode + 1) if chr(code).isdecimal()] == []
