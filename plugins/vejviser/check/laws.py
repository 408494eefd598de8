"""Rules about laws: what is called the law's stands in the register, and was read lately in something that is law."""

import re
from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches
from typing import Any

from vejviser.base.problems import Location, Origin, Problem
from vejviser.content.languages import main_language
from vejviser.content.markdown.additions import CITATION
from vejviser.content.model.base import LanguageMap
from vejviser.content.model.fenced_code import without_code
from vejviser.content.model.guide import Step
from vejviser.content.model.law import Law
from vejviser.content.model.portal import Portal
from vejviser.content.model.sources import Source
from vejviser.content.text_walker import citations, passages, walk_texts

_ELI_END = re.compile(r"/(?P<year>\d{4})/(?P<number>\d+)$")
_CLAIM = re.compile(
    r"\b(?:lov(?:en|ens|pligt\w*|bestemt\w*|krav\w*|krævet|fæstet\w*|mæssig\w*|frist\w*)|\w+lovens?)\b"
    r"|\bbarnets lov\b|§+ ?\d",
    re.I,
)
"""Words that say that the law sets something."""
_DEADLINE = re.compile(r"\b(?:senest|inden|frist(?:en|er|erne)?)\b", re.I)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")

Claim = tuple[LanguageMap, str | None, Origin, Location]
"""A text, the provision that stands beside it, and its place."""


def problems(portal: Portal, today: date) -> Iterator[Problem]:
    """Yield what calls itself the law's and is not, provisions that do not hold, and those that nobody uses."""
    used = _cited(portal)
    for key, origin, location in _references(portal):
        used.add(key)
        yield from _reference(portal, key, origin, location, today)
    claims = tuple(_claims(portal))
    for text, named, origin, location in claims:
        if named is None and not _founded(portal, text.text(main_language())):
            text_place = (*location, main_language())
            yield origin.error("law-claim-unfounded", *text_place, text=_short(text.text(main_language())))
    judged = {(origin.path, location) for _, _, origin, location in claims}
    for sentence, origin, location in _said_deadlines(portal):
        if (origin.path, location) not in judged and not _founded(portal, sentence):
            yield origin.error("law-claim-unfounded", *location, main_language(), text=_short(sentence))
    for law in portal.laws.values():
        yield from _entry(portal, law, today)
        if law.id not in used:
            yield law.origin.warning("law-not-used", key=law.id)


def _cited(portal: Portal) -> set[str]:
    running = {match["key"] for passage in passages(portal) for match in CITATION.finditer(without_code(passage.text))}
    return running | {citation.citation.key for citation in citations(portal)}


def _references(portal: Portal) -> Iterator[tuple[str, Origin, Location]]:
    """Yield every `law:` with its place."""
    for holder, origin, location in _holders(portal):
        if holder.law:
            yield holder.law, origin, (*location, "law")


def _steps(portal: Portal) -> Iterator[tuple[Step, Origin, Location]]:
    for guide in portal.guides:
        for place, phase in enumerate(guide.phases):
            for index, step in enumerate(phase.steps):
                yield step, guide.origin, ("phases", place, "steps", index)


def _holders(portal: Portal) -> Iterator[tuple[Any, Origin, Location]]:
    """Yield everything that may name the provision it rests on: deadlines, items and follow-ups."""
    for step, origin, location in _steps(portal):
        if step.deadline:
            yield step.deadline, origin, (*location, "deadline")
    for checklist in portal.checklists:
        for place, section in enumerate(checklist.sections):
            for index, item in enumerate(section.items):
                if not item.retired:
                    yield item, checklist.origin, ("sections", place, "items", index)
        for index, follow_up in enumerate(checklist.follow_ups):
            yield follow_up, checklist.origin, ("follow_ups", index)


