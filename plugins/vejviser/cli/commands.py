"""Commands and groups of commands whose help is written in files of texts, in the language that the command speaks.

A group may have a table: the name of a command and the place of its code. Its help then needs no command's machinery,
and a command starts with what it needs itself.
"""

import errno
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from pkgutil import resolve_name
from typing import Any

import click

from vejviser.base.problems import AuthoringError, BrokenEnvironmentError
from vejviser.cli.help import command_key, write_options, write_text, write_usage
from vejviser.cli.words import OPTION, ask_for, current_root, language, say, usage_texts
from vejviser.content.load.plain_texts import plain_texts, spoken_languages


@dataclass(frozen=True, slots=True)
class Entry:
    """A command that is not imported yet: its place as "module:name"."""

    place: str
    hidden: bool = False


class Command(click.Command):
    """A command. Without a `--lang` of its own it has the one that says which language it speaks."""

    def __init__(self, *args: Any, **more: Any) -> None:  # noqa: ANN401 - as click has it
        super().__init__(*args, **more)
        self.chooses_language = not any(OPTION in param.opts for param in self.params)
        if self.chooses_language:
            self.params.append(_language_option())

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read what was typed, the language first: what is wrong with the rest is said in it."""
        if self.chooses_language:
            ask_for(ctx, args)
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx
            raise

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write how it is typed."""
        write_usage(self, ctx, formatter)

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what it does."""
        write_text(usage_texts().get(command_key(ctx), ""), formatter)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write its options."""
        write_options(self, ctx, formatter)


class Group(click.Group):
    """A group of commands, some of them perhaps in a table, from which they are imported when they are asked for."""

    command_class = Command

    def __init__(self, *args: Any, table: Mapping[str, Entry] | None = None, **more: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **more)
        self.table = table or {}
        self.params.append(_language_option())

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read what was typed before the name of a command, the language first."""
        names = self.list_commands(ctx)
        ask_for(ctx, [*takewhile(lambda typed: typed not in names, args)])
        return super().parse_args(ctx, args)

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
            raise click.exceptions.NoSuchCommand(error.command_name, possibilities=self.shown(ctx), ctx=ctx) from None

    def shown(self, ctx: click.Context) -> Sequence[str]:
        """Return the names of the commands that its help shows."""
        hidden = {name for name, entry in self.table.items() if entry.hidden}
        return [name for name in self.list_commands(ctx) if name not in hidden]

    def texts(self, ctx: click.Context) -> Mapping[str, str]:  # noqa: ARG002 - a group may have some of its own
        """Return the texts of its help."""
        return usage_texts()

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write how it is typed."""
        write_usage(self, ctx, formatter)

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what its commands are for."""
        write_text(usage_texts().get(command_key(ctx), ""), formatter)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write its options, and its commands with the beginning of their help; none of them is imported for that."""
        write_options(self, ctx, formatter)
        said = self.texts(ctx)
        with formatter.section(said["help-commands"]):
            rows = ((name, said.get(command_key(ctx, name), "")) for name in self.shown(ctx))
            formatter.write_dl([(name, text.partition("\n\n")[0]) for name, text in rows])


class Program(Group):
    """A program that says in plain words what was typed wrong, what cannot be done, and what the machine refuses."""

    def make_context(self, *args: Any, **more: Any) -> click.Context:  # noqa: ANN401 - as click has it
        """Read what was typed before the name of a command."""
        try:
            return super().make_context(*args, **more)
        except click.UsageError as error:
            raise _in_words(error) from error

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - as click has it
        """Do what was asked for; without a traceback, and with exit code 2, where it cannot be done."""
        try:
            return super().invoke(ctx)
        except click.UsageError as error:
            raise _in_words(error) from error
        except AuthoringError as error:
            _refuse(error.message(_sentences("desk")))
        except BrokenEnvironmentError as error:
            _refuse(error.message(_sentences("build")))
        except OSError as error:
            if error.errno in (None, errno.EPIPE):  # a fault of the program, or a reader who has gone away
                raise
            place, reason = error.filename or "", error.strerror or ""
            words = _sentences("build")["refused" if place else "refused-somewhere"]
            _refuse(words.format(place=place, reason=reason))
        except (KeyboardInterrupt, click.Abort):
            click.echo("\n" + say("stopped"), err=True)
            sys.exit(1)


def _language_option() -> click.Option:
    """Return the option for the language of what a command says, which `ask_for` has read already."""
    return click.Option([OPTION], type=click.Choice(spoken_languages()), expose_value=False)


def _sentences(family: str) -> Mapping[str, str]:
    return plain_texts(current_root(), language(), family)


def _refuse(words: str) -> None:
    click.echo(words, err=True)
    sys.exit(2)


def _in_words(error: click.UsageError) -> click.ClickException:
    """Return what was typed wrong in our words; a group that was asked for nothing shows its help, as it is."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return error
    from vejviser.cli.usage_errors import UsageMessageError, in_words  # noqa: PLC0415 - only where it is wrong

    if error.ctx is None:
        return UsageMessageError(in_words(error, usage_texts()))
    with error.ctx.scope(cleanup=False):
        return UsageMessageError(in_words(error, usage_texts()))
