"""Files that people wrote, read and written to the letter: their line ends, too, and a mark at the beginning."""

from collections.abc import Callable
from pathlib import Path

from vejviser.authoring.yaml_edit.edit import EditError
from vejviser.base.problems import AuthoringError


def text_of(root: Path, path: str) -> str:
    """Return a file's text to the letter; raises AuthoringError when it is no UTF-8."""
    try:
        return (root / path).read_bytes().decode()
    except UnicodeDecodeError:
        raise AuthoringError("desk-not-utf8", path=path) from None


def edited(root: Path, path: str, change: Callable[[str], str], otherwise: str | None = None) -> bytes:
    """Return what a file holds after a change; `otherwise` is the text of a file that is not there.

    Raises AuthoringError when it is no UTF-8, or cannot be changed without touching more than was asked for.
    """
    text = otherwise if otherwise is not None and not (root / path).is_file() else text_of(root, path)
    try:
        return change(text).encode()
    except EditError as error:
        raise AuthoringError("desk-not-editable", path=path, wanted=error.wanted) from None
