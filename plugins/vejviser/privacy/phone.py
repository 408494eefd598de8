"""Phone numbers in a text as it is read: those of the portal's country in any grouping, and those of other countries.

Numbers of the portal's country count as they stand; what eight digits might be instead (a date, years, a firm's number,
an amount) passes, unless a word says that they are a phone's. Other countries' numbers count with + or 00, and as
people write them at home when they are a mobile's there. Numbers that no person has pass: short ones such as 112, and
those of services, which begin with 70, 80 or 90 in some countries.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from vejviser.privacy.digits import Group
from vejviser.privacy.numbering import Home, home, is_international, is_known_at_home, is_mobile_of, is_number_of
from vejviser.privacy.surroundings import Surroundings

_STRETCH = re.compile(r"[0-9](?:[ ().\-/\n\u2022·]{0,3}+[0-9]){6,}+")
_GROUP = re.compile(r"[0-9]+")
_SHAPES = frozenset(
    [(8,), (2, 2, 2, 2), (4, 4), (2, 3, 3), (3, 2, 3), (3, 3, 2), (2, 6), (2, 2, 4), (4, 2, 2), (2, 4, 2), (1,) * 8]
)
_GROUP_SIZES = frozenset([2, 3, 4])
"""How many digits a group has where numbers have another length than eight."""
_LINK = re.compile(
    r"(?:wa\.me/|whatsapp(?:\.com/|://)send/?\?(?:[\w=&%]{0,60}&)?phone=|viber://[\w/?=&%]{0,40}number=|t\.me/(?=\+)|"
    r"signal\.me/#p/|viber\.click/|"
    r"(?:tel|sms|smsto|callto|facetime):(?://)?)[ +]{0,3}([0-9][0-9 ().\-]{5,20})",
    re.IGNORECASE,
)
_LINK_HINTS = (
    "wa.me",
    "phone=",
    "number=",
    "t.me/",
    "signal.me",
    "viber.",
    "tel:",
    "TEL:",
    "sms",
    "callto:",
    "facetime:",
)
_EIGHT, _MOST_DIGITS = 8, 15
_CLOCKS = frozenset([(".", "-", "."), (".", " - ", ".")])
"""What stands between hours and minutes: 20.30-21.45."""
_SLASHES = ("/", "/", "/")
_INSIDE = (".", ":", "-", "/", ",")
"""Before 00: minutes or a fraction, and not the way abroad."""
_FAMILY = ("380", "963")
"""Countries whose code people write without a + before it."""


@dataclass(frozen=True, slots=True)
class Phone:
    """A phone number between `start` and `end` of the text."""

    start: int
    end: int
    key: str


def phone_key(text: str) -> str:
    """Return a phone number's digits, without spaces and without the code of the portal's country."""
    digits, own = "".join(letter for letter in text if letter.isdecimal()), home()
    for code in ("00" + own.code, own.code):
        national = digits.removeprefix(code)
        if national != digits and len(national.removeprefix("0") if own.prefix else national) in own.lengths:
            return own.prefix + national.removeprefix(own.prefix)
    return digits


def phones(text: str, around: Surroundings) -> Iterator[Phone]:
    """Yield the phone numbers in `text` that may be a person's, in order; in what is no prose, those of links."""
    done = 0
    written = _written(text, around) if around.prose else ()
    for found in sorted((*_links(text), *written), key=lambda item: item.start):
        if found.start >= done:
            done = found.end
            yield found


def _links(text: str) -> Iterator[Phone]:
    if any(hint in text for hint in _LINK_HINTS):
        for match in _LINK.finditer(text):
            digits = phone_key(match[1])
            if _is_linked(digits):
                yield Phone(match.start(1), match.end(1), digits)


def _is_linked(digits: str) -> bool:
    """Return whether the digits of a link are a person's number, at home or with the code of its country."""
    own = home()
    if len(digits) in own.lengths and not own.prefix:
        return is_number_of(own.code, digits) and not own.is_service(digits)
    return is_international(digits) or (bool(own.prefix) and is_known_at_home(digits))


def _written(text: str, around: Surroundings) -> Iterator[Phone]:
    own = home()
    for stretch in _STRETCH.finditer(text):
        groups = [match.span() for match in _GROUP.finditer(text, stretch.start(), stretch.end())]
        index = 0
        while index < len(groups):
            found = _at(text, groups, index, around, own)
            index += 1
            if found:
                yield found
                while index < len(groups) and groups[index][0] < found.end:
                    index += 1