def _claims(portal: Portal) -> Iterator[Claim]:
    """Yield every text that says what the law asks for."""
    for step, origin, location in _steps(portal):
        if step.legal_basis:
            yield step.legal_basis, None, origin, (*location, "legal_basis")
        for index, differ in enumerate(step.differs):
            if _CLAIM.search(differ.text.text(main_language())):
                yield differ.text, None, origin, (*location, "differs", index, "text")
    for holder, origin, location in _holders(portal):
        name = "title" if hasattr(holder, "title") else "text"
        text: LanguageMap = getattr(holder, name)
        if _CLAIM.search(text.text(main_language())):
            yield text, holder.law, origin, (*location, name)


def _said_deadlines(portal: Portal) -> Iterator[tuple[str, Origin, Location]]:
    """Yield every sentence of guides and checklists that speaks of a deadline and of the law at once."""
    for content in (*portal.guides, *portal.checklists):
        for found, location in walk_texts(content):
            if isinstance(found, LanguageMap):
                sentences = _SENTENCE_END.split(found.text(main_language()))
                about = (sentence for sentence in sentences if _DEADLINE.search(CITATION.sub("", sentence)))
                yield from ((item, content.origin, location) for item in about if _CLAIM.search(CITATION.sub("", item)))


def _founded(portal: Portal, original: str) -> bool:
    """Return whether a claim cites a provision, or says of which year it is."""
    named = CITATION.sub("", original)
    return bool(_YEAR.search(named)) or any(match["key"] in portal.laws for match in CITATION.finditer(original))


def _reference(portal: Portal, key: str, origin: Origin, location: Location, today: date) -> Iterator[Problem]:
    if key in portal.laws:
        law = portal.laws[key]
        if law.valid_to and law.valid_to < today:
            yield origin.error("law-ended", *location, key=key, day=law.valid_to)
    elif key in portal.sources:
        yield origin.error("law-is-a-source", *location, key=key, year=portal.sources[key].year)
    elif close := get_close_matches(key, portal.laws, n=1, cutoff=0.5):
        yield origin.error("unknown-laws-suggestion", *location, key=key, suggestion=close[0])
    else:
        yield origin.error("unknown-laws", *location, key=key)


def _entry(portal: Portal, law: Law, today: date) -> Iterator[Problem]:
    origin = law.origin
    if law.id in portal.sources:
        yield origin.error("law-id-taken", key=law.id)
    if law.is_old(today):
        yield origin.warning("law-read-long-ago", "read", name=law.title, day=law.read)
    if law.confirmed and law.confirmed < law.read:
        yield origin.error("law-confirmed-when", "confirmed", day=law.confirmed, read=law.read)
    if law.valid_from and law.valid_to and law.valid_to < law.valid_from:
        yield origin.error("law-dates-crossed", "valid_to", first=law.valid_from, last=law.valid_to)
    written = _ELI_END.search(law.eli or "")
    if law.eli and law.number is None:
        yield origin.error("law-eli-without-number", "eli")
    elif written and (int(written["year"]), int(written["number"])) != (law.year, law.number):
        yield origin.error("law-eli-of-another", "eli", number=law.number, year=law.year, example=_eli(law))
    yield from _read_in_reports(portal, law, today)


def _eli(law: Law) -> str:
    return _ELI_END.sub(f"/{law.year}/{law.number}", law.eli or "")


def _read_in_reports(portal: Portal, law: Law, today: date) -> Iterator[Problem]:
    """Yield the places of a provision that are no law but an old report: named as one, at its address, or cited."""
    old = {key: item for key, item in portal.sources.items() if item.kind == "report" and item.is_old(today)}
    for index, place in enumerate(law.read_at):
        for key, source in old.items():
            if place.publisher.casefold() in _names(key, source) or (source.url and place.url == source.url):
                yield law.origin.error("law-read-in-report", "read_at", index, key=key, year=source.facts_to)
    for match in CITATION.finditer(law.says.text(main_language())):
        if match["key"] in old:
            year = old[match["key"]].facts_to
            yield law.origin.error("law-read-in-report", "says", key=match["key"], year=year)


def _names(key: str, source: Source) -> set[str]:
    return {item.casefold() for item in (key, source.author, source.publisher, source.title)}


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"
