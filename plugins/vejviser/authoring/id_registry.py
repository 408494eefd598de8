"""The ids of all checklists as they are now, written into the registry of ids."""

from pathlib import Path

from vejviser.base.files import write_if_changed
from vejviser.content.model.id_registry import PATH as ID_REGISTRY
from vejviser.content.model.id_registry import with_current_ids
from vejviser.site.content_check import Checked


def register_ids(root: Path, checked: Checked) -> bool:
    """Write the ids of all checklists as they are now into the registry; return whether it changed.

    With errors nothing is written: a list that could not be read would look as if its ids were gone.
    """
    if checked.errors:
        return False
    portal = checked.portal
    return write_if_changed(root / ID_REGISTRY, with_current_ids(portal.id_registry, portal.checklists).csv.encode())
