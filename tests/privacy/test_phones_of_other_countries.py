"""Phone numbers as people of another country write them. They are the examples of the numbering plans; nobody's."""

import pytest
from phonenumbers import PhoneNumberFormat, PhoneNumberType, example_number_for_type, format_number, parse

from vejviser.content.model.settings import Settings
from vejviser.content.settings import using
from vejviser.privacy.finder import findings
from vejviser.privacy.phone import phone_key

COUNTRIES = ("NO", "SE", "FI", "IS", "DE", "NL", "FR", "ES", "PL", "GB", "US", "UA")
WAYS = (PhoneNumberFormat.NATIONAL, PhoneNumberFormat.INTERNATIONAL, PhoneNumberFormat.E164)
KINDS = (PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE)
TYPICAL = {"SE": "070 174 06 05", "FR": "01 99 00 12 34"}
"""Where the plan's example is short, or counts upwards: numbers that are kept free for films."""


def written(country: str, kind: int, way: int) -> str:
    number = parse(TYPICAL[country], country) if country in TYPICAL else example_number_for_type(country, kind)
    assert number is not None
    return format_number(number, way)


def phones(text: str) -> list[str]:
    return [item.key for item in findings(text) if item.kind == "phone"]


@pytest.mark.parametrize("country", COUNTRIES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_number_is_stopped_as_it_is_written_in_its_own_country(country: str, kind: int) -> None:
    with using(Settings(country=country)):
        for way in WAYS:
            number = written(country, kind, way)
            assert phones(f"Mona: {number}."), number
            assert phones(f"Ring {number.replace('-', ' ')} i dag"), number


@pytest.mark.parametrize("country", COUNTRIES)
def test_a_number_is_the_same_however_it_is_written(country: str) -> None:
    with using(Settings(country=country)):
        assert len({phone_key(written(country, PhoneNumberType.MOBILE, way)) for way in WAYS}) == 1


@pytest.mark.parametrize("country", ["NO", "SE", "FI", "DE", "PL", "GB"])
def test_what_no_person_has_passes(country: str) -> None:
    with using(Settings(phone_country=country)):
        free = example_number_for_type(country, PhoneNumberType.TOLL_FREE)
        assert free is not None
        assert not phones(f"Ring {format_number(free, PhoneNumberFormat.NATIONAL)}.")
        assert not phones("Ring 112.")
        assert not phones("Prosjektet varte 2019-2022, og 1200 deltok.")
        assert not phones("Fra 01.01.2016 til 31.12.2019")


def test_the_country_of_phones_is_the_portals_and_else_that_of_its_language() -> None:
    number = written("SE", PhoneNumberType.MOBILE, PhoneNumberFormat.NATIONAL)
    for settings in ({"phone_country": "SE", "national_numbers": []}, {"country": "SE"}, {"languages": ["sv"]}):
        with using(Settings.model_validate(settings)):
            assert phones(f"Mona: {number}")
