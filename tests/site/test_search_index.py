"""What a search reads of a page, and how the words are written."""

import json
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vejviser.privacy.finder import findings
from vejviser.site.search.page_text import Passage, passages
from vejviser.site.search.windows import PASSAGES, windows
from vejviser.site.search.word_index import EVERYWHERE, word_index, words_in

ROOT = Path(__file__).parents[2]
UNPACK = """
import { unpackedPlaces, unpackedWords } from "./plugins/vejviser/assets/js/search/index.js";
import { readFileSync } from "node:fs";
const told = JSON.parse(readFileSync(0, "utf-8"));
const places = unpackedPlaces(told.places);
process.stdout.write(JSON.stringify(unpackedWords(told.words).map((word, at) => [word, places[at]])));
"""


def page(body: str) -> bytes:
    return f"<!doctype html><html><body><p>Menu</p><main data-search-body>{body}</main></body></html>".encode()


def test_a_page_is_read_heading_by_heading() -> None:
    found = passages(
        page('<h1>Titel</h1><p>Først.</p><h2 id="a">Overskrift</h2><p>Et <b>og</b> to.</p><ul><li>Tre</li></ul>')
    )
    assert found == (Passage("", "", ("Først.",)), Passage("a", "Overskrift", ("Et og to.", "Tre")))


@pytest.mark.parametrize(
    "beside",
    [
        '<sup class="cite"><a href="#note-1" aria-label="Kilde 1">1</a></sup>',
        '<span class="tag">Sagsbehandler</span>',
        '<span class="visually-hidden">Kilde</span>',
        "<span hidden>Kilde</span>",
        "<span data-search-ignore>Kilde</span>",
        "<select><option>Kilde</option></select>",
        "<noscript>Kilde</noscript>",
    ],
)
def test_what_stands_beside_a_sentence_is_not_read_into_it(beside: str) -> None:
    assert passages(page(f"<p>Familier{beside} fandt det tungt.</p>")) == (
        Passage("", "", ("Familier fandt det tungt.",)),
    )


def test_a_word_that_opens_its_explanation_is_part_of_the_sentence() -> None:
    found = passages(page('<p>Bed om en <button class="term">tolk</button>.</p>'))
    assert found[0].blocks == ("Bed om en tolk.",)


def test_a_page_that_is_not_to_be_found_has_no_passages() -> None:
    assert passages(b"<!doctype html><html><body><p>Tekst</p></body></html>") == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Matchmødet, 2026!", ["matchmødet", "2026"]),
        ("зв'язок сім’я звʼязок", ["зв'язок", "сім’я", "звʼязок"]),
        ("مُتَطَوِّع", ["متطوع"]),
        ("e-boks", ["e", "boks"]),
    ],
)
def test_words_are_small_letters_without_marks(text: str, words: list[str]) -> None:
    assert words_in(text) == words


def told(found: list[Passage]) -> dict[str, list[int]]:
    program = ["node", "--input-type=module", "--eval", UNPACK]
    done = subprocess.run(
        program, input=json.dumps(word_index(found)), text=True, capture_output=True, cwd=ROOT, check=True
    )
    return dict(json.loads(done.stdout))


@pytest.mark.node
def test_the_browser_reads_which_passages_a_word_stands_in() -> None:
    assert told([Passage("a", "Penge", ("Et lån er penge.",)), Passage("b", "", ("Et lån",))]) == {
        "er": [0],
        "et": [0, 2],
        "lån": [0, 2],
        "penge": [1],
    }


@pytest.mark.node
def test_places_far_apart_are_read_as_well() -> None:
    found = [Passage("", "", (f"ord{number}",)) for number in range(5_000)]
    found[4_321] = Passage("", "Sjælden", ("sjælden",))
    found[7] = Passage("", "", ("sjælden",))
    assert told(found)["sjælden"] == [14, 8_643]


@pytest.mark.node
def test_a_word_in_too_many_passages_is_known_but_has_no_places() -> None:
    found = [Passage("", "", (f"og ord{number}",)) for number in range(int(20 / EVERYWHERE))]
    places = told(found)
    assert places["og"] == []
    assert places["ord3"] == [6]


@given(st.lists(st.text(alphabet="abcæøå", min_size=1, max_size=6), min_size=1, max_size=30))
def test_every_word_is_in_the_index_once_and_in_order(words: list[str]) -> None:
    packed = word_index([Passage("", "", (" ".join(words),))])["words"].split(" ")
    unpacked: list[str] = []
    for item in packed:
        unpacked.append((unpacked[-1] if unpacked else "")[: ord(item[0]) - ord("A")] + item[1:])
    assert unpacked == sorted({*words_in(" ".join(words))})


@given(
    st.lists(st.lists(st.integers(0, 9999).map(str), min_size=1, max_size=30).map(" ".join), min_size=1, max_size=30)
)
def test_what_is_packed_never_looks_like_somebodys_number(texts: list[str]) -> None:
    """The figures of a page stand apart in the index, and are nobody's."""
    packed = word_index([Passage("", "", (text,)) for text in texts], questions=texts)
    assert [*findings(json.dumps(packed))] == []
    assert not any(sign.isdigit() for sign in packed["places"] + packed["asked"] + packed["lengths"])


def test_questions_add_their_words_without_places_in_the_texts() -> None:
    passages = [Passage("", "", ("Lån aldrig ud.",)), Passage("gaver", "Gaver", ("En gave er nok.",))]
    packed = word_index(passages, ["og"], ["kan hun betale husleje og lån", ""])
    alone = word_index(passages, ["og"])
    added = len(packed["words"].split(" ")) - len(alone["words"].split(" "))
    assert added == len(["kan", "hun", "betale", "husleje"])  # the texts have the other, and "og" says nothing
    assert packed["places"].count("~") == packed["asked"].count("~") == len(packed["words"].split(" "))
    assert alone["asked"].strip("~") == ""
    assert len(packed["asked"].replace("~", "")) == added + len(["lån"])


def test_the_questions_of_a_page_stand_at_its_passages() -> None:
    found = [Passage("", "", ("a",)), Passage("lån", "Lån", ("b",))]
    (window,) = windows(found, {"lån": ["må jeg låne"], "": ["penge"], "væk": ["husleje"]})
    assert window.asked == ("husleje penge", "må jeg låne")
    assert [*windows([], {"": ["penge"]})] == []


def test_some_passages_beside_each_other_are_one_window() -> None:
    found = [Passage(f"sted-{number}", f"Sted {number}", (f"ord{number}",)) for number in range(PASSAGES + 1)]
    first, last = windows(found, {})
    assert first.places == tuple(passage.place for passage in found[:PASSAGES])
    assert last.joined == Passage("", f"Sted {PASSAGES}", (f"ord{PASSAGES}",))


def test_the_file_of_a_window_has_the_words_asked_that_its_passage_has_not() -> None:
    (window,) = windows([Passage("gaver", "Gaver", ("En lille gave.",))], {"gaver": ["må hun få en gave til jul"]})
    assert json.loads(window.shown(little=["må", "en", "til"])) == [
        ["gaver", "Gaver", "få hun jul", "En lille gave."],
    ]
