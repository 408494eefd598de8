"""Rules about the fields of a material: they have choices where one chooses, and depend on what can be answered."""

import re
from collections.abc import Iterator, Mapping

from vejviser.base.problems import Location, Problem
from vejviser.content.load.suggestions import closest_match
from vejviser.content.model.fields import Dependency, FormField
from vejviser.content.model.material import Material
from vejviser.content.national_numbers import names_sought
from vejviser.content.number_kinds import number_kind
from vejviser.content.settings import by_settings

NO_FIELDS = frozenset({"signature"})
"""Types that are filled in by hand only: nothing can be asked of them on a page."""


def problems(material: Material) -> Iterator[Problem]:
    """Yield what is wrong with the fields of the material as a form that is filled in."""
    known: dict[str, FormField] = {}
    for number, field in enumerate(material.fields):
        place = ("fields", number)
        if field.id in known:
            first = material.origin.at("fields", material.fields.index(known[field.id]), "id").line
            yield material.origin.error("duplicate-id", *place, "id", id=field.id, first=first)
        known.setdefault(field.id, field)
        if (field.type == "choice") != bool(field.choices):
            rule = "choice-without-choices" if field.type == "choice" else "choices-without-choice"
            yield material.origin.error(rule, *place, "type", field=field.id)
        yield from _number_asked_for(material, place, field)
        if field.required and field.type in NO_FIELDS:
            yield material.origin.error("signature-required", *place, "required", field=field.id)
    for number, field in enumerate(material.fields):
        if field.depends_on:
            yield from _dependency(material, number, field.depends_on, known)


def _number_asked_for(material: Material, place: Location, field: FormField) -> Iterator[Problem]:
    """Yield the first place of a field that asks for a national number: its label in a language, or its id."""
    asked = [*((("label", language), text) for language, text in field.label.root.items()), (("id",), field.id)]
    for inside, text in asked:
        if match := _national_numbers().search(text):
            yield material.origin.error("field-asks-number", *place, *inside, field=field.id, found=match[0])
            return


@by_settings
def _national_numbers() -> re.Pattern[str]:
    """Return what finds the names of the portal's national numbers: no form may ask for one."""
    names = {word for name in names_sought() for word in (name.rpartition(".")[2], number_kind(name).title)}
    either = "|".join(sorted(re.escape(name) for name in names if name)) or r"(?!)"  # a portal may seek none
    return re.compile(rf"(?<!\w)(?:{either})(?:\b|(?=-))", re.IGNORECASE)


def _dependency(
    material: Material, number: int, wanted: Dependency, known: Mapping[str, FormField]
) -> Iterator[Problem]:
    field, origin, place = material.fields[number], material.origin, ("fields", number, "depends_on")
    other = known.get(wanted.field)
    if other is None:
        possible = [item.id for item in known.values() if item.type not in NO_FIELDS and item.id != field.id]
        meant = closest_match(wanted.field, possible)
        rule = "depends-on-unknown-suggestion" if meant else "depends-on-unknown"
        example = meant or next(iter(possible), "…")
        shown = {"field": wanted.field, "suggestion": example, "known": ", ".join(possible) or "–"}
        yield origin.error(rule, *place, "field", **shown)
    elif other.type in NO_FIELDS:
        yield origin.error("depends-on-signature", *place, "field", field=other.id)
    elif wanted.value is not None and other.type != "choice":
        yield origin.error("depends-on-no-choices", *place, "value", field=other.id, value=wanted.value)
    elif wanted.value is not None and wanted.value not in (answers := [choice.id for choice in other.choices]):
        suggestion = closest_match(wanted.value, answers) or next(iter(answers), "")
        shown = {"field": other.id, "value": wanted.value, "suggestion": suggestion, "known": ", ".join(answers)}
        yield origin.error("depends-on-unknown-choice", *place, "value", **shown)
    circle = _circle(field, known)
    if circle and circle[0] == min(circle):  # told once, where the first of them by name stands
        yield origin.error("depends-on-circle", *place, "field", circle=" → ".join((*circle, circle[0])))


def _circle(field: FormField, known: Mapping[str, FormField]) -> tuple[str, ...]:
    """Return the ids from a field back to itself, or nothing when it does not depend on itself."""
    way: list[str] = []
    at: FormField | None = field
    while at and at.id not in way:
        way.append(at.id)
        at = known.get(at.depends_on.field) if at.depends_on else None
    return tuple(way) if at and at.id == field.id else ()
