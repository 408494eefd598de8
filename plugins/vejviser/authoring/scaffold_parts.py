"""`vejviser new` for what is a part of something: a step of a guide, and what is known of a place."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Literal

from vejviser.authoring.scaffold import a_source, portal_of, write
from vejviser.authoring.templates import fill_template
from vejviser.authoring.yaml_edit.edit import append_item, value_at
from vejviser.authoring.yaml_edit.values import Snippet
from vejviser.base.problems import AuthoringError
from vejviser.content.model.base import slugify
from vejviser.content.model.municipality import Municipality, providers
from vejviser.content.types import type_named

Part = Literal["contact", "fact", "service"]
"""What a place's file may have several of."""
_KEYS: dict[Part, str] = {"contact": "contacts", "fact": "facts", "service": "services"}


def new_step(root: Path, guide: str, phase: str, name: str, title: str) -> list[str]:
    """Add a step as the last of a guide's phase.

    Raises AuthoringError where there is no such guide or phase, or a step is called so already.
    """
    path = type_named("guide").path({"id": guide})
    if not (root / path).is_file():
        raise AuthoringError("desk-no-guide", guide=guide)
    block = Snippet(fill_template("step.yml", id=name, title=title).rstrip("\n"))

    def change(text: str) -> str:
        phases = value_at(text, ("phases",), block.text) or []
        known = [item.get("id") for item in phases]
        if phase not in known:
            raise AuthoringError("desk-no-phase", guide=guide, phase=phase, known=", ".join(map(str, known)) or "–")
        if any(step.get("id") == name for item in phases for step in item.get("steps") or []):
            raise AuthoringError("desk-entry-taken", id=name, path=path)
        return append_item(text, ("phases", known.index(phase), "steps"), block)

    return write(root, {}, {path: change})


def place_and_rest(root: Path, words: Sequence[str]) -> tuple[Municipality, str]:
    """Return the place that the first words name, by its code, its name or its address, and the other words.

    Raises AuthoringError where no place is called so.
    """
    known = portal_of(root).municipalities
    for count in range(len(words), 0, -1):
        wanted = " ".join(words[:count])
        for place in known:
            called = (place.code, place.name, place.title)
            if wanted in called or slugify(wanted) in (place.slug, slugify(place.title)):
                return place, " ".join(words[count:])
    raise AuthoringError("desk-no-municipality", wanted=words[0])


def new_part(root: Path, part: Part, place: Municipality, name: str, title: str, today: date) -> list[str]:
    """Add a contact, a fact or a service to a place's file.

    Raises AuthoringError when the place has one with the id `name` already.
    """
    key = _KEYS[part]
    if any(item.id == name for item in getattr(place, key)):
        raise AuthoringError("desk-part-taken", municipality=place.name, id=name, key=key)
    values = {"id": name, "title": title, "today": today.isoformat(), "year": str(today.year)}
    if part != "contact":
        values |= {"source": a_source(root), "provider": providers()[0], "providers": ", ".join(providers())}
    block = Snippet(fill_template(f"{part}.yml", **values).rstrip("\n"))
    path = place.origin.path
    return write(root, {}, {path: lambda text: append_item(text, (key,), block, tuple(Municipality.model_fields))})
