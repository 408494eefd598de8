"""Pages that can be shown in two of their languages at once: checklists, forms, help, and what participants read.

Which those are is said here; site/frame/partials/parallel.html writes the buttons, assets/js/parallel.js does the rest.
"""

from collections.abc import Collection

from vejviser.content.languages import Language
from vejviser.content.model.base import Audience


def scripts(languages: Collection[Language]) -> tuple[str, ...]:
    """Return what a page must load to be shown in two of its languages: nothing when it is written in one only."""
    return ("parallel",) if len(languages) > 1 else ()


def scripts_for_readers(audience: Collection[Audience], languages: Collection[Language]) -> tuple[str, ...]:
    """Return the same for a text: a participant reads it together with somebody, others read it alone."""
    return scripts(languages) if "participant" in audience else ()
