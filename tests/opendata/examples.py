"""A portal of two municipalities: one we know much of, one we know nothing of."""

from dataclasses import replace
from datetime import date
from typing import Any

from vejviser.content.model.download import Download
from vejviser.content.model.municipality import Municipality
from vejviser.content.model.portal import Portal

TODAY = date(2026, 11, 22)
KNOWN: dict[str, Any] = {
    "code": "0811",
    "name": "Åby",
    "regions": [{"region": "vest", "valid_to": "2026-12-31"}, {"region": "oest", "valid_from": "2027-01-01"}],
    "population": {"value": 54321, "period": "2026K1", "source": "rapport-2024"},
    "centre": [10.0, 56.0],
    "website": "aaby.example",
    "referral": {"da": "Skriv til koordinatoren."},
    "cooperation": {"level": "present", "since": 2019, "as_of": 2024, "source": "rapport-2024, afsnit 4"},
    "contacts": [
        {"id": "kontor", "title": {"da": "Kontoret"}},
        {"id": "uden-ja", "title": {"da": "Leder"}, "name": "Uden Samtykke"},
        {
            "id": "gammel",
            "title": {"da": "Koordinator"},
            "name": "For Gammel",
            "consent": True,
            "assured_date": "2025-11-21",
        },
    ],
    "services": [
        {
            "id": "ven",
            "name": {"da": "Frivillig ven", "en": "Volunteer friend"},
            "organization": "roede-kors",
            "kind": "friend",
            "description": {"da": "En ven at snakke dansk med."},
            "languages": ["da", "ar"],
            "contacts": [
                {
                    "id": "koordinator",
                    "title": {"da": "Koordinator"},
                    "name": "Kim Koordinator",
                    "email": "koordinator@aaby.example",
                    "phone": "00 00 00 00",
                    "consent": True,
                    "assured_date": "2026-05-01",
                },
                {"id": "tavs", "title": {"da": "Vikar"}, "name": "Uden Samtykke"},
            ],
            "assured_date": "2026-05-01",
            "source": "rapport-2024",
        },
        {
            "id": "lektier",
            "name": {"da": "Lektiecafé"},
            "organization": "other",
            "kind": "homework",
            "description": {"da": "Hjælp til lektier."},
            "source": "rapport-2024",
        },
    ],
    "facts": [{"id": "tal", "text": {"da": "Kommunen fik et tal."}, "year": 2024, "source": "rapport-2024, s. 3"}],
}
UNKNOWN: dict[str, Any] = {"code": "0812", "name": "Øby", "regions": [{"region": "vest"}], "centre": [10.2, 56.0]}
FILES = (
    Download("materialer/aftale/aftale.da.docx", "materialer/aftale", "da", "docx", 1200, "aa", None),
    Download("kommuner/aaby/aftale-aaby.da.docx", "materialer/aftale", "da", "docx", 1300, "bb", "0811"),
)


def example(portal: Portal) -> Portal:
    """Return the small portal with these two municipalities instead of its own."""
    return replace(portal, municipalities=tuple(map(Municipality.model_validate, (KNOWN, UNKNOWN))), tiles=())
