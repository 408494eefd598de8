"""The published status figures as one table. They are rounded already; `base` says to what, `version` which edition."""

from vejviser.content.model.portal import Portal
from vejviser.content.settings import current
from vejviser.opendata.encode import API, Files, csv_table
from vejviser.opendata.workbook import xlsx_table


def columns() -> tuple[str, ...]:
    """Return the names of the columns: all that the portal counts, with what each figure is rounded to."""
    return ("period", "code", *current().indicators.ids, "base", "version", "invented")


def files(portal: Portal) -> Files:
    """Return all quarters, oldest first; without figures the table has its header only."""
    rows = [
        [
            period.period,
            row.code,
            *(row.cells[indicator] for indicator in current().indicators.ids),
            period.base,
            period.version,
            "true" if period.invented else "false",
        ]
        for period in portal.status
        for row in period.rows
    ]
    return {
        f"{API}/status.csv": csv_table(columns(), rows),
        f"{API}/status.xlsx": xlsx_table("status", columns(), rows, ("code",)),
    }
