"""Values -> bytes: JSON with one row a line, CSV as RFC 4180 has it, and addresses. The same input, the same bytes."""

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from vejviser.content.model.portal import Portal

API = "api/v1"
Row = Mapping[str, Any]
Files = dict[str, bytes]


def address(portal: Portal, path: str) -> str:
    """Return the whole address of something on the site; without a known site, its path."""
    if "://" not in portal.site_url:
        return portal.base + path
    return f"{portal.site_url.rstrip('/')}/{path}"


def json_rows(rows: Iterable[Row]) -> bytes:
    """Write a list with one row a line, so that a change of one row is a change of one line."""
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    return f"[\n{lines}\n]\n".encode() if lines else b"[]\n"


def json_object(value: Row) -> bytes:
    """Write one object, indented for reading."""
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def csv_table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Write a table: UTF-8, commas, CRLF; what is not known is an empty cell."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows(["" if cell is None else cell for cell in row] for row in rows)
    return text.getvalue().encode()
