"""Waiting for something to be true in a page, within its policy."""

import time

from playwright.sync_api import Page

PATIENCE = 30_000
"""Milliseconds to wait for what a page does. A busy machine is slow, and waiting costs nothing where it comes at once."""


def until(page: Page, asked: str, argument: object = None, patience: float = PATIENCE) -> None:
    """Wait until a JavaScript expression, or what a function answers, is true; raises AssertionError when it never is.

    `Page.wait_for_function` asks again from within the page by `eval`, which the policy of our pages forbids: it works
    only when the first answer is yes.
    """
    end = time.monotonic() + patience / 1000
    while not page.evaluate(asked, argument):
        assert time.monotonic() < end, f"never true: {asked}"
        page.wait_for_timeout(50)
