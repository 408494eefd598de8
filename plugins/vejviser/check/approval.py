"""Rules about approvals: by a role that is known, of the text that stands there now."""

from collections.abc import Iterator
from datetime import date

from vejviser.base.problems import Problem
from vejviser.content.model.approvals import ApprovableText, approvable_texts
from vejviser.content.model.portal import Portal


def problems(portal: Portal, today: date) -> Iterator[Problem]:
    """Yield every approval by nobody we know, or of a text that has changed since."""
    for text in approvable_texts(portal):
        yield from _text(text, portal, today)


def _text(text: ApprovableText, portal: Portal, today: date) -> Iterator[Problem]:
    for index, approval in enumerate(text.approved):
        place = ("approved", index)
        if approval.by not in portal.approvers:
            known = ", ".join(portal.approvers) or "–"
            yield text.origin.error("approval-unknown-role", *place, "by", role=approval.by, known=known)
        elif approval.date <= today and approval.text != text.hash:
            yield text.origin.warning(
                "approval-outdated", *place, "text", role=approval.by, date=approval.date, path=text.path
            )
