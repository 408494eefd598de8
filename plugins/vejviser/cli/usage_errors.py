"""A command that was typed wrong, told in plain words. Click itself says it in English only."""

from collections.abc import Mapping, Sequence
from typing import IO, Any

import click

from vejviser.cli.help import in_words as words_for
from vejviser.cli.help import usage

_TYPES = (
    (click.Choice, "choice"),
    (click.Path, "path"),
    (click.DateTime, "date"),
    (click.IntRange, "range"),
    (click.types.IntParamType, "number"),
)


class UsageMessageError(click.ClickException):
    """What was typed wrong, in words, as its message."""

    exit_code = 2

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the words on the error stream."""
        click.echo(self.message, file=file, err=True)


def in_words(error: click.UsageError, said: Mapping[str, str]) -> str:
    """Return Click's error of usage as a sentence of the family "usage", with how it is typed right below."""
    mistake = _mistake(error, said)
    if not (context := error.ctx):
        return mistake
    typed = " ".join([context.command_path, usage(context.command, context, said)])
    return f"{mistake}\n{said['help'].format(usage=typed, command=context.command_path)}"


def _mistake(error: click.UsageError, said: Mapping[str, str]) -> str:
    match error:
        case click.exceptions.NoSuchCommand():
            return said["command"].format(name=error.command_name) + _closest_matches(error.possibilities, said)
        case click.NoSuchOption():
            return said["option"].format(name=error.option_name) + _closest_matches(error.possibilities, said)
        case click.MissingParameter():
            return said["missing"].format(what=_what(error, said))
        case click.BadOptionUsage():
            rule = "value-not-taken" if _is_flag(error) else "value-missing"
            return said[rule].format(what=error.option_name)
        case click.BadParameter():
            return _wrong_value(error, said)
    return said["other"]


def _closest_matches(names: Sequence[str] | None, said: Mapping[str, str]) -> str:
    return " " + said["meant"].format(names=_either(names, said)) if names else ""


def _is_flag(error: click.BadOptionUsage) -> bool:
    params = error.ctx.command.get_params(error.ctx) if error.ctx else []
    return any(isinstance(item, click.Option) and item.is_flag for item in params if error.option_name in item.opts)


def _wrong_value(error: click.BadParameter, said: Mapping[str, str]) -> str:
    kind = error.param.type if error.param else None
    rule = next((rule for type_, rule in _TYPES if isinstance(kind, type_)), "value")
    parts: dict[str, object] = {}
    if isinstance(kind, click.Choice):
        parts["choices"] = _either([str(item) for item in kind.choices], said)
    if isinstance(kind, click.IntRange):
        rule = "at-least" if kind.max is None else "between"
        parts |= {"least": kind.min, "most": kind.max}
    return said[rule].format(what=_what(error, said), message=error.message, **parts)


def _what(error: click.BadParameter, said: Mapping[str, str]) -> str:
    """Return what the mistake stands at: "--lang", or the name of an argument."""
    hint = error.param_hint or (error.param.get_error_hint(error.ctx) if error.param else "")
    return words_for((hint if isinstance(hint, str) else " / ".join(hint)).replace("'", ""), said)


def _either(names: Sequence[str], said: Mapping[str, str]) -> str:
    *first, last = names
    return said["either"].format(first=", ".join(first), last=last) if first else last
