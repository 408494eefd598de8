"""What people type, as they type it."""

import pytest

from vejviser.cli.typed_words import regrouped, without_quotes


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("gaver --title Gaver", ["gaver", "--title", "Gaver"]),
        ("gaver --title Gaver og penge", ["gaver", "--title", "Gaver og penge"]),
        ("gaver --title »Gaver og penge«", ["gaver", "--title", "Gaver og penge"]),
        ("gaver --title „Gaver“ --year 2027", ["gaver", "--title", "Gaver", "--year", "2027"]),
        ("gaver --title=»Gaver og penge«", ["gaver", "--title", "Gaver og penge"]),
        ("--title »Gaver og penge« gaver", ["--title", "Gaver og penge", "gaver"]),
        ("»Høje Taastrup« ’koordinator’", ["Høje Taastrup", "koordinator"]),
        ("Gaver og penge", ["Gaver", "og", "penge"]),
        ("»Gaver og penge", ["»Gaver", "og", "penge"]),
        ("gaver --title", ["gaver", "--title"]),
        ("gaver --title --year 2027", ["gaver", "--title", "--year", "2027"]),
        ('gaver --title "Nye venner"', ["gaver", "--title", "Nye venner"]),
        ("«Мої друзі»", ["Мої друзі"]),
    ],
)
def test_words_that_belong_together_come_together(typed: str, found: list[str]) -> None:
    assert regrouped(typed.split(" "), {"--title"}) == found


def test_what_the_shell_kept_together_is_one_text() -> None:
    assert regrouped(["--title", "»Gaver og penge«", "gaver"], {"--title"}) == ["--title", "Gaver og penge", "gaver"]
    assert regrouped(["Gaver og penge", "mere"], set()) == ["Gaver og penge", "mere"]
    assert regrouped([], {"--title"}) == []
    assert regrouped([""], {"--title"}) == [""]


@pytest.mark.parametrize("text", ['"nye" venner', "»nye« og »gamle«", "«", "»«", "Netværk: »nye« venner", "O'Brien"])
def test_quotation_marks_within_a_text_stay(text: str) -> None:
    assert without_quotes(text) == text
