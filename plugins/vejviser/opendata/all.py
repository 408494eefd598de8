"""Everything the portal gives away as data: path -> bytes."""

from datetime import date
from pkgutil import resolve_name

from vejviser.content.types import types
from vejviser.model.download import Downloads
from vejviser.model.portal import Portal
from vejviser.opendata import dcat, hsds, status
from vejviser.opendata.encode import Files


def open_data(portal: Portal, today: date, downloads: Downloads) -> Files:
    """Give every file of open data, keyed by its path below the site's root."""
    found: Files = {}
    for kind in types():
        if kind.open_data:
            found |= resolve_name(kind.open_data)(portal, today, downloads)
    return {**found, **status.files(portal), **hsds.files(portal, today), **dcat.files(portal)}
