"""What is known about a municipality, written into the fields of its documents. What is not known stays empty."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from babel.dates import format_date

from vejviser.content.languages import locale, main_language
from vejviser.content.model.fields import FieldSpec, Prefill
from vejviser.content.model.municipality import Contact, Municipality

_CONTACT = "municipality.contact."


@dataclass(frozen=True, slots=True)
class _Known:
    """What the facts are taken from."""

    municipality: Municipality
    region: str
    contact: Contact | None
    language: str


def prefill(
    fields: Iterable[FieldSpec],
    municipality: Municipality,
    *,
    region: str,
    today: date,
    confirmed: str,
    language: str = "",
) -> dict[str, str]:
    """Return the value of every field that a fact about `municipality` fills, by field id.

    `region` is the name of the region it belongs to on `today`. A fact nobody has told is "". A contact person's name,
    e-mail and phone are given only with consent, and only within a year of the day they were last assured. A file lives
    longer than that, so the first of them says the day: `confirmed` is the text with places for `{value}` and `{day}`.
    """
    known = _Known(municipality, region, _usable_contact(municipality, today), language or main_language())
    filled = [spec for spec in fields if spec.prefill]
    values = {spec.id: _FACTS[spec.prefill](known) or "" for spec in filled if spec.prefill}
    if known.contact and (day := known.contact.assured_date):
        first = next(
            (item.id for item in filled if (item.prefill or "").startswith(_CONTACT) and values[item.id]), None
        )
        if first:
            day_written = format_date(day, "long", locale=locale(known.language))
            values[first] = confirmed.format(value=values[first], day=day_written)
    return values


def _usable_contact(municipality: Municipality, today: date) -> Contact | None:
    return next(
        (contact for contact in municipality.contacts if contact.personal and contact.may_be_shown(today)), None
    )


def _programme(known: _Known) -> str:
    name = known.municipality.programme_name
    return name.text(known.language) if name else ""


_FACTS: Mapping[Prefill, Callable[[_Known], str | None]] = {
    "municipality.name": lambda known: known.municipality.name,
    "municipality.title": lambda known: known.municipality.title,
    "municipality.code": lambda known: known.municipality.code,
    "municipality.website": lambda known: known.municipality.website,
    "municipality.region": lambda known: known.region,
    "municipality.contact.name": lambda known: known.contact.name if known.contact else None,
    "municipality.contact.email": lambda known: known.contact.email if known.contact else None,
    "municipality.contact.phone": lambda known: known.contact.phone if known.contact else None,
    "municipality.programme_name": _programme,
}
