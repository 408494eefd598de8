"""Languages: a row is all the program needs to know of one, and CLDR knows most of what a row would say."""

import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
import yaml

from tests.content.made_up_language import CODE, DAY, LINE, OWN_NAME, TEXTS, WORDS, Program, program_with_dari
from vejviser.content.languages import (
    KNOWN,
    SCRIPTS,
    authority,
    country,
    direction,
    fallbacks,
    languages,
    listed_name,
    locale,
    main_language,
    name_in,
    of_direction,
    open_graph,
    other_languages,
    own_name,
    script_code,
    tag,
    with_unit,
)


def keys(texts: object, at: str = "") -> Iterator[str]:
    """Yield the key of every text of a tree, but for the forms of a plural that not every language has."""
    if isinstance(texts, dict):
        for name, inside in texts.items():
            yield from keys(inside, f"{at}.{name}".removeprefix("."))
    elif not at.endswith((".zero", ".one", ".two", ".few", ".many")):
        yield at


DANISH = ("plugins/vejviser/ui/da.yml", "tests/site/portal/data/ui/da.yml")
"""What the package says, and what the small portal says itself."""
HAVE = {key for path in DANISH for key in keys(yaml.safe_load((Path(__file__).parents[2] / path).read_text("utf-8")))}
MISSING = len(HAVE - {*keys(yaml.safe_load(TEXTS))})
"""How many of the portal's fixed texts the sample's file does not have."""


@pytest.fixture(scope="module")
def dari(tmp_path_factory: pytest.TempPathFactory) -> Program:
    """The program with Dari, and its small portal, built by the command."""
    made = program_with_dari(tmp_path_factory.mktemp("dari"))
    done = made.run("build", "--out", "site", "--today", DAY)
    assert done.returncode == 0, done.stderr
    return made


def test_the_sample_is_one_line_and_one_text_file() -> None:
    assert LINE.count("\n") == 1
    assert CODE not in languages()
    assert not (Path(__file__).parents[2] / f"plugins/vejviser/ui/{CODE}.yml").exists()
    assert TEXTS.count("\n") < 10


# A page and what leads to it


def test_its_pages_say_their_language_direction_and_script(dari: Program) -> None:
    for address in ("fa-AF", "fa-AF/tjeklister/foerste-moede", "fa-AF/kommuner/proeveby"):
        assert f'<html lang="{CODE}" dir="rtl" data-script="arabic" class="no-js' in dari.page(address)


def test_its_pages_load_the_font_of_its_script_first(dari: Program) -> None:
    preloads = re.findall(r'rel="preload" as="font"[^>]*?/([a-z-]+)\.\w+\.woff2', dari.page("fa-AF"))
    assert preloads == ["noto-sans-arabic"]


@pytest.mark.parametrize("address", ["", "en", "ar", "fa-AF"])
def test_every_language_offers_it_under_its_own_name(dari: Program, address: str) -> None:
    front = dari.page(address)
    link = re.search(rf'<li><a href="/{CODE}/" lang="{CODE}" dir="rtl"[^>]*>([^<]*)</a></li>', front)
    assert link is not None
    assert link[1] == OWN_NAME
    assert ("aria-current" in link[0]) == (address == CODE)


def test_search_engines_and_shared_links_know_it(dari: Program) -> None:
    front = dari.page("fa-AF")
    assert f'<link rel="alternate" hreflang="{CODE}" href="https://portal.example/{CODE}/">' in front
    assert '<meta property="og:locale" content="fa_AF">' in front
    assert f"https://portal.example/{CODE}/sprog/" in (dari.site / "sitemap.xml").read_text("utf-8")


def test_its_dates_are_written_in_its_words(dari: Program) -> None:
    assert '<time datetime="2026-06-01">1 جون 2026</time>' in dari.page("fa-AF/tjeklister/foerste-moede")


