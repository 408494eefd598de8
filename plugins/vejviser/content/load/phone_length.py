"""Whether a number anybody may call is whole: a short one, or as many digits as numbers of the country have."""

from collections.abc import Iterator

from phonenumbers import PhoneMetadata, is_valid_short_number_for_region
from phonenumbers.phonenumber import PhoneNumber

from vejviser.base.problems import Location, Origin, Problem
from vejviser.content.languages import country, main_language
from vejviser.content.model.settings import Settings

_SHORT = 4
"""Up to so many digits a number is one of the country's short ones, of which no list knows all."""


def number_problems(written: str, settings: Settings, origin: Origin, location: Location) -> Iterator[Problem]:
    """Yield a number that has too few digits, or too many, for the country the portal's numbers belong to.

    How long numbers are says the numbering plan of the country, as the library phonenumbers keeps it.
    """
    region = settings.phone_country or settings.country or country(main_language())
    plan = PhoneMetadata.metadata_for_region(region)
    digits = "".join(sign for sign in written if sign.isdecimal())
    if plan is None or plan.general_desc is None:
        return
    lengths = sorted(plan.general_desc.possible_length)
    if written.startswith("+") or len(digits) <= _SHORT or lengths[0] <= len(digits) <= lengths[-1]:
        return
    number = PhoneNumber(country_code=plan.country_code, national_number=int(digits))
    if is_valid_short_number_for_region(number, region):
        return
    told = f"{lengths[0]}" if len(lengths) == 1 else f"{lengths[0]}–{lengths[-1]}"
    example = " ".join(["00"] * (lengths[-1] // 2))
    values = {"key": "number", "value": f"»{written}«", "count": len(digits), "length": told, "example": f'"{example}"'}
    yield origin.error("phone-digits", *location, **values)
