"""What the heading of a column says about the cells below it, in CSV, in Markdown and in a sheet's text."""

import re
from bisect import bisect_right
from functools import cached_property

_DELIMITERS = "\t|;,"
_LONGEST = 2_000
_ONLY_DIGITS = re.compile(r"[\s\"']*\d[\d\s\"'-]*")


class Tables:
    """The tables of a text. Nothing is worked out before somebody asks."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _rows(self) -> tuple[list[int], list[int]]:
        """Return where every line begins, and where the first line of its table does."""
        starts: list[int] = []
        heads: list[int] = []
        before, place = "", 0
        for line in self._text.split("\n"):
            sign = _sign(line) or ("one" if _ONLY_DIGITS.fullmatch(line) else "")
            if starts and sign == "one" and before != "one":
                heads.append(starts[-1])
            else:
                heads.append(heads[-1] if heads and sign and sign == before else place)
            starts.append(place)
            before = sign
            place += len(line) + 1
        return starts, heads

    def heading(self, offset: int) -> str:
        """Return the first cell of the column that holds `offset`; empty outside tables, and in a table's first row."""
        starts, heads = self._rows
        line = bisect_right(starts, offset) - 1
        start, head = starts[line], heads[line]
        if head == start or offset - start > _LONGEST:
            return ""
        first = self._text[head : head + _LONGEST].partition("\n")[0]
        sign = _sign(first)
        cells = first.split(sign) if sign else [first]
        column = self._text.count(sign, start, offset) if sign else 0
        return cells[column].strip(" \"'*\r") if column < len(cells) else ""


def _sign(line: str) -> str:
    return next((delimiter for delimiter in _DELIMITERS if delimiter in line), "")
