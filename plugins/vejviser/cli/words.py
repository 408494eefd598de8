"""What a command says, and in which language: the one asked for, the portal's, the environment's, or English."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from vejviser.base.problems import sentence
from vejviser.content.load.plain_texts import plain_texts, spoken_languages
from vejviser.content.load.spoken_language import spoken_language

OPTION = "--lang"
_ASKED = "vejviser.language"
"""Where a run of the program keeps the language that was asked for."""


def language(root: Path | None = None) -> str:
    """Return the language that the running command speaks, for the portal below `root`."""
    context = click.get_current_context(silent=True)
    asked = context.meta.get(_ASKED, "") if context else ""
    return spoken_language(current_root() if root is None else root, os.environ, asked)


def ask_for(context: click.Context, arguments: Sequence[str]) -> None:
    """Take note of the language asked for among what was typed, before anything is said."""
    for index, typed in enumerate(arguments):
        name, equals, value = typed.partition("=")
        if name == OPTION:
            asked = value if equals else "".join(arguments[index + 1 : index + 2])
            if asked in spoken_languages():
                context.meta[_ASKED] = asked


def current_root() -> Path:
    """Return the root of the portal that the running command is about."""
    context = click.get_current_context(silent=True)
    front = context.find_root() if context else None
    return (front.obj or front.params.get("root") or Path()) if front else Path()


def say(key: str, **values: object) -> str:
    """Return a sentence of the running command, with its values."""
    root = current_root()
    return sentence(
        key, [(name, str(value)) for name, value in values.items()], plain_texts(root, language(), "commands")
    )


def usage_texts() -> Mapping[str, str]:
    """Return how commands are used, in the language of the running command."""
    return plain_texts(current_root(), language(), "usage")
