"""What somebody types wrong is told in plain Danish, with the way it is typed right; nothing is done."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from vejviser.cli.main import main


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("chekc", "»chekc« er ikke en kommando. Mente du check?"),
        ("build --uot x", "»--uot« er ikke et valg her. Mente du --out?"),
        ("--farve", "»--farve« er ikke et valg her."),
        ("check --lang", "Der skal stå noget efter --lang."),
        ("check --lang fr", "--lang kan være da eller en."),
        ("status template --lang fr", "--lang kan være da, en, uk eller ar."),
        ("build --demo=nej", "Efter --demo skal der ikke stå noget."),
        ("new source a --year 1800", "--year skal være et helt tal fra 1945 til 2100."),
        ("check --format xml", "--format kan være text, json eller github."),
        ("check --today i-dag", "--today skal være en dag, skrevet som 2026-11-22."),
        (
            "import statbank findes-ikke.csv",
            "FIL: Filen eller mappen findes ikke, eller du må ikke læse den. Se efter, om navnet er skrevet rigtigt.",
        ),
        ("new chapter", "Der mangler BOG/NAVN."),
        ("new chapter gaver", "BOG/NAVN: Skriv bog/kapitel, fx frivillig/gaver."),
        ("status template", "Der mangler --period."),
        ("status template --period efteråret", "--period: Skriv kvartalet som 2026-Q3."),
        ("publish site mappe --keep mange", "--keep skal være et helt tal, mindst 1."),
        ("publish", "Sådan kan kommandoen ikke skrives."),
        ("build noget", "Sådan kan kommandoen ikke skrives."),
    ],
)
def test_what_is_typed_wrong_is_told_in_danish(tmp_path: Path, typed: str, told: str) -> None:
    done = CliRunner().invoke(main, ["--root", str(tmp_path), *typed.split()], prog_name="vejviser")
    assert done.exit_code == 2
    assert done.stdout == ""
    assert done.stderr.splitlines()[0] == told
    assert list(tmp_path.iterdir()) == []


def test_how_it_is_typed_right_stands_below(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["--root", str(tmp_path), "new", "chapter"], prog_name="vejviser")
    assert done.stderr.splitlines()[1:] == [
        "Sådan skrives den: vejviser new chapter [VALG] BOG/NAVN",
        "Hjælp: vejviser new chapter --help",
    ]


def test_a_group_without_a_command_shows_its_help(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["--root", str(tmp_path), "new"])
    assert "Begynd noget nyt" in done.output
