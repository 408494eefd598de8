"""What may be written in a text, in the editors' handbook: how it is written, and what it becomes."""

from collections.abc import Iterator
from datetime import date

from markupsafe import Markup

from vejviser.content.addresses import at
from vejviser.content.languages import main_language
from vejviser.content.markdown.html import text_html
from vejviser.content.model.portal import Portal
from vejviser.pages.compose import Composer
from vejviser.pages.page import Page
from vejviser.pages.page_layout import with_layout

URI = "<editors>/<writing>.md"


def pages(portal: Portal, today: date) -> Iterator[Page]:
    """Yield the page, where the project has the texts for it."""
    if not portal.writing:
        return
    page = Composer(portal, main_language(), at(URI), today)
    body = page.render("writing.md.jinja", entries=portal.writing, example_html=example_html, fenced=fenced)
    lead = page.text("writing.lead")
    yield Page(at(URI), main_language(), "rule", page.text("writing.title"), with_layout(page, body), lead)


def example_html(text: str) -> Markup:
    """Return an example as readers see it, as HTML without blank lines."""
    return Markup(text_html(text).strip())  # noqa: S704 - made of our own examples


def fenced(text: str) -> Markup:
    """Return an example as it is written, as a block of code."""
    return Markup(f"````markdown\n{text.rstrip()}\n````")  # noqa: S704 - code, which is shown as it stands
