"""Pages that can be shown in two of their languages at once: checklists, forms, and what participants read.

Which those are is said here; overrides/partials/parallel.html writes the buttons, assets/js/parallel.js does the rest.
"""

from collections.abc import Collection

from vejviser.content.languages import Language


def scripts(languages: Collection[Language]) -> tuple[str, ...]:
    """Return what a page must load to be shown in two of its languages: nothing when it is written in one only."""
    return ("parallel",) if len(languages) > 1 else ()
