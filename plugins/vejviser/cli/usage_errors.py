"""A command that was typed wrong, told in plain Danish. Click itself says it in English only."""

from collections.abc import Mapping
from typing import IO, Any

import click

_TYPES = (
    (click.Choice, "choice"),
    (click.Path, "path"),
    (click.DateTime, "date"),
    (click.IntRange, "at-least"),
    (click.types.IntParamType, "number"),
)


class UsageMessageError(click.ClickException):
    """What was typed wrong, in words, as its message."""

    exit_code = 2

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the words on the error stream."""
        click.echo(self.message, file=file, err=True)


def in_danish(error: click.UsageError, said: Mapping[str, str]) -> str:
    """Return Click's error of usage as a sentence of the family "usage", with how it is typed right below."""
    mistake = _mistake(error, said)
    if not (context := error.ctx):
        return mistake
    usage = " ".join([context.command_path, *context.command.collect_usage_pieces(context)])
    return f"{mistake}\n{said['help'].format(usage=usage, command=context.command_path)}"


def _mistake(error: click.UsageError, said: Mapping[str, str]) -> str:
    match error:
        case click.exceptions.NoSuchCommand():
            return said["command"].format(name=error.command_name) + _closest_matches(error.possibilities, said)
        case click.NoSuchOption():
            return said["option"].format(name=error.option_name) + _closest_matches(error.possibilities, said)
        case click.MissingParameter():
            return said["missing"].format(what=_what(error))
        case click.BadOptionUsage():
            return said["value-missing"].format(what=error.option_name)
        case click.BadParameter():
            return _wrong_value(error, said)
    return said["other"]


def _closest_matches(names: list[str] | None, said: Mapping[str, str]) -> str:
    return " " + said["meant"].format(names=_either(names)) if names else ""


def _wrong_value(error: click.BadParameter, said: Mapping[str, str]) -> str:
    kind = error.param.type if error.param else None
    rule = next((rule for type_, rule in _TYPES if isinstance(kind, type_)), "value")
    parts = {
        "choices": _either(kind.choices) if isinstance(kind, click.Choice) else "",
        "least": kind.min if isinstance(kind, click.IntRange) else "",
    }
    return said[rule].format(what=_what(error), message=error.message, **parts)


def _what(error: click.BadParameter) -> str:
    """Return what the mistake stands at: "--lang", or the name of an argument."""
    hint = error.param_hint or (error.param.get_error_hint(error.ctx) if error.param else "")
    return (hint if isinstance(hint, str) else " / ".join(hint)).replace("'", "")


def _either(names: list[str] | tuple[str, ...]) -> str:
    *first, last = names
    return f"{', '.join(first)} eller {last}" if first else last
