"""What HSDS 3.0 says of the classes we publish, restated as JSON Schema.

Human Services Data Specification: an Open Referral resource (https://openreferral.org/), CC BY-SA 4.0. Property names,
types, formats, values and required properties are those of the specification's own schema files; properties we do not
use are left out, and nothing else may be there, so that a misspelt one is found.
"""

from typing import Any

UUID = {"type": "string", "format": "uuid"}
TEXT = {"type": "string", "minLength": 1}
URI = {"type": "string", "pattern": "^https?://"}
DATE = {"type": "string", "format": "date"}


def one_of(name: str) -> dict[str, str]:
    return {"$ref": f"#/$defs/{name}"}


def many(name: str) -> dict[str, Any]:
    return {"type": "array", "items": one_of(name)}


def thing(required: tuple[str, ...], **properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": [*required], "additionalProperties": False}


CLASSES = {
    "organization": thing(
        ("id", "name", "description"),
        id=UUID,
        name=TEXT,
        description=TEXT,
        website=URI,
        organization_identifiers=many("organization_identifier"),
    ),
    "organization_identifier": thing(
        ("id", "identifier_type", "identifier"), id=UUID, organization_id=UUID, identifier_type=TEXT, identifier=TEXT
    ),
    "service": thing(
        ("id", "name", "status"),
        id=UUID,
        organization_id=UUID,
        name=TEXT,
        description=TEXT,
        status={"enum": ["active", "inactive", "defunct", "temporarily closed"]},
        application_process=TEXT,
        assured_date=DATE,
        languages=many("language"),
        service_areas=many("service_area"),
        contacts=many("contact"),
        organization=one_of("organization"),
    ),
    "service_area": thing(("id",), id=UUID, service_id=UUID, name=TEXT),
    "language": thing(("id",), id=UUID, service_id=UUID, code={"type": "string", "pattern": "^[a-z]{2,3}$"}),
    "contact": thing(
        ("id",),
        id=UUID,
        service_id=UUID,
        name=TEXT,
        title=TEXT,
        email={"type": "string", "format": "email"},
        phones=many("phone"),
    ),
    "phone": thing(("id", "number"), id=UUID, contact_id=UUID, number=TEXT, type=TEXT),
}


def page_of(name: str) -> dict[str, Any]:
    """Give the schema of a list as the HSDS API pages it."""
    numbers = {it: {"type": "integer"} for it in ("total_items", "total_pages", "page_number", "size")}
    flags = {it: {"type": "boolean"} for it in ("first_page", "last_page", "empty")}
    properties = {**numbers, **flags, "contents": many(name)}
    return {**thing(tuple(properties), **properties), "$defs": CLASSES}
