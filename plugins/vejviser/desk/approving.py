"""Approvals: write down that somebody with a role has read a text and stands by it, and which text it was."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from vejviser.editing.approving import approve_in_markdown, approve_in_yaml
from vejviser.load.portal import load_portal
from vejviser.model.approver import PATH
from vejviser.model.base import Approval
from vejviser.model.portal import Portal
from vejviser.model.standing import ApprovableText, approvable_texts
from vejviser.problems import DeskError
from vejviser.write import write_if_changed


@dataclass(frozen=True, slots=True)
class Approved:
    """A text that is approved now."""

    path: str
    title: str


def approve(root: Path, paths: Iterable[str], by: str, on: date, today: date) -> list[Approved]:
    """Say that the role `by` has approved the texts at `paths` (files or folders) on the day `on`.

    Nothing is written unless all of it can be. Raises DeskError for a role that data/approvers.yml does not have, a day
    to come, and a path without a text that can be approved.
    """
    loaded = load_portal(root)
    portal = loaded.portal
    if by not in portal.approvers:
        raise DeskError("desk-no-approver", role=by, known=", ".join(portal.approvers) or "–", path=PATH)
    if on > today:
        raise DeskError("desk-approval-in-future", day=on.isoformat())
    texts = tuple(approvable_texts(portal))
    broken = {it.path for it in loaded.problems if it.severity == "error"}
    wanted = {text.path: text for path in paths for text in _at(path, texts, portal, broken)}
    for text in wanted.values():
        _write(root, text, Approval(by=by, date=on, text=text.hash))
    return [Approved(it.path, it.title) for it in wanted.values()]


def _at(path: str, texts: tuple[ApprovableText, ...], portal: Portal, broken: set[str]) -> tuple[ApprovableText, ...]:
    below = f"{path.rstrip('/')}/"
    unreadable = next((it for it in sorted(broken) if it == path or it.startswith(below)), None)
    if unreadable:
        raise DeskError("desk-approval-broken", path=unreadable)
    found = tuple(it for it in texts if any(file == path or file.startswith(below) for file in it.files))
    if not found:
        if any(path.startswith(f"docs/{it}/") or path.endswith(f"/{it}.md") for it in portal.languages[1:]):
            raise DeskError("desk-approve-danish", path=path)
        raise DeskError("desk-nothing-to-approve", path=path)
    return found


def _write(root: Path, text: ApprovableText, approval: Approval) -> None:
    file = root / text.path
    write = approve_in_markdown if text.path.endswith(".md") else approve_in_yaml
    write_if_changed(file, write(file.read_bytes().decode(), approval, text.approved).encode())
