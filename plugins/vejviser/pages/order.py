"""The order that lists show things in: what her language has; of that what most come for, then what tracks come to."""

from collections.abc import Iterable
from math import inf
from typing import Protocol, TypeVar

from vejviser.content.languages import Language, main_language
from vejviser.content.model.base import LanguageMap
from vejviser.content.model.portal import Portal
from vejviser.content.track_places import step_pages
from vejviser.content.types import type_of
from vejviser.pages.names import title_order

FRONT = "index.md"


class Titled(Protocol):
    """What a list shows."""

    @property
    def title(self) -> LanguageMap:
        """What it is called."""
        ...


Item = TypeVar("Item", bound=Titled)


def most_used(portal: Portal, items: Iterable[Item], language: Language) -> list[Item]:
    """Return `items` in the order of the front page's `popular`, then of the tracks' steps, then of their titles.

    What the language lacks comes after what it has.
    """
    places = {uri: place for place, uri in reversed(list(enumerate(_named(portal))))}

    def order(item: Item) -> tuple[bool, float, bytes]:
        lacking, title = title_order(item.title, language)
        return lacking, places.get(type_of(item).uri(item), inf), title

    return sorted(items, key=order)


def _named(portal: Portal) -> list[str]:
    """Return the pages that the front page and the tracks name, each as often as it is named."""
    front = [item for item in portal.articles if item.uri == FRONT and item.language == main_language()]
    popular = [link.to.partition("#")[0] for item in front for link in item.meta.popular]
    stepped = [page.uri for track in portal.tracks for step in track.steps for page in step_pages(portal, step)]
    return [*popular, *stepped]
