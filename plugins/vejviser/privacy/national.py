"""National numbers in a text as it is read, however they are grouped: those that the portal looks for.

A number of the portal's own country is found in every disguise in which people write it; one of another country in the
ways it is written at home, and only when hardly anything else has such check digits.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from vejviser.content.number_kinds import (
    CPR,
    NumberKind,
    Shape,
    is_common,
    is_rare,
    own_and_others,
)
from vejviser.privacy import words
from vejviser.privacy.cpr import cpr_numbers
from vejviser.privacy.digits import Group, zones
from vejviser.privacy.lettered_numbers import lettered_numbers
from vejviser.privacy.number import Number
from vejviser.privacy.surroundings import Surroundings

_MOST_GROUPS = 20
_FAR = re.compile(r"[\t|;,\n%]|.{4}", re.DOTALL)
"""What parts two cells, two rows or two numbers, and not the groups of one."""
_SENTENCE_ENDS = re.compile(r"[.;?!]\s")


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A number that digits may be, in one of its shapes."""

    kind: NumberKind
    shape: Shape
    own: bool
    groups: int
    """In how many groups it is looked for."""


@dataclass(frozen=True, slots=True)
class Sought:
    """The numbers that are looked for, as the finders need them."""

    cpr: bool
    by_length: Mapping[int, tuple[_Candidate, ...]]
    lettered: tuple[tuple[NumberKind, Shape], ...]

    @property
    def longest(self) -> int:
        """How many digits the longest of them has."""
        return max(self.by_length, default=0)

    @property
    def most_groups(self) -> int:
        """In how many groups the one with most of them is looked for."""
        return max((item.groups for found in self.by_length.values() for item in found), default=0)


@dataclass(frozen=True, slots=True)
class _Written:
    """Digits, and how they are written: the groups' lengths, and what stands between the groups."""

    start: int
    end: int
    digits: str
    lengths: tuple[int, ...]
    between: tuple[str, ...]


@cache
def sought(names: tuple[str, ...]) -> Sought:
    """Return how to look for the numbers with these names, the portal's own first: ("dk.cpr", "no.fodselsnummer")."""
    own, others = own_and_others(names)
    by_length: dict[int, tuple[_Candidate, ...]] = {}
    for kind in (*own, *others):
        for shape in kind.shapes:
            if shape.only_digits and (kind in own or is_rare(kind.name, shape)):
                groups = _MOST_GROUPS if kind in own else max(map(len, shape.forms))
                size = len(shape.places)
                found = _Candidate(kind, shape, kind in own, groups)
                by_length[size] = (*by_length.get(size, ()), found)
    lettered = tuple((kind, shape) for kind in (*own, *others) for shape in kind.shapes if not shape.only_digits)
    return Sought(CPR in names, by_length, lettered)


def national_numbers(text: str, around: Surroundings, names: tuple[str, ...]) -> Iterator[Number]:
    """Yield every national number in `text` that is one of `names`, in order."""
    wanted = sought(names)
    for groups in zones(text):
        found = list(cpr_numbers(text, groups, around)) if wanted.cpr else []
        yield from found
        if wanted.by_length:
            yield from _numbers(text, groups, around, wanted, found)
    yield from lettered_numbers(text, around, wanted.lettered)


def _numbers(
    text: str, groups: list[Group], around: Surroundings, wanted: Sought, taken: Iterable[Number]
) -> Iterator[Number]:
    done = groups[0][0]
    ends = [(item.start, item.end) for item in taken]
    for index, (start, _) in enumerate(groups):
        if start < done:
            continue
        found = _at(text, groups, index, around, wanted)
        if found and not any(found.start < end and begin < found.end for begin, end in ends):
            yield found
            done = found.end


def _at(text: str, groups: list[Group], index: int, around: Surroundings, wanted: Sought) -> Number | None:
    """Return the number that begins with group `index`."""
    size, longest, most = 0, wanted.longest, wanted.most_groups
    for last in range(index, min(index + most, len(groups))):
        start, end = groups[last]
        size += end - start
        if size > longest:
            return None
        for candidate in wanted.by_length.get(size, ()):
            if last - index < candidate.groups:
                found = _judged(_written(text, groups[index : last + 1]), candidate, around)
                if found:
                    return found
    first = _written(text, groups[index : index + 1])
    shorter = wanted.by_length.get(len(first.digits) + 1, ())
    return next((found for item in shorter if (found := _lost_zero(first, item, around))), None)


def _written(text: str, parts: list[Group]) -> _Written:
    return _Written(
        parts[0][0],
        parts[-1][1],
        "".join([text[start:end] for start, end in parts]),
        tuple([end - start for start, end in parts]),
        tuple([text[end:start] for (_, end), (start, _) in pairwise(parts)]),
    )


