"""Writing down that what the guard finds in a history is a false alarm."""

from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from pathlib import Path

import yaml

from vejviser.authoring.editing import edited
from vejviser.authoring.yaml_edit.edit import append_item
from vejviser.authoring.yaml_edit.values import Snippet
from vejviser.base.files import write_if_changed
from vejviser.base.git import find_object, run_git
from vejviser.base.problems import AuthoringError
from vejviser.content.load.portal import load_portal
from vejviser.content.model.privacy import PATH, FalseAlarm
from vejviser.privacy.false_alarms import history_findings


def accept_false_alarm(root: Path, name: str, reason: str, who: str, today: date) -> tuple[FalseAlarm, ...]:
    """Add to `data/privacy.yml` what the rules for histories find in the object `name`; the file's other lines stay.

    `name` is a hash, or its beginning. Gives the new entries. Raises DeskError when git has no such object, or when
    nothing is found in it that is not accepted already, or `reason` or `who` is empty.
    """
    found = find_object(root, name)
    if found is None:
        raise AuthoringError("desk-git-unknown", name=name)
    if not reason.strip() or not who.strip():
        raise AuthoringError("desk-accept-why")
    where = _path(root, found.id) if found.kind == "blob" else f"{found.kind} {found.id[:12]}"
    known = load_portal(root).portal.privacy
    rules = sorted({finding.rule for finding in history_findings(root, found, where, known)})
    entries = tuple(
        FalseAlarm.model_validate(
            {"object": found.id, "rule": rule, "where": where, "reason": reason, "who": who, "date": today}
        )
        for rule in rules
    )
    if not entries:
        raise AuthoringError("desk-nothing-to-accept", name=name)
    write_if_changed(root / PATH, edited(root, PATH, lambda before: _accepting(before, entries), ""))
    return entries


def _accepting(text: str, entries: Iterable[FalseAlarm]) -> str:
    for entry in entries:
        written = yaml.safe_dump(entry.model_dump(), allow_unicode=True, sort_keys=False, width=1000)
        text = append_item(text, ("accepted",), Snippet(written.rstrip("\n")))
    return text


def _path(root: Path, blob: str) -> str:
    """Return the path that a commit of any branch had the content under."""
    listed = run_git(root, "log", "--all", f"--find-object={blob}", "--format=", "--raw", "--no-abbrev", "-z", "-m")
    fields = listed.decode("utf-8", "replace").split("\0")
    paths = [path for facts, path in pairwise(fields) if facts.lstrip("\n").startswith(":")]
    return paths[0] if paths else blob
