"""What coordinators send, and what they are told about it."""

import pytest

from tests.statistics.counted import INDICATORS
from tests.statistics.examples import published
from vejviser.statistics.parse_count import masked, read_count
from vejviser.statistics.raw_report import RawFile, read_raw

HEADER = ",".join(("code", *INDICATORS))
PLACES = {"0101": "København", "0461": "Odense", "0492": "Ærø"}


def read(text: str, **options: object) -> RawFile:
    known = {"path": "2026-Q3.csv", "period": "2026-Q3", "municipalities": PLACES}
    return read_raw(text.encode(), **(known | options))  # type: ignore[arg-type]


def told(text: str, **options: object) -> list[str]:
    """Return all problems as text: place, rule and values."""
    return [
        f"{problem.line}:{problem.column} {problem.severity} {problem.rule} {' '.join(f'{name}={text}' for name, text in problem.values)}".strip()
        for problem in read(text, **options).problems
    ]


def test_a_file_as_it_should_be() -> None:
    file = read(f"{HEADER}\n0101,12,9,40,7,5,30,6,8,6\n0461,,,,,0,,,,\n")
    assert file.problems == ()
    assert [row.code for row in file.rows] == ["0101", "0461"]
    assert file.rows[0].cells["active_matches"] == 40
    assert file.rows[1].cells == dict.fromkeys(INDICATORS) | {"waiting": 0}
    assert [row.line for row in file.rows] == [2, 3]


@pytest.mark.parametrize(
    "text",
    [
        f"\ufeff{HEADER}\n0101,12,9,40,7,5,30,6,8,6\n",
        f"{HEADER}\r\n0101,12,9,40,7,5,30,6,8,6\r\n",
        f"{HEADER}\n0101,12,9,40,7,5,30,6,8,6\n0101,12,9,40,7,5,30,6,8,6".replace(",", ";").rpartition("\n")[0],
        f"{HEADER}\n0101,12,9,40,7,5,30,6,8,6".replace(",", "\t"),
        f" {HEADER.replace(',', ' , ')} \n 0101 , 12 ,9, 40\u00a0,7,5,30,6,8,6 ",
        f'{HEADER.upper()}\n"0101","12",9,40,7,5,30,6,8,6',
        f"{HEADER}\n101,12,9,40,7,5,30,6,8,6\n",
        f"{HEADER}\n\n,,,,,,,,,\n# kladde\n0101,12,9,40,7,5,30,6,8,6\n;;;\n",
        f"{HEADER},\n0101,12,9,40,7,5,30,6,8,6,\n",
        f"period,name,{HEADER}\n2026-Q3,Koebenhavn,0101,12,9,40,7,5,30,6,8,6\n",
    ],
    ids=["bom", "crlf", "semicolons", "tabs", "spaces", "quotes and capitals", "Excel took the zero", "empty lines",
         "comma at the end", "extra columns"],
)  # fmt: skip
def test_files_as_people_write_them(text: str) -> None:
    file = read(text)
    assert file.problems == ()
    assert [(row.code, tuple(row.cells.values())) for row in file.rows] == [("0101", (12, 9, 40, 7, 5, 30, 6, 8, 6))]


@pytest.mark.parametrize(
    ("text", "rule", "right"),
    [
        ("12,000", "status-raw-decimal", "12"),
        ("12.5", "status-raw-decimal", ""),
        ("1.234", "status-raw-thousands", "1234"),
        ("12 345", "status-raw-thousands", "12345"),
        ("-3", "status-raw-negative", ""),
        ("\u22123", "status-raw-negative", ""),
        ("x", "status-raw-mark", ""),
        ("<5", "status-raw-mark", ""),
        ("1-4", "status-raw-mark", ""),
        ("2026-04-03", "status-raw-date", ""),
        ("03-04-26", "status-raw-date", ""),
        ("ca. 12", "status-raw-text", ""),
        ("tolv", "status-raw-text", ""),
        ("١٢", "status-raw-text", ""),
        ("100000", "status-raw-huge", ""),
        ("0102031234", "status-raw-huge", ""),
    ],
)
def test_what_is_no_count_is_refused_and_the_right_way_shown(text: str, rule: str, right: str) -> None:
    assert read_count(text) == (None, rule, right)


@pytest.mark.parametrize(
    ("text", "count"), [("", None), ("0", 0), ("007", 7), ("99999", 99999), ("12,0", 12), ("12,00", 12), ("0.0", 0)]
)
def test_counts(text: str, count: int | None) -> None:
    assert read_count(text) == (count, "", "")