def test_its_durations_are_written_in_its_words(dari: Program) -> None:
    assert "3 ماه" in dari.page("fa-AF/tjeklister/foerste-moede")


def test_what_it_has_no_text_for_is_said_in_english(dari: Program) -> None:
    front = dari.page("fa-AF")
    assert '<nav class="languages" aria-label="زبان">' in front  # its own
    assert '<a class="skip" href="#indhold">Skip to content</a>' in front  # not written yet


def test_a_page_it_does_not_have_is_shown_in_danish_from_left_to_right(dari: Program) -> None:
    page = dari.page("fa-AF/haandboeger/ven/penge")
    assert '<article class="prose" lang="da" dir="ltr">' in page
    assert 'class="notice notice-fallback"' in page


def test_danish_inside_its_pages_is_marked_as_danish(dari: Program) -> None:
    assert '<span class="dim" lang="da" dir="ltr">(match)</span>' in dari.page("fa-AF/ordliste")


def test_the_search_has_an_index_of_it(dari: Program) -> None:
    assert len(json.loads((dari.site / f"search/{CODE}.json").read_text("utf-8"))["pages"]) > 10
    data = re.search(r'id="search-data">(.*?)</script>', dari.page("fa-AF"), re.DOTALL)
    assert data is not None
    assert json.loads(data[1])["main"] == {"lang": "da", "dir": "ltr"}


def test_the_service_worker_speaks_it(dari: Program) -> None:
    worker = (dari.site / "sw.js").read_text("utf-8")
    texts, _ = json.JSONDecoder().raw_decode(worker, worker.index(f'"{CODE}":') + len(f'"{CODE}":'))
    assert texts["direction"] == "rtl"
    assert texts["again"]


def test_the_page_about_languages_counts_it(dari: Program) -> None:
    page = dari.page("sprog")
    assert f'<a href="#{CODE}">Dari</a>' in page
    part = page[page.index(f'id="{CODE}"') :]
    assert re.findall(r"<td[^>]*>(\d+ af \d+)</td>", part)[:2] == ["1 af 2", "1 af 1"]  # chapters, checklists


# Documents


def test_its_word_documents_run_from_right_to_left(dari: Program) -> None:
    with zipfile.ZipFile(dari.site / f"tjeklister/foerste-moede/foerste-moede.{CODE}.docx") as file:
        text, settings = file.read("word/document.xml").decode(), file.read("word/settings.xml").decode()
        styles = file.read("word/styles.xml").decode()
    assert f'<w:pStyle w:val="Title"/><w:bidi/></w:pPr><w:r><w:rPr><w:rtl/><w:lang w:bidi="{CODE}"/></w:rPr>' in text
    assert '<w:themeFontLang w:val="da-DK" w:bidi="fa-AF"/>' in settings
    assert 'w:bidi="fa-AF"' in styles
    assert "<w:bidi/><w:docGrid" in text


def test_its_open_documents_run_from_right_to_left(dari: Program) -> None:
    with zipfile.ZipFile(dari.site / f"tjeklister/foerste-moede/foerste-moede.{CODE}.odt") as file:
        styles, about = file.read("styles.xml").decode(), file.read("meta.xml").decode()
    assert 'style:writing-mode="rl-tb"' in styles
    assert 'style:language-complex="fa" style:country-complex="AF"' in styles
    assert f"<dc:language>{CODE}</dc:language>" in about


def test_its_pdfs_run_from_right_to_left_in_the_font_of_its_script(dari: Program) -> None:
    path = dari.site / f"tjeklister/foerste-moede/foerste-moede.{CODE}.pdf"
    with pikepdf.open(path) as pdf:
        assert str(pdf.Root.Lang) == CODE
        fields = [field for field in pdf.Root.AcroForm.Fields if field.get("/FT") == "/Tx"]
        assert {int(field.get("/Q", 0)) for field in fields} == {2}  # one writes from the right
        fonts = {str(font.BaseFont) for page in pdf.pages for font in page.Resources.Font.values()}
    assert any("Arabic" in name for name in fonts)
    with pypdfium2.PdfDocument(path) as document:
        page = document[0]
        text = page.get_textpage()
        assert text.count_rects()
        _, _, right, _ = text.get_rect(0)  # the publisher's name is Latin; it stands at the right too
        assert right > page.get_width() * 0.8


