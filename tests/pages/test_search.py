"""What a search knows beside the texts: names, weights, everyday words, and whom to call."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from vejviser.content.model.portal import Portal
from vejviser.content.model.search_words import SearchQuestion, SearchWord, Signpost
from vejviser.pages.page import Page
from vejviser.pages.search import (
    PLACES,
    SIGNPOSTS,
    SearchPage,
    asked_by_page,
    first_readers,
    glossary_words_about,
    led_to,
    place_files,
    search_file,
    signpost_files,
    weight,
)
from vejviser.site.search.windows import PASSAGES

PAGE = Page("tjeklister/foerste-moede.md", "da", "checklist", "Første møde", "", aliases=("start", "forste"))


def test_a_page_stands_with_its_title_its_kind_and_its_other_words(portal: Portal) -> None:
    told = search_file(portal, "da", [SearchPage(PAGE, "abc", (("", "gaver"), ("laan", "ure")))])
    assert told["kinds"] == ["Tjekliste"]
    assert told["pages"] == [["tjeklister/foerste-moede/", "Første møde", 0, "", 10, "abc", 2, ["start"]]]


def test_a_page_of_another_language_says_so_and_has_no_other_words(portal: Portal) -> None:
    (row,) = search_file(portal, "en", [SearchPage(PAGE, "abc", ())])["pages"]
    assert row[-2:] == [[], 1]


def test_a_page_is_called_what_its_word_in_the_glossary_is_called(portal: Portal) -> None:
    key, term = next(iter(portal.terms.items()))
    about = replace(portal, terms={key: term.model_copy(update={"pages": ("/ven/",), "also": ("makker",)})})
    assert glossary_words_about(about, "ven/") == (*term.term.root.values(), "makker")
    assert glossary_words_about(about, "andet/") == ()


def test_the_first_readers_are_those_of_the_first_way_of_the_front_page(portal: Portal) -> None:
    front = next(item for item in portal.articles if item.uri == "index.md" and item.language == "da")
    way = front.meta.ways[0]
    page = Page(way.to, "da", "handbook", "Bogen", "", audience=("volunteer",))
    assert first_readers(portal, "da", [page]) == ("volunteer",)
    assert first_readers(portal, "da", []) == ()


@pytest.mark.parametrize(
    ("kind", "audience", "tenths"),
    [
        ("chapter", ("volunteer",), 10),
        ("chapter", ("volunteer", "coordinator"), 10),
        ("chapter", ("coordinator",), 9),
        ("chapter", ("participant",), 7),
        ("index", ("volunteer",), 6),
        ("sources", (), 5),
        ("languages", (), 5),
        ("article", (), 10),
    ],
)
def test_a_page_for_the_reader_counts_more_than_one_for_others(
    kind: str, audience: tuple[str, ...], tenths: int
) -> None:
    assert weight(Page("a.md", "da", kind, "A", "", audience=audience), ("volunteer",)) == tenths


def test_in_a_translation_a_participants_page_counts_as_one_for_others() -> None:
    assert weight(Page("a.md", "en", "chapter", "A", "", audience=("participant",)), ("volunteer",)) == 9


def test_words_lead_to_pages_or_mean_the_same(portal: Portal) -> None:
    words = {
        "gave": SearchWord(id="gave", to="/haandboeger/ven/penge/#gaver", words={"da": ("julegave",)}),
        "ven": SearchWord(id="ven", words={"da": ("ven", "makker"), "en": ("friend", "mate")}),
    }
    told = search_file(replace(portal, search_words=words), "da", [])
    assert told["leads"] == [["haandboeger/ven/penge", "gaver", ["julegave"]]]
    assert told["alike"] == [["ven", "makker"]]
    english = search_file(replace(portal, search_words=words), "en", [])
    assert (english["leads"], english["alike"]) == ([], [["friend", "mate"]])


def test_what_people_ask_stands_at_the_place_that_answers_in_their_language(portal: Portal) -> None:
    def question(key: str, to: str, asked: dict[str, tuple[str, ...]]) -> SearchQuestion:
        return SearchQuestion.model_validate({"id": key, "to": to, "asked": asked})

    questions = {
        "laan": question("laan", "/haandboeger/frivillig/penge/#laan", {"da": ("må jeg låne",), "en": ("may I lend",)}),
        "mere": question("mere", "/haandboeger/frivillig/penge/#laan", {"da": ("han mangler husleje",)}),
        "side": question("side", "/hjaelp/", {"uk": ("кому дзвонити",)}),
    }
    changed = replace(portal, search_words={}, signposts={}, search_questions=questions)
    page = "haandboeger/frivillig/penge/"
    assert asked_by_page(changed, "da") == {page: {"laan": ["må jeg låne", "han mangler husleje"]}}
    assert asked_by_page(changed, "uk") == {"hjaelp/": {"": ["кому дзвонити"]}}
    assert led_to(changed, "en") == {page}


@pytest.mark.parametrize("asked", [{}, {"da": ()}, {"da": ("",)}])
def test_a_question_is_never_empty(asked: dict[str, tuple[str, ...]]) -> None:
    with pytest.raises(ValueError, match="asked"):
        SearchQuestion.model_validate({"id": "laan", "to": "/hjaelp/", "asked": asked})


def test_words_that_mean_the_same_are_two_at_least() -> None:
    with pytest.raises(ValueError, match="search-word-alone"):
        SearchWord(id="ven", words={"da": ("ven",)})


@pytest.mark.parametrize("to", ["hjaelp/", "/hjaelp", "/Hjælp/", "https://a.example/"])
def test_words_lead_to_an_address_of_the_portal(to: str) -> None:
    with pytest.raises(ValueError, match="to"):
        SearchWord(id="ven", to=to, words={"da": ("ven",)})


def test_what_places_are_called_lies_in_a_file_of_its_own(portal: Portal) -> None:
    place = portal.municipalities[0]
    to = f"/kommuner/{place.slug}/"
    words = {
        "by": SearchWord(id="by", to=to, words={"da": ("Lilleby", "9999"), "en": ("Smallville",)}),
        "ven": SearchWord(id="ven", to="/hjaelp/", words={"da": ("hjælp",)}),
    }
    changed = replace(portal, search_words=words, signposts={})
    told = json.loads(place_files(changed)[PLACES])
    assert told["places"] == [[to.strip("/"), ["Lilleby", "9999", "Smallville"]]]
    assert told["sounds"]["б"] == told["sounds"]["ب"] == "b"
    assert [to for to, *_ in search_file(changed, "da", [])["leads"]] == ["hjaelp"]


def test_a_signpost_says_whom_to_call_in_every_language(portal: Portal) -> None:
    one = next(line for line in portal.help_lines.values() if len(line.numbers) == 1)
    post = Signpost.model_validate(
        {
            "id": "fare",
            "title": {"da": "Er der fare?", "en": "Is there danger?"},
            "text": {"da": "Ring nu."},
            "call": [one.id],
            "to": "/hjaelp/",
            "first": ["/haandboeger/frivillig/#fare"],
            "words": {"da": ["fare"], "en": ["danger"]},
            "unless": {"da": ["i fare for at komme for sent"]},
        }
    )
    files = signpost_files(replace(portal, signposts={"fare": post}))
    told = {language: json.loads(files[SIGNPOSTS.format(language=language)]) for language in portal.languages}
    row = {language: file["posts"][0] for language, file in told.items()}
    assert (row["da"]["words"], row["en"]["words"], row["ar"]["words"]) == (["fare"], ["danger"], [])
    assert (row["da"]["unless"], row["en"]["unless"]) == (["i fare for at komme for sent"], [])
    assert (row["en"]["title"], row["en"]["text"]) == ("Is there danger?", ["Ring nu.", "da", "ltr"])
    assert (row["da"]["to"], row["da"]["first"]) == ("hjaelp/", ["haandboeger/frivillig/#fare"])
    number = one.numbers[0]
    assert row["da"]["lines"] == [[one.name.text("da"), one.hours.text("da"), number.number, number.dialled]]
    assert row["ar"]["direction"] == "rtl"
    assert [file["language"] for file in told.values()] == list(portal.languages)


def test_a_signpost_can_be_found_in_the_main_language() -> None:
    with pytest.raises(ValueError, match="signpost-main-language"):
        Signpost.model_validate(
            {
                "id": "fare",
                "title": {"da": "Er der fare?"},
                "text": {"da": "Ring."},
                "call": ["alarm"],
                "to": "/hjaelp/",
                "words": {"en": ["danger"]},
            }
        )


def test_every_page_of_the_search_has_its_text(small_site: Path) -> None:
    for file in (small_site / "search").glob("*.json"):
        told = json.loads(file.read_text("utf-8"))
        for row in told["pages"]:
            parts = [
                json.loads(file.read_text("utf-8")) for file in (small_site / "search/texts").glob(f"{row[5]}p*.json")
            ]
            assert bool(row[5]) == bool(parts), row
            assert len(parts) >= row[6], "all its windows can be shown"
            assert max(map(len, parts), default=0) <= PASSAGES
    assert "Prøveby Kommune" in [
        row[1] for row in json.loads((small_site / "search/da.json").read_text("utf-8"))["pages"]
    ]


def test_the_search_says_how_the_languages_are_typed_bent_and_joined_and_what_says_nothing(portal: Portal) -> None:
    told = search_file(portal, "da", [])["speech"]
    script = (Path(__file__).parents[1] / "scripts/typing_rows.js").read_text("utf-8")
    written = re.sub(r"([{,] ?|^ +)([a-zæøå]+):", r'\1"\2":', script[script.index("= {") + 2 :], flags=re.MULTILINE)
    assert told["typing"] == json.loads(re.sub(r",(\s*[\]}])", r"\1", written).rstrip().rstrip(";"))
    assert {"hvordan", "how", "kommune", "kommunen", "municipality"} <= {*told["little"]}
    assert {"en", "erne"} <= {*told["endings"]}
    assert told["joins"] == ["", "s", "e"]
    assert "ال" in search_file(portal, "ar", [])["speech"]["particles"]
