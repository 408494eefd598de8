"""The catalogue of the open data as DCAT-AP 3.0.0, in JSON-LD.

Everything it points at says of which class it is: DCAT-AP's shapes ask for that, and look nowhere else for it.
"""

from datetime import date
from typing import Any

from vejviser.content.addresses import at
from vejviser.content.content_type import XLSX, ContentType, Distribution
from vejviser.content.languages import authority, country, country_code_of_three, main_language
from vejviser.content.model.portal import Portal
from vejviser.content.settings import current
from vejviser.content.types import types
from vejviser.opendata.encode import API, Files, address, json_object
from vejviser.opendata.hsds_api import FOLDER as HSDS

_EU = "http://publications.europa.eu/resource/authority"
_IANA = "https://www.iana.org/assignments/media-types"
_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "dcatap": "http://data.europa.eu/r5r/",
    "dct:modified": {"@type": "http://www.w3.org/2001/XMLSchema#date"},
}
_THEME = {"da": "Befolkning og samfund", "en": "Population and society"}
"""What the EU's list of themes calls SOCI; DCAT-AP wants a theme to have its name with it."""


_BESIDE: dict[str, tuple[Distribution, ...]] = {
    "services": (
        Distribution(f"{HSDS}/organizations.json", "JSON", "application/json"),
        Distribution(f"{HSDS}/services.json", "JSON", "application/json"),
    ),
    "status": (
        Distribution(f"{API}/status.csv", "CSV", "text/csv"),
        Distribution(f"{API}/status.xlsx", "XLSX", XLSX),
    ),
}
"""The datasets that are no content type's."""


def datasets() -> dict[str, tuple[Distribution, ...]]:
    """Return every dataset with its files: those of the content types, then the others."""
    told = sorted((item for item in types() if item.distributions), key=lambda item: item.catalogue_weight)
    return {**{item.plural: (*item.distributions, *_feed(item)) for item in told}, **_BESIDE}


def _feed(kind: ContentType) -> tuple[Distribution, ...]:
    return (Distribution(kind.feed, "ATOM", "application/atom+xml"),) if kind.feed else ()


def files(portal: Portal) -> Files:
    """Return the catalogue."""
    return {f"{API}/dcat.jsonld": json_object(catalogue(portal))}


def catalogue(portal: Portal) -> dict[str, Any]:
    """Return the catalogue with its datasets and their files."""
    publisher = {
        "@id": address(portal, at("<data>/#udgiver")),
        "@type": "foaf:Agent",
        "foaf:name": _by_language(portal, "site.name"),
    }
    return {
        "@context": _CONTEXT,
        "@id": address(portal, f"{API}/dcat.jsonld"),
        "@type": "dcat:Catalog",
        "dct:title": _by_language(portal, "opendata.title"),
        "dct:description": _by_language(portal, "opendata.description"),
        "dct:publisher": publisher,
        "dct:language": [
            _ref(f"{_EU}/language/{authority(language)}", "dct:LinguisticSystem") for language in portal.languages
        ],
        "dct:license": _ref(current().licence.url, "dct:LicenseDocument"),
        "dct:spatial": _spatial(),
        "foaf:homepage": _ref(address(portal, at("<data>/")), "foaf:Document"),
        "dct:modified": modified(portal).isoformat(),
        "dcat:dataset": [_dataset(portal, key, distributions) for key, distributions in datasets().items()],
    }


def modified(portal: Portal) -> date:
    """Return the newest day on which editors say that they have written or read what is given away."""
    days = [item.updated for item in portal.materials] + [
        change.date for item in portal.materials for change in item.changes
    ]
    read = (getattr(item, "reviewed", None) for kind in types() for item in portal.all_of(kind))
    verified = (getattr(item, "verified", None) for kind in types() for item in portal.all_of(kind))
    return max([*days, *(day for day in (*read, *verified) if isinstance(day, date))], default=date.min)


def _contact(portal: Portal) -> dict[str, Any]:
    """Return whom to ask: the portal's page with contacts, and its mail where portal.yml has one."""
    found: dict[str, Any] = {
        "@id": address(portal, at("<contact>/#contact")),
        "@type": "vcard:Organization",
        "vcard:fn": portal.texts[main_language()]("site.name"),
        "vcard:hasURL": _ref(address(portal, at("<contact>/"))),
    }
    mail = current().report.mail
    return {**found, "vcard:hasEmail": _ref(f"mailto:{mail}")} if mail else found


def _spatial() -> dict[str, Any]:
    """Return the portal's country, which the EU's list calls by three letters: DK -> DNK."""
    found = country_code_of_three(current().country or country(main_language()))
    return _ref(f"{_EU}/country/{found}", "dct:Location")


def _dataset(portal: Portal, key: str, distributions: tuple[Distribution, ...]) -> dict[str, Any]:
    return {
        "@id": address(portal, at(f"<data>/#{key}")),
        "@type": "dcat:Dataset",
        "dct:identifier": f"vejviser-{key}",
        "dct:title": _by_language(portal, f"opendata.datasets.{key}.title"),
        "dct:description": _by_language(portal, f"opendata.datasets.{key}.description"),
        "dct:publisher": _ref(address(portal, at("<data>/#udgiver")), "foaf:Agent"),
        "dct:spatial": _spatial(),
        "dcat:theme": [_theme()],
        "dcat:contactPoint": _contact(portal),
        "dcat:landingPage": _ref(address(portal, at("<data>/")), "foaf:Document"),
        "dcat:distribution": [_distribution(portal, key, distribution) for distribution in distributions],
    }


def _distribution(portal: Portal, key: str, distribution: Distribution) -> dict[str, Any]:
    place = address(portal, distribution.path)
    return {
        "@id": place,
        "@type": "dcat:Distribution",
        "dct:title": distribution.path.rsplit("/", 1)[-1],
        "dct:description": _by_language(portal, f"opendata.datasets.{key}.description"),
        "dcat:accessURL": _ref(place, "rdfs:Resource"),
        "dcat:downloadURL": _ref(place, "rdfs:Resource"),
        "dcatap:availability": _ref(f"{_EU}/planned-availability/STABLE", "skos:Concept")
        | {"skos:prefLabel": [{"@language": "en", "@value": "stable"}]},
        "dct:format": _ref(f"{_EU}/file-type/{distribution.format}", "dct:MediaTypeOrExtent"),
        "dcat:mediaType": _ref(f"{_IANA}/{distribution.media_type}", "dct:MediaType"),
        "dct:license": _ref(current().licence.url, "dct:LicenseDocument"),
    }


def _by_language(portal: Portal, key: str) -> list[dict[str, str]]:
    own = (language for language in portal.languages if key in portal.texts[language].own)
    return [{"@language": language, "@value": portal.texts[language](key)} for language in own]


def _theme() -> dict[str, Any]:
    names = [{"@language": language, "@value": name} for language, name in _THEME.items()]
    return {**_ref(f"{_EU}/data-theme/SOCI", "skos:Concept"), "skos:prefLabel": names}


def _ref(iri: str, kind: str = "") -> dict[str, str]:
    return {"@id": iri, "@type": kind} if kind else {"@id": iri}
