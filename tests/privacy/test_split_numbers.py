"""Halves of a number that only words bring together: what is passed over quickly has none."""

from hypothesis import given
from hypothesis import strategies as st

from vejviser.privacy import split_numbers
from vejviser.privacy.normalise import normalised
from vejviser.privacy.split_numbers import may_have_halves, may_tell_last_four
from vejviser.privacy.surroundings import Surroundings

WORDS = """født|12. maj 1990|12/05-90|120590|1990-05-12|19900512|CPR|cpr-nr.|slutter på|de sidste fire|last four digits|
    sidste 4|løbenr.|kontrolciffer|останні чотири|آخر أربعة|мая|травня 1990|1234|NNNN|-|/|,|.|: |(|) | |\n|og|12|05|90|
    den|26. september 78|ends with|slutter med|ſidste fire|İ"""
PIECES = st.sampled_from(WORDS.split("|"))
TEXTS = st.lists(PIECES, max_size=14).map("".join) | st.lists(PIECES, max_size=9).map(" ".join)


@given(TEXTS)
def test_a_text_without_halves_close_together_has_no_number_in_halves(text: str) -> None:
    plain = normalised(text).text
    around = Surroundings(plain)
    if not may_have_halves(plain):
        assert not list(split_numbers._where_cpr_is_said(plain, around))
        assert not list(split_numbers._with_month_in_words(plain, around))


@given(TEXTS)
def test_a_text_without_the_words_tells_no_last_four(text: str) -> None:
    plain = normalised(text).text
    if not may_tell_last_four(plain, plain.lower().replace("ſ", "s")):
        assert not list(split_numbers._with_last_four(plain))


def test_texts_that_have_some_are_not_passed_over() -> None:
    """Else the two laws above would hold of nothing."""
    assert may_have_halves("CPR: 12/05-90-1234")
    assert may_have_halves("CPR: 120590, løbenr. 1234")
    assert may_tell_last_four("Født 12/05/90, de sidste fire er 1234", "født 12/05/90, de sidste fire er 1234")
    assert not may_have_halves("I 2026 kom 1234 flygtninge")
