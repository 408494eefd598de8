"""A small portal below a sub-path, on two days, and a host whose cable one can pull."""

import functools
import http.server
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Page

from tests.browser.conftest import serving
from tests.conftest import TODAY, copy_portal
from vejviser.site.pipeline import build_site

REAL = Path(__file__).parents[3] / "data"
BASE = "/venner/"
LIST = "data/checklists/foerste-moede.yml"


@dataclass(frozen=True)
class Sites:
    """The same portal on two days: `after` has a corrected text, a new item and a retired one."""

    before: Path
    after: Path


def build_twice(root: Path) -> Sites:
    """Build the small portal, with one of the real checklists, and build it again as it is the day after."""
    copy_portal(root)
    edit(root / "mkdocs.yml", "https://portal.example/", f"https://portal.example{BASE}")
    script = "  - path: assets/vejviser/js/vejviser.js\n    type: module\n"
    edit(root / "mkdocs.yml", "plugins:\n", f"extra_javascript:\n{script}plugins:\n")
    add_real_checklist(root, "matchmoede")
    build_site(root, root / "before", TODAY)
    edit(root / LIST, "Hils på hinanden", "Hils ordentligt på hinanden")
    edit(root / LIST, "        safety: true\n", "        safety: true\n        retired: true\n")
    coffee = "      - {id: kaffe, text: {da: Drik kaffe}}\n"
    edit(root / LIST, "      - id: gammelt-punkt\n", f"{coffee}      - id: gammelt-punkt\n")
    build_site(root, root / "after", TODAY)
    for site in (root / "before", root / "after"):
        # On a machine where the host itself may take three seconds, nobody could say which answer comes first.
        edit(site / "sw.js", "const PAGE_PATIENCE=3000;", "const PAGE_PATIENCE=10000;")
    return Sites(root / "before", root / "after")


def add_real_checklist(root: Path, name: str) -> None:
    """Add one of the portal's own checklists, with the sources it cites."""
    checklist = yaml.safe_load((REAL / f"checklists/{name}.yml").read_text("utf-8"))
    del checklist["related"]
    (root / f"data/checklists/{name}.yml").write_text(yaml.safe_dump(checklist, allow_unicode=True), "utf-8")
    with (root / "data/sources.yml").open("a", encoding="utf-8") as sources:
        sources.write("\n" + (REAL / "sources.yml").read_text("utf-8"))


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


@dataclass
class Host:
    """A web host on this machine. `folder` is what it serves; `down` pulls the cable; `delay` makes it slow."""

    folder: Path
    down: bool = False
    delay: float = 0
    port: int = 0

    def url(self, path: str) -> str:
        return f"http://localhost:{self.port}{BASE}{path}"


@contextmanager
def hosted(folder: Path) -> Iterator[Host]:
    """Serve a folder below `BASE`."""
    host = Host(folder)
    with serving("localhost", functools.partial(_Handler, host=host)) as host.port:
        yield host


class _Handler(http.server.SimpleHTTPRequestHandler):
    def __init__(self, *args: Any, host: Host, **more: Any) -> None:
        self.host = host
        super().__init__(*args, **more)

    def do_GET(self) -> None:
        time.sleep(self.host.delay)
        if self.host.down:
            self.close_connection = True
            return
        self.directory = str(self.host.folder)  # as it is now: a browser opens connections long before it asks
        del self.headers["If-Modified-Since"]  # the dates of two folders do not say which of them is newer
        if self.path.startswith(BASE):
            self.path = "/" + self.path.removeprefix(BASE)
            super().do_GET()
        else:
            self.send_error(404)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "max-age=0")
        super().end_headers()

    def log_message(self, *args: Any) -> None: ...


def works_offline(page: Page) -> None:
    """Wait until the page says that it is kept."""
    page.locator(".offline-state[data-state=ready]").wait_for()
