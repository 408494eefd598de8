"""The editors' own page says when the portal is no longer built at night: by the day of the last publishing."""

import json

import pytest
from playwright.sync_api import Route, expect

from tests.browser.conftest import Opener

pytestmark = pytest.mark.browser
NOW = "2027-05-10T12:00:00+02:00"


@pytest.mark.parametrize(
    ("day", "is_told"), [("2027-05-10", False), ("2027-05-08", False), ("2027-05-06", True), ("2026-01-01", True)]
)
def test_editors_see_when_the_nights_have_stopped(opened: Opener, day: str, is_told: bool) -> None:
    def published(route: Route) -> None:
        route.fulfill(body=json.dumps({"day": day}), content_type="application/json")

    visit = opened("/")
    visit.page.clock.install(time=NOW)
    visit.page.route("**/published-on.json", published)
    with visit.page.expect_response("**/published-on.json"):
        visit.go("/redaktoer/")
    notice = visit.page.locator("[data-built]")
    expect(notice).to_have_count(1)
    expect(notice).to_be_visible() if is_told else expect(notice).to_be_hidden()
    assert visit.page.evaluate("[localStorage.length, document.cookie]") == [0, ""]
