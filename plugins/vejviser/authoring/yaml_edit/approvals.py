"""Write an approval into the file of the text it is of, and leave every other letter as it is."""

from vejviser.authoring.json_schema import remark
from vejviser.authoring.yaml_edit.edit import append_item, set_value, value_at
from vejviser.authoring.yaml_edit.front_matter import in_front_matter
from vejviser.authoring.yaml_edit.values import Quoted, Snippet
from vejviser.content.model.base import Approval

_KEY = "approved"
_ORDER = ("reviewed", "review_every", _KEY)
"""The keys an approval stands below, where it stands nowhere yet: the last of them that is there."""


def approve_in_yaml(text: str, approval: Approval) -> str:
    """Return a YAML file with the approval, in the place of an earlier one by the same role. Raises EditError."""
    known = value_at(text, (_KEY,)) or []
    own = next((index for index, item in enumerate(known) if item["by"] == approval.by), None)
    if own is not None:
        said = {"by": approval.by, "date": approval.date, "text": Quoted(approval.text)}
        return set_value(text, (_KEY, own), said)
    written = Snippet(f'{{by: {approval.by}, date: {approval.date.isoformat()}, text: "{approval.text}"}}')
    if known:
        return append_item(text, (_KEY,), written)
    return set_value(text, (_KEY,), [written], _ORDER, {_KEY: remark("approved")})


def approve_in_markdown(text: str, approval: Approval) -> str:
    """Return a Markdown file whose front matter holds the approval. Raises EditError."""
    return in_front_matter(text, lambda front: approve_in_yaml(front, approval))
