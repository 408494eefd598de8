"""Rules about saved copies: an id that a reader's browser may hold is neither reused nor dropped in silence."""

from collections.abc import Iterator
from datetime import date

from vejviser.base.problems import Problem
from vejviser.content.model.checklist import Checklist
from vejviser.content.model.id_registry import ITEM_REMOVED, IdRegistry, RegisteredId, current_ids
from vejviser.content.model.portal import Portal


def problems(portal: Portal, _today: date | None = None) -> Iterator[Problem]:
    """Yield ids that mean something new, ids that have gone, and ids the registry does not hold."""
    if portal.id_registry.kept:
        for checklist in portal.checklists:
            yield from _checklist(checklist, portal.id_registry)


def _checklist(checklist: Checklist, id_registry: IdRegistry) -> Iterator[Problem]:
    known = id_registry.of(checklist.id)
    found = {key: (entry, location) for key, entry, location in current_ids(checklist)}
    fresh: list[str] = []
    for key, (item, location) in found.items():
        before = known.get(key)
        if before and _is_another(item, before):
            yield checklist.origin.error("checklist-id-reused", *location, id=key)
        elif item != before:
            fresh.append(key)
    for key, before in known.items():
        if before.state == "used" and key not in found:
            if before.kind == "item":
                yield checklist.origin.error(ITEM_REMOVED, "sections", id=key)
            else:
                yield checklist.origin.warning("checklist-field-removed", "sections", id=key)
    if fresh:
        yield checklist.origin.warning("checklist-ids-new", "sections", ids=", ".join(fresh))


def _is_another(now: RegisteredId, before: RegisteredId) -> bool:
    """Return whether an id has come back, or has become another kind of thing."""
    return now.kind != before.kind or (before.state == "retired" and now.state == "used")
