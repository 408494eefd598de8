"""`vejviser new`: a start for every kind of content."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import click

from vejviser.authoring import scaffold
from vejviser.cli.commands import Command, Group
from vejviser.cli.dates import build_date
from vejviser.cli.help import command_key, write_text
from vejviser.cli.language_choice import LanguageChoice
from vejviser.cli.paths import relative_to_root
from vejviser.cli.words import current_root, language, say
from vejviser.content.content_type import ContentType
from vejviser.content.languages import other_languages
from vejviser.content.load.interface_texts import load_sentences
from vejviser.content.model.base import slugify
from vejviser.content.types import types


class Name(click.ParamType[str]):
    """A name that can be an id: small letters, digits and hyphens."""

    name = "name"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Refuse what cannot be an id, with one that can."""
        if slugify(str(value)) != value:
            self.fail(say("not-an-id", found=value, example=slugify(str(value)) or "my-name"), param, ctx)
        return str(value)


NAME = Name()


def _to_write(what: str) -> str:
    """Return what stands for a text that somebody has to write yet."""
    return say(f"to-write-{what}")


TITLE = click.option("--title", default=partial(_to_write, "title"), show_default=False)


class NewCommand(Group):
    """`vejviser new`: a command for every content type with a start, and those that need to know more."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, sorted."""
        return sorted({*super().list_commands(ctx), *(item.id for item in types() if item.starts)})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command by its name."""
        kind = next((item for item in types() if item.starts and item.id == cmd_name), None)
        return _start_of(kind) if kind else super().get_command(ctx, cmd_name)

    def texts(self, ctx: click.Context) -> Mapping[str, str]:  # noqa: ARG002
        """Return the texts of its help, those of content types among them."""
        return texts_of_types()


class StartCommand(Command):
    """The command of a content type, which brings its help."""

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what is begun."""
        write_text(texts_of_types()[command_key(ctx)], formatter)


def texts_of_types() -> Mapping[str, str]:
    """Return how commands are used, those of content types from elsewhere too."""
    return load_sentences(current_root(), language(), "usage")


@click.group(cls=NewCommand)
def new() -> None:
    """Begin something new: the right file in the right place."""


def _write_and_report(start: Callable[[], list[str]]) -> None:
    """Write, and say what was written and what comes next."""
    for path in start():
        click.echo(say("written", path=path))
    click.echo(say("write-on"))


def _start_of(kind: ContentType) -> click.Command:
    """Make the command of a type whose start needs a name and a title only."""

    @click.command(kind.id, cls=StartCommand)
    @click.argument("name", metavar="NAME", type=NAME)
    @TITLE
    @click.pass_obj
    def command(root: Path, name: str, title: str) -> None:
        _write_and_report(lambda: scaffold.new_content(root, kind, name, title, build_date(None)))

    return command


@new.command()
@click.argument("place", metavar="BOOK/NAME")
@TITLE
@click.pass_obj
def chapter(root: Path, place: str, title: str) -> None:
    """Begin a chapter, the last of its handbook."""
    book, slash, name = place.partition("/")
    if not slash:
        raise click.BadParameter(say("book-and-chapter"), param_hint="BOOK/NAME")
    _write_and_report(
        lambda: scaffold.new_chapter(root, NAME.convert(book, None, None), NAME.convert(name, None, None), title)
    )


@new.command("municipality-contact")
@click.argument("municipality", metavar="PLACE")
@click.argument("name", metavar="NAME", type=NAME)
@click.option("--title", default=partial(_to_write, "function"), show_default=False)
@click.pass_obj
def municipality_contact(root: Path, municipality: str, name: str, title: str) -> None:
    """Begin a way into a place of the directory."""
    _write_and_report(lambda: scaffold.new_contact(root, municipality, name, title, build_date(None)))


@new.command()
@click.argument("name", metavar="NAME", type=NAME)
@click.option("--author", default=partial(_to_write, "author"), show_default=False)
@click.option("--title", default=partial(_to_write, "source-title"), show_default=False)
@click.option("--year", type=click.IntRange(1945, 2100))
@click.option("--publisher", default=partial(_to_write, "publisher"), show_default=False)
@click.pass_obj
def source(root: Path, /, name: str, year: int | None, **texts: str) -> None:
    """Begin a source."""
    values = {**texts, "year": str(year or build_date(None).year)}
    _write_and_report(lambda: scaffold.new_entry(root, "data/sources.yml", "source", name, values))


@new.command()
@click.argument("name", metavar="NAME", type=NAME)
@click.option("--term")
@click.pass_obj
def term(root: Path, name: str, term: str | None) -> None:
    """Begin a word of the glossary."""
    _write_and_report(lambda: scaffold.new_entry(root, "data/glossary.yml", "term", name, {"term": term or name}))


@new.command()
@click.argument("path", metavar="PATH")
@click.argument("language", metavar="LANGUAGE", type=LanguageChoice(other_languages))
@click.pass_obj
def translation(root: Path, path: str, language: str) -> None:
    """Begin the translation of a text."""
    _write_and_report(lambda: scaffold.new_translation(root, relative_to_root(root, path), language))
