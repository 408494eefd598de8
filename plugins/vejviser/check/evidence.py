"""Rules about sources: every citation has one, every source is cited."""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from vejviser.base.problems import Problem
from vejviser.content.load.suggestions import meant_words
from vejviser.content.markdown.additions import CITATION
from vejviser.content.model.base import slugify
from vejviser.content.model.fenced_code import without_code
from vejviser.content.model.portal import Portal
from vejviser.content.text_walker import Passage, citations, passages

_ALMOST = re.compile(
    r"\[@\s+(?P<spaced>[a-z0-9-]+)"  # [@ als-2023]
    r"|(?<![\[\w.@])@(?P<bare>[a-z0-9]+(?:-[a-z0-9]+)+)"  # @als-2023
    r"|\[(?P<without>[a-z0-9]+(?:-[a-z0-9]+)+)(?=[,\]])(?!\][(\[])"  # [als-2023, s. 3]
    r"|\[@(?P<open>[a-z0-9-]+)[^\]\[]{0,200}?(?=\[|\n\s*\n|\Z)"  # [@als-2023, afsnit 3
    r"|\((?P<round>@[a-z0-9]+(?:-[a-z0-9]+)+)"  # (@als-2023)
    r"|\[\[@(?P<twice>[a-z0-9-]+)[^\]\[]*\]\]"  # [[@als-2023]]
    r"|\[\s*@\s*(?P<loose>[^\],;\n\[@]{2,60}?)\s*(?=[,;\]](?!\s*@)|\s(?:[^\]\W]+\.?\s)?\d)"  # [@ALS 2023]
    r"|[\[(](?:[^\W\d_]{1,10}[:.]?\s+|[#&]\s*)(?P<word>[a-z0-9]+(?:-[a-z0-9]+)+)(?=[,;\])])"  # (kilde: als-2023)
    r"|\[[^\W\d_]{1,10}:\s*(?P<named>[a-z0-9-]+)(?=[,;\]])"  # [kilde: straffeloven]
    r"|\((?P<alone>[a-z0-9]+(?:-[a-z0-9]+)+)(?=[,)])"  # (als-2023)
)
"""What somebody wrote who meant a citation."""


_LONGEST = 60
_PAGE = re.compile(r"(?P<word>\w{1,8})\.?\s*\d{1,4}(?:\s*[-–]\s*\d{1,4})?")


def problems(portal: Portal) -> Iterator[Problem]:
    """Yield citations without a source, and sources that nobody cites."""
    used: set[str] = set()
    for passage in passages(portal):
        text = without_code(passage.text)
        used |= {match["key"] for match in CITATION.finditer(text)}
        yield from _cited(portal, passage, text)
        yield from _almost(portal, passage, text)
    for structured in citations(portal):
        key = structured.citation.key
        used.add(key)
        if key not in portal.works:
            yield structured.origin.error("unknown-source", *structured.location, **_named(portal, key))
    for key, source in portal.sources.items():
        if key not in used:
            yield source.origin.warning("uncited-source", key=key)


def _cited(portal: Portal, passage: Passage, text: str) -> Iterator[Problem]:
    for match in CITATION.finditer(text):
        if _is_page(match["locator"] or ""):
            yield passage.problem("warning", "citation-page", match.start(), found=match[0], key=match["key"])
        if match["key"] not in portal.works:
            yield passage.problem("error", "unknown-source", match.start(), **_named(portal, match["key"]))


def _is_page(locator: str) -> bool:
    """Return whether a place in a source is a page: "s. 44", "p. 44", in a word of the portal's languages."""
    match = _PAGE.fullmatch(locator.strip())
    return match is not None and meant_words().get(match["word"].lower(), match["word"].lower()) in ("p", "pp", "page")


def _almost(portal: Portal, passage: Passage, text: str) -> Iterator[Problem]:
    for match in _ALMOST.finditer(text):
        key = slugify(str(next(found for found in match.groups() if found)).removeprefix("@"))
        if key in portal.works and not (match["loose"] and CITATION.match(text, match.start())):
            yield passage.problem("error", "citation-form", match.start(), found=_short(match[0]), key=key)


def _short(found: str) -> str:
    words = found.split("\n", maxsplit=1)[0].strip()
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"


def _named(portal: Portal, key: str) -> dict[str, str]:
    close = get_close_matches(key, portal.works, n=1, cutoff=0.5)
    return {"key": key, "suggestion": close[0] if close else ", ".join(sorted(portal.sources))}
