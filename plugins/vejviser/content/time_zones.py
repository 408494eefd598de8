"""Whose day it is: a portal's days begin at midnight in its own time zone, whatever the machine's clock is set to."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo, available_timezones

from babel.core import get_global

from vejviser.content.languages import country, main_language
from vejviser.content.settings import by_settings, current


def is_time_zone(name: str) -> bool:
    """Return whether a name is one of IANA's time zones: "Europe/Copenhagen"."""
    return name in available_timezones()


@by_settings
def time_zone() -> ZoneInfo:
    """Return the portal's time zone: what portal.yml says, its country's only one by the CLDR, or else UTC."""
    land = current().country or country(main_language())
    of_country = [name for name, where in get_global("zone_territories").items() if where == land]
    return ZoneInfo(current().time_zone or (of_country[0] if len(of_country) == 1 else "UTC"))


def day_of(moment: datetime) -> date:
    """Return the day that a moment (which knows its own time zone) falls on in the portal's time zone."""
    return moment.astimezone(time_zone()).date()


def today() -> date:
    """Return the day it is in the portal's time zone."""
    return day_of(datetime.now(UTC))
