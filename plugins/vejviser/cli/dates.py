"""The day a command is asked for."""

from datetime import date, datetime

from vejviser.content.time_zones import today


def build_date(wanted: date | None) -> date:
    """Return the day to build for: the one asked for, or today where the portal is."""
    if isinstance(wanted, datetime):
        return wanted.date()
    return wanted or today()
