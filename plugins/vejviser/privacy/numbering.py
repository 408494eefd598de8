"""Which phone numbers there are: the numbering plans of the world, as the library phonenumbers keeps them.

Its own search tries every length of every number with a parser; here its patterns are asked directly, so that a long
list of digits costs no more a number than a short one.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from phonenumbers import COUNTRY_CODE_TO_REGION_CODE, PhoneMetadata, country_code_for_region

from vejviser.content.languages import country, main_language
from vejviser.content.settings import by_settings, current

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


_NOBODYS = ("toll_free", "premium_rate", "shared_cost")
_SERVICES: Mapping[str, tuple[str, ...]] = {"DK": ("70", "78", "80", "90")}
"""How numbers of services begin that the numbering plan has among those of people and firms."""
_PLAIN_PREFIXES = ("", "1")
"""What stands before a number within a country where people write it without: nothing, or the 1 of North America."""


@dataclass(frozen=True, slots=True)
class Home:
    """The country whose numbers stand in the portal's texts as people write them at home, without its code."""

    region: str
    code: str
    """Its country code: "45"."""
    prefix: str
    """What is dialled before a number within the country, such as the zero in 08-123 456; empty where nothing is."""
    lengths: frozenset[int]
    """How many digits its numbers have."""

    def is_service(self, national: str) -> bool:
        """Return whether a number belongs to no person: those that cost nothing, and those that cost more."""
        if len(national) not in self.lengths:
            return False
        found = (pattern.fullmatch(national) for pattern in _patterns(self.region, _NOBODYS))
        return national.startswith(_SERVICES.get(self.region, ())) or any(found)


@by_settings
def home() -> Home:
    """Return the portal's country, as far as phones are concerned."""
    settings = current()
    return _home(settings.phone_country or settings.country or country(main_language()))


@cache
def _home(region: str) -> Home:
    plan = PhoneMetadata.metadata_for_region(region)
    kinds = (plan.mobile, plan.fixed_line) if plan else ()
    lengths = frozenset(length for kind in kinds if kind for length in kind.possible_length if length >= 7)
    prefix = (plan.national_prefix if plan else "") or ""
    return Home(region, str(country_code_for_region(region)), "" if prefix in _PLAIN_PREFIXES else prefix, lengths)


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


def is_known_at_home(digits: str) -> bool:
    """Return whether digits are a number as it is dialled within a country.

    Any number of the portal's country; a mobile's number in one of the countries where readers have family.
    """
    own = home()
    if own.prefix and digits.startswith(own.prefix):
        national = digits[len(own.prefix) :]
        if is_number_of(own.code, national) and not own.is_service(national):
            return True
    return any(
        pattern.fullmatch(digits[1:])
        for region in _AT_HOME.get(digits[:2], ())
        for pattern in _patterns(region, ("mobile",))
    )


def is_mobile_of(country: str, national: str) -> bool:
    """Return whether `national` is a mobile's number in the country with the code `country`."""
    regions = COUNTRY_CODE_TO_REGION_CODE.get(int(country), ())
    return any(pattern.fullmatch(national) for region in regions for pattern in _patterns(region, ("mobile",)))
