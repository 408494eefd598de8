"""Small quarters drawn as tables, so that a test reads as an example."""

from collections.abc import Mapping, Sequence

from tests.status.worlds import policy
from vejviser.model.policy import Policy
from vejviser.model.status import INDICATORS, Indicator, StatusPeriod
from vejviser.problems import Origin
from vejviser.status.disclosure import Protection, protect
from vejviser.status.values import Published, RawRow, Totals

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
) -> Protection:
    """Protect a drawn table. Without `regions`, all municipalities are in one region, "nord"."""
    rows = drawn(table)
    known = regions or dict.fromkeys(
        [row.code for row in rows] + [code for it in earlier for code in it.regions], "nord"
    )
    return protect(
        rows, period=period, regions=known, earlier=earlier, policy=rules or policy(contributors=2), path="raw.csv"
    )


def published(table: str, **options: object) -> Published:
    """Protect a drawn table that can be protected."""
    result = protected(table, **options)  # type: ignore[arg-type]
    assert result.published is not None, result.problems
    return result.published


def shown(quarter: Published, *names: str) -> str:
    """Draw what is published: the columns asked for, and the sums of regions and country below."""
    rows = [["code", *names]]
    rows += [[row.code, *(_drawn(row.cells[SHORT[name]]) for name in names)] for row in quarter.status.rows]
    for area in quarter.totals.sums:
        sums = (
            quarter.totals.shares[area] if name == "work" else quarter.totals.of(area, SHORT[name]) for name in names
        )
        rows.append([area, *map(_drawn, sums)])
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join("  ".join(it.rjust(width) for it, width in zip(row, widths, strict=True)) for row in rows)


def _drawn(cell: object) -> str:
    return "-" if cell is None else str(cell)


def in_files(quarter: Published) -> Published:
    """Give the quarter as if it had been read from its two files."""
    path = f"data/status/{quarter.period}.csv"
    status = StatusPeriod(
        period=quarter.period, rows=quarter.status.rows, invented=quarter.status.invented, origin=Origin(path)
    )
    lines = {area: at for at, area in enumerate(quarter.totals.sums, 2)}
    totals = quarter.totals
    totals = Totals(totals.period, totals.sums, totals.shares, f"data/status/totals/{quarter.period}.csv", lines)
    return Published(status, totals, quarter.regions)
