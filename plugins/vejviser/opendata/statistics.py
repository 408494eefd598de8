"""The published status figures as one table. They are rounded already; `base` says to what, `version` which edition."""

from vejviser.content.model.portal import Portal
from vejviser.content.model.statistics import INDICATORS
from vejviser.opendata.encode import API, Files, csv_table

COLUMNS = ("period", "code", *INDICATORS, "base", "version", "invented")


def files(portal: Portal) -> Files:
    """Return all quarters, oldest first; without figures the table has its header only."""
    rows = (
        [
            period.period,
            row.code,
            *(row.cells[indicator] for indicator in INDICATORS),
            period.base,
            period.version,
            "true" if period.invented else "false",
        ]
        for period in portal.status
        for row in period.rows
    )
    return {f"{API}/status.csv": csv_table(COLUMNS, rows)}
