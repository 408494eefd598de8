"""The places on pages that an address from the front can lead to: /guides/arrival/#find-a-home.

Whether a place is there on a page that is made of more than one text, a build says, which has the page.
"""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from vejviser.base.problems import Location, Origin, Problem
from vejviser.check.markdown_rules import places
from vejviser.content.addresses import at
from vejviser.content.languages import main_language
from vejviser.content.model.help_lines import PLACE_OF_SOURCES
from vejviser.content.model.portal import Portal
from vejviser.content.model.search_words import page_of, place_on
from vejviser.content.page_uris import address_of_page
from vejviser.content.types import type_named, types

Known = Mapping[str, frozenset[str]]


def places_by_address(portal: Portal) -> Known:
    """Return the ids that stand on each page in the main language, by the page's address without the language."""
    found = {uri: by_language.get(main_language(), frozenset()) for uri, by_language in places(portal).items()}
    for guide in portal.guides:
        uri = at(f"<guides>/{guide.id}.md")
        own = {phase.id for phase in guide.phases} | {step.id for phase in guide.phases for step in phase.steps}
        found[uri] = found.get(uri, frozenset()) | own
    for kind in types():
        if kind.entries and len(kind.pages) == 1 and (kind.page_title or kind.index):  # one page shows all of them
            own = {kind.name_of(item) for item in portal.all_of(kind)}
            found[kind.pages[0]] = found.get(kind.pages[0], frozenset()) | own
    help_lines = type_named("help-line").pages[0]
    found[help_lines] = found.get(help_lines, frozenset()) | {PLACE_OF_SOURCES}
    return {address_of_page(uri): ids for uri, ids in found.items()}


def place_problems(to: str, known: Known, origin: Origin, location: Location = ()) -> Iterator[Problem]:
    """Yield an address that leads to a place which its page does not have; of other pages nothing is said."""
    page, place = page_of(to), place_on(to)
    there = known.get(page, frozenset())
    if not place or not there or place in there:
        return
    close = get_close_matches(place, there, n=1, cutoff=0.5)
    rule = "link-place-unknown-suggestion" if close else "link-place-unknown"
    names = ", ".join(f"#{name}" for name in sorted(there))
    yield origin.error(rule, *location, found=to, suggestion=f"{page}#{close[0]}" if close else "", known=names)
