"""Rules about sources: every citation has one, every source is cited."""

from collections.abc import Iterator
from difflib import get_close_matches

from vejviser.check.passages import citations, passages
from vejviser.model.base import CITATION
from vejviser.model.portal import Portal
from vejviser.problems import Problem


def problems(portal: Portal) -> Iterator[Problem]:
    """Give citations without a source, and sources that nobody cites."""
    used: set[str] = set()
    for passage in passages(portal):
        for match in CITATION.finditer(passage.text):
            used.add(match["key"])
            if match["key"] not in portal.sources:
                yield passage.problem("error", "unknown-source", match.start(), **_named(portal, match["key"]))
    for structured in citations(portal):
        key = structured.citation.key
        used.add(key)
        if key not in portal.sources:
            yield structured.origin.error("unknown-source", *structured.location, **_named(portal, key))
    for key, source in portal.sources.items():
        if key not in used:
            yield source.origin.warning("uncited-source", key=key)


def _named(portal: Portal, key: str) -> dict[str, str]:
    close = get_close_matches(key, portal.sources, n=1, cutoff=0.5)
    return {"key": key, "suggestion": close[0] if close else ", ".join(sorted(portal.sources))}
