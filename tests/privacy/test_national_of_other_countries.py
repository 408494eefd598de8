"""National numbers of any country: found as the Danish ones are, whatever they are disguised as. All are invented."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.exceptions import ValidationError
from stdnum.fi import hetu

from tests.privacy.number_samples import ALSO_FOR_RARE, DISGUISES, OFTEN, RARE, numbers
from tests.privacy.samples import samples
from vejviser.content.number_kinds import number_kind
from vejviser.privacy.finder import Finding, findings

SENTENCES = ("Hun fikk {}.", "{}", "navn;nummer\nAli;{}\n", "- {}", "Husk: {} er hennes", "<p>{}</p>", "رقم: {}")


def found(text: str, *names: str, prose: bool = True) -> list[Finding]:
    return [item for item in findings(text, prose=prose, numbers=names) if item.kind == "cpr"]


def blocks(text: str, *names: str) -> bool:
    return any(item.certain and item.number in names for item in found(text, *names))


@pytest.mark.parametrize(("name", "disguise"), list(product((*RARE, *OFTEN), DISGUISES)))
def test_the_number_of_the_portals_country_is_stopped_in_every_disguise(name: str, disguise: str) -> None:
    for number, sentence in product(numbers(name), SENTENCES):
        written = DISGUISES[disguise](number)
        assert blocks(sentence.format(written), name), (name, sentence, written)


@pytest.mark.parametrize(("name", "disguise"), list(product(RARE, ALSO_FOR_RARE)))
def test_check_digits_that_tell_much_are_believed_however_digits_are_grouped(name: str, disguise: str) -> None:
    for number in numbers(name):
        assert blocks(ALSO_FOR_RARE[disguise](number), name), (name, number)


@pytest.mark.parametrize("edge", [" | ", "\t", ";", "\n", "</td><td>", '","'])
@pytest.mark.parametrize("name", ["no.fodselsnummer", "se.personnummer", "be.nn", "is.kennitala", "bg.egn"])
def test_a_number_split_over_two_cells_or_lines_is_put_together(name: str, edge: str) -> None:
    """Its date in one, the rest in the other."""
    for number in numbers(name):
        signs = "".join(number)
        date = 8 if len(signs) == 12 else 6
        assert blocks(f"{signs[:date]}{edge}{signs[date:]}", name), (name, signs)


@given(st.sampled_from((*RARE, *OFTEN)), st.integers(0, 5), st.text(alphabet=" abcæøåابت.,", max_size=12))
def test_it_is_found_once_and_in_its_place(name: str, which: int, before: str) -> None:
    written = "".join(numbers(name)[which])
    text = f"{before} x {written} y"
    assert [text[item.start : item.end] for item in found(text, name)] == [written]


@pytest.mark.parametrize("name", [*RARE, *OFTEN])
def test_one_wrong_sign_and_it_is_nothing(name: str) -> None:
    shape_of = {len(shape.places): shape for shape in number_kind(name).shapes}
    for number in numbers(name):
        signs = "".join(number)
        other = signs[:-1] + ("1" if signs[-1] != "1" else "2")
        if len(other) in shape_of and not number_kind(name).holds(other, shape_of[len(other)]):
            assert not found(other, name)


@pytest.mark.parametrize("text", samples("pass-cpr"))
def test_what_is_no_number_at_all_passes_in_norway_too(text: str) -> None:
    assert not found(text, "no.fodselsnummer")


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("{} ", True),
        ("Saksnr. {}", True),  # a case number, they say, with check digits that hardly anything else has: a warning
        ("+{}", False),
        ("0.{}", False),
        ("https://example.org/9f{}ab", False),
    ],
)
def test_words_and_signs_around_it_count(text: str, verdict: bool) -> None:
    written = "".join(numbers("no.fodselsnummer")[0])
    assert bool(found(text.format(written), "no.fodselsnummer")) == verdict


def test_a_number_of_a_country_that_is_not_looked_for_passes() -> None:
    for number in numbers("no.fodselsnummer"):
        assert not found("".join(number), "fi.hetu")


def test_a_neighbouring_countrys_number_is_stopped_as_it_is_written_there() -> None:
    for number in numbers("no.fodselsnummer"):
        assert blocks("".join(number), "fi.hetu", "no.fodselsnummer")
        assert blocks(" ".join(number), "fi.hetu", "no.fodselsnummer")


def test_where_check_digits_say_little_a_word_or_the_usual_way_of_writing_is_needed() -> None:
    """Nearly every nine digits are a number of social security in the United States."""
    assert blocks("536-90-4399", "us.ssn")
    assert blocks("His SSN: 536904399", "us.ssn")
    assert blocks("His social security number is 536 90 4399.", "us.ssn")
    assert not found("536904399", "us.ssn")
    assert not found("536 904 399", "us.ssn")


def test_day_and_time_may_be_a_swedish_number_and_are_asked_about() -> None:
    """About every tenth minute has the check digit."""
    stamps = [f"20261128{hour:02}{minute:02}" for hour in range(24) for minute in range(60)]
    told = [item.certain for stamp in stamps for item in found(stamp, "se.personnummer")]
    assert told
    assert not any(told)


def test_who_is_new_in_a_country_has_a_number_of_another_kind() -> None:
    """In Sweden sixty is added to the day, in Norway forty; in Finland the number begins with nine."""
    d_number = next("".join(item) for item in numbers("no.fodselsnummer", 60) if item[0][0] in "4567")
    given = next(f"131052-933{sign}" for sign in "0123456789ABCDEFHJKLMNPRSTUVWXY" if _is_given(f"131052-933{sign}"))
    assert blocks("701063-2391", "se.personnummer")
    assert blocks("19701063-2391", "se.personnummer")
    assert blocks(d_number, "no.fodselsnummer")
    assert blocks(given, "fi.hetu")


def _is_given(written: str) -> bool:
    try:
        return bool(hetu.validate(written, allow_temporary=True))
    except ValidationError:
        return False


def test_a_zero_that_a_sheet_took_away_hides_no_number() -> None:
    number = next("".join(item) for item in numbers("no.fodselsnummer", 40) if item[0][0] == "0")
    assert blocks(f"navn;fødselsnummer\nAli;{number[1:]}\n", "no.fodselsnummer")
    assert not found(f"navn;antall\nAli;{number[1:]}\n", "no.fodselsnummer")


def test_letters_may_be_small_and_the_sign_of_the_century_may_be_left_out() -> None:
    assert blocks("131052-308t", "fi.hetu")
    assert blocks("131052 308T", "fi.hetu")
    assert blocks("131052A308T", "fi.hetu")
    assert blocks("54362315k", "es.dni")
    assert blocks("54.362.315-K", "es.dni")
    assert not found("I 2019 2020 y", "es.dni")
