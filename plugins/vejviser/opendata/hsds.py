"""Organizations and services as Open Referral HSDS 3.1.3.

Only what the portal knows: no address or opening hours are made up. An id is a name-based UUID of our own id, so it
stays the same from build to build and when the site moves. The core standard is followed, no profile of it; the files
are what its API answers, but a place for files cannot filter or turn pages, so hsds_api.py says which paths there are.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any
from uuid import UUID, uuid5

from vejviser.content.languages import main_language
from vejviser.content.model.municipality import OTHER, Contact, Municipality, Service
from vejviser.content.model.portal import Portal
from vejviser.content.model.texts import Texts
from vejviser.content.settings import current
from vejviser.opendata.encode import Files, Row, json_object
from vejviser.opendata.hsds_api import FOLDER, description, entry

NAMESPACE = UUID("6f1c0b1e-6a0d-5c55-9a43-5d0f3f3c2a10")
"""Ours, drawn once; changing it would change every id."""


def files(portal: Portal, today: date) -> Files:
    """Return what the API is, the organizations and the services, and each service in a file of its own."""
    found = list(organizations(portal, today))
    offers = list(services(portal, today))
    return {
        f"{FOLDER}/index.json": json_object(entry(portal)),
        f"{FOLDER}/openapi.json": json_object(description(portal)),
        f"{FOLDER}/organizations.json": json_object(page(found)),
        f"{FOLDER}/services.json": json_object(page(offers)),
        **{f"{FOLDER}/services/{offer['id']}.json": json_object(offer) for offer in offers},
    }


def page(contents: Sequence[Row]) -> Row:
    """Wrap a list as the HSDS API does; it is all on one page."""
    return {
        "total_items": len(contents),
        "total_pages": 1,
        "page_number": 1,
        "size": len(contents),
        "first_page": True,
        "last_page": True,
        "empty": not contents,
        "contents": list(contents),
    }


def identifier(*names: str) -> str:
    """Return the lasting id of a thing named by our own ids."""
    return str(uuid5(NAMESPACE, "/".join(names)))


def organizations(portal: Portal, today: date) -> Iterator[Row]:
    """Yield those behind the portal, the municipalities with contacts, and others that services name."""
    t = portal.texts[main_language()]
    for key in current().organisations:
        yield _operator(t, key)
    for municipality in portal.municipalities:
        yield _municipality(t, municipality) | _contacts_of(municipality, today)
        if any(service.organization == OTHER for service in municipality.services):
            yield _other(t, municipality)


def services(portal: Portal, today: date) -> Iterator[Row]:
    """Yield every service with its organization, area, languages, and the contacts that may be shown."""
    t = portal.texts[main_language()]
    for municipality in portal.municipalities:
        for service in municipality.services:
            yield _service(t, municipality, service, today)


def _operator(t: Texts, key: str) -> Row:
    return {
        "id": identifier("organization", key),
        "name": t(f"organization.{key}"),
        "description": t("opendata.operator"),
    }


def _contacts_of(municipality: Municipality, today: date) -> dict[str, Any]:
    owner = {"organization_id": identifier("organization", municipality.code)}
    found = [
        _contact(contact, owner, (municipality.code, contact.id))
        for contact in municipality.contacts
        if contact.personal and contact.may_be_shown(today)
    ]
    return {"contacts": found} if found else {}


def _municipality(t: Texts, municipality: Municipality) -> dict[str, Any]:
    key = identifier("organization", municipality.code)
    about = t("opendata.municipality", **municipality.names(t.language))
    found: dict[str, Any] = {"id": key, "name": municipality.title, "description": about}
    if municipality.website:
        found["website"] = f"https://{municipality.website}/"
    found["organization_identifiers"] = [
        {
            "id": identifier("organization_identifier", municipality.code),
            "organization_id": key,
            "identifier_type": current().places.code.name,
            "identifier": municipality.code,
        }
    ]
    return found


def _other(t: Texts, municipality: Municipality) -> Row:
    return {
        "id": identifier("organization", municipality.code, "other"),
        "name": t("organization.other"),
        "description": t("opendata.other", **municipality.names(t.language)),
    }


def _organization(t: Texts, municipality: Municipality, service: Service) -> Row:
    if service.organization in current().organisations:
        return _operator(t, service.organization)
    return _other(t, municipality) if service.organization == OTHER else _municipality(t, municipality)


def _service(t: Texts, municipality: Municipality, service: Service, today: date) -> Row:
    names = (municipality.code, service.id)
    key = identifier("service", *names)
    organization = _organization(t, municipality, service)
    found: dict[str, Any] = {
        "id": key,
        "organization_id": organization["id"],
        "name": service.name.text(main_language()),
        "description": service.description.text(main_language()),
        "status": "active",
    }
    if municipality.referral:
        found["application_process"] = municipality.referral.text(main_language())
    if service.assured_date:
        found["assured_date"] = service.assured_date.isoformat()
    found["languages"] = [
        {"id": identifier("language", *names, code), "service_id": key, "code": code} for code in service.languages
    ]
    found["service_areas"] = [
        {
            "id": identifier("service_area", *names),
            "service_id": key,
            "name": municipality.title,
        }
    ]
    found["contacts"] = [
        _contact(contact, {"service_id": key}, (*names, contact.id))
        for contact in service.contacts
        if contact.personal and contact.may_be_shown(today)
    ]
    found["organization"] = organization
    return found


def _contact(contact: Contact, owner: Row, names: tuple[str, ...]) -> Row:
    key = identifier("contact", *names)
    found: dict[str, Any] = {"id": key, **owner, "title": contact.title.text(main_language())}
    found |= {name: value for name, value in (("name", contact.name), ("email", contact.email)) if value}
    if contact.phone:
        found["phones"] = [
            {"id": identifier("phone", *names), "contact_id": key, "number": contact.phone, "type": "voice"}
        ]
    return found
