"""What is a national number, and how sure that is. All numbers are invented."""

from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.dk import cpr

from vejviser.privacy import personal_data
from vejviser.privacy.finder import findings
from vejviser.privacy.scan_result import Extract


def kinds(text: str, *, prose: bool = True) -> list[str]:
    found = (finding for finding in findings(text, prose=prose) if finding.kind == "cpr")
    return ["blocks" if number.certain else "warns" for number in found]


@pytest.mark.parametrize(
    ("text", "prose", "verdict"),
    [
        ("0101901234", True, "blocks"),  # what a person reads
        ("0101901234", False, "warns"),  # the attributes of a page, the bytes of a file: could be anything
        ("cpr=0101901234", False, "blocks"),
        ("010190-1234", False, "blocks"),
        ("0707614285", False, "blocks"),  # with the check digit
        ("Sagsnr. 0707614285", True, "warns"),  # a case number, they say, with the check digit of a CPR number
    ],
)
def test_ten_digits_block_where_people_read_them(text: str, prose: bool, verdict: str) -> None:
    assert kinds(text, prose=prose) == [verdict]


def test_modulus_11_is_never_asked_of_a_number_written_as_one() -> None:
    assert cpr.checksum("0101901234")
    assert kinds("010190-1234") == kinds("0101901234") == ["blocks"]


def test_every_number_of_a_text_is_found_in_its_place() -> None:
    text = "Først 010190-1234, så 020290-1234."
    assert [text[finding.start : finding.end] for finding in findings(text)] == ["010190-1234", "020290-1234"]


def test_the_place_is_right_where_more_is_written_than_is_read() -> None:
    text = "æøå &#8211; 0101\u200b90-**12**34!"
    (number,) = findings(text)
    assert text[number.start : number.end] == "0101\u200b90-**12**34"


@given(st.text())
@pytest.mark.slow
def test_no_text_makes_the_search_fail(text: str) -> None:
    assert all(0 <= finding.start < finding.end <= len(text) for finding in findings(text))


@given(st.dates(date(1937, 1, 1), date(1999, 12, 31)), st.integers(0, 4999) | st.integers(9000, 9999))
def test_every_date_with_a_serial_of_its_century_is_found(born: date, serial: int) -> None:
    assert kinds(f"{born:%d%m%y}-{serial:04}") == ["blocks"]


@given(
    st.dates(date(1937, 1, 1), date(1999, 12, 31)),
    st.integers(0, 1800) | st.integers(2100, 4999) | st.integers(9000, 9999),
    st.sampled_from(" ./-"),
    st.sampled_from(["-", " -", "- ", " - ", "  -  "]),
    st.sampled_from(["", " "]),
)
def test_in_pairs_with_any_dash_it_is_found_once(born: date, serial: int, between: str, dash: str, gap: str) -> None:
    end = f"{serial:04}"
    written = f"{born:%d}{between}{born:%m}{between}{born:%y}{dash}{end[:2]}{gap}{end[2:]}"
    assert kinds(written) == ["blocks"]


@pytest.mark.parametrize("seed", range(40))
def test_rows_of_figures_are_nobodys_number(seed: int) -> None:
    """A municipality's rounded counts, quarter by quarter, as the page, the CSV and a Markdown table show them."""
    chance = Random(seed)
    counts = (0, 0, 5, 5) if seed % 4 == 0 else (0, 0, 5, 5, 10, 10, 15, 20, 25, 30, 35, 40, 60, 85, 110, 125, 230)
    rows = [[chance.choice(counts) for _ in range(9)] for _ in range(8)]
    cells = "".join(
        f'<tr><th scope="row">2026-Q{number % 4 + 1}</th>'
        + "".join(f"<td>{item or '0–4'}</td>" for item in row)
        + "</tr>\n"
        for number, row in enumerate(rows)
    )
    tables = {
        "site/status/index.html": f"<table><tbody>{cells}</tbody></table>",
        "site/api/v1/status.csv": "".join(f"2026-Q1,0461,{','.join(map(str, row))},5,1,false\n" for row in rows),
        "docs/da/tal.md": "".join(f"| 2026-Q1 | {' | '.join(map(str, row))} |\n" for row in rows),
    }
    for path, text in tables.items():
        assert list(personal_data.problems([Extract(path, text)], personal_data.AllowList())) == []
