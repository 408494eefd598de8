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
    for job in document_jobs(load_portal(root).portal, datetime.now(UTC).date()):
        variants = tuple(variant for variant in job.variants if variant.municipality)[:left]
        if job.format in ("docx", "pdf") and variants:
            found.append(replace(job, variants=variants))
            left -= len(variants)
    if left:
        raise SystemExit(f"{WANTED - left} documents, {WANTED} wanted")
    return found


def missing(job: DocumentJob, store: Store) -> DocumentJob:
    """Return the order with the copies that are not kept already."""
    return replace(job, variants=tuple(variant for key, variant in job.with_keys() if store.entry(key) is None))


if __name__ == "__main__":
    project = Path(sys.argv[1])
    store = Store(project / ".cache" / "bench")
    build((item for job in chosen(project) if (item := missing(job, store)).variants), store)
