"""Everything the portal gives away as data: path -> bytes."""

from datetime import date
from pkgutil import resolve_name

from vejviser.content.model.download import Downloads
from vejviser.content.model.portal import Portal
from vejviser.content.types import types
from vejviser.opendata import dcat, hsds, json_schemas, statistics, tables
from vejviser.opendata.encode import Files


def open_data(portal: Portal, today: date, downloads: Downloads) -> Files:
    """Return every file of open data, keyed by its path below the site's root."""
    found: Files = {}
    for kind in types():
        if kind.open_data:
            found |= resolve_name(kind.open_data)(portal, today, downloads)
    return {
        **found,
        **statistics.files(portal),
        **tables.files(portal),
        **json_schemas.files(portal),
        **hsds.files(portal, today),
        **dcat.files(portal),
    }
