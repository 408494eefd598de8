"""Rules about saved copies: an id that a reader's browser may hold is neither reused nor dropped in silence."""

from collections.abc import Iterator
from datetime import date

from vejviser.model.checklist import Checklist
from vejviser.model.ledger import Ledger, Remembered, present
from vejviser.model.portal import Portal
from vejviser.problems import Problem


def problems(portal: Portal, _today: date | None = None) -> Iterator[Problem]:
    """Give ids that mean something new, ids that have gone, and ids the ledger has not met."""
    if portal.ledger.kept:
        for checklist in portal.checklists:
            yield from _checklist(checklist, portal.ledger)


def _checklist(checklist: Checklist, ledger: Ledger) -> Iterator[Problem]:
    known = ledger.of(checklist.id)
    found = {key: (it, location) for key, it, location in present(checklist)}
    fresh: list[str] = []
    for key, (it, location) in found.items():
        before = known.get(key)
        if before and _is_another(it, before):
            yield checklist.origin.error("checklist-id-reused", *location, id=key)
        elif it != before:
            fresh.append(key)
    for key, before in known.items():
        if before.state == "used" and key not in found:
            rule = "checklist-item-removed" if before.kind == "item" else "checklist-field-removed"
            yield checklist.origin.warning(rule, "sections", id=key)
    if fresh:
        yield checklist.origin.warning("checklist-ids-new", "sections", ids=", ".join(fresh))


def _is_another(now: Remembered, before: Remembered) -> bool:
    """Tell whether an id has come back, or has become another kind of thing."""
    return now.kind != before.kind or (before.state == "retired" and now.state == "used")
