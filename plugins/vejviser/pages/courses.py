"""Which tracks one follows with a match, and the page that shows where each match is."""

from vejviser.content.model.base import Audience
from vejviser.content.model.track import Track
from vejviser.pages.compose import Composer

MY_MATCH = "mit-match.md"
_READERS: frozenset[Audience] = frozenset(["volunteer", "coordinator"])
"""Those who have matches."""


def is_course(track: Track) -> bool:
    """Return whether somebody with a match follows a track, by days."""
    return track.start is not None and bool(_READERS.intersection(track.audience))


def my_match(page: Composer) -> str:
    """Return the address of »Mit match« in the page's language, or "" where there is no course to follow."""
    return page.portal.address(MY_MATCH, page.language) if any(map(is_course, page.portal.tracks)) else ""
