"""Readers who try to work out what was reported, with everything that was ever published in hand.

Each works with sets of whole numbers, exactly: what can a count have been, given the published files? The sets are
worked out municipality by municipality, because nothing that is published ties one to another: sums are sums of
published figures, and what may be drawn for one depends on no other (`test_rounding.py` holds both).

* The **outsider** knows the base, so how far each figure may be from the truth, and what holds between true figures.
* The **program-aware** reader knows the code as well, and keeps only what it could have published as exactly this.
  He knows more than the **insider**, who is told why each figure stands as it does (drawn, kept, withheld).
* The **differencer** has both versions of a corrected quarter, and has been told which numbers were corrected.
* The **neighbour** knows all raw figures of one municipality.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import chain, product

from vejviser.content.model.statistics import Indicator
from vejviser.content.settings import current
from vejviser.statistics.controlled_rounding import AdjacentQuarters, Identity, feasible_values, three
from vejviser.statistics.disclosure_control import adjacent_quarters
from vejviser.statistics.quarters import previous
from vejviser.statistics.types import Cells, Published, RawRow, Record

Triple = tuple[int, int, int]
"""A stock, what came and what went: active, new and ended matches."""


def single() -> tuple[Indicator, ...]:
    """Return the counts that are part of no calculation."""
    rules = current().indicators
    tied = {name for group in (*rules.identities, *rules.parts) for name in group}
    return tuple(name for name in rules.ids if name not in tied)


SINGLE = single()
"""Those of the small portal."""


@dataclass(frozen=True)
class Known:
    """One version of one municipality's figures in one quarter, and what was published beside it at the time."""

    period: str
    cells: Cells
    beside: AdjacentQuarters
    base: int


@dataclass(frozen=True)
class Secret:
    """A count of 1 to t-1, what it is called, and what it can have been for all that the reader knows."""

    name: str
    value: int
    possible: frozenset[int]
    threshold: int

    @property
    def is_told(self) -> bool:
        """Return whether fewer than t values are left."""
        return len(self.possible) < self.threshold


@dataclass
class History:
    """Publications in the order in which they were made."""

    made: list[tuple[Published, Record]] = field(default_factory=list)

    @classmethod
    def of(cls, quarters: Sequence[Published]) -> "History":
        """Quarters that were published one after the other."""
        return cls([(quarter, Record(tuple(quarters[:at]))) for at, quarter in enumerate(quarters)])

    def known(self, code: str) -> dict[str, list[Known]]:
        """Return the versions of a municipality's figures, by quarter."""
        found: dict[str, list[Known]] = {}
        for quarter, record in self.made:
            cells = quarter.cells().get(code)
            if cells is not None:
                beside = adjacent_quarters({code: None}, quarter.status, record)[code]
                found.setdefault(quarter.period, []).append(Known(quarter.period, cells, beside, quarter.status.base))
        return found


def reach(figure: int, base: int) -> range:
    """Return everything that may have been rounded to a figure: 5 can be 1 to 9."""
    return range(max(0, figure - base + 1), figure + base)


def _stock(cells: Cells | None, identity: Identity) -> int | None:
    return cells.get(identity[0]) if cells else None


def _three(cells: Cells | None, identity: Identity) -> Triple | None:
    found = three(cells, identity)
    return tuple(found[name] for name in identity) if found else None  # type: ignore[return-value]


@cache
def _triples(
    figures: Triple, before: int | None, before_slack: int, after: Triple | None, after_slack: int,
    old: Triple | None, base: int, aware: bool, identity: Identity,
) -> frozenset[Triple]:  # fmt: skip
    def named(values: Triple) -> dict[Indicator, int]:
        return dict(zip(identity, values, strict=True))

    beside = AdjacentQuarters(
        {identity[0]: before},
        before_slack,
        named(after) if after else None,
        after_slack,
        {},
        named(old) if old else None,
    )
    every = product(*(reach(figure, base) for figure in figures))
    wanted = named(figures)
    return frozenset(item for item in every if not aware or wanted in feasible_values(named(item), beside, base))


