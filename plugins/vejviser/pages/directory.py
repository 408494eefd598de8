"""The municipality directory: the list, and a page for each municipality."""

from collections.abc import Iterator
from datetime import date

from vejviser.model.base import Language
from vejviser.model.dates import shift
from vejviser.model.guide import Case
from vejviser.model.municipality import Contact, Municipality
from vejviser.model.portal import Portal
from vejviser.pages.compose import Composer
from vejviser.pages.downloads import Downloads, of_municipality
from vejviser.pages.frame import framed
from vejviser.pages.page import Page

INDEX = "kommuner/index.md"
CONTACT_HOLDS = "P1Y"


def pages(portal: Portal, today: date, downloads: Downloads = ()) -> Iterator[Page]:
    """Give the directory in every language."""
    cases = cases_by_municipality(portal)
    for language in portal.languages:
        yield _index(portal, language, today)
        for municipality in portal.municipalities:
            yield _municipality(
                portal, municipality, language, today, downloads=downloads, cases=cases.get(municipality.code, ())
            )


def municipality_uri(municipality: Municipality) -> str:
    """Give the address of a municipality's page."""
    return f"kommuner/{municipality.slug}.md"


def usable(contact: Contact, today: date) -> bool:
    """Tell whether a contact may be shown: no person in it, or consented to and assured within a year."""
    if not (contact.name or contact.email or contact.phone):
        return True
    return contact.consent and contact.assured_date is not None and shift(contact.assured_date, CONTACT_HOLDS) >= today


def cases_by_municipality(portal: Portal) -> dict[str, tuple[Case, ...]]:
    """Give the cases of each municipality code, newest first."""
    found: dict[str, tuple[Case, ...]] = {}
    for case in sorted(portal.cases.values(), key=lambda it: (-it.year, it.id)):
        if case.municipality:
            found[case.municipality] = (*found.get(case.municipality, ()), case)
    return found


def by_region(portal: Portal, today: date) -> list[tuple[str, list[Municipality]]]:
    """Give the regions that hold on the day, by name, with their municipalities by name."""
    regions: dict[str, list[Municipality]] = {}
    for municipality in sorted(portal.municipalities, key=lambda it: danish_order(it.name)):
        regions.setdefault(portal.region_of(municipality, today).name, []).append(municipality)
    return sorted(regions.items(), key=lambda it: danish_order(it[0]))


_ONE_LETTER = str.maketrans("øå", "oa", "") | {ord("æ"): "ae"}
_TWO_LETTERS = {ord("æ"): "ae", ord("ø"): "oe", ord("å"): "aa"}
_DANISH_ORDER = str.maketrans({"æ": "{", "ø": "|", "å": "}"})


def danish_order(name: str) -> str:
    """Give a sorting key in which æ, ø, å come last, as Danish readers expect."""
    return name.lower().translate(_DANISH_ORDER)


def _index(portal: Portal, language: Language, today: date) -> Page:
    page = Composer(portal, language, INDEX, today)
    body = page.render("directory.md.jinja", regions=by_region(portal, today), total=len(portal.municipalities))
    title, lead = page.text("directory.title"), page.text("directory.lead")
    return Page(INDEX, language, "index", title, framed(page, body), lead)


def _municipality(
    portal: Portal,
    municipality: Municipality,
    language: Language,
    today: date,
    *,
    downloads: Downloads,
    cases: tuple[Case, ...],
) -> Page:
    page = Composer(portal, language, municipality_uri(municipality), today)
    body = page.render(
        "municipality.md.jinja",
        municipality=municipality,
        region=portal.region_of(municipality, today),
        next_region=municipality.next_region(today),
        contacts=[contact for contact in municipality.contacts if usable(contact, today)],
        stale=any(not usable(contact, today) for contact in municipality.contacts),
        cases=cases,
        files=of_municipality(downloads, municipality.code, language),
        titles={it.id: it.title for it in portal.materials},
    )
    title = page.text("municipality.title", name=municipality.name)
    description = page.text("municipality.description", name=municipality.name)
    return Page(
        page.uri, language, "municipality", title, framed(page, body), description, aliases=spellings(municipality.name)
    )


def spellings(name: str) -> tuple[str, ...]:
    """Give the other ways people type a Danish name: København -> kobenhavn, koebenhavn; Aarhus -> århus."""
    lower = name.lower()
    plain_letters = lower.translate(_ONE_LETTER)
    double_letters = lower.translate(_TWO_LETTERS)
    rings = lower.replace("aa", "å")
    return tuple(sorted({plain_letters, double_letters, rings} - {lower}))