@pytest.mark.parametrize(
    ("text", "repeated"),
    [
        ("0102031234", "••••••••••"),
        ("Ali 010203-1234", "A•• ••••••-••••"),
        ("Fatima Al-Hassan", "F••••• A••••••••"),
        ("Ольга", "О••••"),
        ("fatima@mail.example", "••••••@••••.•••••••"),
        ("ca. 12", "ca. 12"),
        ("tolv", "tolv"),
        ("12345,5", "•••••,•"),
    ],
)
def test_a_message_never_repeats_what_could_be_a_person(text: str, repeated: str) -> None:
    assert masked(text) == repeated
    if "," not in text:
        assert f"found={repeated} " in told(f"{HEADER}\n0101,{text},,,,,,,,")[0]


def test_everything_wrong_in_one_file_is_told_at_once() -> None:
    text = f"""{HEADER}
0101,tolv,9,40,7,5,30,6,8,6
0461;12
0999,12,9,40,7,5,30,6,8,6
0461,-1,9,,7,"12,5",30,6,8,9
0461,12,9,40,7,5,30,6,8,6,77
Odense,12,9,40,7,5,30,6,8,
"""
    assert told(text) == [
        "2:2 error status-raw-text code=0101 column_name=referrals found=tolv right=",
        "3:1 error status-raw-code found=••••;••",
        "4:1 error status-raw-code found=0999",
        "5:2 error status-raw-negative code=0461 column_name=referrals found=-1 right=",
        "5:4 error status-raw-incomplete code=0461 missing=active_matches"
        " columns=active_matches, new_matches, ended_matches",
        "5:6 error status-raw-decimal code=0461 column_name=waiting found=12,5 right=",
        "5:10 error status-raw-working code=0461 part=matches_6m_working whole=matches_6m working=9 started=8",
        "6:1 error status-raw-columns found=11 expected=10",
        "7:1 error status-raw-code found=Odense",
        "7:10 error status-raw-incomplete code=Odense missing=matches_6m_working columns=matches_6m, matches_6m_working",
    ]
    assert read(text).rows == ()


def test_one_municipality_on_two_lines() -> None:
    assert told(f"{HEADER}\n0101,12,,,,,,,,\n0461,1,,,,,,,,\n0101,13,,,,,,,,") == [
        "4:1 error status-raw-duplicate found=0101 first=2"
    ]


def test_headers_that_are_not_ours() -> None:
    assert told("code,referrals,Referrals,new_matches,antal\n0101,1,2,3,4") == [
        "1:1 error status-raw-missing-column column_name=active_matches",
        "1:1 error status-raw-missing-column column_name=ended_matches",
        "1:1 error status-raw-missing-column column_name=matches_6m",
        "1:1 error status-raw-missing-column column_name=matches_6m_working",
        "1:1 error status-raw-missing-column column_name=new_volunteers",
        "1:1 error status-raw-missing-column column_name=volunteers",
        "1:1 error status-raw-missing-column column_name=waiting",
        "1:3 error status-raw-column-twice column_name=referrals",
        f"1:5 error status-raw-unknown-column found=antal expected=code, {', '.join(INDICATORS)}, period, name",
    ]


@pytest.mark.parametrize("text", ["", "\ufeff\n", "# kun en kommentar\n;;;;"])
def test_an_empty_file(text: str) -> None:
    assert told(text) == ["1:1 error status-raw-empty"]


def test_a_file_of_another_quarter() -> None:
    assert told(f"{HEADER}\n0101,1,,,,,,,,", path="tal 2026-Q2 endelig.csv") == [
        "1:1 error status-raw-period found=2026-Q2 expected=2026-Q3"
    ]
    assert told(f"period,{HEADER}\n2026-Q2,0101,1,,,,,,,,") == [
        "2:1 error status-raw-period found=2026-Q2 expected=2026-Q3"
    ]


def test_a_name_that_is_another_municipalitys_is_a_warning() -> None:
    file = read(f"name,{HEADER}\nOdense,0492,1,,,,,,,,")
    assert [(problem.severity, problem.rule) for problem in file.problems] == [("warning", "status-raw-name")]
    assert len(file.rows) == 1


