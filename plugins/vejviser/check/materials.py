"""Rules about materials: a new text has a new version, and every version says what it changed."""

from collections.abc import Iterator
from datetime import date

from vejviser.base.problems import Problem
from vejviser.check import form_fields
from vejviser.content.languages import main_language
from vejviser.content.model.material import Material, MaterialText, version_hash
from vejviser.content.model.portal import Portal


def problems(portal: Portal, _today: date | None = None) -> Iterator[Problem]:
    """Yield every material whose version, date, change notes and text do not belong together."""
    for material in portal.materials:
        yield from _versions(material)
        yield from form_fields.problems(material)
        for language in material.languages:
            if language in portal.languages and (material.id, language) not in portal.material_texts:
                yield material.origin.error("material-text-missing", "languages", language=language, id=material.id)
        signature = next((number for number, field in enumerate(material.fields) if field.type == "signature"), None)
        if signature is not None and not material.signed:
            yield material.origin.error("signature-not-signed", "fields", signature, "type", id=material.id)
        text = portal.material_texts.get((material.id, main_language()))
        if text:
            yield from _text(material, text)
    yield from _kept(portal)
    known = {material.id for material in portal.materials}
    for (folder, _), text in portal.material_texts.items():
        if folder not in known:
            yield text.origin.error("text-without-material", folder=folder)


def _versions(material: Material) -> Iterator[Problem]:
    newest = material.changes[0]
    if newest.version != material.version:
        yield material.origin.error(
            "version-without-change", "version", version=material.version, newest=newest.version
        )
    elif newest.date != material.updated:
        yield material.origin.error("version-date", "updated", updated=material.updated, date=newest.date)
    versions = [_version_key(change.version) for change in material.changes]
    if versions != sorted(set(versions), reverse=True):
        yield material.origin.error("changes-order", "changes")


def _text(material: Material, text: MaterialText) -> Iterator[Problem]:
    newest = material.changes[0]
    if not newest.text_hash:
        yield material.origin.warning("text-not-sealed", "changes", 0, id=material.id)
    elif newest.text_hash != version_hash(material, text):
        yield material.origin.error("text-changed", "version", version=material.version, id=material.id)
    known = {section.id for section in text.sections}
    for index, clause in enumerate(newest.clauses):
        if clause.clause not in known:
            yield material.origin.error(
                "unknown-clause",
                "changes",
                0,
                "clauses",
                index,
                "clause",
                clause=clause.clause,
                known=", ".join(sorted(known)),
            )


def _kept(portal: Portal) -> Iterator[Problem]:
    """Yield kept versions that nobody knows, or whose text is another than the one that was locked."""
    locked = {
        (material.id, change.version): change.text_hash for material in portal.materials for change in material.changes
    }
    for (material, version), kept in portal.kept_materials.items():
        text = portal.kept_texts.get((material, version, main_language()))
        if (material, version) not in locked:
            yield kept.origin.error("kept-version-unknown", version=version, id=material)
        elif text is None:
            yield kept.origin.error("kept-version-changed", version=version, id=material)
        elif locked[material, version] not in ("", version_hash(kept, text)):
            yield text.origin.error("kept-version-changed", version=version, id=material)


def _version_key(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))
