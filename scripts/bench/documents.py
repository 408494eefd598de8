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


def missing(order: Order, store: Store) -> Order:
    """Give the order with the copies that are not kept already."""
    return replace(order, copies=tuple(copy for key, copy in order.named() if store.kept(key) is None))


if __name__ == "__main__":
    project = Path(sys.argv[1])
    store = Store(project / ".cache" / "bench")
    make((it for order in chosen(project) if (it := missing(order, store)).copies), store)
