"""The day a command is asked for."""

from datetime import date, datetime


def build_date(wanted: date | None) -> date:
    """Return the day to build for: the one asked for, or today where the portal is."""
    if isinstance(wanted, datetime):
        return wanted.date()
    if wanted:
        return wanted
    from vejviser.content.time_zones import today  # noqa: PLC0415 - it reads the settings, and a day that is said needs none

    return today()
