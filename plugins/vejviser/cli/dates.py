"""The day a command is asked for."""

from datetime import UTC, date, datetime


def build_date(wanted: date | None) -> date:
    """Return the day to build for: the one asked for, or today."""
    if isinstance(wanted, datetime):
        return wanted.date()
    return wanted or datetime.now(UTC).date()
