"""Which figures in a text are a number to call, and which only look like one."""

import pytest

from vejviser.content.model.portal import Portal
from vejviser.content.telephone import directory


def called(portal: Portal, text: str, language: str = "da") -> list[str]:
    """The small portal knows 112 and 19 99."""
    return [found.dialled for found in directory(portal, language).calls(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Ring 112.",
        "Ring 112, hvis nogen er i fare.",
        "Er du i fare, så ringer du 112 med det samme.",
        "I fare nu ringer man 112.",
        "Ring straks til politiet på 112 og vent.",
        "Fare nu: 112",
        "fare lige nu \ufffc112",
        "Hent hjælp hos 112, hvis det sker nu",
        "Alarm svarer på 112 hele døgnet.",
        "Alarm (112)",
        "Call 112 if somebody is in danger.",
        "If there is danger, the police answer on 112 at night.",
        "Телефонуйте 112, якщо хтось у небезпеці.",
        "за номером 112 удень і вночі, телефон",
        "اتصلوا بالرقم 112 إذا كان أحد في خطر.",
        "الرقم 112 ليلًا أو نهارًا عند الخطر",
    ],
)
def test_a_short_number_is_called_where_the_words_beside_it_say_so(portal: Portal, text: str) -> None:
    assert called(portal, text) == ["112"]


@pytest.mark.parametrize(
    "text",
    [
        "Der kom 112 til mødet.",
        "112 deltagere fik hjælp.",
        "Ring til de 112 frivillige, eller skriv.",
        "Politiet har 112 biler.",
        "Se § 112. Ring til politiet.",
        "Efter § 112, stk. 2, kan politiet hjælpe.",
        "Læs side 112 og ring til politiet.",
        "Lov nr. 112 om hjælp og fare",
        "De fleste fik hjælp (112).",
        "Hjælpen koster 112 kr., så ring.",
        "Hjælp til 112 % flere",
        "Hjælp til 112.000 mennesker i fare",
        "Ring på dør 1.112 eller 1112 eller 112-114.",
        "I fare var 2-112.",
        "https://hjaelp.example/112",
        "У 112 родинах потрібна допомога.",
        "ساعدنا 112 شخصًا في خطر.",
    ],
)
def test_other_figures_are_no_number_to_call(portal: Portal, text: str) -> None:
    assert called(portal, text) == []


@pytest.mark.parametrize(
    ("text", "dialled"),
    [
        ("Ring til Foreningen på 70 20 00 00, hvis du er i tvivl.", "70200000"),
        ("Ring 70 20 00 00.", "70200000"),
        ("Tlf. +45 70 20 00 00", "+4570200000"),
        ("Telefon: 7020 0000", "70200000"),
    ],
)
def test_a_number_nobody_has_told_is_called_when_the_sentence_says_so(portal: Portal, text: str, dialled: str) -> None:
    assert called(portal, text) == [dialled]


@pytest.mark.parametrize(
    "text", ["CVR-nummer 70 20 00 00", "Bestil 70 20 00 00. Ring ikke.", "Ring 70 20 00 00 kr. op"]
)
def test_other_long_numbers_are_not(portal: Portal, text: str) -> None:
    assert called(portal, text) == []


def test_a_number_is_found_in_any_spacing_and_has_a_name_in_the_language_of_the_text(portal: Portal) -> None:
    (found,) = directory(portal, "ar").calls("Ring 1999 om natten.")
    (spaced,) = directory(portal, "da").calls("Ring 19\u00a099 om natten.")
    assert (found.dialled, found.whose) == (spaced.dialled, spaced.whose) == ("1999", "Læge om natten")
