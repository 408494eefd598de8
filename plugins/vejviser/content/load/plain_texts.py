"""Texts that a command needs at once: one `key: text` a line, read without a YAML library.

Such are the files of the families that a command speaks (`ui/usage/`, `ui/commands/`, …). A test holds each of them to
what YAML says of it; what a line does not say so is left out here.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

SPOKEN_FAMILY = "usage"
SECOND_LANGUAGE = "en"
"""What stands in for a text that a language lacks."""
_PACKAGE = Path(__file__).parents[2] / "ui"
_ESCAPES = {"n": "\n", '"': '"', "\\": "\\"}


@cache
def spoken_languages() -> tuple[str, ...]:
    """Return the languages that commands speak: those in which it is said how they are used."""
    return tuple(sorted(path.stem for path in (_PACKAGE / SPOKEN_FAMILY).glob("*.yml")))


def plain_texts(root: Path, language: str, family: str) -> Mapping[str, str]:
    """Return the texts of a `family` in a language, with English for those it lacks.

    What the portal below `root` says in its own way comes first.
    """
    found: dict[str, str] = {}
    for code in dict.fromkeys((SECOND_LANGUAGE, language)):
        for folder in (_PACKAGE, root / "data" / "ui"):
            found.update(_read(folder / family / f"{code}.yml"))
    return found


def package_texts(language: str, family: str) -> Mapping[str, str]:
    """Return the texts of a `family` that the package has in a language, and nothing in the place of those it lacks."""
    return dict(_read(_PACKAGE / family / f"{language}.yml"))


def _read(path: Path) -> Iterator[tuple[str, str]]:
    text = path.read_text("utf-8", "replace") if path.is_file() else ""
    for line in text.splitlines():
        key, colon, value = line.partition(": ")
        if colon and key[:1] not in (" ", "#"):
            yield key, _unquoted(value.strip())


def _unquoted(value: str) -> str:
    """Return what stands between the quotation marks of a text, if it has any."""
    if value[:1] != '"':
        return value
    pieces = iter(value[1:-1])
    return "".join(_ESCAPES.get(next(pieces, ""), "") if piece == "\\" else piece for piece in pieces)