def triples(known: Known, identity: Identity, *, aware: bool) -> frozenset[Triple] | None:
    """Return what the three figures of an identity can have been; None where they are not shown."""
    figures, beside = _three(known.cells, identity), known.beside
    if figures is None:
        return None
    return _triples(
        figures, _stock(beside.before, identity), beside.before_slack, _three(beside.after, identity),
        beside.after_slack, _three(beside.old, identity), known.base, aware, identity,
    )  # fmt: skip


@cache
def _values(
    indicator: Indicator, figure: int, old: int | None, started: int | None, base: int, aware: bool
) -> frozenset[int]:
    beside = AdjacentQuarters(begun={indicator: started}, old={indicator: old})
    wanted = {indicator: figure}
    return frozenset(
        item for item in reach(figure, base) if not aware or wanted in feasible_values({indicator: item}, beside, base)
    )


def values(known: Known, indicator: Indicator, *, aware: bool) -> frozenset[int] | None:
    """Return what a figure that hangs together with no other can have been; None where it is not shown."""
    figure = known.cells.get(indicator)
    if figure is None:
        return None
    old = known.beside.old.get(indicator) if known.beside.old else None
    return _values(indicator, figure, old, known.beside.begun.get(indicator), known.base, aware)


def hanging_together(chain: Sequence[frozenset[Triple] | None]) -> list[frozenset[Triple] | None]:
    """Keep of each quarter what fits the quarters on both sides: active = active before + new - ended."""
    kept = list(chain)
    for at in range(1, len(kept)):
        earlier, here = kept[at - 1], kept[at]
        if earlier is not None and here is not None:
            stocks = {active for active, _, _ in earlier}
            kept[at] = frozenset(item for item in here if item[0] - item[1] + item[2] in stocks)
    for at in range(len(kept) - 1, 0, -1):
        earlier, here = kept[at - 1], kept[at]
        if earlier is not None and here is not None:
            openings = {active - new + ended for active, new, ended in here}
            kept[at - 1] = frozenset(item for item in earlier if item[0] in openings)
    return kept


def _chains(quarters: Iterable[Known], identity: Identity) -> Iterator[list[Known]]:
    """Part the quarters where one is missing: what flowed then is not known."""
    chain: list[Known] = []
    for quarter in quarters:
        if chain and (chain[-1].period != previous(quarter.period) or _three(chain[-1].cells, identity) is None):
            yield chain
            chain = []
        chain.append(quarter)
    if chain:
        yield chain


def possible(quarters: Sequence[Known], *, aware: bool = True) -> dict[tuple[str, str], frozenset[int]]:
    """Return what each count of a municipality can have been, by quarter and name; "not_…" is a difference."""
    found: dict[tuple[str, str], frozenset[int]] = {}
    for identity in current().indicators.identities:
        for run in _chains(quarters, identity):
            kept = hanging_together([triples(item, identity, aware=aware) for item in run])
            found |= _by_name(run, kept, identity)
    for known in quarters:
        for indicator in single():
            if (options_of := values(known, indicator, aware=aware)) is not None:
                found[known.period, indicator] = options_of
        found |= _outcome(known, aware=aware)
    return found


def _by_name(
    run: Sequence[Known], kept: Sequence[frozenset[Triple] | None], identity: Identity
) -> dict[tuple[str, str], frozenset[int]]:
    return {
        (known.period, indicator): frozenset(option[at] for option in options)
        for known, options in zip(run, kept, strict=True)
        if options is not None
        for at, indicator in enumerate(identity)
    }


