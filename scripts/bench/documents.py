"""Make a thousand filled-in documents: python -m scripts.bench.documents PROJECT (used by the bench)."""

import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from vejviser.base.cache import Store
from vejviser.content.load.portal import load_portal
from vejviser.documents.builder import build
from vejviser.documents.catalog import DocumentJob, document_jobs

WANTED = 1000


def chosen(root: Path) -> list[DocumentJob]:
    """Return the first orders of Word and PDF files for municipalities that make up a thousand. Raises SystemExit."""
    found, left = [], WANTED
    for order in document_jobs(load_portal(root).portal, datetime.now(UTC).date()):
        copies = tuple(copy for copy in order.copies if copy.municipality)[:left]
        if order.format in ("docx", "pdf") and copies:
            found.append(replace(order, copies=copies))
            left -= len(copies)
    if left:
        raise SystemExit(f"{WANTED - left} documents, {WANTED} wanted")
    return found


def missing(order: DocumentJob, store: Store) -> DocumentJob:
    """Return the order with the copies that are not kept already."""
    return replace(order, copies=tuple(copy for key, copy in order.named() if store.kept(key) is None))


if __name__ == "__main__":
    project = Path(sys.argv[1])
    store = Store(project / ".cache" / "bench")
    build((item for order in chosen(project) if (item := missing(order, store)).copies), store)