class TestBesideTheQuarterBefore:
    before = published(
        "code refs vols wait new active ended\n0101 40 10 0 5 40 0\n0461 50 60 0 - - -\n0492 60 70 5 - - -",
        period="2026-Q2",
    ).status

    def test_more_than_ten_times_as_many_is_a_warning(self) -> None:
        assert told(f"{HEADER}\n0101,401,,,,7,100,,,\n0461,4,,,,900,,,,\n0492,60,,,,,,,,", previous=self.before) == [
            "2:2 warning status-raw-jump code=0101 column_name=referrals found=401 before=40",
            "3:2 warning status-raw-jump code=0461 column_name=referrals found=4 before=50",
        ]

    def test_a_municipality_that_has_stopped_is_a_warning(self) -> None:
        file = read(f"{HEADER}\n0101,40,,,,,,,,\n0461,,,,,,,,,", previous=self.before)
        assert [(problem.rule, dict(problem.values)["name"]) for problem in file.problems] == [
            ("status-raw-stopped", "Odense"), ("status-raw-stopped", "Ærø"),
        ]  # fmt: skip
        assert len(file.rows) == 2

    def test_active_matches_that_do_not_follow_are_a_warning(self) -> None:
        wrong = "2:4 warning status-raw-flows code=0101 active=60 new=3 ended=2 before=40 stock=active_matches came=new_matches went=ended_matches"
        assert wrong in told(f"{HEADER}\n0101,40,3,60,2,,,,,", previous=self.before)
        assert not [item for item in told(f"{HEADER}\n0101,40,3,45,2,,,,,", previous=self.before) if "flows" in item]


ROW = "0461,12,9,40,7,5,30,6,8,6"


@pytest.mark.parametrize(
    "data",
    [
        f"name,{HEADER}\nÆrø,0492{ROW[4:]}\n".replace(",", ";").replace("\n", "\r\n").encode("cp1252"),
        f"name,{HEADER}\nÆrø,0492{ROW[4:]}\n".encode("cp1252"),
        f"name,{HEADER}\nÆrø,0492{ROW[4:]}\n".replace(",", ";").encode("utf-8-sig"),
        f"name,{HEADER}\nÆrø,0492{ROW[4:]}\n".replace(",", "\t").encode("utf-16"),
        f"sep=;\r\nname,{HEADER}\r\nÆrø,0492{ROW[4:]}\r\n".replace(",", ";").encode("cp1252"),
        f'"sep=,"\nname,{HEADER}\nÆrø,0492{ROW[4:]}\n'.encode(),
        f'"name",{HEADER}\n"Ærø\n",0492{ROW[4:]}\n'.encode(),
        f'"# Navn\npå kommunen",,\nname,{HEADER}\nÆrø,492,"12,0","9,00"{ROW[9:]}\n'.encode(),
        f'name,{HEADER}\n# "en note, som ingen lukker\nÆrø,0492{ROW[4:]}\n'.encode(),
    ],
    ids=[
        *("Danish Excel, semicolons", "Windows, commas", "CSV UTF-8", "Unicode text", "sep=;", "sep=, in quotes"),
        *("a line break in a cell", "a remark over two lines, decimals", "a quotation mark left open in a remark"),
    ],
)
def test_files_as_danes_save_them(data: bytes) -> None:
    file = read_raw(data, path="2026-Q3.csv", period="2026-Q3", municipalities=PLACES)
    assert file.problems == ()
    assert [(row.code, *row.cells.values()) for row in file.rows] == [("0492", 12, 9, 40, 7, 5, 30, 6, 8, 6)]


def test_a_line_is_counted_where_it_begins_also_behind_a_cell_of_several_lines() -> None:
    text = f'name,{HEADER}\n"Odense\nKommune",0461{ROW[4:]}\nÆrø,0492,tolv{ROW[7:]}\n'
    assert [line for line in told(text) if "error" in line] == [
        "4:3 error status-raw-text code=0492 column_name=referrals found=tolv right="
    ]


def test_letters_that_are_nobodys_are_told() -> None:
    file = read_raw(b"code;n\x81vn\n", path="x.csv", period="2026-Q3", municipalities=PLACES)
    assert [problem.rule for problem in file.problems] == ["not-utf8"]


def test_where_the_header_is_forgotten_no_person_is_told() -> None:
    lines = "\n".join(told("Fatima Hassan;010203-1234;fatima@mail.example\n"))
    assert "found=F••••• H•••••" in lines
    assert "hassan" not in lines.lower()
    assert "010203" not in lines
    assert "mail" not in lines


def test_a_person_in_the_place_of_a_municipality_is_not_told() -> None:
    (line, *_) = told(f"name,{HEADER}\nFatima Hassan,0461{ROW[4:]}\n")
    assert "found=F••••• H•••••" in line
    (line, *_) = told(f"name,{HEADER}\nOdnse,0492{ROW[4:]}\n")
    assert "found=Odnse" in line
