"""All 98 municipalities as the demo knows them, from the portal's own data."""

from pathlib import Path

import yaml

from vejviser.content.model.disclosure_policy import Policy
from vejviser.content.model.municipality import Municipality
from vejviser.statistics.quarters import regions_in
from vejviser.statistics.synthetic_data import Place

ROOT = Path(__file__).parents[2]
PERIODS = ("2025-Q3", "2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4", "2027-Q1", "2027-Q2")
"""Eight quarters; on 1 January 2027 two regions become one."""

_FILES = sorted((ROOT / "data" / "kommuner").glob("*.yml"))
_MUNICIPALITIES = [Municipality.model_validate(yaml.load(file.read_bytes(), yaml.CSafeLoader)) for file in _FILES]
NAMES = {municipality.code: municipality.name for municipality in _MUNICIPALITIES}
PLACES = [
    Place(municipality.code, municipality.population.value)
    for municipality in _MUNICIPALITIES
    if municipality.population
]
REGIONS = {period: regions_in(_MUNICIPALITIES, period) for period in PERIODS}
POPULATIONS = {place.code: place.population for place in PLACES}
POLICY = Policy.model_validate(
    {"thresholds": [{"since": "2020-Q1", "threshold": 5}], "goal": {"share": 67, "source": "als-2023, afsnit 4.1"}}
)
