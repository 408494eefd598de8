"""National numbers of any country: how each is written, learnt from the module of python-stdnum that checks it.

A module is named as python-stdnum names it, without its package: `no.fodselsnummer`, `fi.hetu`, `de.idnr`. It says
which numbers are right; how long they are and where a letter may stand is asked of it, one sign after the other, from
the samples in its own description. So any module can be named, and none needs a line here.
"""

import random
import re
import string
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import ModuleType

from stdnum import luhn
from stdnum.exceptions import InvalidFormat, InvalidLength, ValidationError
from stdnum.fi import hetu
from stdnum.se import personnummer
from stdnum.util import get_cc_module

DEFAULT_NUMBERS = ("dk.cpr", "no.fodselsnummer", "se.personnummer")
"""What is looked for where no country is known, as in a portal.yml that cannot be read: a mistake opens no gate."""
CPR = "dk.cpr"
"""The one number with a finder of its own: its check digit has not been certain since 2007."""
_NAME = re.compile(r"(?P<country>[a-z]{2})\.(?P<number>[a-z][a-z0-9_]*)")
_SAMPLE = re.compile(r"""\b\w+\(\s*(['"])(.{5,30}?)\1""")
_LETTERS = frozenset(string.ascii_uppercase)
_DIGITS = frozenset(string.digits)
_SIGNS = frozenset("-+")
_CENTURIES = ("18", "19", "20")
_TRIES = 4000
_RARE, _COMMON = 0.003, 0.125
SHORTEST, LONGEST = 8, 20
"""How many digits and letters a number has at the least and at the most."""


@dataclass(frozen=True, slots=True)
class Shape:
    """One way in which a number is made up."""

    places: tuple[frozenset[str], ...]
    """What may stand in each place, in capital letters."""
    forms: frozenset[tuple[int, ...]]
    """The groups in which it is usually written."""
    sign: tuple[int, str] | None = None
    """Where a sign belongs that people leave out, and which: (6, "-")."""

    @property
    def only_digits(self) -> bool:
        """Return whether the number has nothing but digits."""
        return all(place <= _DIGITS for place in self.places)

    @property
    def joints(self) -> frozenset[int]:
        """Return after how many signs a group may end."""
        return frozenset(sum(form[:count]) for form in self.forms for count in range(1, len(form)))


@dataclass(frozen=True, slots=True)
class NumberKind:
    """A country's national number: its name, how it is written, and whether one is right."""

    name: str
    title: str
    """What its country calls it."""
    shapes: tuple[Shape, ...]
    module: ModuleType

    def holds(self, signs: str, shape: Shape) -> bool:
        """Return whether digits and letters in a shape, written together and in capital letters, are such a number."""
        if not all(sign in place for sign, place in zip(signs, shape.places, strict=True)):
            return False
        at, sign = shape.sign or (0, "")
        also = _ALSO.get(self.name)
        return is_valid(self.module, f"{signs[:at]}{sign}{signs[at:]}") or bool(also and also(signs))


def is_valid(module: ModuleType, written: str) -> bool:
    """Return whether a module finds a number right; what it stumbles over is none."""
    try:
        return bool(module.is_valid(written))
    except (LookupError, ValueError):
        return False


def _is_coordination_number(signs: str) -> bool:
    """Return whether digits are what Sweden gives those who are not registered: 60 is added to the day."""
    day, plain = int(signs[-6:-4]), signs[-10:]
    written = f"{plain[:4]}{day - 60:02}{plain[6:9]}"
    return day > 60 and luhn.is_valid(plain) and is_valid(personnummer, written + luhn.calc_check_digit(written))


def _is_temporary_code(signs: str) -> bool:
    """Return whether signs are what Finnish hospitals and offices give those who have no code yet."""
    try:
        return bool(hetu.validate(signs, allow_temporary=True))
    except ValidationError:
        return False


_ALSO: Mapping[str, Callable[[str], bool]] = {
    "se.personnummer": _is_coordination_number,
    "fi.hetu": _is_temporary_code,
}
"""Numbers of people who are new in the country, which the modules do not take for one."""


def module_named(name: str) -> ModuleType | None:
    """Return the module that checks a number such as "no.fodselsnummer"; None when there is none."""
    found = _NAME.fullmatch(name)
    if not found:
        return None
    try:
        module = get_cc_module(found["country"], found["number"])
    except (ImportError, AttributeError):
        return None
    return module if isinstance(module, ModuleType) and hasattr(module, "is_valid") else None


@cache
def number_kind(name: str) -> NumberKind:
    """Return what is known of the number that a module of python-stdnum checks. Raises ValueError when there is none.

    Such as "no.fodselsnummer".
    """
    module = module_named(name)
    shapes = _shapes(module) if module else ()
    if module is None or not shapes:
        raise ValueError(name)
    return NumberKind(name, _title(module), shapes, module)


def is_known(name: str) -> bool:
    """Return whether python-stdnum has a module with this name that says how its numbers are written."""
    try:
        return bool(number_kind(name))
    except ValueError:
        return False


