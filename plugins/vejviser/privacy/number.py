"""A national number found in a text."""

from dataclasses import dataclass

from vejviser.content.number_kinds import CPR


@dataclass(frozen=True, slots=True, order=True)
class Number:
    """A national number between `start` and `end` of the text, or digits that may be one."""

    start: int
    end: int
    digits: str
    certain: bool
    bare: bool
    """Digits with nothing that says what they are in the way they are written."""
    name: str = CPR
    """Which number it is, by its module of python-stdnum: "no.fodselsnummer"."""
