"""What is known beforehand for the fields of each municipality's materials, for the forms that are filled in on pages.

A file a municipality, so that the page of a form holds none of it: places/sampleton/udfyld.json.
"""

import json
from collections.abc import Mapping
from datetime import date

from vejviser.content.addresses import at
from vejviser.content.model.municipality import Municipality
from vejviser.content.model.portal import Portal
from vejviser.documents.catalog import known_values


def known_fact_files(portal: Portal, today: date) -> dict[str, bytes]:
    """Return the file of every municipality, by its path: what its own files have in their fields on `today`."""
    return {
        at(f"<places>/{municipality.slug}/<fill_in>.json"): _written(_of(portal, municipality, today))
        for municipality in portal.municipalities
        if any(material.prefill for material in portal.materials)
    }


def _of(portal: Portal, municipality: Municipality, today: date) -> dict[str, dict[str, dict[str, str]]]:
    """Return the values by material, language and field."""
    return {
        material.id: {
            language: dict(known_values(portal, municipality, material, today, language))
            for language in material.languages
            if language in portal.languages
        }
        for material in portal.materials
        if material.prefill
    }


def _written(values: Mapping[str, object]) -> bytes:
    return (json.dumps(values, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
