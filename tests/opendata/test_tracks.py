"""Tracks as data: what a program needs to say what comes next."""

import json

from inline_snapshot import snapshot

from tests.conftest import TODAY
from vejviser.content.model.portal import Portal
from vejviser.opendata.all_files import open_data


def test_a_track_with_its_steps(portal: Portal) -> None:
    (row,) = json.loads(open_data(portal, TODAY, ())["api/v1/tracks.json"])
    steps = row.pop("steps")
    assert row == snapshot(
        {
            "id": "foerste-ven",
            "audience": ["volunteer"],
            "title": {"da": "Din første ven", "en": "Your first friend"},
            "intro": {"da": "Fra første møde og frem.", "en": "From the first meeting onwards."},
            "start": {"da": "mødedagen", "en": "the day of the meeting"},
            "url": "https://portal.example/forloeb/foerste-ven/",
            "reviewed": "2026-06-01",
        }
    )
    assert steps[1:] == snapshot(
        [
            {
                "id": "moedet",
                "title": {"da": "Mød hinanden", "en": "Meet each other"},
                "when": None,
                "offset": "P0D",
                "url": "https://portal.example/forloeb/foerste-ven/#moedet",
                "do": [{"da": "Hav listen med.", "en": "Bring the list."}],
                "pages": [
                    {
                        "kind": "checklist",
                        "title": {
                            "da": "Første møde",
                            "en": "First meeting",
                            "uk": "Перша зустріч",
                            "ar": "اللقاء الأول",
                        },
                        "url": "https://portal.example/tjeklister/foerste-moede/",
                    },
                    {
                        "kind": "material",
                        "title": {"da": "Aftale", "en": "Agreement"},
                        "url": "https://portal.example/materialer/aftale/",
                    },
                ],
            },
            {
                "id": "bagefter",
                "title": {"da": "Bagefter"},
                "when": {"da": "En måned efter", "en": "A month later"},
                "offset": "P1M",
                "url": "https://portal.example/forloeb/foerste-ven/#bagefter",
                "do": [],
                "pages": [
                    {
                        "kind": "chapter",
                        "title": {"da": "Penge", "en": "Money"},
                        "url": "https://portal.example/haandboeger/ven/penge/",
                    },
                    {
                        "kind": "checklist",
                        "title": {
                            "da": "Første møde",
                            "en": "First meeting",
                            "uk": "Перша зустріч",
                            "ar": "اللقاء الأول",
                        },
                        "url": "https://portal.example/tjeklister/foerste-moede/",
                    },
                    {
                        "kind": "guide",
                        "title": {"da": "Find en bolig"},
                        "url": "https://portal.example/kommuneguider/modtage/#bolig",
                    },
                ],
            },
        ]
    )
    assert (steps[0]["offset"], steps[0]["when"]) == ("-P1W", None)


def test_the_catalogue_tells_of_them(portal: Portal) -> None:
    catalogue = json.loads(open_data(portal, TODAY, ())["api/v1/dcat.jsonld"])
    (found,) = (item for item in catalogue["dcat:dataset"] if item["dct:identifier"] == "vejviser-tracks")
    assert [item["@id"] for item in found["dcat:distribution"]] == ["https://portal.example/api/v1/tracks.json"]
