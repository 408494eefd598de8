"""A phone that opens checklists of the small portal."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.checklists.site import Host, Sites, build_twice, hosted
from tests.browser.conftest import PATIENCE


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Sites:
    """The small portal on two days."""
    return build_twice(tmp_path_factory.mktemp("lists") / "portal")


@pytest.fixture
def host(sites: Sites) -> Iterator[Host]:
    with hosted(sites.before) as host:
        yield host


@pytest.fixture
def window(reader: Browser) -> Iterator[BrowserContext]:
    """A phone with an empty memory."""
    context = reader.new_context(
        viewport={"width": 390, "height": 844}, locale="da-DK", has_touch=True, reduced_motion="reduce"
    )
    context.set_default_timeout(PATIENCE)
    yield context
    context.close()


@pytest.fixture
def phone(window: BrowserContext) -> Iterator[Page]:
    """A page of that phone. An error in a script, or something the page's policy stops, fails the test."""
    page = window.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if "Content Security" in message.text else None)
    yield page
    assert errors == []
