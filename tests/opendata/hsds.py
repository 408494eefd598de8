"""What HSDS 3.0 says of the classes we publish, restated as JSON Schema.

Human Services Data Specification: an Open Referral resource (https://openreferral.org/), CC BY-SA 4.0. Its schema files
are in no package we could depend on and are not copied; ADR 31 says how this was compared with them, class by class.

Names, types, formats, values and required properties are the specification's. Where this differs, it asks for more,
so that what passes here passes there:

    every class     only the properties we publish; HSDS lets others be, but then a misspelt one is not found
    texts           not empty
    website         http or https; HSDS: any URI
    assured_date    a date; HSDS 3.0: text in JSON, a date in tables
    description     a service has one; HSDS: may
    language.code   two or three small letters, as ISO 639 writes them; HSDS says so in words only
    phone.type      a word of RFC 6350; HSDS says so in words only
    a list's head   every property the API reference names; the 3.0 schema requires none of them
    index.json      version, profile and openapi_url; the 3.0 schema requires none of them
"""

from typing import Any

UUID = {"type": "string", "format": "uuid"}
TEXT = {"type": "string", "minLength": 1}
URI = {"type": "string", "pattern": "^https?://"}
DATE = {"type": "string", "format": "date"}
PHONE = {"enum": ["text", "voice", "fax", "cell", "video", "pager", "textphone"]}


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
        contacts=many("contact"),
        organization_identifiers=many("organization_identifier"),
    ),
    "organization_identifier": thing(
        ("id", "identifier_type", "identifier"), id=UUID, organization_id=UUID, identifier_type=TEXT, identifier=TEXT
    ),
    "service": thing(
        ("id", "name", "status", "description", "organization_id"),
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
        organization_id=UUID,
        service_id=UUID,
        name=TEXT,
        title=TEXT,
        email={"type": "string", "format": "email"},
        phones=many("phone"),
    ),
    "phone": thing(("id", "number"), id=UUID, contact_id=UUID, number=TEXT, type=PHONE),
}


ENTRY = thing(("version", "profile", "openapi_url"), version={"const": "3.1.3"}, profile=URI, openapi_url=URI)
"""What the root of an HSDS API tells."""


def single(name: str) -> dict[str, Any]:
    """Return the schema of one thing by itself."""
    return {**one_of(name), "$defs": CLASSES}


def page_of(name: str) -> dict[str, Any]:
    """Return the schema of a list as the HSDS API pages it."""
    numbers = {item: {"type": "integer"} for item in ("total_items", "total_pages", "page_number", "size")}
    flags = {item: {"type": "boolean"} for item in ("first_page", "last_page", "empty")}
    properties = {**numbers, **flags, "contents": many(name)}
    return {**thing(tuple(properties), **properties), "$defs": CLASSES}
