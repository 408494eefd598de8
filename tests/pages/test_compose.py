from dataclasses import replace
from datetime import date

import pytest

from vejviser.check.evidence import problems
from vejviser.content.model.base import Citation, LanguageMap, Reviewed
from vejviser.content.model.portal import Portal
from vejviser.pages.backlinks import backlinks
from vejviser.pages.compose import Composer
from vejviser.pages.page import Page
from vejviser.pages.page_layout import with_layout


@pytest.fixture
def page(portal: Portal) -> Composer:
    return Composer(portal, "en", "kommuner/odense.md", date(2026, 11, 22))


def test_the_same_place_in_a_source_is_one_note_and_each_use_leads_back(page: Composer) -> None:
    text = page.cited("Et [@rapport-2024, s. 1], to [@rapport-2024], tre [@rapport-2024, s. 1].")
    assert [(note.number, note.citation.locator, note.uses) for note in page.notes] == [(1, "s. 1", 2), (2, "", 1)]
    assert 'id="cite-1-2"' in text


def test_what_is_to_be_said_in_the_main_language_is_marked_in_every_text(portal: Portal) -> None:
    """Also where no words are explained: a whole book, an article, a short text."""
    page = Composer(portal, "ar", "index.md", date(2026, 11, 22))
    assert '»<span lang="da" dir="ltr">Nej tak.</span>«' in page.cited("قل: »Nej tak.« (لا)")
    assert page.cited("»Nej tak.«", "da") == "»Nej tak.«"


@pytest.mark.parametrize(("da", "own"), [("afsnit 3.4", "section 3.4"), ("afsnittet »Forord«", "the section »Forord«")])
def test_a_place_cited_in_two_languages_is_one_note_in_the_words_of_the_page(page: Composer, da: str, own: str) -> None:
    page.cite(Citation(key="rapport-2024", locator=da))
    page.cited(f"Here [@rapport-2024, {own}], and there [@rapport-2024, {own}].")
    assert [(note.locator.text, note.locator.language, note.uses) for note in page.notes] == [(own, "en", 3)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("s. 4", "kapitel 4"),
        ("afsnit 3.4", "section 3.4, »Socialt udbytte«"),
        ("kapitel 2, boksen »Hvad er en ven«", "kapitel 2, boksen »Hvad er en familie«"),
        ("afsnittet »Bolig«", "afsnittet »Bolig«, note 3"),
    ],
)
def test_two_places_of_a_source_are_two_notes(page: Composer, one: str, other: str) -> None:
    page.cited(f"Here [@rapport-2024, {one}], and there [@rapport-2024, {other}].")
    assert [note.citation.locator for note in page.notes] == [one, other]


@pytest.mark.parametrize("between", ["", " ", "\n", "\n   "])
def test_the_reference_stands_close_to_its_word_wherever_the_editor_broke_the_line(
    page: Composer, between: str
) -> None:
    assert page.cited(f"Et ord{between}[@rapport-2024].").startswith('Et ord<sup class="cite"')


def test_a_note_is_one_passage_unless_its_place_is_written_in_arabic(page: Composer) -> None:
    page.cited("[@rapport-2024, afsnit 2] [@rapport-2024, القسم 2] [@rapport-2024]")
    assert [note.left_to_right for note in page.notes] == [True, False, True]


def test_the_words_for_a_place_in_a_source_are_read_in_their_own_language(page: Composer) -> None:
    text = LanguageMap.model_validate({"da": "Kun dansk [@rapport-2024, afsnit 3].", "uk": "Інше."})
    page.cited("Here [@rapport-2024, section 2].")
    page.cite(Citation.model_validate("rapport-2024, side 21"))
    page.rich(text)
    assert [(note.locator.text, note.locator.language) for note in page.notes] == [
        ("section 2", "en"),
        ("side 21", "da"),
        ("afsnit 3", "da"),
    ]


IN_CODE = (
    "```text\nEn ven [@rapport-2024, s. 1].\n```\n",
    "~~~\n[@rapport-2024]\n~~~",
    "- Sådan:\n\n    ```yaml\n    source: [@rapport-2024]\n    ```",
    "Skriv `[@rapport-2024]` efter ordet.",
    "```\n[@rapport-2024] og intet mere",
)


@pytest.mark.parametrize("markdown", IN_CODE)
def test_a_citation_in_code_is_an_example_of_one(page: Composer, markdown: str) -> None:
    assert page.cited(markdown) == markdown
    assert list(page.notes) == []


@pytest.mark.parametrize("markdown", ["Et ` og så [@rapport-2024].", "```\nkode\n```\n\nEt [@rapport-2024]."])
def test_a_citation_beside_code_is_one(page: Composer, markdown: str) -> None:
    assert '<sup class="cite"' in page.cited(markdown)


