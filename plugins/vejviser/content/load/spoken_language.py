"""Which language a program speaks to the people of a portal, read in passing: nothing of it is loaded for that."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from vejviser.content.load.plain_texts import SECOND_LANGUAGE, spoken_languages

_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
"""Where people say which language their programs speak, as gettext reads it."""
_FIRST = r"[ \t]*(?:\{[ \t]*)?(?:code:[ \t]*)?[\"']?(?P<code>[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)\b"
_PORTAL = re.compile(rf"^languages:(?:[ \t]*\[|(?:[ \t]*(?:#.*)?\n)+[ \t]*-){_FIRST}", re.MULTILINE)
_HOST = re.compile(r"locale:\s*[\"']?(?P<code>[\w-]+)[^{}\n]*\bdefault:\s*true")


def spoken_language(root: Path, environment: Mapping[str, str], asked: str = "") -> str:
    """Return the first of these that commands speak: the one asked for, the portal's, the environment's, English."""
    return next(code for code in _wanted(root, environment, asked) if code in spoken_languages())


def _wanted(root: Path, environment: Mapping[str, str], asked: str) -> Iterator[str]:
    yield asked
    yield _portal_language(root)
    for code in next(filter(None, map(environment.get, _VARIABLES)), "").split(":"):
        yield re.split(r"[_.@-]", code)[0]
    yield SECOND_LANGUAGE


def _portal_language(root: Path) -> str:
    """Return the main language of a portal, read in passing: no mistake in its files keeps a command from speaking."""
    for name, pattern in (("portal.yml", _PORTAL), ("mkdocs.yml", _HOST)):
        path = root / name
        if path.is_file() and (found := pattern.search(path.read_text("utf-8", "replace"))):
            return found["code"]
    return ""
