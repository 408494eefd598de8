"""The published status figures as one table. They are rounded already; `base` says to what, `version` which edition."""

from vejviser.model.portal import Portal
from vejviser.model.status import INDICATORS
from vejviser.opendata.encode import API, Files, csv_table

COLUMNS = ("period", "code", *INDICATORS, "base", "version", "invented")


def files(portal: Portal) -> Files:
    """Give all quarters, oldest first; without figures the table has its header only."""
    rows = (
        [
            period.period,
            row.code,
            *(row.cells[it] for it in INDICATORS),
            period.base,
            period.version,
            "true" if period.invented else "false",
        ]
        for period in portal.status
        for row in period.rows
    )
    return {f"{API}/status.csv": csv_table(COLUMNS, rows)}
