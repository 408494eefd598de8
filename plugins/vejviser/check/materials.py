"""Rules about materials: a new text has a new version, and every version says what it changed."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import zip_longest

from vejviser.base.problems import Problem
from vejviser.check import form_fields
from vejviser.content.languages import main_language
from vejviser.content.model.material import Material, MaterialText, version_hash
from vejviser.content.model.portal import Portal

_IN_BRACKETS = re.compile(
    r"(?P<open>[{\[<]+)[ ]*(?P<id>[a-z0-9-]+)[ ]*(?P<close>[}\]>]+|(?=\s*(?:\||$)))(?!\()", re.MULTILINE
)
"""What may be meant as the place of a field."""


def problems(portal: Portal, _today: date | None = None) -> Iterator[Problem]:
    """Yield every material whose version, date, change notes and text do not belong together."""
    for material in portal.materials:
        yield from _versions(material)
        yield from form_fields.problems(material)
        for language in material.languages:
            if language in portal.languages and (material.id, language) not in portal.material_texts:
                yield material.origin.error("material-text-missing", "languages", language=language, id=material.id)
        yield from _signature(material)
        text = portal.material_texts.get((material.id, main_language()))
        if text:
            yield from _text(material, text, portal.kept_texts.get((material.id, material.version, main_language())))
    yield from _kept(portal)
    by_id = {material.id: material for material in portal.materials}
    for (folder, _), text in portal.material_texts.items():
        if folder in by_id:
            yield from _brackets(by_id[folder], text)
        else:
            yield text.origin.error("text-without-material", folder=folder)


def _signature(material: Material) -> Iterator[Problem]:
    signature = next((number for number, field in enumerate(material.fields) if field.type == "signature"), None)
    if signature is not None and not material.signed:
        yield material.origin.error("signature-not-signed", "fields", signature, "type", id=material.id)


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


def _text_changed(material: Material, text: MaterialText, kept: MaterialText | None) -> Problem:
    """Return the problem at the first line that is another than in the kept text, or else at the version."""
    values = {"version": material.version, "id": material.id}
    if kept and kept.meta.title != text.meta.title:
        return text.origin.error("text-changed", "title", **values)
    if kept and kept.body != text.body:
        pairs = enumerate(zip_longest(text.body.splitlines(), kept.body.splitlines()), text.body_line)
        line = next((number for number, (now, before) in pairs if now != before), text.body_line)
        return Problem(text.origin.path, line, 1, "error", "text-changed", tuple(values.items()))
    return material.origin.error("text-changed", "version", **values)


def _brackets(material: Material, text: MaterialText) -> Iterator[Problem]:
    """Yield the places of fields that are written with other signs than {{ and }}."""
    known = {field.id for field in material.fields}
    for match in _IN_BRACKETS.finditer(text.body):
        if match["id"] in known and (match["open"], match["close"]) != ("{{", "}}"):
            before = text.body[: match.start()]
            line, column = text.body_line + before.count("\n"), match.start() - before.rfind("\n")
            values = (("found", match[0]), ("field", match["id"]))
            yield Problem(text.origin.path, line, column, "error", "field-brackets", values)


def _text(material: Material, text: MaterialText, kept: MaterialText | None) -> Iterator[Problem]:
    newest = material.changes[0]
    if not newest.text_hash:
        yield material.origin.warning("text-not-sealed", "changes", 0, id=material.id)
    elif newest.text_hash != version_hash(material, text):
        yield _text_changed(material, text, kept)
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
