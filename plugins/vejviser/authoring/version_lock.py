"""Versions of materials: write down which text the newest version of each holds, and keep it."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from vejviser.authoring.editing import edited
from vejviser.authoring.kept_versions import keep_versions
from vejviser.authoring.yaml_edit.version_hash import with_version_hash
from vejviser.base.files import write_if_changed
from vejviser.base.problems import AuthoringError
from vejviser.content.languages import main_language
from vejviser.content.load.portal import load_portal
from vejviser.content.model.material import version_hash


def lock_versions(root: Path, wanted: Iterable[str]) -> list[str]:
    """Write into every wanted material (none named: all) which text its version holds, and keep that text.

    Returns the changed files. Raises AuthoringError for a name that no material has.
    """
    portal = load_portal(root).portal
    names = set(wanted)
    known = {material.id for material in portal.materials}
    if unknown := sorted(names - known):
        raise AuthoringError("desk-no-material", name=unknown[0], known=", ".join(sorted(known)) or "–")
    changed = []
    for material in portal.materials:
        text = portal.material_texts.get((material.id, main_language()))
        if text and (not names or material.id in names):
            locked = version_hash(material, text)
            new = edited(root, material.origin.path, partial(with_version_hash, text_hash=locked))
            if write_if_changed(root / material.origin.path, new):
                changed.append(material.origin.path)
            changed += keep_versions(root, material)
    return changed