def _at(text: str, groups: list[Group], index: int, around: Surroundings, own: Home) -> Phone | None:
    """Return the number that begins with group `index`."""
    start = groups[index][0]
    before = text[max(0, start - 2) : start]
    if before.endswith(("+", "+ ", "+(")) or (text.startswith("00", start) and before[-1:] not in _INSIDE):
        return _international(text, groups, index, around)
    if text[start] == "0" or (text[start] == "8" and text[start + 1 : start + 4].lstrip(" (-").startswith("0")):
        return _at_home(text, groups, index, around, own)
    if text[start] != "0" and not own.prefix:
        return _plain(text, groups, index, around, own)
    if own.prefix and text.startswith(own.prefix, start):
        return _at_home(text, groups, index, around, own)
    return None


def _international(text: str, groups: list[Group], index: int, around: Surroundings) -> Phone | None:
    start = groups[index][0]
    digits, key, end = "", "", 0
    for first, last in groups[index:]:
        digits += text[first:last]
        plain = digits.removeprefix("00")
        if len(plain) > _MOST_DIGITS:
            break
        if len(plain) >= 8 and is_international(plain):
            key, end = phone_key(plain), last
    if not key or home().is_service(key) or around.says_amount(start, end):
        return None
    if text[start] == "0" and (text[max(0, start - 1) : start].isalnum() or text[end : end + 1].isalnum()):
        return None  # in the middle of a checksum
    return Phone(start, end, key)


def _at_home(text: str, groups: list[Group], index: int, around: Surroundings, own: Home) -> Phone | None:
    start = groups[index][0]
    digits, shortest = "", 9 if own.prefix else 10
    for last in range(index, min(index + 8, len(groups))):
        digits += text[slice(*groups[last])]
        if len(digits) > 12:
            return None
        plain = digits.removeprefix("8") if digits.startswith("80") else digits
        if len(plain) < shortest:
            continue
        end = groups[last][1]
        said = around.says_phone(start)
        parts = groups[index : last + 1]
        if not said and (_is_no_phone_at_home(text, parts, own) or _is_something_else(text, start, end, around)):
            continue
        if is_known_at_home(plain):
            return Phone(start, end, plain)
    return None


def _is_no_phone_at_home(text: str, parts: list[Group], own: Home) -> bool:
    """Return whether groups are a day, or figures in a row; pairs are a phone's only in the portal's country."""
    lengths = [end - start for start, end in parts]
    if lengths[0] not in (2, 6):
        return False
    digits = "".join([text[start:end] for start, end in parts])
    national = digits.removeprefix(own.prefix) if own.prefix else ""
    if lengths[0] == 6 or national == digits or not is_number_of(own.code, national):
        return True
    pairs = [int(digits[at : at + 2]) for at in range(0, len(digits), 2)]
    return max(pairs) < len(pairs) * 2 or len({after - before for before, after in pairwise(pairs)}) == 1


def _plain(text: str, groups: list[Group], index: int, around: Surroundings, own: Home) -> Phone | None:
    """Return a number of the portal's country that begins with group `index`, with nothing before it."""
    if index and _goes_on(text, groups, index) and not around.says_phone(groups[index][0]):
        return None
    digits, parts = _as_long_as_at_home(text, groups, index, own)
    if not parts:
        return None
    start, end = parts[0][0], parts[-1][1]
    if len(digits) > max(own.lengths) and len(parts) == 1:
        return _with_country(text, start, end, around, own)
    between = tuple(text[a:b] for (_, a), (b, _) in pairwise(parts))
    if len(digits) not in own.lengths or own.is_service(digits) or not is_number_of(own.code, digits):
        return None
    if _are_two(digits, between):
        return None
    lengths = tuple(b - a for a, b in parts)
    if around.says_phone(start):
        uneven = min(lengths) < 2 and not _is_shaped(lengths)
        listed = between == _SLASHES and _are_steps(digits)
        innocent = uneven or listed or around.says_other_number(start) or around.part_of_more(start, end)
    else:
        innocent = (
            _is_grouped_otherwise(digits, lengths, between)
            or _is_something_else(text, start, end, around)
            or (lengths == (2, 2, 2, 2) and around.says_counted(start, end, in_steps=_are_steps(digits)))
        )
    return None if innocent else Phone(start, end, digits)


