"""The older versions of a material whose text was kept: which there are, and what stood in them."""

from collections.abc import Mapping
from dataclasses import dataclass

from vejviser.content.languages import Language, main_language
from vejviser.content.model.material import Change, Material, MaterialText
from vejviser.content.model.portal import Portal


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a material: when it came and why, its fields and names, and its texts by language."""

    change: Change
    material: Material
    texts: Mapping[Language, MaterialText]

    @property
    def number(self) -> str:
        """Its number, such as "1.0"."""
        return self.change.version


def older_versions(portal: Portal, material: Material) -> tuple[Version, ...]:
    """Return the versions before the newest whose text in the main language was kept, the newest of them first."""
    found = (_kept(portal, material, change) for change in material.changes if change.version != material.version)
    return tuple(version for version in found if version)


def newest_version(portal: Portal, material: Material) -> Version:
    """Return the version that the material is now."""
    texts = {language: text for (owner, language), text in portal.material_texts.items() if owner == material.id}
    return Version(material.changes[0], material, texts)


def _kept(portal: Portal, material: Material, change: Change) -> Version | None:
    kept = portal.kept_materials.get((material.id, change.version))
    texts: dict[Language, MaterialText] = {
        language: text
        for (owner, version, language), text in portal.kept_texts.items()
        if (owner, version) == (material.id, change.version)
    }
    return Version(change, kept, texts) if kept and main_language() in texts else None