def test_its_books_turn_from_right_to_left(dari: Program) -> None:
    with zipfile.ZipFile(dari.site / f"haandboeger/ven/ven.{CODE}.epub") as file:
        package = next(file.read(name).decode() for name in file.namelist() if name.endswith(".opf"))
        page = file.read(next(name for name in file.namelist() if "moedet" in name)).decode()
    assert '<spine page-progression-direction="rtl">' in package
    assert f"<dc:language>{CODE}</dc:language>" in package
    assert f'lang="{CODE}" xml:lang="{CODE}" dir="rtl"' in page
    assert WORDS in page


def test_a_municipality_gets_its_documents_in_it(dari: Program) -> None:
    names = {path.name for path in (dari.site / "kommuner/proeveby").iterdir()}
    assert {
        f"{name}-proeveby.{CODE}.{kind}"
        for name, kind in (("aftale", "docx"), ("aftale", "pdf"), ("kommunepakke", "zip"))
    } <= names


def test_the_open_data_name_it(dari: Program) -> None:
    catalogue = json.loads((dari.site / "api/v1/dcat.jsonld").read_text("utf-8"))
    assert catalogue["dct:language"][-1]["@id"].endswith("/authority/language/FAS")
    assert CODE not in {item["@language"] for item in catalogue["dct:title"]}  # no text of its own, so none claimed
    materials = json.loads((dari.site / "api/v1/materials.json").read_text("utf-8"))
    assert CODE in {item["lang"] for entry in materials for item in entry["files"]}


# Editors


def test_check_says_what_is_missing(dari: Program) -> None:
    done = dari.run("check", "--today", DAY, "--format", "json")
    told = {load["rule"]: load for load in json.loads(done.stdout)}
    assert done.returncode == 0
    assert told["ui-texts-missing"]["path"] == f"data/ui/{CODE}.yml"
    assert f"Sproget {CODE} mangler {MISSING} af portalens " in told["ui-texts-missing"]["message"]
    assert "Læserne ser dem på en, da." in told["ui-texts-missing"]["message"]
    assert f"findes ikke på sproget {CODE}" in told["chapter-missing"]["message"]
    assert {item["severity"] for item in told.values()} == {"warning"}


def test_check_says_it_in_a_language_the_command_speaks(dari: Program) -> None:
    assert f"The language {CODE} lacks {MISSING} of the portal's" in dari.run("check", "--lang", "en").stdout
    told = dari.run("check", "--lang", CODE)
    assert (told.returncode, told.stdout) == (2, "")
    assert "kan være da eller en." in told.stderr


def test_a_language_written_wrong_is_told_with_all_that_there_are(dari: Program) -> None:
    path = dari.portal / "data/checklists/foerste-moede.yml"
    text = path.read_text("utf-8")
    try:
        path.write_text(text.replace(f"{CODE}: {WORDS}}}", f"dari: {WORDS}}}", 1), "utf-8")
        assert f"Mente du »{CODE}«? Sprogene er da, en, uk, ar og {CODE}." in dari.run("check").stdout
        path.write_text(text.replace(f"{CODE}: {WORDS}}}", f"qq: {WORDS}}}", 1), "utf-8")
        assert f"er ikke et sprog. Brug da, en, uk, ar eller {CODE}." in dari.run("check").stdout
    finally:
        path.write_text(text, "utf-8")


