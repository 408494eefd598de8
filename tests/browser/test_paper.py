"""A page on paper leads back to the living page: it is printed, looked at, and its code followed."""

import io
from urllib.parse import urlsplit

import pypdfium2
import pytest
import zxingcpp
from playwright.sync_api import Page

from tests.browser.axe import RULES, violations
from tests.browser.conftest import Opener, settle
from vejviser.content.model.short_address import short_code

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("portal")]

SITE = "https://vejviser.example"
CHAPTER = "haandboeger/faa-en-ven/hvad-kan-en-ven/"
AGREEMENT = "materialer/samarbejdsaftale/"
CONSENT = "materialer/samtykke-kontaktoplysninger/"
LIST = "tjeklister/matchmoede/"
MUNICIPALITY = "kommuner/odense/"
PRINTED = [("", CHAPTER), ("", AGREEMENT), ("", LIST), ("ar/", CHAPTER), ("ar/", LIST), ("uk/", CONSENT)]
IN_TWO = [("", LIST, "ar"), ("ar/", LIST, "da"), ("uk/", LIST, "ar"), ("ar/", CHAPTER, "da"), ("", CONSENT, "uk")]


def codes(page: Page) -> list[str]:
    """The codes on each sheet, as a phone finds them in the picture of what is printed."""
    settle(page)
    sheets = pypdfium2.PdfDocument(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    return [found.text for sheet in sheets for found in zxingcpp.read_barcodes(sheet.render(scale=2).to_pil())]


def leads_home(page: Page, language: str, path: str, address: str) -> None:
    """Hold a printed page to its own address: it is read back, and followed."""
    (read,) = codes(page)
    parts = urlsplit(read)
    assert f"{parts.scheme}://{parts.netloc}{parts.path}" == f"{SITE}/{language}s/{short_code(path)}/"
    page.goto(f"{address}{parts.path}?{parts.query}")
    page.wait_for_url(f"{address}/{language}{path}?{parts.query}")


@pytest.mark.parametrize(("language", "path"), PRINTED)
def test_what_is_printed_leads_back(opened: Opener, address: str, language: str, path: str) -> None:
    visit = opened(f"/{language}{path}", width=1280)
    leads_home(visit.page, language, path, address)
    assert visit.errors == visit.foreign == []


@pytest.mark.parametrize(("language", "path", "other"), IN_TWO)
def test_what_is_printed_in_two_languages_leads_back(
    opened: Opener, address: str, language: str, path: str, other: str
) -> None:
    visit = opened(f"/{language}{path}?og={other}")
    visit.page.locator(f".both > .beside[lang={other}]").first.wait_for()
    leads_home(visit.page, language, path, address)


def test_what_counts_no_versions_leads_back_without_one(opened: Opener) -> None:
    visit = opened(f"/{MUNICIPALITY}", width=1280)
    assert codes(visit.page) == [f"{SITE}/s/{short_code(MUNICIPALITY)}/"]


def test_on_a_screen_there_is_no_code(opened: Opener) -> None:
    assert opened(f"/{AGREEMENT}").page.locator(".paper-code").is_hidden()


def test_a_short_address_leads_on_without_scripts(opened: Opener, address: str) -> None:
    visit = opened(f"/ar/s/{short_code(CHAPTER)}/?v=2026-01-01", java_script_enabled=False)
    visit.page.wait_for_url(f"{address}/ar/{CHAPTER}#paa-papir")


NEWER = "Der er kommet en nyere udgave end den på dit papir."


def said(page: Page) -> str:
    notice = page.locator("main > .paper-says")
    notice.wait_for()
    return notice.inner_text()


def test_who_holds_an_old_agreement_is_told_what_is_new(opened: Opener) -> None:
    visit = opened(f"/s/{short_code(AGREEMENT)}/?v=1.0")
    told = said(visit.page)
    assert NEWER in told
    assert "På dit papir står: Version 1.0" in told
    assert "Her på siden står: Version 2.1 · 28. november 2026" in told
    new = visit.page.locator(".paper-says li").all_inner_texts()
    assert [text.partition(",")[0] for text in new] == ["Version 2.1", "Version 2.0"]
    assert visit.page.evaluate("document.documentElement.scrollWidth") == 390
    assert violations(visit, RULES) == []
    assert visit.errors == visit.foreign == []
    assert visit.page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_who_holds_the_newest_is_told_so_in_her_language(opened: Opener) -> None:
    edition = opened(f"/ar/{LIST}").page.locator(".paper-code").get_attribute("data-edition")
    visit = opened(f"/ar/s/{short_code(LIST)}/?v={edition}")
    assert said(visit.page) == "ورقتكم هي أحدث نسخة."


def test_a_chapter_from_last_year_says_both_days(opened: Opener) -> None:
    visit = opened(f"/{CHAPTER}?v=2025-03-01", color_scheme="dark")
    told = said(visit.page)
    assert NEWER in told
    assert "På dit papir står: 1. marts 2025" in told
    assert violations(visit, RULES) == []


@pytest.mark.parametrize("edition", ["", "x", "<b>1</b>", "2.1.1", "2026-01-01"])
def test_an_edition_that_nobody_knows_changes_nothing(opened: Opener, edition: str) -> None:
    visit = opened(f"/{AGREEMENT}?v={edition}")
    settle(visit.page)
    assert visit.page.locator(".paper-says").count() == 0
    assert visit.errors == []


def test_without_scripts_the_page_says_its_own_edition(opened: Opener, address: str) -> None:
    visit = opened(f"/s/{short_code(AGREEMENT)}/?v=1.0", java_script_enabled=False)
    visit.page.wait_for_url(f"{address}/{AGREEMENT}#paa-papir")
    place = visit.page.locator("#paa-papir")
    assert place.is_visible()
    assert "Version 2.1 · 28. november 2026" in place.inner_text()
    assert "Står der en ældre udgave på dit papir, er der kommet en nyere." in place.inner_text()


def test_what_is_said_to_one_reader_is_not_printed(opened: Opener) -> None:
    visit = opened(f"/{AGREEMENT}?v=1.0", width=1280)
    said(visit.page)
    visit.page.emulate_media(media="print")
    assert visit.page.locator(".paper-says").is_hidden()
    assert visit.page.locator(".paper-without-script").is_hidden()


UNFOLDED = """() => {
  const folded = [...document.querySelectorAll("main details:not([open])")].filter((it) => it.checkVisibility());
  const said = () => folded.map((it) => it.innerText.split(/\\s+/).join(" "));
  const before = said();
  for (const it of folded) it.open = true;
  return [before, said()];
}"""


@pytest.mark.parametrize("path", ["kilder/", "resultater/", "kommuneguider/modtagelse/", "ar/kilder/"])
def test_without_scripts_paper_has_what_is_folded_on_the_screen(opened: Opener, path: str) -> None:
    page = opened(f"/{path}", width=1280, java_script_enabled=False).page
    page.emulate_media(media="print")
    on_paper, unfolded = page.evaluate(UNFOLDED)
    assert on_paper == unfolded != []
    page.emulate_media(media="screen")
    page.reload()
    on_screen, unfolded = page.evaluate(UNFOLDED)
    assert on_screen != unfolded


def test_a_browser_that_knows_no_such_styles_unfolds_for_the_paper_and_folds_again(opened: Opener) -> None:
    page = opened("/kilder/", width=1280).page
    settle(page)
    folded = page.locator("main details:not([open])")
    before = folded.count()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert folded.count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert folded.count() == before > 10


VERSIONS = f"{AGREEMENT}versioner/"


def test_an_old_agreement_is_compared_with_the_newest(opened: Opener) -> None:
    visit = opened(f"/s/{short_code(AGREEMENT)}/?v=1.0")
    said(visit.page)
    visit.page.locator(".paper-says [data-compare]").click()
    visit.page.wait_for_url(f"**/{VERSIONS}#fra-1-0-til-2-1")
    compared = visit.page.locator("#fra-1-0-til-2-1 ~ .compared").first
    assert compared.locator("ins").count() > 20
    assert compared.locator("del").count() > 5
    looks = "it => { const style = getComputedStyle(it); return [style.textDecorationLine, style.fontWeight]; }"
    assert compared.locator("ins").first.evaluate(looks)[0] == "underline"
    assert compared.locator("del").first.evaluate(looks)[0] == "line-through"
    assert visit.page.evaluate("document.documentElement.scrollWidth") == 390
    assert violations(visit, RULES) == []
    assert visit.errors == visit.foreign == []


def test_the_older_agreement_is_fetched_and_leads_to_the_comparison(opened: Opener, address: str) -> None:
    visit = opened(f"/{VERSIONS}", width=1280, color_scheme="dark")
    with visit.page.expect_download() as waiting:
        visit.page.get_by_role("link", name="Hent version 1.0").click()
    assert waiting.value.suggested_filename == "samarbejdsaftale-1.0.da.pdf"
    sheet = pypdfium2.PdfDocument(str(waiting.value.path()))[0]
    assert "ældre version 1.0" in " ".join(sheet.get_textpage().get_text_range().split())
    (code,) = zxingcpp.read_barcodes(sheet.render(scale=2).to_pil())
    visit.page.goto(code.text.replace(SITE, address))
    visit.page.wait_for_url(f"{address}/{VERSIONS}?v=1.0")
    assert NEWER in said(visit.page)
    assert violations(visit, RULES) == []


def test_a_form_is_compared_in_arabic(opened: Opener) -> None:
    visit = opened(f"/ar/{CONSENT}versioner/")
    compared = visit.page.locator(".compared").first
    assert compared.get_attribute("dir") == "rtl"
    assert "جديد:" in compared.locator("ins i").all_inner_texts()[0]
    assert visit.page.evaluate("document.documentElement.scrollWidth") == 390
    assert violations(visit, RULES) == []
