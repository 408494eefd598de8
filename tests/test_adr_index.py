"""The index of decisions: what is read from their third lines, and what is told when it cannot be."""

from pathlib import Path

import pytest
from scripts import adr_index
from scripts.adr_index import INDEX, contradictions, index, parse

PATH = Path("docs/adr/0010-figures.md")


def decision(number: int, status: str, title: str = "Figures are hidden") -> adr_index.Decision:
    return parse(Path(f"docs/adr/{number:04}-figures.md"), f"# {number}. {title}\n\n{status}\n\n**Context.** Some.\n")


@pytest.mark.parametrize(
    ("status", "superseded", "in_part", "supersedes", "supersedes_in_part"),
    [
        ("2026-11-22 · accepted", (), (), (), ()),
        ("2026-11-22 · superseded by 76", (76,), (), (), ()),
        ("2026-11-22 · superseded by 76, 90", (76, 90), (), (), ()),
        ("2026-11-22 · accepted · in part superseded by 75", (), (75,), (), ()),
        ("2026-11-28 · accepted · supersedes 1, 2 · supersedes in part 42", (), (), (1, 2), (42,)),
    ],
)
def test_a_status_line(
    status: str,
    superseded: tuple[int, ...],
    in_part: tuple[int, ...],
    supersedes: tuple[int, ...],
    supersedes_in_part: tuple[int, ...],
) -> None:
    item = decision(10, status)
    assert (item.superseded, item.in_part, item.supersedes, item.supersedes_in_part) == (
        superseded,
        in_part,
        supersedes,
        supersedes_in_part,
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("# Figures\n\n2026-11-22 · accepted\n", "0010-figures.md:1: '# Figures' is not a title"),
        ("# 10. Figures\n\n**Context.**\n", r"0010-figures.md:3: '\*\*Context\.\*\*' is not a status"),
        ("# 10. Figures\n\n2026-11-22 · draft\n", "0010-figures.md:3: '2026-11-22 · draft' is not a status"),
        ("# 10. Figures\n\n2026-11-22 · accepted · replaces 3\n", "0010-figures.md:3: 'replaces 3' is no relation"),
        ("# 11. Figures\n\n2026-11-22 · accepted\n", "0010-figures.md:1: decision 11 belongs in a file .* 0011-"),
        ("", "0010-figures.md:1: '' is not a title"),
    ],
)
def test_what_cannot_be_read_is_told_with_an_example(text: str, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        parse(PATH, text)


def test_two_decisions_that_contradict_each_other_are_told() -> None:
    found = contradictions(
        [
            decision(10, "2026-11-22 · superseded by 76"),
            decision(76, "2026-11-28 · accepted"),
            decision(21, "2026-11-22 · accepted"),
            decision(75, "2026-11-28 · accepted · supersedes in part 21"),
            decision(75, "2026-11-28 · accepted · supersedes in part 21"),
        ]
    )
    assert [*found] == [
        "docs/adr/0075-figures.md: 75 is the number of docs/adr/0075-figures.md too",
        "docs/adr: only one of 10 and 76 says that 76 supersedes 10",
        "docs/adr: only one of 21 and 75 says that 75 supersedes 21 in part",
    ]


def test_decisions_in_force_stand_before_those_that_are_not() -> None:
    page = index(
        [
            decision(76, "2026-11-28 · accepted · supersedes 10", "Figures are rounded"),
            decision(10, "2026-11-22 · superseded by 76"),
            decision(9, "2026-11-21 · accepted · in part superseded by 76", "Figures"),
        ]
    )
    assert page.split("## In force\n\n")[1] == (
        "| no. | decision | day | in part superseded by |\n| --- | --- | --- | --- |\n"
        "| [9](0009-figures.md) | Figures | 2026-11-21 | 76 |\n"
        "| [76](0076-figures.md) | Figures are rounded | 2026-11-28 |  |\n\n"
        "## Superseded\n\n| no. | decision | day | superseded by |\n| --- | --- | --- | --- |\n"
        "| [10](0010-figures.md) | Figures are hidden | 2026-11-22 | 76 |\n"
    )


def test_the_index_is_made_and_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / INDEX).parent.mkdir(parents=True)
    (tmp_path / PATH).write_text("# 10. Figures\n\n2026-11-22 · accepted\n", "utf-8")
    assert adr_index.main(["--check"], tmp_path) == 1
    assert "out of date" in capsys.readouterr().err
    assert adr_index.main([], tmp_path) == 0
    assert adr_index.main(["--check"], tmp_path) == 0
    (tmp_path / PATH).write_text("# 10. Figures\n\nsoon\n", "utf-8")
    assert adr_index.main(["--check"], tmp_path) == 1
    assert "'soon' is not a status" in capsys.readouterr().err
