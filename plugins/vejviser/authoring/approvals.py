"""Approvals: write down that somebody with a role has read a text and stands by it, and which text it was."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from vejviser.authoring.editing import edited
from vejviser.authoring.yaml_edit.approvals import approve_in_markdown, approve_in_yaml
from vejviser.base.files import write_if_changed
from vejviser.base.problems import AuthoringError
from vejviser.content.load.portal import load_portal
from vejviser.content.model.approvals import ApprovableText, approvable_texts
from vejviser.content.model.approver import PATH
from vejviser.content.model.base import Approval
from vejviser.content.model.portal import Portal


@dataclass(frozen=True, slots=True)
class Approved:
    """A text that is approved now."""

    path: str
    title: str


def approve(root: Path, paths: Iterable[str], by: str, on: date, today: date) -> list[Approved]:
    """Record that the role `by` has approved the texts at `paths` (files or folders) on the day `on`.

    Nothing is written unless all of it can be. Raises DeskError for a role that data/approvers.yml does not have, a day
    to come, and a path without a text that can be approved.
    """
    loaded = load_portal(root)
    portal = loaded.portal
    if by not in portal.approvers:
        raise AuthoringError("desk-no-approver", role=by, known=", ".join(portal.approvers) or "–", path=PATH)
    if on > today:
        raise AuthoringError("desk-approval-in-future", day=on.isoformat())
    texts = tuple(approvable_texts(portal))
    broken = {problem.path for problem in loaded.problems if problem.severity == "error"}
    wanted = {text.path: text for path in paths for text in _at(path, texts, portal, broken)}
    for text in wanted.values():
        _write(root, text, Approval(by=by, date=on, text=text.hash))
    return [Approved(item.path, item.title) for item in wanted.values()]


def _at(path: str, texts: tuple[ApprovableText, ...], portal: Portal, broken: set[str]) -> tuple[ApprovableText, ...]:
    below = f"{path.rstrip('/')}/"
    unreadable = next((item for item in sorted(broken) if item == path or item.startswith(below)), None)
    if unreadable:
        raise AuthoringError("desk-approval-broken", path=unreadable)
    found = tuple(text for text in texts if any(file == path or file.startswith(below) for file in text.files))
    if not found:
        if any(
            path.startswith(f"docs/{language}/") or path.endswith(f"/{language}.md")
            for language in portal.languages[1:]
        ):
            raise AuthoringError("desk-approve-original", path=path)
        raise AuthoringError("desk-nothing-to-approve", path=path)
    return found


def _write(root: Path, text: ApprovableText, approval: Approval) -> None:
    write = approve_in_markdown if text.path.endswith(".md") else approve_in_yaml
    write_if_changed(root / text.path, edited(root, text.path, lambda before: write(before, approval)))
