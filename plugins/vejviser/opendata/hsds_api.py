"""What the HSDS files are, for programs: the answer of the API's root, and an OpenAPI description of the paths.

A service has the same id and fields at every path. The description says itself what a service and an organization have
at least, so that it is whole without a network, and names Open Referral's own schemas, at their address.
"""

from typing import Any

from vejviser.content.languages import main_language
from vejviser.content.model.portal import Portal
from vejviser.content.settings import current
from vejviser.opendata.encode import API, Row, address

FOLDER = f"{API}/hsds"
VERSION = "3.1.3"
"""Of HSDS. What 3.1 added since 3.0 is all optional, but that a page says whether it is empty, and ours do."""
STANDARD = "https://docs.openreferral.org/"
"""HSDS itself: its API wants the address of the profile that is followed, and we follow none but the core."""
SCHEMAS = f"https://raw.githubusercontent.com/openreferral/specification/v{VERSION}/schema/compiled"
_COUNTS = ("total_items", "total_pages", "page_number", "size")
_NEEDED = {"service": ("id", "name", "status"), "organization": ("id", "name", "description")}
"""What HSDS requires of each."""
_FLAGS = ("first_page", "last_page", "empty")


def entry(portal: Portal) -> Row:
    """Return what the root of an HSDS API tells: version, profile, and where it is described."""
    return {"version": VERSION, "profile": STANDARD, "openapi_url": address(portal, f"{FOLDER}/openapi.json")}


def description(portal: Portal) -> Row:
    """Describe the paths there are, as OpenAPI 3.1."""
    t = portal.texts[main_language()]
    by_id = {"name": "id", "in": "path", "required": True, "schema": {"type": "string", "format": "uuid"}}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": t("opendata.datasets.services.title"),
            "description": t("opendata.datasets.services.description"),
            "version": VERSION,
            "license": current().licence.model_dump(),
        },
        "security": [],
        "servers": [{"url": address(portal, FOLDER)}],
        "paths": {
            "/index.json": _get("getAPIMetaInformation", "Version and profile of the API", {"type": "object"}),
            "/services.json": _get("getPaginatedListOfServices", "All services", _page("service")),
            "/services/{id}.json": {
                **_get("getFullyNestedServiceById", "One service", _one("service")),
                "parameters": [by_id],
            },
            "/organizations.json": _get("getPaginatedListOfOrganizations", "All organizations", _page("organization")),
        },
        "components": {"schemas": {name: _schema(name, needed) for name, needed in _NEEDED.items()}},
    }


def _get(name: str, summary: str, schema: Row) -> dict[str, Any]:
    content = {"application/json": {"schema": schema}}
    missing = {"description": "Not found"}
    answers = {"200": {"description": "OK", "content": content}, "404": missing}
    return {"get": {"operationId": name, "summary": summary, "responses": answers}}


def _one(name: str) -> Row:
    return {"$ref": f"#/components/schemas/{name}"}


def _schema(name: str, needed: tuple[str, ...]) -> dict[str, Any]:
    texts = {field: {"type": "string"} for field in needed}
    return {
        "type": "object",
        "properties": {**texts, "id": {"type": "string", "format": "uuid"}},
        "required": list(needed),
        "externalDocs": {"url": f"{SCHEMAS}/{name}.json"},
    }


def _page(name: str) -> Row:
    head: dict[str, Any] = {count: {"type": "integer"} for count in _COUNTS} | {
        flag: {"type": "boolean"} for flag in _FLAGS
    }
    return {
        "type": "object",
        "properties": {**head, "contents": {"type": "array", "items": _one(name)}},
        "required": [*head, "contents"],
    }
