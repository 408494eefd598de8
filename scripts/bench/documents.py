"""Make a thousand filled-in documents: python -m scripts.bench.documents PROJECT (used by the bench)."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from vejviser.base.contents import Content
from vejviser.base.engine import Engine
from vejviser.content.load.portal import load_portal
from vejviser.content.settings import activate
from vejviser.documents.builder import build, narrowed
from vejviser.documents.catalog import DocumentJob, document_jobs
from vejviser.documents.version import engine_version

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


if __name__ == "__main__":
    project = Path(sys.argv[1])
    activate(project)
    engine = Engine(project / ".cache" / "bench")
    orders = {variant.path: (key, job) for job in chosen(project) for key, variant in job.with_keys()}
    keys = {path: key for path, (key, _) in orders.items()}

    def make(missing: Sequence[str]) -> list[Content]:
        """Make the copies that are not kept already."""
        jobs = {id(orders[path][1]): orders[path][1] for path in missing}
        made = build(narrowed(jobs.values(), frozenset(missing)), engine)
        return [made[path] for path in missing]

    engine.many("document", engine_version(), keys, make, engine.contents.has)
