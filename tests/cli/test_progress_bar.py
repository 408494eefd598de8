"""What a build says: nothing about short work, a line now and then about long work, a bar on a terminal."""

import sys

import pytest

from vejviser.cli import progress_bar
from vejviser.cli.progress_bar import ProgressReporter

WORDS = {
    "stage-pages": "Laver sider",
    "stage-search": "Laver søgningen",
    "progress": "{stage}: {done} af {total}, ca. {left} s tilbage",
    "profile": "{seconds} s {share} % {stage}",
}


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [0.0]
    monkeypatch.setattr(progress_bar, "monotonic", lambda: now[0])
    return now


def test_long_work_is_told_of_now_and_then_with_the_time_left(
    clock: list[float], capsys: pytest.CaptureFixture[str]
) -> None:
    reporter = ProgressReporter(WORDS)
    for done in range(1, 101):
        clock[0] += 1
        reporter("pages", done, 100)
    told = capsys.readouterr().err.splitlines()
    assert told[0] == "Laver sider: 11 af 100, ca. 81 s tilbage"
    assert len(told) == 9


def test_short_work_and_work_without_a_known_end_go_untold(
    clock: list[float], capsys: pytest.CaptureFixture[str]
) -> None:
    reporter = ProgressReporter(WORDS)
    for done in range(9):
        clock[0] += 1
        reporter("pages", done, 9)
    reporter("search", 0, 0)
    clock[0] += 60
    reporter("search", 0, 0)
    reporter.close()
    assert capsys.readouterr().err == ""


def test_a_terminal_shows_a_bar_that_goes_away(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    reporter = ProgressReporter(WORDS)
    reporter("pages", 1, 2)
    reporter("pages", 2, 2)
    reporter.close()
    shown = capsys.readouterr().err
    assert "Laver sider" in shown
    assert "100%" in shown
    assert shown.endswith("\033[A\033[2K")


def test_the_profile_says_where_the_time_went() -> None:
    lines = ProgressReporter(WORDS).profile({"pages": 3.0, "search": 1.0}).splitlines()
    assert lines == ["  3.00 s  75 % Laver sider", "  1.00 s  25 % Laver søgningen"]
