"""The library of materials: filters, the reader's municipality, and the same without a script."""

from pathlib import Path

import yaml
from playwright.sync_api import expect

from tests.browser.conftest import Opener

FOLDER = Path(__file__).parents[2] / "materials"
MATERIALS = [yaml.safe_load(path.read_text("utf-8")) for path in sorted(FOLDER.glob("*/material.yml"))]


def test_filters_narrow_the_list_and_the_address_remembers(opened: Opener) -> None:
    page = opened("/materialer/").page
    expect(page.locator(".material-card:visible")).to_have_count(len(MATERIALS))
    page.locator(".more-filters > summary").click()
    page.get_by_role("combobox", name="Sprog").select_option("ar")
    expect(page.locator(".material-card:visible")).to_have_count(3)
    expect(page.locator("[data-count]")).to_have_text("3 materialer")
    page.wait_for_url("**/materialer/?language=ar")
    page.reload()
    expect(page.locator(".material-card:visible")).to_have_count(3)
    clear = page.get_by_role("button", name="Ryd filtre")
    clear.click()
    expect(page.locator(".material-card:visible")).to_have_count(len(MATERIALS))
    expect(clear).to_be_hidden()


def test_the_municipality_is_remembered_on_the_device_and_leads_to_its_files(opened: Opener) -> None:
    page = opened("/materialer/").page
    page.get_by_label("Din kommune").select_option("odense")
    expect(page.get_by_text("✓ viser de filer, der er udfyldt for Odense.")).to_be_visible()
    link = page.locator("[data-id=samarbejdsaftale] .card-files a").first
    expect(link).to_have_attribute("href", "/kommuner/odense/samarbejdsaftale-odense.da.docx")
    assert page.request.get(page.url.split("/materialer")[0] + "/kommuner/odense/samarbejdsaftale-odense.da.docx").ok
    page.goto(page.url.split("/materialer")[0] + "/materialer/henvisningsskema/")
    expect(page.locator("[data-prefilled] a").first).to_have_attribute(
        "href", "/kommuner/odense/henvisningsskema-odense.da.docx"
    )


def test_before_a_municipality_is_kept_the_reader_is_asked_whose_the_device_is(opened: Opener) -> None:
    page = opened("/materialer/").page
    chosen = page.get_by_label("Din kommune")
    chosen.select_option("odense")
    question = page.get_by_role("region", name="Er det en fælles computer?")
    expect(question).to_be_visible()
    assert page.evaluate("localStorage.length") == 0
    question.get_by_role("button", name="Nej, min egen").click()
    assert page.evaluate("JSON.parse(localStorage['vejviser:municipality']).value") == "odense"
    page.get_by_role("button", name="Slet alt på denne enhed").click()
    page.get_by_role("button", name="Slet alt", exact=True).click()
    expect(page.get_by_role("dialog").get_by_role("status")).to_be_focused()
    expect(chosen).to_have_value("")
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert "odense" not in page.url


def test_a_printed_material_is_its_text_and_not_the_library_around_it(opened: Opener) -> None:
    page = opened("/materialer/opfoelgningsskema/").page
    page.emulate_media(media="print")
    for kept in ("h1", ".preview", ".notes", ".paper-code"):
        expect(page.locator(kept).first).to_be_visible()
    for left_out in (".files", ".fill-here", ".related", ".bottom", "#versioner"):
        expect(page.locator(left_out).first).to_be_hidden()
    expect(page.locator(".preview").get_by_text("☐\u00a0Både godt og svært").first).to_be_visible()


def test_without_a_script_every_material_and_every_blank_file_is_there(opened: Opener) -> None:
    page = opened("/materialer/", java_script_enabled=False).page
    expect(page.locator(".material-card")).to_have_count(len(MATERIALS))
    expect(page.locator("[data-material-filter]")).to_be_hidden()
    expect(page.locator(".card-files a")).to_have_count(sum(len(material["formats"]) for material in MATERIALS))
