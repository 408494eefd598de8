"""Small quarters drawn as tables, so that a test reads as an example."""

from collections.abc import Mapping, Sequence
from datetime import date
from random import Random

from tests.statistics.counted import INDICATORS
from tests.statistics.random_quarters import policy
from vejviser.content.model.disclosure_policy import Policy
from vejviser.content.model.statistics import Indicator
from vejviser.statistics.disclosure_control import ProtectionResult, correct, protect
from vejviser.statistics.types import Published, RawRow, Record

SHORT: Mapping[str, Indicator] = {
    "refs": "referrals",
    "new": "new_matches",
    "active": "active_matches",
    "ended": "ended_matches",
    "wait": "waiting",
    "vols": "volunteers",
    "newvols": "new_volunteers",
    "m6": "matches_6m",
    "work": "matches_6m_working",
}


def drawn(table: str) -> list[RawRow]:
    """Read raw rows from a drawn table: a header of short names, then a line a municipality; "-" is not reported."""
    header, *lines = [line.split() for line in table.strip().splitlines()]
    return [
        RawRow(
            code,
            dict.fromkeys(INDICATORS)
            | {SHORT[name]: None if text == "-" else int(text) for name, text in zip(header[1:], fields, strict=True)},
            line,
        )
        for line, (code, *fields) in enumerate(lines, 2)
    ]


def protected(
    table: str,
    *,
    period: str = "2026-Q3",
    earlier: Sequence[Published] = (),
    regions: Mapping[str, str] | None = None,
    rules: Policy | None = None,
    seed: int = 1,
) -> ProtectionResult:
    """Protect a drawn table. Without `regions`, all municipalities are in one region, "nord"."""
    rows = drawn(table)
    return protect(
        rows,
        period=period,
        regions=regions or _one_region(rows, earlier),
        record=Record(tuple(earlier)),
        policy=rules or policy(),
        today=date(2030, 1, 1),
        chance=Random(seed),
        path="raw.csv",
    )


def corrected(table: str, *, period: str, earlier: Sequence[Published], seed: int = 2) -> ProtectionResult:
    """Correct a quarter among `earlier` with a drawn table."""
    rows = drawn(table)
    return correct(
        rows,
        period=period,
        regions=_one_region(rows, earlier),
        record=Record(tuple(earlier)),
        today=date(2030, 1, 1),
        chance=Random(seed),
        path="raw.csv",
    )


def published(table: str, **options: object) -> Published:
    """Protect a drawn table that can be protected."""
    result = protected(table, **options)  # type: ignore[arg-type]
    assert result.published is not None, result.problems
    return result.published


def shown(quarter: Published, *names: str) -> str:
    """Draw what is published: the columns asked for, a line a municipality."""
    rows = [["code", *names]]
    rows += [[row.code, *(_drawn(row.cells[SHORT[name]]) for name in names)] for row in quarter.status.rows]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join("  ".join(item.rjust(width) for item, width in zip(row, widths, strict=True)) for row in rows)


def _one_region(rows: Sequence[RawRow], earlier: Sequence[Published]) -> dict[str, str]:
    return dict.fromkeys([row.code for row in rows] + [code for item in earlier for code in item.regions], "nord")


def _drawn(cell: object) -> str:
    return "-" if cell is None else str(cell)
