"""Groups of commands that import a command when it is asked for, and what they say when it cannot be done.

A group has a table: the name of a command, the place of its code, and the line that stands for it in the help. So the
help of a group, and its mistakes, need no command's machinery; and a command starts with what it needs itself.
"""

import errno
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from pkgutil import resolve_name
from typing import Any

import click

from vejviser.base.problems import AuthoringError


@dataclass(frozen=True, slots=True)
class Command:
    """A command that is not imported yet: its place as "module:name", and its line in the help of its group."""

    place: str
    summary: str
    hidden: bool = False


class LazyGroup(click.Group):
    """A group with a table of commands, each imported when it is asked for."""

    def __init__(self, *args: Any, table: Mapping[str, Command], **more: Any) -> None:  # noqa: ANN401 - as click has it
        super().__init__(*args, **more)
        self.table = table

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, sorted."""
        return sorted({*super().list_commands(ctx), *self.table})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command by its name; only now is it imported."""
        if entry := self.table.get(cmd_name):
            found: click.Command = resolve_name(entry.place)
            return found
        return super().get_command(ctx, cmd_name)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is meant; raises NoSuchCommand, with those that are called nearly so."""
        try:
            return super().resolve_command(ctx, args)
        except click.exceptions.NoSuchCommand as error:
            shown = [name for name in self.list_commands(ctx) if name not in self.table or not self.table[name].hidden]
            raise click.exceptions.NoSuchCommand(error.command_name, possibilities=shown, ctx=ctx) from None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's
        """Write the commands into the help, from the table alone."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, item.summary) for name, item in sorted(self.table.items()) if not item.hidden])


class Program(LazyGroup):
    """A program that says in plain Danish what was typed wrong, what cannot be done, and what the machine refuses."""

    def make_context(self, *args: Any, **more: Any) -> click.Context:  # noqa: ANN401 - as click has it
        """Read what was typed before the name of a command."""
        try:
            return super().make_context(*args, **more)
        except click.UsageError as error:
            raise _in_danish(error, Path()) from error

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - as click has it
        """Do what was asked for; without a traceback, and with exit code 2, where it cannot be done."""
        try:
            return super().invoke(ctx)
        except click.UsageError as error:
            raise _in_danish(error, ctx.obj or Path()) from error
        except AuthoringError as error:
            click.echo(error.message(_sentences(ctx.obj, "desk")), err=True)
            sys.exit(2)
        except OSError as error:
            if error.errno in (None, errno.EPIPE):  # a fault of the program, or a reader who has gone away
                raise
            place, reason = error.filename or "", error.strerror or ""
            sentence = _sentences(ctx.obj, "build")["refused" if place else "refused-somewhere"]
            click.echo(sentence.format(place=place, reason=reason), err=True)
            sys.exit(2)


def _sentences(root: Path, family: str) -> Mapping[str, str]:
    from vejviser.content.languages import main_language  # noqa: PLC0415 - only where something went wrong
    from vejviser.content.load.interface_texts import load_sentences  # noqa: PLC0415

    return load_sentences(root, main_language(), family)


def _in_danish(error: click.UsageError, root: Path) -> click.ClickException:
    """Return what was typed wrong in our words; a group that was asked for nothing shows its help, as it is."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return error
    from vejviser.cli.usage_errors import UsageMessageError, in_danish  # noqa: PLC0415 - only where it is wrong

    return UsageMessageError(in_danish(error, _sentences(root, "usage")))
