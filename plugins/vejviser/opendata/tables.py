"""What stands in the columns of the tables, for machines: CSVW (W3C, 2015) beside each, and one Data Package of all.

A code is a text, though it looks like a number: a program that guesses makes 0101 to 101.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from vejviser.content.languages import main_language
from vejviser.content.model.portal import Portal
from vejviser.content.settings import current
from vejviser.opendata import municipalities, statistics
from vejviser.opendata.encode import API, Files, address, json_object

_MISSING = ("", "x")
"""What stands where there is no figure: nothing was told, or it was too small to be shown."""
_WHOLE = frozenset(["cooperation_since", "cooperation_as_of", "population", "base", "version"])
_KINDS: Mapping[str, tuple[Any, str]] = {
    "text": ("string", "string"),
    "whole": ("integer", "integer"),
    "decimal": ("decimal", "number"),
    "yes": ({"base": "boolean", "format": "true|false"}, "boolean"),
}
"""The datatypes of CSVW, and the types of the Table Schema of a Data Package."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its name, its columns with their kinds, and the columns that tell its rows apart."""

    name: str
    columns: Mapping[str, str]
    key: tuple[str, ...]

    @property
    def file(self) -> str:
        """The name of its file."""
        return f"{self.name}.csv"


def tables() -> tuple[Table, ...]:
    """Return the tables that the portal gives away."""
    counted = dict.fromkeys(current().indicators.ids, "whole")
    status = {name: counted.get(name) or _kind(name) for name in statistics.columns()}
    return (
        Table("municipalities", {name: _kind(name) for name in municipalities.COLUMNS}, ("code",)),
        Table("status", status, ("period", "code")),
    )


def files(portal: Portal) -> Files:
    """Return the descriptions by their paths."""
    return {
        **{f"{API}/{table.file}-metadata.json": json_object(csvw(portal, table)) for table in tables()},
        f"{API}/datapackage.json": json_object(data_package(portal)),
    }


def csvw(portal: Portal, table: Table) -> dict[str, Any]:
    """Return what a reader of CSVW finds beside a table."""
    t = portal.texts[main_language()]
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": main_language()}],
        "url": table.file,
        "dc:title": t(f"opendata.datasets.{table.name}.title"),
        "dc:description": t(f"opendata.datasets.{table.name}.description"),
        "dc:license": {"@id": current().licence.url},
        "null": list(_MISSING),
        "tableSchema": {
            "columns": [
                {"name": name, "titles": name, "datatype": _KINDS[kind][0], "required": name in table.key}
                for name, kind in table.columns.items()
            ],
            "primaryKey": list(table.key),
        },
    }


def data_package(portal: Portal) -> dict[str, Any]:
    """Return the package of all tables (Frictionless Data Package 1.0)."""
    t = portal.texts[main_language()]
    return {
        "profile": "tabular-data-package",
        "name": "open-data",
        "title": t("opendata.title"),
        "description": t("opendata.description"),
        "homepage": address(portal, ""),
        "licenses": [{"path": current().licence.url, "title": current().licence.name}],
        "resources": [_resource(portal, table) for table in tables()],
    }


def _resource(portal: Portal, table: Table) -> dict[str, Any]:
    t = portal.texts[main_language()]
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": table.file,
        "title": t(f"opendata.datasets.{table.name}.title"),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "fields": [
                {
                    "name": name,
                    "type": _KINDS[kind][1],
                    **({"constraints": {"required": True}} if name in table.key else {}),
                }
                for name, kind in table.columns.items()
            ],
            "missingValues": list(_MISSING),
            "primaryKey": list(table.key),
        },
    }


def _kind(name: str) -> str:
    if name in _WHOLE:
        return "whole"
    return {"longitude": "decimal", "latitude": "decimal", "invented": "yes"}.get(name, "text")
