"""The materials as data: a list with every file, and a feed of their versions."""

from datetime import date
from typing import Any

from vejviser.content.addresses import at
from vejviser.content.languages import Language, main_language
from vejviser.content.model.download import Download, Downloads
from vejviser.content.model.material import Change, Material
from vejviser.content.model.portal import Portal
from vejviser.content.types import type_named, type_of
from vejviser.opendata import atom
from vejviser.opendata.encode import API, Files, address, json_rows
from vejviser.opendata.municipalities import texts

MULTIPLE = "mul"
"""What BCP 47 calls a text in more languages than one; "da-ar" would be the first as spoken in Argentina."""


def files(portal: Portal, today: date, downloads: Downloads) -> Files:
    """Return the list of materials, and the feed."""
    by_owner: dict[str, list[Download]] = {}
    for download in downloads:
        by_owner.setdefault(download.owner, []).append(download)
    rows = [row(portal, material, by_owner.get(type_of(material).owner(material), [])) for material in portal.materials]
    return {f"{API}/materials.json": json_rows(rows), _feed(): feed(portal, today)}


def row(portal: Portal, material: Material, downloads: Downloads) -> dict[str, Any]:
    """Return a material with its files: the blank ones first, then those filled in, by municipality."""
    ordered = sorted(downloads, key=_in_order)
    return {
        "id": material.id,
        "version": material.version,
        "updated": material.updated.isoformat(),
        "kind": material.kind,
        "audience": list(material.audience),
        "title": texts(material.title),
        "purpose": texts(material.purpose),
        "url": address(portal, at(f"<materials>/{material.id}/")),
        "files": [
            {
                "lang": MULTIPLE if item.second else item.language,
                "languages": _languages(material, item),
                "format": item.format,
                "url": address(portal, item.path),
                "bytes": item.bytes,
                "sha256": item.sha256,
                "municipality": item.municipality,
            }
            for item in ordered
        ],
    }


def _languages(material: Material, file: Download) -> list[Language]:
    """Return the languages in a file: beside a translation of what people sign stands the original."""
    signed = main_language() if material.signed else file.language
    return list(dict.fromkeys(filter(None, (signed, file.language, file.second))))


def _in_order(download: Download) -> tuple[str, str, str, str]:
    return download.municipality or "", download.second or "", download.language, download.format


def _feed() -> str:
    return type_named("material").feed


def feed(portal: Portal, today: date) -> bytes:
    """Return the versions of all materials as an Atom feed, the newest first."""
    changes = [(item, change) for item in portal.materials for change in item.changes]
    changes.sort(key=lambda item: (-item[1].date.toordinal(), item[0].id, item[1].version))
    title = portal.texts[main_language()]("materials.title")
    entries = (_entry(portal, material, change) for material, change in changes)
    return atom.feed(portal, _feed(), title, at("<materials>/"), main_language(), entries, today)


def _entry(portal: Portal, material: Material, change: Change) -> atom.Entry:
    page = address(portal, at(f"<materials>/{material.id}/"))
    title = f"{material.title.text(main_language())} {change.version}"
    return atom.Entry(f"{page}#v{change.version}", page, title, change.date, change.note.text(main_language()))
