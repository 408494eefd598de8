"""Status figures as they are published: rounded counts a municipality and quarter, under a checksum."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass

from vejviser.content.model.base import Content
from vejviser.content.model.place_code import PlaceCode
from vejviser.content.model.value import Model

Indicator = str
"""The id of a count, such as "new_matches": one of those that portal.yml names."""
Cell = int | None
"""A published count, a multiple of its quarter's base; or None: not reported, or withheld."""

PUBLISHED_FILE = re.compile(r"data/status/(?P<period>\d{4}-Q[1-4])\.csv")
"""Where a published quarter lies, and the only name that a table in data/status/ may have."""
_CHECKSUM_LINE = re.compile(
    r"# period=(?P<period>\d{4}-Q[1-4]) version=(?P<version>[1-9]\d*) base=(?P<base>[1-9]\d*)"
    r"(?P<invented> invented)? seal=(?P<seal>[0-9a-f]{16})"
)


class StatusRow(Model):
    """One municipality in one quarter."""

    code: PlaceCode
    cells: Mapping[Indicator, Cell]
    line: int


class StatusPeriod(Content):
    """`data/status/<year>-Q<n>.csv`: what `vejviser status protect` and `status correct` have written."""

    period: str
    rows: tuple[StatusRow, ...]
    base: int
    """Every count is rounded to a multiple of it; the threshold that held for the quarter."""
    version: int = 1
    """1 when the quarter is first published, one more with every correction."""
    columns: tuple[Indicator, ...]
    """The indicators that were collected for the quarter; an old file keeps the columns it had."""
    invented: bool = False


@dataclass(frozen=True, slots=True)
class ChecksumLine:
    """The first line of a published file: what it says of the lines below, and whether they are still the same."""

    period: str
    version: int
    base: int
    invented: bool
    holds: bool


def with_checksum(body: str, period: str, version: int, base: int, *, invented: bool = False) -> str:
    """Return a published file: the line with the checksum, and the table `body` that it is the checksum of."""
    mark = " invented" if invented else ""
    told = f"# period={period} version={version} base={base}{mark}"
    return f"{told} seal={_digest(told, body)}\n{body}"


def read_checksum(text: str) -> ChecksumLine | None:
    """Read the first line of a published file; None: nothing that we wrote begins like this."""
    first, _, body = text.removeprefix("\ufeff").replace("\r\n", "\n").partition("\n")
    found = _CHECKSUM_LINE.fullmatch(first.strip())
    if found is None:
        return None
    told = first.strip().rpartition(" seal=")[0]
    return ChecksumLine(
        found["period"],
        int(found["version"]),
        int(found["base"]),
        found["invented"] is not None,
        found["seal"] == _digest(told, body),
    )


def _digest(told: str, body: str) -> str:
    return hashlib.sha256(f"{told}\n{body}".encode()).hexdigest()[:16]
