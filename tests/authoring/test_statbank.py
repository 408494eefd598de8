"""FOLK1A from StatBank: as it is really written, and what is said about a file that is not."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from vejviser.authoring.statbank import parse_statbank
from vejviser.authoring.statbank_import import import_statbank
from vejviser.base.files import write_if_changed
from vejviser.base.problems import ContentError
from vejviser.base.tables import decoded
from vejviser.cli.main import main

FOLK1A = """\
OMRÅDE;KØN;ALDER;TID;INDHOLD
Hele landet;I alt;Alder i alt;2026K2;5000000
Region Vest;I alt;Alder i alt;2026K2;2000000
Prøveby;I alt;Alder i alt;2026K2;12400
Christiansø;I alt;Alder i alt;2026K2;92
Høje-Åø;I alt;Alder i alt;2026K2;777
""".replace("\n", "\r\n")
FILE = FOLK1A.encode("utf-8-sig")


def counts(text: str) -> dict[str, int]:
    read, problems = parse_statbank(text, "folk1a.csv")
    assert problems == ()
    return {area.name: area.count for area in read.areas.values() if not area.above}


def told(text: str) -> list[str]:
    read, problems = parse_statbank(text, "folk1a.csv")
    assert not read.areas
    return [f"{problem.line}:{problem.column} {problem.rule}" for problem in problems]


def test_the_file_as_statbank_writes_it() -> None:
    assert counts(decoded(FILE)) == {"Prøveby": 12400, "Christiansø": 92, "Høje-Åø": 777}


def test_windows_encoding_of_older_exports() -> None:
    assert counts(decoded(FOLK1A.encode("cp1252")))["Høje-Åø"] == 777


def test_what_somebody_has_saved_with_excel() -> None:
    commas = FOLK1A.replace(";", ",")
    assert counts(commas) == counts(f"sep=;\n{FOLK1A}") == counts(decoded(FOLK1A.encode("utf-16"))) == counts(FOLK1A)


def test_of_several_quarters_the_newest_counts() -> None:
    older = "Prøveby;I alt;Alder i alt;2026K1;1\n"
    assert counts(FOLK1A + older)["Prøveby"] == 12400


def test_sexes_and_ages_beside_the_totals_are_left_out() -> None:
    parts = "Prøveby;Mænd;Alder i alt;2026K2;6000\nPrøveby;I alt;0 år;2026K2;80\n"
    assert counts(FOLK1A + parts)["Prøveby"] == 12400


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("", ["1:1 statbank-header"]),
        ("code;name\n0461;Odense\n", ["1:1 statbank-header"]),
        (FOLK1A.replace(";777", ";7x7"), ["6:34 statbank-number"]),
        (FOLK1A.replace("2026K2;92", "2026;92"), ["5:31 statbank-period"]),
        (FOLK1A.replace("Høje-Åø;I alt", "Høje-Åø"), ["6:1 statbank-columns"]),
        (FOLK1A.replace("Christiansø", "Prøveby"), ["5:1 statbank-twice"]),
        (FOLK1A.replace("I alt", "Kvinder"), ["1:1 statbank-no-totals"]),
    ],
)
def test_a_wrong_file_is_told_by_line_and_column(text: str, problems: list[str]) -> None:
    assert told(text) == problems


def test_only_the_population_changes(portal_copy: Path) -> None:
    path = portal_copy / "data/kommuner/0801-proeveby.yml"
    before = path.read_text("utf-8")
    done = import_statbank(portal_copy, FILE, "folk1a.csv")
    assert path.read_text("utf-8") == before.replace(
        "{value: 12345, period: 2026K1, source: rapport-2024}", "{value: 12400, period: 2026K2, source: dst-folk1a}"
    )
    assert (done.period, done.found) == ("2026K2", 2)
    assert [(problem.rule, problem.line, dict(problem.values)["name"]) for problem in done.problems] == [
        ("statbank-unknown-area", 5, "Christiansø")
    ]


def test_comments_quotes_and_windows_line_breaks_stay(portal_copy: Path) -> None:
    path = portal_copy / "data/kommuner/0801-proeveby.yml"
    block = 'population:  # fra Statistikbanken\r\n  value: 12345 # kontrolleret\r\n  period: "2026K1"\r\n  source: dst-folk1a\r\n'
    flow = "population: {value: 12345, period: 2026K1, source: rapport-2024}\r\n"
    text = path.read_text("utf-8").replace("\n", "\r\n").replace(flow, block)
    write_if_changed(path, text.encode())
    import_statbank(portal_copy, FILE, "folk1a.csv")
    assert path.read_bytes().decode() == text.replace("value: 12345", "value: 12400").replace("2026K1", "2026K2")


def test_a_municipality_without_a_population_gets_one(portal_copy: Path) -> None:
    import_statbank(portal_copy, FILE, "folk1a.csv")
    text = (portal_copy / "data/kommuner/0802-hoeje-aaoe.yml").read_text("utf-8")
    assert "population:\n  value: 777\n  period: 2026K2\n  source: dst-folk1a\ncentre:" in text


def test_the_second_time_nothing_changes(portal_copy: Path) -> None:
    assert len(import_statbank(portal_copy, FILE, "folk1a.csv").changed) == 2
    assert import_statbank(portal_copy, FILE, "folk1a.csv").changed == ()


def test_an_older_file_changes_nothing(portal_copy: Path) -> None:
    import_statbank(portal_copy, FILE, "folk1a.csv")
    done = import_statbank(portal_copy, FILE.replace(b"2026K2", b"2025K4"), "folk1a.csv")
    assert done.changed == ()
    assert [problem.rule for problem in done.problems] == ["statbank-unknown-area", "statbank-older", "statbank-older"]


def test_a_municipality_the_file_leaves_out_is_named(portal_copy: Path) -> None:
    done = import_statbank(portal_copy, FILE.replace("Høje-Åø".encode(), b"Vestby"), "folk1a.csv")
    assert [problem.rule for problem in done.problems] == [
        "statbank-unknown-area",
        "statbank-unknown-area",
        "statbank-missing",
    ]


def test_nothing_is_written_when_a_line_is_wrong(portal_copy: Path) -> None:
    before = {path: path.read_bytes() for path in portal_copy.glob("data/kommuner/*.yml")}
    with pytest.raises(ContentError):
        import_statbank(portal_copy, FILE.replace(b";777", b";"), "folk1a.csv")
    assert {path: path.read_bytes() for path in portal_copy.glob("data/kommuner/*.yml")} == before


def test_the_command_tells_in_danish(portal_copy: Path, tmp_path: Path) -> None:
    file = tmp_path / "folk1a.csv"
    file.write_bytes(FILE)
    done = CliRunner().invoke(main, ["--root", str(portal_copy), "import", "statbank", str(file)])
    assert done.exit_code == 0
    assert "2026K2: 2 steder fundet, 2 filer rettet" in done.output
    assert "folk1a.csv:5:1: warning [statbank-unknown-area] »Christiansø« er ikke en kommune, vi kender." in done.output

    file.write_bytes(FILE.replace(b";92\r", b";mange\r"))
    done = CliRunner().invoke(main, ["--root", str(portal_copy), "import", "statbank", str(file)])
    assert done.exit_code == 1
    assert "folk1a.csv:5:38: error [statbank-number] »mange« i kolonnen INDHOLD er ikke et helt tal." in done.output
