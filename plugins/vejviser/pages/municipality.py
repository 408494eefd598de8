"""A page for each municipality."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from vejviser.content.addresses import at
from vejviser.content.languages import Language, locale, shows_figures
from vejviser.content.model.download import Download, Downloads, of_municipality
from vejviser.content.model.guide import Case
from vejviser.content.model.municipality import Contact, Municipality, Service
from vejviser.content.model.nearby import nearby
from vejviser.content.model.portal import Portal
from vejviser.content.news import news_of_place
from vejviser.content.settings import current
from vejviser.content.types import type_of
from vejviser.pages.compose import Composer
from vejviser.pages.door import door
from vejviser.pages.linked_data import Thing, element
from vejviser.pages.material_forms import form_uri
from vejviser.pages.names import spellings
from vejviser.pages.order import most_used
from vejviser.pages.page import Page, address_of
from vejviser.pages.page_layout import with_layout

CONTACT = "<contact>.md"
"""The page with the organisations' ways in, for a municipality where no other is known."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A service with the contacts that may be shown, and the names of its languages."""

    service: Service
    contacts: tuple[Contact, ...]
    languages: str


def pages(portal: Portal, today: date, downloads: Downloads = ()) -> Iterator[Page]:
    """Yield every municipality's page in every language."""
    cases = portal.cases_by_municipality
    for language in portal.languages:
        for municipality in portal.municipalities:
            page = Composer(portal, language, municipality_uri(municipality), today)
            files = of_municipality(downloads, municipality.code, language)
            yield _page(page, municipality, files=files, cases=cases.get(municipality.code, ()))


def municipality_uri(municipality: Municipality) -> str:
    """Return the address of a municipality's page."""
    return at(f"<places>/{municipality.slug}.md")


def shown_contacts(contacts: tuple[Contact, ...], today: date) -> tuple[Contact, ...]:
    """Return the contacts that may be shown."""
    return tuple(contact for contact in contacts if contact.may_be_shown(today))


def language_names(page: Composer, service: Service) -> str:
    """Return the names of a service's languages in the page's language; an unknown code stays as it is."""
    known = locale(page.language).languages
    return ", ".join(known.get(code, code) for code in service.languages)


def _page(page: Composer, municipality: Municipality, *, files: list[Download], cases: tuple[Case, ...]) -> Page:
    portal, today = page.portal, page.today
    offers = [
        Offer(service, shown_contacts(service.contacts, today), language_names(page, service))
        for service in municipality.services
    ]
    every_contact = [contact for _, contact in municipality.every_contact]
    near = [(item, page.to(municipality_uri(item))) for item in nearby(portal, municipality)]
    contacts = shown_contacts(municipality.contacts, today)
    expires = any(contact.shown_until for contact in shown_contacts(tuple(every_contact), today))
    body = page.render(
        "municipality.md.jinja",
        municipality=municipality,
        region=portal.region_of(municipality, today),
        next_region=municipality.next_region(today),
        help_numbers=[(line, found) for line in portal.help_lines.values() if (found := line.number_in(municipality))],
        contacts=contacts,
        door=door(page, municipality, near),
        known="kontakt" if contacts else "tilbud" if offers else "",
        for_officials=shows_figures(page.language),
        begin=at(CONTACT) if any(article.uri == at(CONTACT) for article in portal.articles) else "index.md",
        stale=any(not contact.may_be_shown(today) for contact in every_contact),
        offers=offers,
        cases=cases,
        news=news_of_place(portal, today, municipality.code),
        files=_sets(portal, files, page.language),
        formats=list(dict.fromkeys(file.format for file in files if file.format != "zip")),
        pack=next((file for file in files if file.format == "zip"), None),
        titles={material.id: material.title for material in portal.materials},
        forms={
            type_of(material).owner(material): page.address(address_of(form_uri(material)))
            for material in portal.materials
            if material.can_be_filled
        },
        nearby=near,
        counted=any(row.code == municipality.code for period in portal.status for row in period.rows),
        linked_data=linked_data(page, municipality),
    )
    title = municipality.title_in(page.language)
    description = page.text("municipality.description", **municipality.names(page.language))
    aliases = spellings(municipality.name)
    styles = ("directory",)
    return Page(
        page.uri,
        page.language,
        "municipality",
        title,
        with_layout(page, body),
        description,
        aliases=aliases,
        styles=styles,
        scripts=("contacts",) if expires else (),
    )


def _sets(portal: Portal, files: list[Download], language: Language) -> list[tuple[str, list[Download]]]:
    """Return the files of each material, the most used first, with the material's address without its file's ending."""
    owners = (type_of(material).owner(material) for material in most_used(portal, portal.materials, language))
    found = ((owner, [file for file in files if file.owner == owner and file.format != "zip"]) for owner in owners)
    return [(owner, own) for owner, own in found if own]


def linked_data(page: Composer, municipality: Municipality) -> Markup:
    """Return what the page is about as schema.org JSON-LD."""
    region, centre = page.portal.region_of(municipality, page.today), municipality.centre
    data: Thing = {
        "@type": "GovernmentOrganization",
        "name": municipality.title,
        "identifier": {"@type": "PropertyValue", "propertyID": current().places.code.name, "value": municipality.code},
        "areaServed": {
            "@type": "AdministrativeArea",
            "name": municipality.title,
            **({"geo": {"@type": "GeoCoordinates", "latitude": centre[1], "longitude": centre[0]}} if centre else {}),
            **({"containedInPlace": {"@type": "AdministrativeArea", "name": region.name}} if region.name else {}),
        },
    }
    if municipality.website:
        data["url"] = f"https://{municipality.website}/"
    return element(data)
