"""How a table is laid out: which cells are headings, and how wide its columns are."""

from vejviser.documents.blocks import InlineField, Inlines, Table
from vejviser.documents.reading import plain_text

_MOST, _WRITTEN, _WRITTEN_ALONE, _PADDING = 36, 26, 48, 4
"""How wide a column counts, in letters: at most, and where one writes, beside others or alone."""


def has_row_headers(table: Table) -> bool:
    """Return whether the first cell of every row says what to write in the others."""
    return all(plain_text(first) and any(map(_is_place, others)) for first, *others in table.rows)


def is_signed(table: Table) -> bool:
    """Return whether somebody signs in the table."""
    places = (item for row in table.rows for cell in row for item in cell if isinstance(item, InlineField))
    return any(place.field.type == "signature" for place in places)


def widths(table: Table) -> tuple[int, ...]:
    """Return the share of each column in the width, in percent: more for places to write and for long texts."""
    columns = [[row[column] for row in (table.header, *table.rows)] for column in range(len(table.header))]
    written = sum(any(map(_is_place, cells)) for cells in columns)
    weights = [_weight(cells, _WRITTEN if written > 1 else _WRITTEN_ALONE) for cells in columns]
    shares = [round(100 * weight / sum(weights)) for weight in weights[:-1]]
    return (*shares, 100 - sum(shares))


def _weight(cells: list[Inlines], written: int) -> int:
    if any(map(_is_place, cells)):
        return written
    texts = [plain_text(cell) for cell in cells]
    longest_word = max(len(word) for text in texts for word in ["", *text.split()])
    return max(longest_word + _PADDING, min(_MOST, max(map(len, texts))))


def _is_place(cell: Inlines) -> bool:
    return len(cell) == 1 and isinstance(cell[0], InlineField)
