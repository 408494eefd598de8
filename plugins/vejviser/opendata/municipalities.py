"""The municipalities as data: a list, a table, and a file for each with everything the portal knows of it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from vejviser.content.addresses import at
from vejviser.content.model.base import Citation, LanguageMap
from vejviser.content.model.download import Download, Downloads
from vejviser.content.model.guide import Case
from vejviser.content.model.municipality import Contact, Municipality, Service
from vejviser.content.model.nearby import nearby
from vejviser.content.model.portal import Portal
from vejviser.opendata.encode import API, Files, address, csv_table, json_object, json_rows
from vejviser.opendata.workbook import xlsx_table

UNKNOWN = "unknown"
COLUMNS = (
    "code",
    "name",
    "slug",
    "url",
    "region_code",
    "region_name",
    "cooperation_level",
    "cooperation_since",
    "cooperation_as_of",
    "cooperation_source",
    "population",
    "population_period",
    "longitude",
    "latitude",
    "website",
)
CODES = ("code", "region_code")
"""The columns in which a nought in front counts."""


def files(portal: Portal, today: date, downloads: Downloads) -> Files:
    """Return the municipalities as a JSON list, a table as CSV and as a workbook, and a JSON file each."""
    rows = [row(portal, municipality, today) for municipality in portal.municipalities]
    table = [cells(item) for item in rows]
    own: dict[str, list[Download]] = {}
    for download in downloads:
        own.setdefault(download.municipality or "", []).append(download)
    return {
        f"{API}/municipalities.json": json_rows(rows),
        f"{API}/municipalities.csv": csv_table(COLUMNS, table),
        f"{API}/municipalities.xlsx": xlsx_table("municipalities", COLUMNS, table, CODES),
        **{
            f"{API}/municipalities/{municipality.code}.json": json_object(
                full_record(portal, municipality, today, own.get(municipality.code, ()))
            )
            for municipality in portal.municipalities
        },
    }


def row(portal: Portal, municipality: Municipality, today: date) -> dict[str, Any]:
    """Return what the list holds of a municipality."""
    region = portal.region_of(municipality, today)
    longitude, latitude = municipality.centre or (None, None)
    population = municipality.population
    return {
        "code": municipality.code,
        "name": municipality.name,
        "slug": municipality.slug,
        "url": address(portal, at(f"<places>/{municipality.slug}/")),
        "region": {"code": region.code, "name": region.name or None},
        "cooperation": _cooperation(portal, municipality),
        "population": population
        and {
            "value": population.value,
            "period": population.period,
            "source": source(portal, population.source),
        },
        "centre": {"longitude": longitude, "latitude": latitude},
        "website": municipality.website and f"https://{municipality.website}/",
        "services": [
            {"id": service.id, "kind": service.kind, "organization": service.organization}
            for service in municipality.services
        ],
    }


def cells(mapping: Mapping[str, Any]) -> list[object]:
    """Return a row of the list as the cells of the table."""
    cooperation, population = mapping["cooperation"], mapping["population"] or {}
    return [
        *(mapping[key] for key in ("code", "name", "slug", "url")),
        mapping["region"]["code"],
        mapping["region"]["name"],
        *(cooperation[key] for key in ("level", "since", "as_of")),
        cooperation["source"] and cooperation["source"]["id"],
        population.get("value"),
        population.get("period"),
        mapping["centre"]["longitude"],
        mapping["centre"]["latitude"],
        mapping["website"],
    ]


def full_record(portal: Portal, municipality: Municipality, today: date, downloads: Downloads) -> dict[str, Any]:
    """Return everything the portal knows of a municipality."""
    coming = municipality.next_region(today)
    return {
        **row(portal, municipality, today),
        "next_region": coming
        and {
            "code": portal.regions[coming.region].code,
            "name": portal.regions[coming.region].name,
            "valid_from": coming.valid_from and coming.valid_from.isoformat(),
        },
        "programme_name": texts(municipality.programme_name),
        "referral": texts(municipality.referral),
        "contacts": contacts(municipality.contacts, today),
        "services": [_service(portal, service, today) for service in municipality.services],
        "facts": [
            {"id": fact.id, "text": texts(fact.text), "year": fact.year, "source": source(portal, fact.source)}
            for fact in municipality.facts
        ],
        "cases": [_case(portal, item) for item in portal.cases_by_municipality.get(municipality.code, ())],
        "nearby": [item.code for item in nearby(portal, municipality)],
        "files": [_file(portal, download) for download in downloads],
        "verified": municipality.verified and municipality.verified.isoformat(),
    }


def contacts(every: tuple[Contact, ...], today: date) -> list[dict[str, Any]]:
    """Return the contacts that may be shown today, and no others."""
    return [
        {
            "id": item.id,
            "title": texts(item.title),
            "name": item.name,
            "email": item.email,
            "phone": item.phone,
            "assured_date": item.assured_date and item.assured_date.isoformat(),
            "valid_until": item.shown_until and item.shown_until.isoformat(),
        }
        for item in every
        if item.may_be_shown(today)
    ]


def source(portal: Portal, citation: Citation) -> dict[str, Any]:
    """Return a citation with what the work is called; its whole description stands on the page of sources."""
    work = portal.works.get(citation.key)
    return {
        "id": citation.key,
        "locator": citation.locator or None,
        "title": work and work.title,
        "year": work and work.year,
        "url": address(
            portal, at(f"{'<sources>/<laws>' if citation.key in portal.laws else '<sources>'}/#{citation.key}")
        ),
    }


def texts(value: LanguageMap | None) -> dict[str, str] | None:
    """Return a text by language; a translation that is behind where it must not be is left out."""
    return {item: value.text(item) for item in value if not value.is_behind(item)} if value else None


def _cooperation(portal: Portal, municipality: Municipality) -> dict[str, Any]:
    known = municipality.cooperation
    if known is None:
        return {"level": UNKNOWN, "since": None, "as_of": None, "source": None}
    return {"level": known.level, "since": known.since, "as_of": known.as_of, "source": source(portal, known.source)}


def _service(portal: Portal, service: Service, today: date) -> dict[str, Any]:
    return {
        "id": service.id,
        "name": texts(service.name),
        "kind": service.kind,
        "organization": service.organization,
        "description": texts(service.description),
        "languages": list(service.languages),
        "contacts": contacts(service.contacts, today),
        "assured_date": service.assured_date and service.assured_date.isoformat(),
        "source": source(portal, service.source),
    }


def _case(portal: Portal, case: Case) -> dict[str, Any]:
    return {
        "id": case.id,
        "title": texts(case.title),
        "themes": list(case.themes),
        "year": case.year,
        "what": texts(case.what),
        "why": texts(case.why),
        "outcome": texts(case.outcome),
        "source": source(portal, case.source),
    }


def _file(portal: Portal, download: Download) -> dict[str, Any]:
    return {
        "url": address(portal, download.path),
        "lang": download.language,
        "format": download.format,
        "bytes": download.bytes,
        "sha256": download.sha256,
    }
