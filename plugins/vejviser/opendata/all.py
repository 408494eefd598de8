"""Everything the portal gives away as data: path -> bytes."""

from datetime import date

from vejviser.model.download import Downloads
from vejviser.model.portal import Portal
from vejviser.opendata import dcat, hsds, materials, municipalities, status
from vejviser.opendata.encode import Files


def open_data(portal: Portal, today: date, downloads: Downloads) -> Files:
    """Give every file of open data, keyed by its path below the site's root."""
    return {
        **municipalities.files(portal, today, downloads),
        **materials.files(portal, today, downloads),
        **status.files(portal),
        **hsds.files(portal, today),
        **dcat.files(portal),
    }
