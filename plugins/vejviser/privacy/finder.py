"""Everything in a text that leads to one person: national numbers, mail addresses, phone numbers, profiles."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain
from typing import Literal

from vejviser.content.national_numbers import names_sought
from vejviser.content.number_kinds import CPR
from vejviser.privacy.mail import addresses
from vejviser.privacy.national import national_numbers
from vejviser.privacy.normalise import Reading, readings
from vejviser.privacy.phone import phones
from vejviser.privacy.profile import profiles
from vejviser.privacy.split_numbers import split_numbers
from vejviser.privacy.surroundings import Surroundings

Kind = Literal["cpr", "email", "phone", "profile"]
"""What was found; "cpr" stands for the national number of any country."""


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Something that leads to one person, between `start` and `end` of the text as it is written."""

    start: int
    end: int
    kind: Kind
    key: str
    """The same for every way of writing it: an address in small letters, a number's digits."""
    certain: bool = True
    bare: bool = False
    """Digits with nothing that says what they are in the way they are written."""
    number: str = ""
    """Which national number it is: "dk.cpr"."""


def findings(text: str, *, prose: bool = True, numbers: tuple[str, ...] | None = None) -> Iterator[Finding]:
    """Yield what leads to one person in `text`. `numbers` are the national numbers to look for, else the portal's.

    In what is no prose, such as a script or the bytes of a file, any eight digits look like a phone number and any @
    like an address: only national numbers and the numbers in links are looked for there.
    """
    numbers = names_sought() if numbers is None else numbers
    for reading in readings(text):
        around = Surroundings(reading.text, prose=prose)
        taken = bytearray(len(reading.text))
        halves = split_numbers(reading.text, around) if CPR in numbers else ()
        for number in chain(national_numbers(reading.text, around, numbers), halves):
            taken[number.start : number.end] = b"\1" * (number.end - number.start)
            found = _finding(reading, number.start, number.end, "cpr", number.digits)
            yield replace(found, certain=number.certain, bare=number.bare, number=number.name)
        for phone in phones(reading.text, around):
            if not any(taken[phone.start : phone.end]):
                yield _finding(reading, phone.start, phone.end, "phone", phone.key)
        if prose:
            for address in addresses(reading.text):
                yield _finding(reading, address.start, address.end, "email", address.key)
            for profile in profiles(reading.text):
                yield _finding(reading, profile.start, profile.end, "profile", profile.key)


def _finding(reading: Reading, start: int, end: int, kind: Kind, key: str) -> Finding:
    return Finding(reading.place(start), reading.place(end - 1) + 1, kind, key)
