"""A page as a blind reader hears it: guidepup's virtual screen reader beside our own scripts, in a real Chromium.

Its words for roles and states are English; what it reads is the page's own language, and »(da)« stands before what is
in another language than the page.
"""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Page, Route

from tests.browser.waiting import until

HERE = Path(__file__).parent
LIBRARY = HERE.parents[1] / "node_modules/@guidepup/virtual-screen-reader/lib/esm/index.browser.js"
SCRIPTS = {"screen-reader.js": HERE / "screen_reader.js", "virtual-screen-reader.js": LIBRARY}
FOLDER = "/screen-reader-of-the-tests/"
"""Where the scripts are, for the page: its policy lets in those of its own host only."""
ASK = f"async ([asked, argument]) => (await import('{FOLDER}screen-reader.js'))[asked](argument)"
LONGEST = 2000
"""Phrases in one part of a page. More means that the reader goes in circles."""
SIZE = re.compile(r"\b\d+(?= (?:kB|كيلوبايت))")
"""Of a file, which is another with every new font and library."""
SETTLED = "() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))"


class Walk:
    """What is heard, line by line: what somebody does begins with »>«, and what is inside stands further in."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.lines: list[str] = []
        page.route(lambda url: urlsplit(url).path.startswith(FOLDER), _answer)

    def listen(self, part: str = "body") -> None:
        """Begin at a part of the page, a CSS selector, without reading it."""
        self._ask("listen", part)

    def read(self, part: str = "main") -> None:
        """Read a part of the page from beginning to end; what is done next is heard from there."""
        heard = self._ask("read", {"part": part, "longest": LONGEST})
        assert heard, f"no end of {part}"
        self.lines += [f"> reads {part}", *heard, ""]

    def do(self, what: str, act: Callable[[], object], hears: str | None, waits: str | None = None) -> None:
        """Do something, wait until `hears` is a part of what is heard, and write it all down; None: nothing is said.

        What is told while something is fetched, `waits`, is heard or not, as the machine is fast or slow.
        """
        act()
        if hears is not None:
            until(self.page, ASK, ["told", hears])
        self.page.evaluate(SETTLED)
        self.lines += [f"> {what}", *(it for it in self._ask("hear") if not waits or waits not in it), ""]

    def _ask(self, asked: str, argument: object = None) -> Any:
        return self.page.evaluate(ASK, [asked, argument])

    @property
    def text(self) -> str:
        return SIZE.sub("…", "\n".join(self.lines).strip()) + "\n"


def _answer(route: Route) -> None:
    route.fulfill(path=SCRIPTS[Path(urlsplit(route.request.url).path).name], content_type="text/javascript")
