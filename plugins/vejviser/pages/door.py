"""Whom somebody can ask in one municipality: the next step of a page that has no contact to show.

It is the end of a participant's way through the portal: the organisations' own numbers and sites, what to say in the
main language, the neighbours that have a contact, and what to read meanwhile.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from vejviser.content.addresses import at
from vejviser.content.languages import main_language
from vejviser.content.model.municipality import Municipality
from vejviser.content.model.portal import Portal
from vejviser.content.model.settings import Organisation
from vejviser.content.settings import current
from vejviser.content.types import type_of
from vejviser.pages.compose import Composer
from vejviser.pages.help_lines import HELP

PARTICIPANTS = ("participant",)


@dataclass(frozen=True, slots=True)
class Door:
    """Whom to ask, and what to say. `neighbours` and `reading` are titles with where they lead."""

    organisations: tuple[tuple[str, Organisation], ...]
    sentence: str
    """What one can say, in the main language."""
    neighbours: tuple[tuple[Markup, str], ...]
    reading: tuple[tuple[Markup, str], ...]


def door(page: Composer, municipality: Municipality, near: Sequence[tuple[Municipality, str]]) -> Door | None:
    """Return the way in for a municipality; None where no organisation has one. `near` are others, with their pages."""
    language = page.language
    found = tuple(
        (item.name.text(language), item) for item in current().organisations.values() if item.phone or item.website
    )
    if not found:
        return None
    names = municipality.names(main_language())
    return Door(
        found,
        page.portal.texts[main_language()]("door.say", **names),
        tuple((page.marked_title(it.name, main_language()), uri) for it, uri in near if has_way_in(it, page.today)),
        tuple(_reading(page, page.portal)),
    )


def has_way_in(municipality: Municipality, today: date) -> bool:
    """Return whether a municipality has a contact that may be shown, or an offer."""
    return bool(municipality.services) or any(it.may_be_shown(today) for _, it in municipality.every_contact)


def _reading(page: Composer, portal: Portal) -> list[tuple[Markup, str]]:
    books = [
        (page.local(book.title), page.to(type_of(book).uri(book)))
        for book in portal.handbooks
        if book.audience == PARTICIPANTS
    ]
    return [*books, *([(page.t("help_lines.title"), page.to(at(HELP)))] if portal.help_lines else [])]
