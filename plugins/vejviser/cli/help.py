"""The help of a command, in the words of the family "usage".

Keys: `build` is what a command does, `build.--out` an option of it, `--today` an option that several have in common,
`metavar.PATH` what stands for a value in the place of PATH.
"""

import re
from collections.abc import Mapping

import click

from vejviser.cli.words import usage_texts

FRONT = "vejviser"
"""The key of the program itself."""
_METAVAR = re.compile(r"\b(?P<word>[A-Z]{3,})\b(?: RANGE)?")


def command_key(ctx: click.Context, below: str = "") -> str:
    """Return the key of the running command, or of a command `below` it: "status.template"."""
    names = [below] if below else []
    while ctx.parent is not None:
        names.insert(0, ctx.command.name or "")
        ctx = ctx.parent
    return ".".join(names) or FRONT


def in_words(typed: str, said: Mapping[str, str]) -> str:
    """Return how something is typed, with words of the language for what stands there in capitals."""
    typed = typed.replace("[%Y-%m-%d]", "DAY")
    return _METAVAR.sub(lambda found: said.get(f"metavar.{found['word']}", found["word"]), typed)


def usage(command: click.Command, ctx: click.Context, said: Mapping[str, str]) -> str:
    """Return how a command is typed."""
    return in_words(" ".join(command.collect_usage_pieces(ctx)), said)


def write_usage(command: click.Command, ctx: click.Context, formatter: click.HelpFormatter) -> None:
    """Write how a command is typed."""
    said = usage_texts()
    formatter.write_usage(ctx.command_path, usage(command, ctx, said), prefix=f"{said['help-usage']} ")


def write_text(text: str, formatter: click.HelpFormatter) -> None:
    """Write what a command does."""
    formatter.write_paragraph()
    with formatter.indentation():
        formatter.write_text(text)


def write_options(command: click.Command, ctx: click.Context, formatter: click.HelpFormatter) -> None:
    """Write the options of a command."""
    said, key = usage_texts(), command_key(ctx)
    rows = [
        (in_words(record[0], said), _about(param, ctx, key, said))
        for param in command.get_params(ctx)
        if isinstance(param, click.Option) and (record := param.get_help_record(ctx))
    ]
    with formatter.section(said["help-options"]):
        formatter.write_dl(rows)


def _about(param: click.Option, ctx: click.Context, key: str, said: Mapping[str, str]) -> str:
    """Return what an option does, what it is when it is left out, and whether it may be."""
    name = param.opts[-1]
    text = said.get(f"{key}.{name}") or said.get(name, "")
    extra = param.get_help_extra(ctx)
    notes = [
        *([said["help-default"].format(value=extra["default"])] if "default" in extra else []),
        *([str(extra["range"])] if "range" in extra else []),
        *([said["help-required"]] if "required" in extra else []),
    ]
    return f"{text}  [{'; '.join(notes)}]" if notes else text
