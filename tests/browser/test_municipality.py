"""A municipality's page: one format chosen for all files, with no script, and a sheet of paper without dead links."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opener

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("portal")]

PAGE = "/kommuner/hjoerring/"


def shown(page: Page) -> list[list[str]]:
    """Return the links that are seen of each material."""
    rows = page.locator(".one-format li").all()
    return [[link.inner_text() for link in row.locator("a").all() if link.is_visible()] for row in rows]


@pytest.mark.parametrize("script", [True, False])
def test_a_format_is_chosen_once_for_all_materials(opened: Opener, *, script: bool) -> None:
    page = opened(PAGE, java_script_enabled=script).page
    rows = shown(page)
    assert len(rows) > 5
    assert all(row == ["Word"] for row in rows)
    for choice in ("OpenDocument", "PDF", "Udfyld her"):
        page.get_by_role("radio", name=choice).check()
        assert all(len(row) == 1 for row in shown(page)), "a material without what is chosen shows what it has"
        assert [choice] in shown(page)


def test_a_material_takes_little_of_a_phone(opened: Opener) -> None:
    heights = [row.bounding_box() for row in opened(PAGE).page.locator(".one-format li").all()]
    assert max(box["height"] for box in heights if box) < 110


def test_paper_has_no_links_without_addresses(opened: Opener) -> None:
    page = opened(PAGE).page
    page.emulate_media(media="print")
    for links in (".file-formats", ".format-choice", ".files-pack"):
        expect(page.locator(links).first).to_be_hidden()
    expect(page.locator(".file-title").first).to_be_visible()
    expect(page.locator(".paper-code").first).to_be_visible()
