"""»Udfyld her«: a form on a phone, by keyboard alone, in four languages, without a network, and the files it makes."""

import io
import zipfile
from functools import cache
from pathlib import Path

import pikepdf
import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import CONTRAST, RULES, violations
from tests.browser.conftest import Opener
from tests.browser.waiting import until
from tests.conftest import CONTENT_DAY
from vejviser.content.load.portal import load_portal
from vejviser.content.load.settings import read_settings
from vejviser.content.settings import using_root
from vejviser.documents.catalog import document_jobs
from vejviser.documents.engine import fill, template

ROOT = Path(__file__).parents[2]
REFERRAL = "/materialer/henvisningsskema/udfyld/"
CONSENTS = ("ja-forklaret", "ja-frivilligt", "ja-samtykke", "ja-laest")
LETTER = {"da": "", "en": "/en", "uk": "/uk", "ar": "/ar"}
WRITTEN = {
    "da": {"modtager-navn": "Åse Ærø", "ordningens-navn": "Venner Viser Vej"},
    "en": {"modtager-navn": "Anna O'Neill & son", "ordningens-navn": "Friends"},
    "uk": {"modtager-navn": "Ганна Шевченко", "ordningens-navn": "Друзі"},
    "ar": {"modtager-navn": "ليلى 12 حسن", "ordningens-navn": "أصدقاء"},
}


def made(page: Page, format_: str) -> bytes:
    """Press the button of a format; return the file that the browser saves."""
    with page.expect_download() as download:
        page.locator(f"[data-make={format_}]:not([data-pair])").click()
    return Path(download.value.path()).read_bytes()


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def pdf_fields(data: bytes) -> dict[str, str]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return {str(item.T): str(item.get("/V", "")) for item in pdf.Root.AcroForm.Fields}


@cache
def by_the_generator(material: str, language: str, format_: str, values: tuple[tuple[str, str], ...]) -> bytes:
    with using_root(ROOT):
        jobs = document_jobs(load_portal(ROOT, read_settings(ROOT).site_url).portal, CONTENT_DAY, ("materials",))
        (job,) = [
            job
            for job in jobs
            if job.document.id == material
            and job.format == format_
            and f"{material}.{language}.{format_}" in job.variants[0].path
        ]
        return fill(template(job.document, job.format), dict(values))


@pytest.mark.parametrize("language", LETTER)
def test_a_form_filled_in_reads_back_as_the_generator_s_own(opened: Opener, site_dir: Path, language: str) -> None:
    visit = opened(f"{LETTER[language]}/materialer/velkomstbrev/udfyld/?kommune=odense")
    page = visit.page
    expect(page.locator("#felt--kommune-titel")).to_have_value("Odense Kommune")
    for format_ in ("docx", "odt"):
        own = site_dir / f"kommuner/odense/velkomstbrev-odense.{language}.{format_}"
        assert parts(made(page, format_)) == parts(own.read_bytes()), "with the facts alone it is Odense's own file"
    for name, text in WRITTEN[language].items():
        page.locator(f"#felt--{name}").fill(text)
    page.locator("#felt--dato").fill("2026-12-24")
    page.locator("#felt--svar-ja").check()
    known = {"kommune-titel": "Odense Kommune", "kommune-hjemmeside": "odense.dk"}
    values = tuple(sorted({**known, **WRITTEN[language], "dato": "2026-12-24", "svar-ja": "true"}.items()))
    for format_ in ("docx", "odt"):
        assert parts(made(page, format_)) == parts(by_the_generator("velkomstbrev", language, format_, values)), format_
    assert pdf_fields(made(page, "pdf")) == pdf_fields(by_the_generator("velkomstbrev", language, "pdf", values))
    assert visit.foreign == []
    assert visit.errors == []


