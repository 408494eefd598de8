"""Which phone numbers there are: the numbering plans of the world, as the library phonenumbers keeps them.

Its own search tries every length of every number with a parser; here its patterns are asked directly, so that a long
list of digits costs no more a number than a short one.
"""

import re
from functools import cache

from phonenumbers import COUNTRY_CODE_TO_REGION_CODE, PhoneMetadata

DENMARK = "45"
_KINDS = ("mobile", "fixed_line", "personal_number", "voip", "uan", "pager")
_AT_HOME = {
    "01": ("DE",),
    "03": ("UA",),
    "05": ("UA", "TR"),
    "06": ("UA", "NL", "FR", "SO"),
    "07": ("SE", "UA", "GB", "AF", "IQ", "FR", "ER"),
    "09": ("UA", "SY", "IR"),
}
"""How numbers begin at home where many of the portal's readers have family, and nearby."""


@cache
def _patterns(region: str, kinds: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    plan = PhoneMetadata.metadata_for_region(region)
    found = (getattr(plan, kind) for kind in kinds) if plan else ()
    return tuple(re.compile(item.national_number_pattern) for item in found if item and item.national_number_pattern)


def is_number_of(country: str, national: str) -> bool:
    """Return whether `national` is a person's or a firm's number in the country with the code `country`.

    Such as "45".
    """
    regions = COUNTRY_CODE_TO_REGION_CODE.get(int(country), ())
    return any(pattern.fullmatch(national) for region in regions for pattern in _patterns(region, _KINDS))


def is_international(digits: str) -> bool:
    """Return whether digits are a country's code and a number there, which may still have the zero used at home."""
    return any(
        is_number_of(digits[:size], national)
        for size in (1, 2, 3)
        if int(digits[:size]) in COUNTRY_CODE_TO_REGION_CODE
        for national in {digits[size:], digits[size:].removeprefix("0")}
    )


def is_mobile_at_home(digits: str) -> bool:
    """Return whether digits with a zero before them are a mobile's number in one of the countries readers know."""
    return any(
        pattern.fullmatch(digits[1:])
        for region in _AT_HOME.get(digits[:2], ())
        for pattern in _patterns(region, ("mobile",))
    )


def is_mobile_of(country: str, national: str) -> bool:
    """Return whether `national` is a mobile's number in the country with the code `country`."""
    regions = COUNTRY_CODE_TO_REGION_CODE.get(int(country), ())
    return any(pattern.fullmatch(national) for region in regions for pattern in _patterns(region, ("mobile",)))
