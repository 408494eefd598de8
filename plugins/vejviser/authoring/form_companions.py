"""What a form's change asks of other files: admin/forms/companions.js does it, by these rules.

A path has places in braces: "materials/{id}/material.yml".
"""

import re
from collections.abc import Iterator
from typing import Any

from vejviser.authoring.json_schema import remark
from vejviser.authoring.templates import fill_template
from vejviser.content.addresses import at
from vejviser.content.content_type import ContentType
from vejviser.content.languages import main_language
from vejviser.content.types import type_named, types

REDIRECTS = "data/redirects.yml"
_FIELD = re.compile(r"\{0\.(\w+)\}")


def companion_rules() -> dict[str, Any]:
    """Return the rules for every type of content."""
    return {
        "begun": list(_begun()),
        "listed": [_listed()],
        "locked": [_locked()],
        "named": [item.pattern for item in types() if item.form and item.known == ("id",)],
        "pages": list(_pages()),
        "redirects": REDIRECTS,
    }


def _begun() -> Iterator[dict[str, str]]:
    """Yield the texts that a new file of a type needs beside it."""
    for item in types():
        for start in item.starts[1:]:
            words = {"first": "{first}", "first_title": remark("first-title")}
            named = {key: value.format(**words) for key, value in start.values}
            text = fill_template(start.template, **{"id": "{id}", "title": "", "today": "", **named})
            yield {"file": item.starts[0].path, "other": start.path, "text": text}


def _listed() -> dict[str, str]:
    """Return how a chapter stands in its book's list."""
    book, chapter = type_named("handbook"), type_named("chapter")
    file = chapter.pattern.replace("{language}", main_language())
    return {"file": file, "list": book.pattern.replace("{id}", "{book}"), "key": "chapters", "value": "{id}"}


def _locked() -> dict[str, str]:
    """Return where the version of a material's text is locked."""
    text = type_named("material-text").pattern.replace("{language}", main_language())
    return {"file": text, "lock": type_named("material").pattern.replace("{id}", "{material}")}


def _pages() -> Iterator[dict[str, str]]:
    """Yield the page that shows a file, and the one above it, where readers go when it is gone."""
    for item in types():
        if item.entries or not item.pages or "*" in item.pattern or item.id == "material-text":
            continue
        for file, page in _page(item):
            yield {"file": file, "page": page, "above": page.rpartition("/")[0] + "/index.md"}


def _page(item: ContentType) -> Iterator[tuple[str, str]]:
    if "{uri:page}" in item.pattern:
        for depth in ("{a}.md", "{a}/{b}.md", "{a}/{b}/{c}.md"):
            yield f"docs/{main_language()}/{depth}", depth
    elif item.pages[0].count("{"):
        file = item.pattern.replace("{language}", main_language())
        yield file, _FIELD.sub(r"{\1}", at(item.pages[0]))
