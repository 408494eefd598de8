"""A published quarter as text: a line with its checksum, and one line a municipality."""

from vejviser.content.model.statistics import with_checksum
from vejviser.statistics.types import Published


def status_csv(published: Published) -> str:
    """Write `data/status/<period>.csv`, with the columns that the quarter has."""
    status = published.status
    lines = [("code", *status.columns)]
    lines += [(row.code, *(_text(row.cells[column]) for column in status.columns)) for row in status.rows]
    body = "".join(",".join(line) + "\n" for line in lines)
    return with_checksum(body, status.period, status.version, status.base, invented=status.invented)


def _text(cell: int | None) -> str:
    return "" if cell is None else str(cell)