def _as_long_as_at_home(text: str, groups: list[Group], index: int, own: Home) -> tuple[str, list[Group]]:
    """Return the digits from group `index` on, and their groups: the most that are a number, else the first many."""
    digits, last, longest = "", index, max(own.lengths, default=0)
    found = ""
    while len(digits) < longest and last < len(groups):
        digits += text[slice(*groups[last])]
        last += 1
        if len(digits) in own.lengths and len(digits) < longest and is_number_of(own.code, digits):
            found, until = digits, last
    if found and not is_number_of(own.code, digits):
        return found, groups[index:until]
    return digits, groups[index:last]


def _is_shaped(lengths: tuple[int, ...]) -> bool:
    """Return whether groups are those of a phone number."""
    return lengths in _SHAPES if sum(lengths) == _EIGHT else len(lengths) == 1 or {*lengths} <= _GROUP_SIZES


def _goes_on(text: str, groups: list[Group], index: int) -> bool:
    """Return whether a short group and a space come right before, so that this one goes on with a list of numbers."""
    before, last = groups[index - 1]
    return last - before <= 3 and text[last : groups[index][0]] == " "


def _with_country(text: str, start: int, end: int, around: Surroundings, own: Home) -> Phone | None:
    """Return a number that begins with its country's code and has no + before it: 380671234567."""
    digits = text[start:end]
    codes = (code for code in (*_FAMILY, own.code) if digits.startswith(code))
    if not any(is_mobile_of(code, digits.removeprefix(code)) for code in codes):
        return None
    return None if _is_something_else(text, start, end, around) else Phone(start, end, phone_key(digits))


def _are_two(digits: str, between: tuple[str, ...]) -> bool:
    """Return whether eight digits are two things: times, years, a sentence's end and the next one's beginning."""
    apart = any(("/" in item and between != _SLASHES) or "\n\n" in item or ". " in item for item in between)
    as_date = between in (("-", "-"), (".", "."), (". ", "."), (". ", ". ")) and _is_dates(digits)
    return apart or as_date or between in _CLOCKS or (bool(between) and _are_years(digits))


def _is_grouped_otherwise(digits: str, lengths: tuple[int, ...], between: tuple[str, ...]) -> bool:
    """Return whether eight digits are grouped as dates, years, pages or amounts are, and not as a phone number."""
    return (
        not _is_shaped(lengths)
        or any("\n" in item or "(" in item or "/" in item for item in between)
        or len(set(between[between[:1] == (") ",) :])) > 1
        or (lengths in ((2, 3, 3), (2, 6)) and between[0] == ".")
        or (
            len(digits) == _EIGHT
            and between == ("-",)
            and (digits[:2] in ("19", "20") or 0 < int(digits[4:]) - int(digits[:4]) < 100)
        )
        or (len(lengths) == 8 and digits in "0123456789")
        or (lengths == (4, 2, 2) and digits[:2] in ("19", "20"))  # a day that does not exist is no phone number
        or _is_dates(digits)
    )


def _is_something_else(text: str, start: int, end: int, around: Surroundings) -> bool:
    return (
        around.part_of_more(start, end)
        or text[max(0, start - 1) : start] in ("_", "-", "=")
        or text[end : end + 1] in ("_", "-")
        or around.says_other_number(start)
        or around.says_amount(start, end)
        or around.neighbours(start, end) > 0
        or around.in_address(start)
        or around.in_uuid(start, end)
    )


def _is_dates(digits: str) -> bool:
    """Return whether eight digits are a date with its year, or two years."""
    if len(digits) != _EIGHT:
        return False
    return _are_years(digits) or any(
        1900 <= year <= 2099 and _is_date(year, month, day)
        for year, month, day in (
            (int(digits[:4]), int(digits[4:6]), int(digits[6:])),
            (int(digits[4:]), int(digits[2:4]), int(digits[:2])),
        )
    )


def _are_steps(digits: str) -> bool:
    """Return whether four pairs of digits rise by the same: 20 21 22 23, as weeks and pages do, 30 45 60 75."""
    if len(digits) != _EIGHT:
        return False
    first, second, third, fourth = (int(digits[place : place + 2]) for place in (0, 2, 4, 6))
    return 0 < second - first == third - second == fourth - third


def _are_years(digits: str) -> bool:
    return len(digits) == _EIGHT and all("19" <= half[:2] <= "20" for half in (digits[:4], digits[4:]))


def _is_date(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