def _outcome(known: Known, *, aware: bool) -> dict[tuple[str, str], frozenset[int]]:
    found: dict[tuple[str, str], frozenset[int]] = {}
    for whole, part in current().indicators.parts:
        all_of_them, some = (values(known, item, aware=aware) for item in (whole, part))
        if all_of_them is not None and some is not None:
            pairs = [(one, other) for one in all_of_them for other in some if other <= one]
            found |= {
                (known.period, whole): frozenset(one for one, _ in pairs),
                (known.period, part): frozenset(other for _, other in pairs),
                (known.period, f"not_{part}"): frozenset(one - other for one, other in pairs),
            }
    return found


def counts(row: RawRow) -> dict[str, int]:
    """Return the counts of persons that a row tells, also the one that nobody wrote."""
    rules = current().indicators
    told: dict[str, int] = {
        indicator: count for indicator in rules.ids if (count := row.cells.get(indicator)) is not None
    }
    for whole, part in rules.parts:
        if whole in told:
            told[f"not_{part}"] = told[whole] - told[part]
    return told


def secrets(
    raw: Mapping[str, Sequence[RawRow]], history: History, *, aware: bool = True, version: int = -1
) -> list[Secret]:
    """Return every secret of the quarters and what is left of it; `version` of quarters published more than once."""
    found: list[Secret] = []
    for code in sorted({row.code for rows in raw.values() for row in rows}):
        known = history.known(code)
        quarters = [known[period][version if len(known[period]) > 1 else 0] for period in sorted(known)]
        sets = possible(quarters, aware=aware)
        bases = {quarter.period: quarter.base for quarter in quarters}
        for period, rows in raw.items():
            for row in rows:
                if row.code == code:
                    found += [
                        Secret(f"{period} {code} {name}", count, sets[period, name], bases[period])
                        for name, count in counts(row).items()
                        if (period, name) in sets and 0 < count < bases[period]
                    ]
    return found


def changed(before: RawRow | None, now: RawRow) -> frozenset[str]:
    """Return the names of the counts that a correction has changed."""
    return frozenset(
        indicator
        for indicator in current().indicators.ids
        if before is None or before.cells.get(indicator) != now.cells.get(indicator)
    )


def between_versions(
    known: Sequence[Known], corrected: frozenset[str], quarters: Sequence[Known]
) -> dict[str, frozenset[int]]:
    """Return what the differencer can keep of each count of a corrected quarter, in its new version.

    `known` are its two versions, `corrected` the names he has been told, `quarters` all of them in the new version.
    Whatever was not corrected was the same count both times.
    """
    old, new = known
    both = possible(quarters)
    rules = current().indicators
    for indicator in (*single(), *chain.from_iterable(rules.parts)):
        if indicator not in corrected and (new.period, indicator) in both:
            kept = values(old, indicator, aware=True)
            if kept is not None:
                both[new.period, indicator] &= kept
    for identity in rules.identities:
        pairs = _flows_of_both(old, new, corrected, identity)
        for at, indicator in enumerate(identity if pairs is not None else ()):
            both[new.period, indicator] &= frozenset(pair[at] for pair in pairs or ())
    return {name: options for (period, name), options in both.items() if period == new.period}


def _flows_of_both(old: Known, new: Known, corrected: frozenset[str], identity: Identity) -> frozenset[Triple] | None:
    """Return the three figures that fit both versions where they were not corrected."""
    before, now = triples(old, identity, aware=True), triples(new, identity, aware=True)
    if before is None or now is None:
        return None
    same = [at for at, indicator in enumerate(identity) if indicator not in corrected]
    standing = {tuple(item[at] for at in same) for item in before}
    return frozenset(item for item in now if tuple(item[at] for at in same) in standing)


def difference(old: Known, new: Known, indicator: Indicator) -> frozenset[int] | None:
    """Return everything by which a corrected count can have changed, signs aside."""
    before, now = old.cells.get(indicator), new.cells.get(indicator)
    if before is None or now is None:
        return None
    return frozenset(abs(b - a) for a in reach(before, old.base) for b in reach(now, new.base))
