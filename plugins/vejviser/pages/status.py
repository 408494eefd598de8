"""A status page for each municipality."""

from collections.abc import Iterator
from datetime import date

from vejviser.model.base import Language
from vejviser.model.municipality import Municipality
from vejviser.model.portal import Portal
from vejviser.pages.compose import Composer
from vejviser.pages.frame import framed
from vejviser.pages.page import Page

STATUS_LANGUAGES: tuple[Language, ...] = ("da", "en")
"""What a coordinator or a municipality reads; the others fall back to Danish."""


def pages(portal: Portal, today: date, only: str | None = None) -> Iterator[Page]:
    """Give the status pages of all municipalities, or of the one with the code `only`."""
    for language in portal.languages:
        if language in STATUS_LANGUAGES:
            for municipality in portal.municipalities:
                if only in (None, municipality.code):
                    yield _status(portal, municipality, language, today)


def status_uri(municipality: Municipality) -> str:
    """Give the address of a municipality's status page."""
    return f"kommuner/{municipality.slug}/status.md"


def _status(portal: Portal, municipality: Municipality, language: Language, today: date) -> Page:
    page = Composer(portal, language, status_uri(municipality), today)
    rows = [(period, row) for period in portal.status for row in period.rows if row.code == municipality.code]
    body = page.render(
        "status.md.jinja",
        municipality=municipality,
        rows=rows,
        invented=any(period.invented for period, _ in rows),
    )
    title = page.text("status.title", name=municipality.name)
    description = page.text("status.description", name=municipality.name)
    return Page(page.uri, language, "status", title, framed(page, body), description)
