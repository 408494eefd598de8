"""The language of every passage in a tagged PDF.

WeasyPrint 70 writes /Lang on the document only. PDF/UA wants it on each passage in another language too, so we stand in
for the one function that makes structure elements. `test_pdf.py` fails the day WeasyPrint does it by itself.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Any

from weasyprint.pdf import tags

_LOCK = Lock()


@contextmanager
def passages_in_their_language() -> Iterator[None]:
    """Let WeasyPrint write /Lang wherever an element of the page has a `lang` of its own."""
    with _LOCK:
        build = tags._build_box_tree
        tags._build_box_tree = _with_language(build)
        try:
            yield
        finally:
            tags._build_box_tree = build


def _with_language(build: Any) -> Any:  # noqa: ANN401
    def build_box_tree(box: Any, *arguments: Any) -> Iterator[Any]:  # noqa: ANN401
        element = getattr(box, "element", None)
        language = None if element is None else element.get("lang")
        for made in build(box, *arguments):
            if language and "Lang" not in made:
                made["Lang"] = f"({language})"
            yield made

    return build_box_tree
