"""The ids of all checklists as they are now, written into the registry of ids; its other lines stay as they are."""

from pathlib import Path

from vejviser.authoring.editing import text_of
from vejviser.authoring.yaml_edit.edit import BOM
from vejviser.base.files import write_if_changed
from vejviser.content.model.id_registry import COLUMNS, ITEM_REMOVED, IdRegistry, with_current_ids
from vejviser.content.model.id_registry import PATH as ID_REGISTRY
from vejviser.site.content_check import Checked

_HEADING = ",".join(COLUMNS)


def register_ids(root: Path, checked: Checked) -> bool:
    """Write the ids of all checklists as they are now into the registry; return whether it changed.

    With other errors than items that are gone nothing is written: a list that could not be read would look as if its
    ids were gone.
    """
    if any(problem.rule != ITEM_REMOVED for problem in checked.errors):
        return False
    portal = checked.portal
    text = text_of(root, ID_REGISTRY) if (root / ID_REGISTRY).is_file() else _HEADING + "\n"
    now = with_current_ids(portal.id_registry, portal.checklists)
    return write_if_changed(root / ID_REGISTRY, with_ids(text, now).encode())


def with_ids(text: str, registry: IdRegistry) -> str:
    """Return the registry's text with the state of every id; one that is new comes after those that sort before it."""
    body = text.removeprefix(BOM)
    line_break = "\r\n" if "\r\n" in body else "\n"
    lines = body.splitlines()
    for (owner, key), item in sorted(registry.ids.items()):
        written = ",".join((owner, item.kind, key, item.state))
        there = [_key(line) for line in lines]
        if (owner, key) in there:
            lines[there.index((owner, key))] = written
        else:
            before = (index for index, known in enumerate(there, 1) if known and known < (owner, key))
            lines.insert(max(before, default=int(lines[:1] == [_HEADING])), written)
    end = line_break if body.endswith("\n") else ""
    return text[: len(text) - len(body)] + line_break.join(lines) + end


def _key(line: str) -> tuple[str, ...]:
    """Return the checklist and the id that a line is about; none for the heading and for blank lines."""
    cells = line.split(",")
    return (cells[0], cells[2]) if len(cells) == len(COLUMNS) and line != _HEADING else ()