def test_what_is_wrong_is_said_in_words_beside_the_field_and_first_on_the_page(opened: Opener) -> None:
    page = opened(REFERRAL).page
    page.get_by_role("button", name="Hent som Word").click()
    summary = page.get_by_role("group", name="Se på disse felter, før du henter filen")
    expect(summary).to_be_focused()
    expect(summary.get_by_role("link")).to_have_count(5)
    consent = page.locator("#felt--ja-samtykke")
    expect(consent).to_have_attribute("aria-invalid", "true")
    assert "fejl--ja-samtykke" in str(consent.get_attribute("aria-describedby")).split()
    expect(page.locator("#fejl--ja-samtykke")).to_have_text("Sæt kryds ved »Samtykke er givet«.")
    summary.get_by_role("link", name="Sæt kryds ved »Samtykke er givet«.").click()
    expect(consent).to_be_focused()
    consent.check()
    expect(consent).not_to_have_attribute("aria-invalid", "true")
    expect(page.locator("#fejl--ja-samtykke")).to_be_empty()


def test_a_field_comes_with_the_answer_it_depends_on_and_is_written_only_then(opened: Opener) -> None:
    page = opened(f"{REFERRAL}?kommune=odense").page
    for name in CONSENTS:
        page.locator(f"#felt--{name}").check()
    children = page.locator("#felt--boern")
    expect(children).to_be_hidden()
    page.locator("#felt--hvem").select_option("familie")
    children.fill("To, 8 og 11 år")
    document = parts(made(page, "docx"))["word/document.xml"]
    assert b"To, 8 og 11" in document
    assert b'<w:t xml:space="preserve">En familie</w:t>' in document
    page.locator("#felt--hvem").select_option("voksen")
    expect(children).to_be_hidden()
    document = parts(made(page, "docx"))["word/document.xml"]
    assert b"To, 8 og 11" not in document
    assert b'<w:t xml:space="preserve">En voksen</w:t>' in document


def test_one_field_at_a_time_by_keyboard_alone(opened: Opener) -> None:
    page = opened("/materialer/drejebog-erfaringsmoede/udfyld/").page
    page.get_by_label("Vis ét felt ad gangen").focus()
    page.keyboard.press("Space")
    expect(page.locator("[data-field]:visible")).to_have_count(1)
    expect(page.get_by_text("Felt 1 af 17")).to_be_visible()
    page.locator("#felt--dato").focus()
    page.keyboard.press("Tab")
    page.locator("[data-next-step]").focus()
    page.keyboard.press("Enter")
    place = page.locator("#felt--sted")
    expect(place).to_be_focused()
    page.keyboard.type("Biblioteket")
    page.keyboard.press("Enter")
    expect(page.locator("#felt--moedeleder")).to_be_focused()
    page.locator("[data-back]").focus()
    page.keyboard.press("Enter")
    expect(place).to_be_focused()
    page.locator("[data-end]").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Hent filen")).to_be_focused()
    page.keyboard.press("Tab")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename == "drejebog-erfaringsmoede-udfyldt.da.docx"
    assert b"Biblioteket" in parts(Path(download.value.path()).read_bytes())["word/document.xml"]


def test_nothing_stays_unless_that_is_asked_for_and_all_of_it_can_be_wiped(opened: Opener) -> None:
    visit = opened(REFERRAL)
    page = visit.page
    name = page.locator("#felt--henviser-navn")
    name.fill("Jens")
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    page.get_by_label("Husk på denne enhed").check()
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    page.get_by_role("region", name="Er det en fælles computer?").get_by_role("button", name="Nej, min egen").click()
    expect(page.locator("[data-remembered]")).to_contain_text("90 dage")
    page.reload()
    expect(name).to_have_value("Jens")
    page.get_by_role("button", name="Slet alt på denne enhed").click()
    page.get_by_role("button", name="Slet alt", exact=True).click()
    expect(page.get_by_role("dialog").get_by_role("status")).to_be_focused()
    expect(name).to_have_value("")
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_a_shared_computer_remembers_no_form(opened: Opener) -> None:
    page = opened(REFERRAL).page
    page.locator("#felt--henviser-navn").fill("Jens")
    remember = page.get_by_label("Husk på denne enhed")
    remember.check()
    page.get_by_role("region", name="Er det en fælles computer?").get_by_role("button", name="Ja, fælles").click()
    expect(remember).not_to_be_checked()
    assert "Jens" not in page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")


