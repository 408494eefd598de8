"""Ten times as much of the worst there is costs ten times as much: calls are counted, not seconds.

What no call shows is inside the regular expressions: every one of them is bounded or possessive, and reads a window of
the text of a fixed size.
"""

import sys
from types import FrameType

import pytest

from vejviser.privacy.finder import findings

pytestmark = pytest.mark.slow

SMALL, LARGE = 1_000, 10_000

WORST = {
    "ten digits a line": "1205901234\n",
    "ten digits that are no date": "9999999999,",
    "nine digits under a heading": "101901234\n",
    "nine digits in one row": "101901234;",
    "digits": "7",
    "single digits": "1 ",
    "pairs": "12 05 90 ",
    "dates": "12.05.90 12.05.91-",
    "halves": "120590 1234\n",
    "cells": "| 120590 | 1234 |\n",
    "CPR": "cpr 120590 kontrol 1234 ",
    "at": "@",
    "letters and at": "a@a.",
    "addresses": "ali.hassan@gmail.com ",
    "roles": "kontaktkontaktkontakt@odense.dk ",
    "spelled": "ali at gmail dot com ",
    "brackets": "(at)[a]",
    "phones": "42 11 22 33, ",
    "phones with a word": "tlf 42112233 ",
    "phones abroad": "+380 67 123 45 67 ",
    "phones at home abroad": "067 123 45 67 ",
    "figures in a row": "uge 20 21 22 23 ",
    "steps": "30 45 60 75 ",
    "dotted dates": "12.05.2026, 13.06.2025, ",
    "two dates": "12.05.2016-13.06.2025 ",
    "months": "12. maj 1990-1234 ",
    "the last four": "født 12.05.90 sidste fire 1234 ",
    "no last four": "sidste fire ",
    "odd dates": "cpr 12/5-90-1234 ",
    "links": "wa.me/4542112233 tel:1 2 3 4 5 6 7 ",
    "profiles": "facebook.com/ali.hassan ",
    "entities": "&#4&amp;#45;",
    "percents": "%2D%",
    "backslashes": "\\x31\\",
    "tags": "<a <b>",
    "comments": "<!-- ",
    "cells of HTML": "</td>      ",
    "soft hyphens": "1\N{SOFT HYPHEN}",
    "digits far apart": "1" + " " * 24,
    "Arabic digits": "٤٢١١٢٢٣٣ ",
    "data": "data:text/plain;base64,QWxpIHNlciBrYWZmZQ ",
    "hashes": "3f2504e0-4f89-11d3-9a0c-0305e82c3301 ",
    "web addresses": "https://x.dk/1205901234 ",
}


def calls(text: str) -> int:
    """How many functions, of Python and of C, are called to search `text`."""
    count = 0

    def counted(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        for _ in findings(text):
            pass
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("unit", WORST.values(), ids=WORST)
def test_ten_times_as_much_costs_ten_times_as_much(unit: str) -> None:
    small, large = (unit * (size // len(unit)) for size in (SMALL, LARGE))
    calls(small)  # what is remembered from now on is not counted
    assert calls(large) <= 11 * calls(small) + 500