def number_of_country(country: str) -> str | None:
    """Return the name of the number that a country, by ISO 3166, gives its people: NO -> "no.fodselsnummer"."""
    try:
        module = get_cc_module(country.lower(), "personalid")
    except (ImportError, AttributeError):
        return None
    return f"{country.lower()}.{module.__name__.rpartition('.')[2]}" if isinstance(module, ModuleType) else None


def _title(module: ModuleType) -> str:
    """Return the number's name, which the first line of each module's description begins with."""
    first = (module.__doc__ or "").strip().partition("\n")[0]
    return re.split(r"\s*[(,]", first.rstrip("."), maxsplit=1)[0]


def _shapes(module: ModuleType) -> tuple[Shape, ...]:
    forms: dict[tuple[tuple[frozenset[str], ...], tuple[int, str] | None], set[tuple[int, ...]]] = defaultdict(set)
    for written in _samples(module):
        signs = str(module.compact(written))
        for century in ("", *_CENTURIES):
            if is_valid(module, century + signs) and SHORTEST <= len(_plain(century + signs)) <= LONGEST:
                places, sign = _places(module, century + signs, known=len(century))
                forms[places, sign] |= {_form(text, len(century)) for text in (written, _formatted(module, signs))}
    return tuple(Shape(places, frozenset(found), sign) for (places, sign), found in forms.items())


def _samples(module: ModuleType) -> list[str]:
    found = (match[2] for match in _SAMPLE.finditer(module.__doc__ or ""))
    return [sample for sample in found if is_valid(module, sample)]


def _formatted(module: ModuleType, signs: str) -> str:
    return str(module.format(signs)) if hasattr(module, "format") else signs


def _form(written: str, longer: int) -> tuple[int, ...]:
    first, *others = [len(group) for group in re.findall(r"\w+", written)]
    return (first + longer, *others)


def _places(module: ModuleType, signs: str, known: int) -> tuple[tuple[frozenset[str], ...], tuple[int, str] | None]:
    """Return what may stand in each place of a right number, and the sign that people may leave out.

    The first `known` signs stay as they are.
    """
    found = [frozenset(sign) if at < known else _may_stand(module, signs, at) for at, sign in enumerate(signs)]
    apart = [at for at, place in enumerate(found) if not place & (_LETTERS | _DIGITS)]
    sign = (apart[0], signs[apart[0]]) if len(apart) == 1 else None
    return tuple(place for at, place in enumerate(found) if at not in apart), sign


def _may_stand(module: ModuleType, signs: str, at: int) -> frozenset[str]:
    written = frozenset(signs[at])
    probed = {
        sign
        for sign in (_LETTERS | _DIGITS if signs[at].isalnum() else _LETTERS | _SIGNS)
        if _has_the_form(module, f"{signs[:at]}{sign}{signs[at + 1 :]}", len(signs))
    }
    if written <= _DIGITS:  # a module that lets all letters pass has not looked
        return _DIGITS if probed >= _LETTERS else _DIGITS | (probed & _LETTERS)
    return written | probed


def _has_the_form(module: ModuleType, signs: str, size: int) -> bool:
    """Return whether signs could be a number, were the check digit another."""
    try:
        return len(module.validate(signs)) == size
    except (InvalidFormat, InvalidLength):
        return False
    except ValidationError:
        return True
    except (LookupError, ValueError):
        return False


def _plain(signs: str) -> str:
    return "".join(sign for sign in signs if sign.isalnum())


@cache
def odds(name: str, shape: Shape) -> float:
    """Return how many of all digits, or signs in a shape with letters, are a number: 0.1 where one check digit tells.

    Worked out from a few thousand, the same each time.
    """
    kind, chance = number_kind(name), random.Random(0)  # noqa: S311 - no secrets
    places = [sorted(_DIGITS if place <= _DIGITS else place) for place in shape.places]
    tries = ("".join(map(chance.choice, places)) for _ in range(_TRIES))
    return sum(kind.holds(signs, shape) for signs in tries) / _TRIES


def is_rare(name: str, shape: Shape) -> bool:
    """Return whether what has the shape and is right is hardly anything else, such as a date with a time."""
    return odds(name, shape) < _RARE


def is_common(name: str, shape: Shape) -> bool:
    """Return whether so much of what has the shape is right that being right says little."""
    return odds(name, shape) > _COMMON


def own_and_others(names: Iterable[str]) -> tuple[tuple[NumberKind, ...], tuple[NumberKind, ...]]:
    """Return the numbers of the first one's country, and those of other countries; CPR numbers are in neither."""
    names = tuple(dict.fromkeys(names))
    country = names[0].partition(".")[0] if names else ""
    kinds = [number_kind(name) for name in names if name != CPR]
    own = tuple(kind for kind in kinds if kind.name.partition(".")[0] == country)
    return own, tuple(kind for kind in kinds if kind not in own)
