"""The newest version of a material remembers which text it is the version of."""

from vejviser.authoring.yaml_edit.edit import set_value
from vejviser.authoring.yaml_edit.values import Quoted

_ORDER = ("version", "text_hash")


def with_version_hash(yaml_text: str, text_hash: str) -> str:
    """Return the text of a `material.yml` in which the newest change holds `text_hash`; nothing else is touched.

    Raises EditError.
    """
    return set_value(yaml_text, ("changes", 0, "text_hash"), Quoted(text_hash), _ORDER)
