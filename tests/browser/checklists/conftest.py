"""A phone that opens checklists of the small portal."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.checklists.site import Host, Sites, build_twice, hosted
from tests.browser.checklists.volunteer import owned
from tests.browser.waiting import PATIENCE


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Sites:
    """The small portal on two days."""
    return build_twice(tmp_path_factory.mktemp("lists") / "portal")


@pytest.fixture
def host(sites: Sites) -> Iterator[Host]:
    with hosted(sites.before) as host:
        yield host


@pytest.fixture
def window(reader: Browser, host: Host) -> Iterator[BrowserContext]:
    """A phone whose owner has said that it is their own, and nothing more."""
    yield from _telephone(reader, storage_state=owned(host))


@pytest.fixture
def library(reader: Browser) -> Iterator[BrowserContext]:
    """A browser with an empty memory, anybody's: nobody has said whose it is."""
    yield from _telephone(reader)


def _telephone(reader: Browser, **more: Any) -> Iterator[BrowserContext]:
    context = reader.new_context(
        viewport={"width": 390, "height": 844}, locale="da-DK", has_touch=True, reduced_motion="reduce", **more
    )
    context.set_default_timeout(PATIENCE)
    yield context
    context.close()


@pytest.fixture
def computer(library: BrowserContext) -> Iterator[Page]:
    """A page of the browser that nobody has said anything about. An error in a script fails the test."""
    yield from _page(library)


@pytest.fixture
def phone(window: BrowserContext) -> Iterator[Page]:
    """A page of that phone. An error in a script, or something the page's policy stops, fails the test."""
    yield from _page(window)


def _page(window: BrowserContext) -> Iterator[Page]:
    page = window.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if "Content Security" in message.text else None)
    yield page
    assert errors == []