@pytest.mark.parametrize("markdown", IN_CODE[:-1])
def test_nobody_looks_for_the_source_of_an_example(portal: Portal, markdown: str) -> None:
    example = markdown.replace("rapport-2024", "findes-ikke-2020")
    first = portal.articles[0]
    meta = first.meta.model_copy(update={"figures": ()})
    article = first.model_copy(update={"meta": meta, "body": f"{markdown}\n\n{example}"})
    own = {(article.origin.path, "unknown-source"), (article.origin.path, "citation-form")}
    only = replace(portal, articles=(article,))
    assert own.isdisjoint((problem.path, problem.rule) for problem in problems(only))
    cited = {page.uri for by in backlinks(only, article.language).values() for pages in by.values() for page in pages}
    assert article.uri not in cited


def test_a_source_is_old_after_five_years(page: Composer) -> None:
    page.cite(Citation(key="gammel-2010"))
    page.cite(Citation(key="rapport-2024"))
    assert [note.old for note in page.notes] == [True, False]


def test_a_source_says_its_title_once_and_is_known_by_author_and_year_afterwards(page: Composer) -> None:
    page.cited("[@gammel-2010, s. 1] [@rapport-2024] [@gammel-2010, s. 2]")
    assert [note.again for note in page.notes] == [False, False, True]
    body = with_layout(page, "")
    assert body.count("<cite>En gammel rapport</cite>") == 1
    assert "[En Anden (2010)](../kilder.md#gammel-2010)</span>, " in body
    assert body.count("old-source") == 1, "that the facts are old is said once, too"


def test_two_sources_of_one_author_and_year_keep_their_titles(portal: Portal) -> None:
    twin = portal.sources["rapport-2024"].model_copy(update={"id": "tvilling-2024", "title": "Tvillingen"})
    sources = {**portal.sources, twin.id: twin}
    page = Composer(replace(portal, sources=sources), "en", "kommuner/odense.md", date(2026, 11, 22))
    page.cited("[@rapport-2024, s. 1] [@tvilling-2024] [@rapport-2024, s. 2]")
    assert [note.again for note in page.notes] == [False, False, False]


@pytest.mark.parametrize(("reviewed", "is_overdue"), [(date(2025, 11, 22), False), (date(2025, 11, 21), True)])
def test_a_text_is_overdue_the_day_after_its_review_was_due(page: Composer, reviewed: date, is_overdue: bool) -> None:
    assert page.overdue(Reviewed(owner="Redaktionen", reviewed=reviewed, review_every="P1Y")) == is_overdue


def test_danish_on_an_english_page_is_marked(page: Composer) -> None:
    assert page.local(LanguageMap({"da": "ven", "en": "friend"})) == "friend"
    assert page.local(LanguageMap({"da": "ven"})) == '<span lang="da" dir="ltr">ven</span>'


@pytest.mark.parametrize(
    ("target", "link"),
    [
        ("kommuner/index.md", "index.md"),
        ("kilder.md#als", "../kilder.md#als"),
        ("kommuner/odense/status.md", "odense/status.md"),
    ],
)
def test_links_between_pages_are_relative(page: Composer, target: str, link: str) -> None:
    assert page.to(target) == link


def test_numbers_dates_and_sizes_follow_the_language(portal: Portal) -> None:
    danish = Composer(portal, "da", "index.md", date(2026, 11, 22))
    assert danish.format_number(671714) == "671.714"
    assert danish.format_date(date(2026, 3, 1)) == '<time datetime="2026-03-01">1. marts 2026</time>'
    assert danish.size(68_400) == "68 kB"
    assert danish.size(2_340_000) == "2,3 MB"
    assert danish.duration("P1Y2M") == "1 år 2 måneder"


@pytest.mark.parametrize(
    ("uri", "address"),
    [("index.md", ""), ("kommuner/index.md", "kommuner/"), ("kommuner/odense.md", "kommuner/odense/")],
)
def test_the_address_of_a_page(uri: str, address: str) -> None:
    assert Page(uri, "da", "article", "Titel", "Tekst").address == address


def test_front_matter_survives_any_title() -> None:
    import yaml

    page = Page("x.md", "da", "article", 'Møde: "sådan" #1', "Tekst", aliases=("aa: b",))
    head = page.markdown.split("---\n")[1]
    assert yaml.safe_load(head) == {"title": 'Møde: "sådan" #1', "kind": "article", "aliases": ["aa: b"]}


def test_a_figure_and_its_percent_sign_stay_on_one_line(page: Composer) -> None:
    assert "67\xa0% af" in with_layout(page, "67 % af dem")