def test_schemas_and_forms_know_it(dari: Program) -> None:
    assert dari.run("schema").returncode == 0
    checklist = json.loads((dari.portal / "schemas/checklist.json").read_text("utf-8"))
    title = checklist["definitions"]["LanguageMap"]["properties"][CODE]
    assert title["description"] == "Teksten på dari."
    assert checklist["properties"]["languages"]["items"]["enum"][-1] == CODE
    translations = json.loads((dari.portal / "schemas/translations.json").read_text("utf-8"))
    assert translations["additionalProperties"]["properties"][CODE]["description"].endswith("på dari er lavet.")
    asked = (
        "import json, pathlib\n"
        "from vejviser.authoring.forms import configuration\n"
        "from vejviser.content.settings import using_root\n"
        "with using_root(pathlib.Path()):\n"
        "    print(json.dumps(configuration(pathlib.Path(), {})['cms']['collections']))"
    )
    forms = json.loads(dari.python("-c", asked).stdout)
    fields = next(form for form in forms if form.get("name") == "checklist")["fields"]
    labels = {
        item["name"]: item["label"] for item in next(field for field in fields if field["name"] == "title")["fields"]
    }
    assert labels[CODE] == "Dari"


def test_a_translation_is_begun_confirmed_and_counted(dari: Program) -> None:
    begun = dari.run("new", "translation", "docs/da/kommuneguider/modtage.md", CODE)
    text = dari.portal / f"docs/{CODE}/kommuneguider/modtage.md"
    try:
        assert begun.returncode == 0, begun.stderr
        assert "# Oversættelse til dari." in text.read_text("utf-8")
        confirmed = dari.run("translate", "confirm", f"materials/aftale/{CODE}.md")
        assert confirmed.returncode == 0, confirmed.stderr
        assert f"{CODE}: " in dari.run("translate", "status", "--lang", CODE).stdout
    finally:
        text.unlink(missing_ok=True)


# The rows


def test_the_main_language_comes_first() -> None:
    assert languages() == ("da", "en", "uk", "ar")
    assert main_language() == "da"
    assert other_languages() == ("en", "uk", "ar")


@pytest.mark.parametrize("language", KNOWN)
def test_cldr_and_the_package_have_what_a_row_leaves_to_them(language: str) -> None:
    assert locale(language).date_formats["long"]
    assert own_name(language)[0].isupper() == own_name(language)[0].upper().isupper()
    assert script_code(language) in SCRIPTS
    assert len(authority(language)) == 3
    assert re.fullmatch(r"[A-Z]{2}", country(language))


@pytest.mark.parametrize(
    ("language", "own", "turn", "spoken", "shared"),
    [
        ("da", "Dansk", "ltr", "da-DK", "da_DK"),
        ("en", "English", "ltr", "en-GB", "en_GB"),
        ("uk", "Українська", "ltr", "uk-UA", "uk_UA"),
        ("ar", "العربية", "rtl", "ar-SA", "ar_AR"),
    ],
)
def test_what_is_known_of_each(language: str, own: str, turn: str, spoken: str, shared: str) -> None:
    known = (own_name(language), direction(language), tag(language), open_graph(language))
    assert known == (own, turn, spoken, shared)


def test_a_language_has_a_name_in_every_other() -> None:
    assert [name_in(language, "da") for language in languages()] == ["dansk", "engelsk", "ukrainsk", "arabisk"]
    assert listed_name("ar", "uk") == "Арабська"


def test_english_stands_in_before_the_main_language() -> None:
    assert [fallbacks(language) for language in languages()] == [("en",), ("da",), ("en", "da"), ("en", "da")]


def test_letters_of_the_other_direction_have_a_language_too() -> None:
    assert [of_direction(language, "ltr") for language in languages()] == ["da", "en", "uk", "da"]
    assert [of_direction(language, "rtl") for language in languages()] == ["ar"] * 4


def test_a_unit_without_a_long_form_takes_its_short_one() -> None:
    assert with_unit(3, "duration-month", "da") == "3 måneder"
    assert "duration" not in with_unit(3, "duration-week", "ar")