def test_the_network_may_go_while_one_writes(opened: Opener) -> None:
    page = opened("/ar/materialer/samtykke-kontaktoplysninger/udfyld/").page
    with page.expect_response("**/samtykke-kontaktoplysninger.ar.pdf"):
        page.locator("#felt--kommune-titel").fill("Odense")
    page.wait_for_load_state("networkidle")
    page.context.set_offline(True)
    for format_ in ("docx", "odt"):
        assert made(page, format_).startswith(b"PK")
    assert pdf_fields(made(page, "pdf"))["kommune-titel"] == "Odense"


def test_on_one_s_own_device_the_form_works_without_a_network_from_the_beginning(opened: Opener) -> None:
    page = opened("/materialer/velkomstbrev/udfyld/?kommune=odense").page
    page.get_by_role("button", name="Gem til brug uden netværk").click()
    page.get_by_role("button", name="Nej, min egen").click()
    page.locator(".offline-state[data-state=ready]").wait_for()
    kept = """async () => {
      const found = [];
      for (const name of await caches.keys()) found.push(...(await (await caches.open(name)).keys()).map((it) => it.url));
      return ["/FieldsArabic.ttf", "/pdf-lib.", "/velkomstbrev.da.docx", "/udfyld.json"].every((it) => found.some((url) => url.includes(it)));
    }"""
    until(page, kept)
    page.context.set_offline(True)
    page.reload()
    expect(page.locator("#felt--kommune-titel")).to_have_value("Odense Kommune")
    page.locator("#felt--modtager-navn").fill("Leila")
    assert pdf_fields(made(page, "pdf"))["modtager-navn"] == "Leila"
    assert b"Leila" in parts(made(page, "docx"))["word/document.xml"]


def test_signing_stays_on_paper(opened: Opener) -> None:
    page = opened("/materialer/samarbejdsaftale/udfyld/").page
    expect(page.get_by_text("Underskrifter sætter I på papir eller i jeres eget system.")).to_be_visible()
    expect(page.locator("[data-type=signature]")).to_have_count(0)


def test_without_a_script_the_page_leads_to_the_blank_file(opened: Opener) -> None:
    page = opened(REFERRAL, java_script_enabled=False).page
    expect(page.locator("form.fill")).to_be_hidden()
    page.locator(".no-script a").click()
    expect(page.locator("#filer")).to_be_visible()


@pytest.mark.parametrize(("path", "colours"), [(REFERRAL, "light"), ("/ar/materialer/venskabsskema/udfyld/", "dark")])
@pytest.mark.parametrize("state", ["all", "wrong", "one"])
def test_the_form_is_accessible_in_every_state(opened: Opener, path: str, colours: str, state: str) -> None:
    visit = opened(path, color_scheme=colours)
    page = visit.page
    if state == "wrong":
        page.locator("[data-make=docx]:not([data-pair])").click()
    if state == "one":
        page.locator("[data-single]").check()
    assert violations(visit, RULES) == []
    assert violations(visit, CONTRAST) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_file_in_two_languages_is_filled_in_once(opened: Opener) -> None:
    page = opened("/ar/materialer/velkomstbrev/udfyld/?kommune=odense").page
    page.locator("#felt--modtager-navn").fill("ليلى")
    page.locator(".fill-pairs summary").click()
    with page.expect_download() as download:
        page.locator("[data-pair][data-make=pdf]").click()
    assert download.value.suggested_filename == "velkomstbrev-filled-odense.da-ar.pdf"
    filled = pdf_fields(Path(download.value.path()).read_bytes())
    assert (filled["modtager-navn"], filled["kommune-titel"]) == ("ليلى", "Odense Kommune")
