"""What stands below a page when it is printed: a code and a short address that lead to the living page."""

from collections.abc import Mapping
from dataclasses import dataclass

from babel.dates import format_date

from vejviser.content.languages import locale, main_language
from vejviser.content.model.portal import Portal
from vejviser.content.model.short_address import FOLDER, PLACE, as_typed, short_address, short_code
from vejviser.documents.qr_code import png
from vejviser.pages.page import Page
from vejviser.site.locations import PageLocation


@dataclass(frozen=True, slots=True)
class OnPaper:
    """The `address` in the code; the same `as_typed`; the page's `edition`, and in `words`, where it has one."""

    address: str
    as_typed: str
    edition: str
    words: str
    place: str
    """The id of what is printed, for whoever comes from paper without scripts."""
    picture: str
    """The path of the code's picture below the site's root. The gate lets no picture stand in the page itself."""


def on_paper(location: PageLocation, page: Page, portal: Portal) -> OnPaper | None:
    """Return what is printed below a page; None for a portal that has no address on the web."""
    address = short_address(portal, location.address, location.site_language, page.edition)
    if not address:
        return None
    t, words = portal.texts[location.site_language], ""
    if page.updated:
        day = format_date(page.updated, format="long", locale=locale(location.site_language))
        number = f"{t('document.version')} {page.version}" if page.version else t("document.updated")
        words = f"{number} · {day}" if page.version else f"{number} {day}"
    return OnPaper(address, as_typed(address), page.edition, words, PLACE, picture_of(location))


def picture_of(location: PageLocation) -> str:
    """Return the path of the picture of a page's code: beside the page at its short address."""
    language = "" if location.site_language == main_language() else f"{location.site_language}/"
    return f"{language}{FOLDER}/{short_code(location.address)}/qr.png"


def picture_files(addresses: Mapping[str, str]) -> dict[str, bytes]:
    """Return the pictures of codes by their paths; `addresses` are what the codes say, by the same paths."""
    return {path: png(address) for path, address in addresses.items()}
