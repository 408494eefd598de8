"""The whole portal, built once, served on this machine, and Debian's Chromium to read it with."""

import functools
import http.server
import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect

from tests.browser.waiting import PATIENCE, until
from tests.conftest import CONTENT_DAY
from vejviser.site.pipeline import build_site

ROOT = Path(__file__).parents[2]
BUILT = "VEJVISER_SITE"
"""Names a site that is built already; without it the tests build their own."""
expect.set_options(timeout=PATIENCE)
SETTLED = """() => {
  const last = Math.max(0, ...performance.getEntriesByType("resource").map((it) => it.responseEnd));
  const ready = document.readyState === "complete" && document.fonts.status === "loaded";
  return ready && performance.now() - last > 1000;
}"""


class Server(http.server.ThreadingHTTPServer):
    """A web host on this machine."""

    daemon_threads = True
    request_queue_size = 64  # a browser on a busy machine asks for everything at once

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Tell what went wrong, unless it is that a reader has left a page before all of it had come."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves a folder the way a static host does: what is not there is answered with 404.html."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != 404:
            return super().send_error(code, message, explain)
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        return None

    def log_message(self, *args: Any) -> None: ...


@contextmanager
def serving(name: str, handler: Callable[..., http.server.BaseHTTPRequestHandler]) -> Iterator[int]:
    """Answer requests beside the test, at a port that is free; returns the port."""
    server = Server((name, 0), handler)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    yield server.server_port
    server.shutdown()
    server.server_close()


@dataclass
class Visit:
    """A page somebody has opened, and what went wrong behind their back."""

    page: Page
    address: str
    foreign: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def go(self, path: str) -> "Visit":
        self.page.goto(self.address + path)
        return self

    @property
    def path(self) -> str:
        return urlsplit(self.page.url).path


@pytest.fixture(scope="session")
def site_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole portal."""
    if built := os.environ.get(BUILT):
        return Path(built).resolve()
    target = tmp_path_factory.mktemp("portal") / "site"
    build_site(ROOT, target, CONTENT_DAY)
    return target


@pytest.fixture(scope="session")
def address(site_dir: Path) -> Iterator[str]:
    with serving("127.0.0.1", functools.partial(Handler, directory=str(site_dir))) as port:
        yield f"http://127.0.0.1:{port}"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Try a browser's test once more when it fails, and name it at the end: a busy machine is late in many ways.

    What is wrong on a page is wrong both times. Everything that runs in the test's own process fails at once.
    """
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.flaky(reruns=1))


Opener = Callable[..., Visit]


@pytest.fixture
def opened(reader: Browser, address: str) -> Iterator[Opener]:
    """Open a page in a window of its own: `opened("/ar/", width=1280, java_script_enabled=False)`."""
    contexts: list[BrowserContext] = []

    def open_(path: str, width: int = 390, **more: Any) -> Visit:
        visit = visit_in(reader, address, width, **more)
        contexts.append(visit.page.context)
        return visit.go(path)

    yield open_
    for context in contexts:
        context.close()


def visit_in(reader: Browser, address: str, width: int, **more: Any) -> Visit:
    """Return an empty page that writes down requests to other hosts, errors, and what the policy stopped."""
    context = reader.new_context(viewport={"width": width, "height": 844}, reduced_motion="reduce", **more)
    context.set_default_timeout(PATIENCE)
    visit = Visit(context.new_page(), address)

    def request(asked: Request) -> None:
        if not asked.url.startswith((address, "data:", "blob:")):
            visit.foreign.append(asked.url)

    visit.page.on("request", request)
    visit.page.on("pageerror", lambda error: visit.errors.append(str(error)))
    visit.page.on("console", lambda said: visit.errors.append(said.text) if said.type == "error" else None)
    return visit


def settle(page: Page) -> None:
    """Wait until a page and its letters are there and nothing more has come for a while.

    Asked of the page itself: whoever counts requests from outside waits forever when one end is not told.
    """
    until(page, SETTLED, patience=4 * PATIENCE)
