"""All 98 municipalities as the demo knows them, from the portal's own data."""

from pathlib import Path

import yaml

from vejviser.model.municipality import Municipality
from vejviser.model.policy import Policy
from vejviser.status.demo import Place
from vejviser.status.quarters import regions_in

ROOT = Path(__file__).parents[2]
PERIODS = ("2025-Q3", "2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4", "2027-Q1", "2027-Q2")
"""Eight quarters; on 1 January 2027 two regions become one."""

_FILES = sorted((ROOT / "data" / "kommuner").glob("*.yml"))
_MUNICIPALITIES = [Municipality.model_validate(yaml.load(it.read_bytes(), yaml.CSafeLoader)) for it in _FILES]
NAMES = {it.code: it.name for it in _MUNICIPALITIES}
PLACES = [Place(it.code, it.population.value) for it in _MUNICIPALITIES if it.population]
REGIONS = {period: regions_in(_MUNICIPALITIES, period) for period in PERIODS}
POPULATIONS = {place.code: place.population for place in PLACES}
POLICY = Policy.model_validate(
    {"thresholds": [{"since": "2020-Q1", "threshold": 5}], "goal": {"share": 67, "source": "als-2023, afsnit 4.1"}}
)
