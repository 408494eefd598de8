"""The portal's own words in texts: what its places are called, in the form that each sentence needs."""

import pytest

from vejviser.content.model.settings import Settings
from vejviser.content.place_words import filled, title_of, unknown_words, words_in
from vejviser.content.settings import using


def said(text: str, language: str, **places: object) -> str:
    """Return a text as a portal says it whose portal.yml has this under places."""
    settings = {"name": "Min portal", "languages": ["da", "en", "nb", "sv", "uk", "ar", "de"], "places": places}
    with using(Settings.model_validate(settings)):
        return filled(text, words_in(language))


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("da", "Find {place.your_one}. {Place.the_one}s navn", "Find din kommune. Kommunens navn"),
        ("en", "Find {place.your_one} among {place.the_many}", "Find your municipality among the municipalities"),
        ("nb", "Finn {place.your_one}. Alle {place.many}", "Finn kommunen din. Alle kommuner"),
        ("sv", "Välj {place.another_one} i {region.the_one}", "Välj en annan kommun i länet"),
        ("uk", "Назва {place.of_one}. {Place.no_one}", "Назва муніципалітету. Жоден муніципалітет"),
        ("ar", "ل{place.one} و{place.the_many}", "لبلدية والبلديات"),
    ],
)
def test_a_portal_that_says_nothing_is_about_municipalities(language: str, text: str, expected: str) -> None:
    assert said(text, language) == expected


@pytest.mark.parametrize(
    ("language", "words", "text", "expected"),
    [
        ("en", {"one": "council", "many": "councils"}, "{Place.a_one}, {place.the_many}", "A council, the councils"),
        ("en", {"gender": "vowel", "one": "area", "many": "areas"}, "{place.a_one}", "an area"),
        (
            "da",
            {"gender": "neuter", "one": "sogn", "the_one": "sognet", "many": "sogne", "the_many": "sognene"},
            "{Place.your_one}, {place.another_one}, {place.each_one}",
            "Dit sogn, et andet sogn, hvert sogn",
        ),
        ("de", {"one": "Landkreis", "of_many": "Landkreise"}, "die {place.of_many}", "die Landkreise"),
        ("en", {"one": "council", "many": "councils", "a_one": "some council"}, "{place.a_one}", "some council"),
    ],
)
def test_a_portal_has_words_of_its_own_and_the_rest_follows(
    language: str, words: dict[str, str], text: str, expected: str
) -> None:
    assert said(text, language, words={language: words}) == expected


def test_what_a_place_lies_in_has_its_own_word() -> None:
    levels = [{"id": "nation", "words": {"en": {"one": "nation", "many": "nations"}}}]
    assert said("{Region.the_one}, all {region.many}", "en", levels=levels) == "The nation, all nations"


def test_the_portal_its_addresses_and_its_codes_can_be_asked_for() -> None:
    code = {"pattern": "[A-Z]{3}", "example": "ABC"}
    text = "{portal.name} {portal.language} data/{address.places}/{place.code}"
    assert said(text, "en", code=code) == "Min portal da data/places/ABC"


def test_what_is_filled_in_later_and_what_nobody_knows_stay() -> None:
    text = "{number} {place.one}, {place.dual} {who}"
    assert said(text, "en") == "{number} municipality, {place.dual} {who}"
    assert list(unknown_words(said(text, "en"))) == ["place.dual"]


def test_a_language_nobody_has_words_for_has_those_of_the_second_and_then_of_the_main_language() -> None:
    assert said("{place.one}", "de") == "municipality"
    assert said("{place.one}", "de", words={"en": {"one": "council", "many": "councils"}}) == "council"


@pytest.mark.parametrize(
    ("language", "places", "expected"),
    [
        ("da", {}, "Odense Kommune"),
        ("nb", {}, "Odense kommune"),
        ("uk", {}, "Муніципалітет Odense"),
        ("en", {"words": {"en": {"one": "council", "many": "councils"}}}, "Odense Council"),
        ("en", {"title": {"en": "City of {name}"}}, "City of Odense"),
        ("en", {"title": "{name}"}, "Odense"),
        ("da", {"titles": {"0461": {"da": "Odense By"}}}, "Odense By"),
        ("en", {"titles": {"0461": {"da": "Odense By"}}}, "Odense Municipality"),
        ("en", {"titles": {"0461": "Odense By"}}, "Odense By"),
    ],
)
def test_what_a_place_calls_itself(language: str, places: dict[str, object], expected: str) -> None:
    with using(Settings.model_validate({"languages": ["da", "en", "nb", "uk"], "places": places})):
        assert title_of("0461", "Odense", language) == expected
