"""The catalogue of titles: what a page is called, and under which name the index has it."""

import gzip
import json
import re
from dataclasses import replace
from pathlib import Path

from vejviser.content.model.portal import Portal
from vejviser.pages.page import Page
from vejviser.pages.search_titles import glossary_words_about, search_title_files
from vejviser.site.search import page_names

PAGE = Page("tjeklister/foerste-moede.md", "da", "checklist", "Første møde", "", aliases=("start", "forste"))


def test_a_page_stands_with_its_title_its_kind_and_its_other_words(portal: Portal) -> None:
    files = search_title_files(portal, [PAGE], {"/tjeklister/foerste-moede/": "da_1"})
    assert json.loads(files["pagefind/titles.da.json"])["pages"] == [["da_1", "Første møde", "Tjekliste", ["start"]]]
    assert json.loads(files["pagefind/titles.ar.json"])["pages"] == []


def test_a_page_the_index_does_not_have_is_left_out(portal: Portal) -> None:
    assert json.loads(search_title_files(portal, [PAGE], {})["pagefind/titles.da.json"])["pages"] == []


def test_a_page_is_called_what_its_word_in_the_glossary_is_called(portal: Portal) -> None:
    key, term = next(iter(portal.terms.items()))
    about = replace(portal, terms={key: term.model_copy(update={"pages": ("/ven/",), "also": ("makker",)})})
    assert glossary_words_about(about, "ven/") == (*term.term.root.values(), "makker")
    assert glossary_words_about(about, "andet/") == ()


def test_the_index_tells_its_names(tmp_path: Path) -> None:
    folder = tmp_path / "pagefind/fragment"
    folder.mkdir(parents=True)
    (folder / "da_1.pf_fragment").write_bytes(gzip.compress(b'pagefind_dcd{"url":"/ven/"}'))
    assert dict(page_names(tmp_path / "pagefind")) == {"/ven/": "da_1"}


def test_every_page_of_the_catalogue_is_in_the_index(small_site: Path) -> None:
    rows = json.loads((small_site / "pagefind/titles.da.json").read_text("utf-8"))["pages"]
    assert {row[0] for row in rows} <= {name for _, name in page_names(small_site / "pagefind")}
    assert "Prøveby Kommune" in [row[1] for row in rows]


def test_the_catalogue_says_how_the_languages_are_typed_and_what_says_nothing(portal: Portal) -> None:
    catalogue = json.loads(search_title_files(portal, [], {})["pagefind/titles.en.json"])
    script = (Path(__file__).parents[1] / "scripts/typing_rows.js").read_text("utf-8")
    written = re.sub(r"([{,] ?|^ +)([a-zæøå]+):", r'\1"\2":', script[script.index("= {") + 2 :], flags=re.MULTILINE)
    assert catalogue["typing"] == json.loads(re.sub(r",(\s*[\]}])", r"\1", written).rstrip().rstrip(";"))
    assert {"hvordan", "how", "kommune", "kommunen", "municipality"} <= {*catalogue["little"]}
