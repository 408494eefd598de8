"""Invented national numbers of many countries, and the ways in which people disguise them without meaning to."""

from collections.abc import Callable, Mapping
from functools import cache
from itertools import pairwise
from random import Random

from vejviser.content.number_kinds import Shape, number_kind

Disguise = Callable[[tuple[str, ...]], str]
"""A number in its usual groups -> as somebody wrote it."""

RARE = ("no.fodselsnummer", "fi.hetu", "de.idnr", "be.nn", "is.kennitala", "ee.ik")
"""Numbers whose check digits hardly anything else has."""
OFTEN = ("se.personnummer", "pl.pesel", "fr.nir", "lt.asmens", "bg.egn", "es.dni")
"""Numbers of which one in a hundred or so is right by chance."""


@cache
def numbers(name: str, count: int = 6) -> tuple[tuple[str, ...], ...]:
    """Right numbers, each in the groups in which its country writes it; the same each time."""
    kind, chance = number_kind(name), Random(1)
    found: list[tuple[str, ...]] = []
    while len(found) < count:
        shape = kind.shapes[len(found) % len(kind.shapes)]
        signs = "".join(chance.choice(sorted(place)) for place in shape.places)
        if kind.holds(signs, shape):
            found.append(_groups(signs, shape))
    return tuple(found)


def _groups(signs: str, shape: Shape) -> tuple[str, ...]:
    form = max(shape.forms, key=len)
    if sum(form) < len(signs):  # the sign between two groups is one of the number's own
        return (signs[: form[0]], signs[form[0] : form[0] + 1], signs[form[0] + 1 :])
    ends = [sum(form[:count]) for count in range(len(form) + 1)]
    return tuple(signs[start:end] for start, end in pairwise(ends))


def _with_digits_from(zero: int) -> Disguise:
    table = {ord("0") + digit: chr(zero + digit) for digit in range(10)}
    return lambda groups: "".join(groups).translate(table)


def _by_entities(groups: tuple[str, ...]) -> str:
    return "".join(f"&#{ord(sign)};" for sign in "".join(groups))


DISGUISES: Mapping[str, Disguise] = {
    "as it is": "".join,
    "spaces": " ".join,
    "no-break spaces": "\u00a0".join,
    "full-width digits": _with_digits_from(0xFF10),
    "Arabic digits": _with_digits_from(0x660),
    "Persian digits": _with_digits_from(0x6F0),
    "mathematical digits": _with_digits_from(0x1D7CE),
    "entities": _by_entities,
    "invisible signs": lambda groups: "\u200b".join("".join(groups)),
    "tags": "</b><b>".join,
    "two spaces around a dash": lambda groups: " - ".join(groups) if len(groups) == 2 else "-".join(groups),
}
ALSO_FOR_RARE: Mapping[str, Disguise] = {
    "dots": ".".join,
    "Arabic digits and dashes": "‑".join,
    "pairs": lambda groups: " ".join(_pairs("".join(groups))),
    "pairs with dots": lambda groups: ".".join(_pairs("".join(groups))),
    "single digits": lambda groups: " ".join("".join(groups)),
    "each in a cell": lambda groups: f"| {' | '.join(''.join(groups))} |",
    "each in a cell of HTML": lambda groups: f"<tr><td>{'</td><td>'.join(''.join(groups))}</td></tr>",
}


def _pairs(signs: str) -> list[str]:
    return [signs[at : at + 2] for at in range(0, len(signs), 2)]