def _judged(written: _Written, candidate: _Candidate, around: Surroundings) -> Number | None:  # noqa: PLR0911 - a list of reasons
    kind, shape = candidate.kind, candidate.shape
    start, end = written.start, written.end
    if not (candidate.own or _is_as_at_home(written, shape)) or not kind.holds(written.digits, shape):
        return None
    if around.in_uuid(start, end):
        return None
    bare, other = len(written.lengths) == 1, around.says_other_number(start)
    if around.says_national(start, end, kind.name, kind.title) and not (bare and other):
        return Number(start, end, written.digits, certain=True, bare=False, name=kind.name)
    other = other or around.says_amount(start, end)
    if around.part_of_more(start, end) or (other and not (candidate.own and bare and is_rare(kind.name, shape))):
        return None
    if bare:
        return _bare(written, candidate, around, certain=not other)
    if not (_is_grouped(written, candidate) and _is_alone(written, candidate, around)):
        return None
    certain = not _is_day_and_time(written.digits)
    return Number(start, end, written.digits, certain=certain, bare=False, name=kind.name)


def _lost_zero(written: _Written, candidate: _Candidate, around: Surroundings) -> Number | None:
    """Judge digits from which a sheet took the zero in front, where a word or a heading says that they are a number."""
    start, end, digits = written.start, written.end, "0" + written.digits
    kind = candidate.kind
    if not candidate.own or not kind.holds(digits, candidate.shape) or around.part_of_more(start, end):
        return None
    said = around.says_national(start, end, kind.name, kind.title) or words.NUMBER_COLUMN.fullmatch(
        around.heading(start)
    )
    if not said or around.says_other_number(start):
        return None
    return Number(start, end, digits, certain=True, bare=False, name=kind.name)


def _is_as_at_home(written: _Written, shape: Shape) -> bool:
    """Return whether a number of another country is written as it is there; with its sign, when it has one."""
    if shape.sign:
        return written.lengths in shape.forms and len(written.between) == 1 and written.between[0] in ("-", "+")
    return written.lengths in shape.forms or len(written.lengths) == 1


def _is_day_and_time(digits: str) -> bool:
    """Return whether digits may as well be a day of our time, and hours and minutes: 202611281430."""
    return len(digits) == 12 and digits[:2] == "20" and int(digits[8:10]) < 24 and int(digits[10:]) < 60


def _bare(written: _Written, candidate: _Candidate, around: Surroundings, *, certain: bool) -> Number | None:
    """Judge digits in a row; where nobody reads, as in a script, check digits that are common say nothing."""
    kind, shape, start = candidate.kind, candidate.shape, written.start
    if is_common(kind.name, shape):
        return None
    if not is_rare(kind.name, shape) and (not around.prose or around.in_address(start)):
        return None
    certain = certain and not _is_day_and_time(written.digits)
    return Number(start, written.end, written.digits, certain=certain, bare=candidate.own, name=kind.name)


def _is_grouped(written: _Written, candidate: _Candidate) -> bool:
    """Return whether groups are those of one number: its own, or each digit in a box, or any with the same between.

    In one place, where a number of its country has a joint, anything may stand: a dash, the edge of a cell, a new line.
    """
    lengths, between, shape = written.lengths, written.between, candidate.shape
    if is_common(candidate.kind.name, shape):
        return lengths in shape.forms and {*between} == {"-"}
    if max(lengths) == 1:
        return len({*between}) == 1 and (is_rare(candidate.kind.name, shape) or not _FAR.search(between[0]))
    joints = [at for at, size in enumerate(_sums(lengths)) if size in shape.joints or size in _BIRTH_DATES]
    if any(_is_one(between[:at] + between[at + 1 :]) for at in joints):
        return True
    return _is_one(between) and not _is_amount(lengths, between)


_BIRTH_DATES = (6, 8)
"""After so many digits a date ends, with which many numbers begin."""


def _is_one(between: tuple[str, ...]) -> bool:
    return len({*between}) <= 1 and not any(map(_FAR.search, between))


def _sums(lengths: tuple[int, ...]) -> list[int]:
    return [sum(lengths[:count]) for count in range(1, len(lengths))]


def _is_amount(lengths: tuple[int, ...], between: tuple[str, ...]) -> bool:
    """Return whether groups are those of a large number: 36.574.261.809."""
    return lengths[0] <= 3 and {*lengths[1:]} == {3} and between[0] in (".", " ")


def _is_alone(written: _Written, candidate: _Candidate, around: Surroundings) -> bool:
    """Return whether groups are one number and not some of a row of many."""
    start, end = written.start, written.end
    far = [item for item in written.between if _FAR.search(item)]
    if any(_SENTENCE_ENDS.search(item) for item in far):
        return False
    if max(written.lengths) == 1 and far:
        return not around.text[max(0, start - 1) : start].isalnum()
    many = 2 if far or is_rare(candidate.kind.name, candidate.shape) else 1
    return "-" in written.between or around.neighbours(start, end) < many
