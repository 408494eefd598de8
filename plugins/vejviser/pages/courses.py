"""The way from a page to the one that shows where each match is."""

from vejviser.content.addresses import at
from vejviser.content.model.track import MY_MATCH
from vejviser.pages.compose import Composer


def my_match(page: Composer) -> str:
    """Return the address of »Mit match« in the page's language, or "" where there is no course to follow."""
    return (
        page.portal.address(at(MY_MATCH), page.language) if any(track.is_course for track in page.portal.tracks) else ""
    )
