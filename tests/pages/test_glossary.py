"""The glossary's page: words in the alphabet's order, and the way to each letter."""

import re
from dataclasses import replace

from tests.conftest import TODAY
from vejviser.content.model.base import LanguageMap
from vejviser.content.model.portal import Portal
from vejviser.content.model.sources import Term
from vejviser.pages.glossary_and_sources import pages

WORDS = {
    "oel": "øl",
    "asyl": "asyl",
    "aarshjul": "årshjul",
    "aula": "Aula",
    "bolig": "bolig",
    "tolk": "tolk",
    "ven": "ven",
}


def glossary(portal: Portal, words: dict[str, str]) -> dict[str, str]:
    terms = {
        key: Term(id=key, term=LanguageMap({"da": word}), definition=LanguageMap({"da": "Et ord."}))
        for key, word in words.items()
    }
    return {
        page.language: page.markdown for page in pages(replace(portal, terms=terms), TODAY) if page.kind == "glossary"
    }


def test_each_letter_leads_to_its_first_word_in_the_alphabets_order(portal: Portal) -> None:
    letters = re.findall(r'<a href="#([a-z]+)">(.)</a>', glossary(portal, WORDS)["da"])
    assert letters == [
        ("asyl", "A"), ("bolig", "B"), ("tolk", "T"), ("ven", "V"), ("oel", "Ø"), ("aarshjul", "Å"),
    ]  # fmt: skip


def test_words_that_are_not_in_the_readers_language_have_none_of_its_letters(portal: Portal) -> None:
    assert "letters" not in glossary(portal, WORDS)["ar"]


def test_a_short_glossary_needs_no_letters(portal: Portal) -> None:
    assert "letters" not in glossary(portal, {"asyl": "asyl", "ven": "ven"})["da"]
