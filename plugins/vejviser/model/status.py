"""Status figures as they are published: protected counts a municipality and quarter."""

from collections.abc import Mapping
from typing import Literal, get_args

from vejviser.model.base import Content, Model, MunicipalityCode

Indicator = Literal[
    "referrals",
    "new_matches",
    "active_matches",
    "ended_matches",
    "waiting",
    "volunteers",
    "new_volunteers",
    "matches_6m",
    "matches_6m_working",
]
INDICATORS: tuple[Indicator, ...] = get_args(Indicator)
SUPPRESSED: Literal["x"] = "x"
"""What a protected file holds in place of a suppressed count, primary and complementary alike."""

Cell = int | Literal["x"] | None
"""A count, a suppressed count, or None: not reported."""


class StatusRow(Model):
    """One municipality in one quarter."""

    code: MunicipalityCode
    cells: Mapping[Indicator, Cell]
    line: int


class StatusPeriod(Content):
    """`data/status/<year>-Q<n>.csv`, protected."""

    period: str
    rows: tuple[StatusRow, ...]
    invented: bool = False
