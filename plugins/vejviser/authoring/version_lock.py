"""Versions of materials: write down which text the newest version of each holds, and keep it."""

from collections.abc import Iterable
from pathlib import Path

from vejviser.authoring.kept_versions import keep_versions
from vejviser.authoring.yaml_edit.version_hash import with_version_hash
from vejviser.base.files import write_if_changed
from vejviser.content.languages import main_language
from vejviser.content.load.portal import load_portal
from vejviser.content.model.material import version_hash


def lock_versions(root: Path, wanted: Iterable[str]) -> list[str]:
    """Write into every wanted material (none named: all) which text its version holds, and keep that text.

    Returns the changed files.
    """
    portal = load_portal(root).portal
    names = set(wanted)
    changed = []
    for material in portal.materials:
        text = portal.material_texts.get((material.id, main_language()))
        if text and (not names or material.id in names):
            path = root / material.origin.path
            new = with_version_hash(path.read_text("utf-8"), material, version_hash(material, text))
            if write_if_changed(path, new.encode()):
                changed.append(material.origin.path)
            changed += keep_versions(root, material)
    return changed
