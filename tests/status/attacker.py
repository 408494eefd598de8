"""A reader with a linear-programming solver, who wants to know the counts that were hidden.

He knows every published figure of every quarter, the sums, that a hidden count is no negative number, that matches
which work are among those followed up, and that active = active the quarter before + new - ended. The *insider* is told
besides why every count is hidden. `narrowest` tells how close he gets.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csc_matrix, eye, kron
from scipy.sparse.csgraph import connected_components

from vejviser.model.status import INDICATORS, SUPPRESSED, Indicator
from vejviser.status.quarters import previous
from vejviser.status.values import COUNTRY, Published, RawRow

Raw = Mapping[str, Sequence[RawRow]]
Role = Literal["outsider", "insider"]
Key = tuple[str, str, Indicator]
FAR = 10_000
"""More than any count: what the attacker takes for infinite."""


@dataclass(frozen=True)
class Expression:
    """A sum of unknown counts and a known number."""

    terms: dict[int, int] = field(default_factory=dict)
    known: int = 0

    def __add__(self, other: "Expression") -> "Expression":
        terms = dict(self.terms)
        for unknown, factor in other.terms.items():
            terms[unknown] = terms.get(unknown, 0) + factor
        return Expression({unknown: factor for unknown, factor in terms.items() if factor}, self.known + other.known)

    def __sub__(self, other: "Expression") -> "Expression":
        return self + other.times(-1)

    def times(self, number: int) -> "Expression":
        """Multiply by a number."""
        return Expression({unknown: number * factor for unknown, factor in self.terms.items()}, number * self.known)


@dataclass(frozen=True)
class Secret:
    """A count of 1 to threshold-1 persons that nobody may work out, and what the attacker knows it as."""

    name: str
    value: int
    expression: Expression


class Attacker:
    """Everything the attacker knows, as linear constraints."""

    def __init__(self, published: Sequence[Published], *, same_matches: bool = False) -> None:
        self.published = {it.period: it for it in published}
        self.floors: list[int] = []
        self.rows: list[tuple[Expression, int, int]] = []
        self.cells: dict[Key, Expression] = {}
        for it in published:
            self._read_cells(it)
            self._read_totals(it)
        for it in published:
            self._tie(it, same_matches)

    def _read_cells(self, published: Published) -> None:
        for row in published.status.rows:
            for indicator in INDICATORS:
                cell = row.cells[indicator]
                known = isinstance(cell, int)
                floor = int(cell == SUPPRESSED and indicator in NEVER_A_HIDDEN_ZERO)
                self.cells[published.period, row.code, indicator] = (
                    Expression(known=int(cell)) if known else self._unknown(floor)  # type: ignore[arg-type]
                )

    def _read_totals(self, published: Published) -> None:
        for area, indicator, codes in sums(published):
            total, share = published.totals.of(area, indicator), published.totals.shares[area]
            whole = self.sum(published.period, indicator, codes)
            if isinstance(total, int):
                self.know(whole, total, total)
            if indicator == "matches_6m" and isinstance(share, int):
                part = self.sum(published.period, "matches_6m_working", codes)
                self.know(part.times(200) - whole.times(2 * share - 1), 0, FAR * FAR)
                self.know(whole.times(2 * share + 1) - part.times(200), 1, FAR * FAR)

    def _tie(self, published: Published, same_matches: bool) -> None:
        period = published.period
        for row in published.status.rows:
            new, ended, active, started, working = (self.cells[period, row.code, it] for it in TIED)
            self.know(started - working, 0, FAR)
            before = self.cells.get((previous(period), row.code, "active_matches"))
            if before is not None:
                self.know(before + new - ended - active, 0, 0)
            start = self.cells.get((previous(previous(period)), row.code, "new_matches"))
            if same_matches and start is not None and row.cells["matches_6m"] is not None:
                self.know(started - start, 0, 0)

    def _unknown(self, floor: int) -> Expression:
        self.floors.append(floor)
        return Expression({len(self.floors) - 1: 1})

    def know(self, expression: Expression, low: int, high: int) -> None:
        """Add a piece of knowledge: the expression lies between low and high."""
        if expression.terms:
            self.rows.append((expression, low - expression.known, high - expression.known))

    def sum(self, period: str, indicator: Indicator, codes: Sequence[str]) -> Expression:
        """Give the sum of an indicator over municipalities."""
        return sum((self.cells[period, code, indicator] for code in codes), Expression())

    def counting_on_stocks(self, raw: Raw) -> "Attacker":
        """Let him count on stocks growing by no more than flows in, wherever that is so: no rule asks for it."""
        reported = {(period, row.code): row.cells for period, rows in raw.items() for row in rows}
        for (period, code), now in reported.items():
            before = reported.get((previous(period), code))
            for stock, comes, goes in FLOWS:
                counts = [now.get(it) for it in (*comes, *goes, stock)] + [before.get(stock) if before else None]
                if None in counts:
                    continue
                growth = self.cells[period, code, stock] - self.cells[previous(period), code, stock]
                room = self.sum_of(period, code, comes) - self.sum_of(period, code, goes) - growth
                *flows, after, start = (it or 0 for it in counts)
                if sum(flows[: len(comes)]) - sum(flows[len(comes) :]) >= after - start:
                    self.know(room, 0, FAR)
        return self

    def sum_of(self, period: str, code: str, indicators: Sequence[Indicator]) -> Expression:
        """Give the sum of several indicators of one municipality."""
        return sum((self.cells[period, code, it] for it in indicators), Expression())

    def told(self, raw: Raw, threshold: int) -> "Attacker":
        """Make an insider of him: tell him why every count is hidden."""
        for period, rows in raw.items():
            for row in rows:
                self._told_row(period, row, threshold)
        return self

    def _told_row(self, period: str, row: RawRow, threshold: int) -> None:
        cells = {it: self.cells[period, row.code, it] for it in INDICATORS}
        counts = {it: row.cells.get(it) for it in INDICATORS}
        for indicator in (*NEVER_A_HIDDEN_ZERO, "matches_6m_working"):
            self._told(cells[indicator], counts[indicator], threshold)
        if counts["matches_6m"] is not None and counts["matches_6m_working"] is not None:
            failed = counts["matches_6m"] - counts["matches_6m_working"]
            self._told(cells["matches_6m"] - cells["matches_6m_working"], failed, threshold)
        self._told_turnover(period, row, threshold)

    def _told(self, expression: Expression, count: int | None, threshold: int) -> None:
        if count is None:
            return
        low, high = (0, 0) if count == 0 else (1, threshold - 1) if count < threshold else (threshold, FAR)
        self.know(expression, low, high)

    def _told_turnover(self, period: str, row: RawRow, threshold: int) -> None:
        before = self.cells.get((previous(period), row.code, "active_matches"), Expression())
        if self.cells[period, row.code, "active_matches"].terms or before.terms:
            return  # hidden because a stock beside it is: that tells nothing about the count
        new, ended = row.cells.get("new_matches"), row.cells.get("ended_matches")
        if new is None or ended is None:
            return
        lesser: Indicator = "new_matches" if new < ended else "ended_matches"
        least = min(new, ended)
        low, high = (threshold, FAR) if least >= threshold else (min(least, 1), threshold - 1)
        self.know(self.cells[period, row.code, lesser], low, high)

    def narrowest(self, secrets: Sequence[Secret], *, integral: bool = False) -> list[tuple[float, Secret]]:
        """Find for each secret how wide the interval is that he can prove it lies in."""
        for secret in secrets:
            self.know(secret.expression, -FAR * FAR, FAR * FAR)  # so that all it consists of is in one group
        matrix = self._matrix()
        _, groups = connected_components(matrix.T @ matrix, directed=False)
        together: dict[int, list[Secret]] = {}
        for secret in secrets:
            if secret.expression.terms:
                together.setdefault(groups[min(secret.expression.terms)], []).append(secret)
        found = [(0.0, secret) for secret in secrets if not secret.expression.terms]
        for group, members in together.items():
            found += self._widths(matrix, np.flatnonzero(groups == group), members, integral=integral)
        return found

    def _matrix(self) -> csc_matrix:
        entries = [
            (line, unknown, factor) for line, (it, _, _) in enumerate(self.rows) for unknown, factor in it.terms.items()
        ]
        lines, unknowns, factors = zip(*entries, strict=True) if entries else ((), (), ())
        return csc_matrix((factors, (lines, unknowns)), shape=(len(self.rows), len(self.floors)), dtype=float)

    def _widths(
        self, whole: csc_matrix, unknowns: np.ndarray, secrets: list[Secret], *, integral: bool
    ) -> list[tuple[float, Secret]]:
        """Solve for all secrets of one group at once: two copies of the unknowns each, one pushed up, one down."""
        matrix, copies = whole[:, unknowns].tocsr(), 2 * len(secrets)
        lines = np.flatnonzero(np.diff(matrix.indptr))
        low, high = (np.array([self.rows[line][side] for line in lines], dtype=float) for side in (1, 2))
        aims = np.zeros((copies, len(unknowns)))
        place = {unknown: index for index, unknown in enumerate(unknowns)}
        for number, secret in enumerate(secrets):
            for unknown, factor in secret.expression.terms.items():
                aims[2 * number, place[unknown]] = -factor
                aims[2 * number + 1, place[unknown]] = factor
        floors = np.array(self.floors, dtype=float)[unknowns]
        result = milp(
            aims.ravel(),
            integrality=np.full(aims.size, int(integral)),
            bounds=Bounds(np.tile(floors, copies), np.full(aims.size, FAR)),
            constraints=LinearConstraint(
                kron(eye(copies), matrix[lines], "csr"), np.tile(low, copies), np.tile(high, copies)
            ),
        )
        if not result.success:
            raise ContradictionError(result.message)
        ends = (aims * result.x.reshape(aims.shape)).sum(axis=1)
        return [(float(-ends[2 * number] - ends[2 * number + 1]), secret) for number, secret in enumerate(secrets)]


class ContradictionError(Exception):
    """What the attacker takes for true does not fit together: the figures were reported differently."""


NEVER_A_HIDDEN_ZERO: tuple[Indicator, ...] = ("referrals", "waiting", "volunteers", "new_volunteers", "active_matches")
FLOWS: tuple[tuple[Indicator, tuple[Indicator, ...], tuple[Indicator, ...]], ...] = (
    ("volunteers", ("new_volunteers",), ()),
    ("waiting", ("referrals", "ended_matches"), ("new_matches",)),
)
"""Stocks, what adds to them, and what takes away from them."""
TIED: tuple[Indicator, ...] = ("new_matches", "ended_matches", "active_matches", "matches_6m", "matches_6m_working")


def sums(published: Published) -> Iterator[tuple[str, Indicator, list[str]]]:
    """Give every sum that could be published: area, indicator, and who has reported it."""
    for area in published.totals.sums:
        for indicator in INDICATORS:
            codes = [
                row.code
                for row in published.status.rows
                if row.cells[indicator] is not None and area in (COUNTRY, published.regions[row.code])
            ]
            yield area, indicator, codes


def secrets(attacker: Attacker, raw: Raw, threshold: int, *, with_sums: bool) -> list[Secret]:
    """Give every count of 1 to threshold-1: cells, matches that do not work, and sums of both."""
    found = []
    for period, rows in raw.items():
        values = {row.code: row.cells for row in rows}
        for area, indicator, codes in sums(attacker.published[period]):
            for place, members in [(code, [code]) for code in codes if area == COUNTRY] + [(area, codes)] * with_sums:
                name = f"{period} {place} {indicator}"
                count = sum(values[code][indicator] or 0 for code in members)
                expression = attacker.sum(period, indicator, members)
                found.append(Secret(name, count, expression))
                if indicator == "matches_6m":
                    working = attacker.sum(period, "matches_6m_working", members)
                    failed = count - sum(values[code]["matches_6m_working"] or 0 for code in members)
                    found.append(Secret(f"{name} not working", failed, expression - working))
    return [secret for secret in found if 0 < secret.value < threshold]
