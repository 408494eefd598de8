"""The ids that saved copies of checklists may hold: remembered after the checklist itself has forgotten them.

`data/checklists/ids.csv` holds one line an id. A browser keeps ticks under the item's id and notes under the field's,
so an id that has once been published may be retired, and never be used for anything else.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from vejviser.base.problems import Location
from vejviser.content.model.checklist import Checklist

PATH = "data/checklists/ids.csv"
COLUMNS = ("checklist", "kind", "id", "state")
KINDS = ("item", "field")
STATES = ("used", "retired")

Kind = Literal["item", "field"]
State = Literal["used", "retired"]
ITEM_REMOVED = "checklist-item-removed"
"""The rule of an item that is gone; who wants it gone all the same accepts it."""
Key = tuple[str, str]
"""A checklist's id and the id of something in it."""


@dataclass(frozen=True, slots=True)
class RegisteredId:
    """What an id was used for, and whether it still is."""

    kind: Kind
    state: State = "used"


@dataclass(frozen=True)
class IdRegistry:
    """All remembered ids. `kept` is false where a portal has no such file, and then nothing is compared."""

    ids: dict[Key, RegisteredId] = field(default_factory=dict)
    kept: bool = False

    def of(self, checklist: str) -> dict[str, RegisteredId]:
        """Return the ids of one checklist."""
        return {key: known for (owner, key), known in self.ids.items() if owner == checklist}

    @property
    def csv(self) -> str:
        """The file: sorted, so that two people's new ids meet without a conflict."""
        lines = (f"{owner},{item.kind},{key},{item.state}" for (owner, key), item in sorted(self.ids.items()))
        return "\n".join([",".join(COLUMNS), *lines]) + "\n"


def current_ids(checklist: Checklist) -> Iterator[tuple[str, RegisteredId, Location]]:
    """Yield every id of a checklist that a saved copy may hold, and the place it stands in."""
    for number, section in enumerate(checklist.sections):
        for index, item in enumerate(section.items):
            state: State = "retired" if item.retired else "used"
            yield item.id, RegisteredId("item", state), ("sections", number, "items", index, "id")
        for index, written in enumerate(section.fields):
            yield written.id, RegisteredId("field"), ("sections", number, "fields", index, "id")


def with_current_ids(id_registry: IdRegistry, checklists: Iterable[Checklist]) -> IdRegistry:
    """Return the registry with all ids of `checklists` in it; what they no longer hold is retired, for ever."""
    ids = dict(id_registry.ids)
    for checklist in checklists:
        now = {key: known for key, known, _ in current_ids(checklist)}
        for key, known in id_registry.of(checklist.id).items():
            now.setdefault(key, RegisteredId(known.kind, "retired"))
        ids |= {(checklist.id, key): known for key, known in now.items()}
    return IdRegistry(ids, kept=True)
