"""A forge to try the forms at /admin/ against: it answers as GitHub does, over a real bare repository."""

import functools
import json
import re
import shutil
import subprocess
import threading
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, Route

from vejviser.authoring.forms import configuration, page
from vejviser.content.settings import using_root
from vejviser.publish.headers import ADMIN_SECURITY

ROOT = Path(__file__).parents[2]
PATIENCE = 90_000
"""Milliseconds to wait for what the forms do. They read every file of the portal first; a busy machine is slow."""
BACKEND = {"name": "github", "repo": "organisation/portal", "branch": "main"}
API = "https://api.github.com"


class Strict(SimpleHTTPRequestHandler):
    """Serves /admin/ with the headers of deploy/nginx.conf."""

    def end_headers(self) -> None:
        for name, text in ADMIN_SECURITY.items():
            self.send_header(name, text)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing: what matters is what the browser meets."""


@dataclass(frozen=True)
class Forge:
    """A portal's repository at a forge, and the forms that write in it."""

    repository: Path
    port: int
    site: str
    browser: Browser
    asked: list[str]
    """Every address that any page asked for."""
    open_pages: list[BrowserContext]

    def git(self, *arguments: str) -> str:
        command = ["git", "--git-dir", str(self.repository), *arguments]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    def changed(self, branch: str) -> dict[str, tuple[list[str], list[str]]]:
        """Return the lines that a branch took away and brought, by file."""
        found: dict[str, tuple[list[str], list[str]]] = {}
        for line in self.git("-c", "core.quotePath=false", "diff", "-U0", "main", branch).splitlines():
            if line.startswith("diff --git"):
                found[line.rpartition(" b/")[2]] = lines = ([], [])
            elif line[:1] in "+-" and not line.startswith(("+++", "---")):
                lines[line[0] == "+"].append(line[1:])
        return found

    def says(self, branch: str, *runs: Mapping[str, Any]) -> None:
        """Let the checks of a branch say something."""
        body = json.dumps({"branch": branch, "runs": runs}).encode()
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}/_checks", body, method="POST")
        urllib.request.urlopen(request).close()  # noqa: S310 - our own forge

    def sign_in(self, login: str) -> Page:
        """Open the forms as somebody; a token is the name itself here."""
        context = self.browser.new_context(locale="da-DK", viewport={"width": 1280, "height": 900})
        context.set_default_timeout(PATIENCE)
        self.open_pages.append(context)
        tab = context.new_page()
        tab.on("request", lambda request: self.asked.append(request.url))
        tab.route(f"{API}/**", lambda route: self._forward(route))  # noqa: PLW0108 - Playwright marks what it is given
        tab.goto(f"{self.site}/admin/")
        tab.get_by_role("button", name="adgangstoken").click()
        tab.get_by_role("alertdialog").get_by_role("textbox").fill(login)
        tab.get_by_role("alertdialog").get_by_role("button", name="Log ind").click()
        tab.get_by_text("Tjeklister").first.wait_for()
        return tab

    def open(self, tab: Page, entry: str) -> None:
        """Open the form of an entry: "checklist/entries/foerste-moede", or "checklist/new"."""
        tab.goto(f"{self.site}/admin/?{entry}#/collections/{entry}")  # a page of its own, with what the forge has now
        tab.get_by_role("button", name="Gem", exact=True).wait_for()
        fields = tab.get_by_role("textbox").or_(tab.get_by_role("button", name=re.compile("^Tilføj")))
        fields.filter(visible=True).first.wait_for()

    def close(self) -> None:
        """Close every page; what it was asking for just then is nobody's any more."""
        for context in self.open_pages:
            for tab in context.pages:
                tab.unroute_all(behavior="ignoreErrors")
            context.close()

    def _forward(self, route: Route) -> None:
        path = route.request.url.removeprefix(API)
        own = "/api/graphql" if path == "/graphql" else f"/api/v3{path}"
        route.fulfill(response=route.fetch(url=f"http://127.0.0.1:{self.port}{own}"))


@contextmanager
def forge(portal: Path, folder: Path, program: Path, browser: Browser, *, second: bool = False) -> Iterator[Forge]:
    """Give a forge with a copy of `portal`, and the forms for it; `second` wants another one to publish a draft."""
    with ExitStack() as stack:
        repository = repository_of(portal, folder)
        port = stack.enter_context(github(repository))
        _site(portal, folder / "site", program, second=second)
        handler = functools.partial(Strict, directory=str(folder / "site"))
        server = stack.enter_context(ThreadingHTTPServer(("127.0.0.1", 0), handler))
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        stack.callback(thread.join)
        stack.callback(server.shutdown)
        found = Forge(repository, port, f"http://localhost:{server.server_port}", browser, [], [])
        stack.callback(found.close)
        yield found


@functools.cache
def _configuration(portal: Path) -> Mapping[str, Any]:
    return configuration(portal, BACKEND)


@contextmanager
def github(repository: Path) -> Iterator[int]:
    """Answer as GitHub does over a bare repository; gives the port."""
    command = ["node", str(ROOT / "tests/forge/github.js"), str(repository)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as stub:
        try:
            assert stub.stdout
            yield int(stub.stdout.readline())
        finally:
            stub.kill()


def repository_of(portal: Path, folder: Path) -> Path:
    """Return a bare repository with a copy of a portal."""
    shutil.copytree(portal, folder / "checkout")
    for command in ("init -q -b main", "add -A", "commit -qm Begyndelsen", f"clone -q --bare . {folder}/portal.git"):
        subprocess.run(["git", *command.split()], cwd=folder / "checkout", check=True)
    return folder / "portal.git"


def _site(portal: Path, site: Path, program: Path, *, second: bool) -> None:
    shutil.copytree(program, site / "admin")
    shutil.copy(ROOT / "admin/notice.css", site / "admin")
    with using_root(portal):
        made = {**_configuration(portal), "second": second}
        (site / "admin/forms.json").write_text(json.dumps(made), "utf-8")
        text = page((ROOT / "admin/index.html").read_text("utf-8"), portal, BACKEND)
        (site / "admin/index.html").write_text(text, "utf-8")
