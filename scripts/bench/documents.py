"""Make a thousand filled-in documents: python -m scripts.bench.documents PROJECT (used by the bench)."""

import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from vejviser.filing import make
from vejviser.load.portal import load_portal
from vejviser.orders import Order, orders
from vejviser.store import Store

WANTED = 1000


def chosen(root: Path) -> list[Order]:
    """Give the first orders of Word and PDF files for municipalities that make up a thousand."""
    found, left = [], WANTED
    for order in orders(load_portal(root).portal, datetime.now(UTC).date()):
        copies = tuple(it for it in order.copies if it.municipality)[:left]
        if order.format in ("docx", "pdf") and copies:
            found.append(replace(order, copies=copies))
            left -= len(copies)
    if left:
        raise SystemExit(f"{WANTED - left} documents, {WANTED} wanted")
    return found


if __name__ == "__main__":
    project = Path(sys.argv[1])
    make(chosen(project), Store(project / ".cache" / "bench"))
