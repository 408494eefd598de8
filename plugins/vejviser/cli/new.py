"""`vejviser new`: a start for every kind of content."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

import click

from vejviser.authoring import scaffold, scaffold_parts
from vejviser.authoring.scaffold_parts import Part
from vejviser.cli.commands import Command, Group
from vejviser.cli.dates import build_date
from vejviser.cli.help import command_key, write_text
from vejviser.cli.language_choice import LanguageChoice
from vejviser.cli.paths import relative_to_root
from vejviser.cli.typed_words import regrouped
from vejviser.cli.words import current_root, language, say
from vejviser.content.content_type import ContentType
from vejviser.content.languages import other_languages
from vejviser.content.load.interface_texts import load_sentences
from vejviser.content.model.base import slugify
from vejviser.content.model.place_code import is_place_code, right_place_code
from vejviser.content.settings import current
from vejviser.content.types import types

_LONGEST_ID = 64


class StartCommand(Command):
    """A command that begins something: it takes words as people type them."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read what was typed, with words in one piece that belong together."""
        texts = [param for param in self.params if isinstance(param, click.Option) and param.type is click.STRING]
        return super().parse_args(ctx, regrouped(args, {name for param in texts for name in param.opts}))

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what is begun."""
        write_text(texts_of_types()[command_key(ctx)], formatter)


class NewCommand(Group):
    """`vejviser new`: a command for every content type with a start, and those that need to know more."""

    command_class = StartCommand

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


def texts_of_types() -> Mapping[str, str]:
    """Return how commands are used, those of content types from elsewhere too."""
    return load_sentences(current_root(), language(), "usage")


@click.group(cls=NewCommand)
def new() -> None:
    """Begin something new: the right file in the right place."""


WORDS = click.argument("words", metavar="NAME", nargs=-1)


TITLE = click.option("--title")


def _named(words: Sequence[str], title: str | None, to_write: str = "to-write-title") -> tuple[str, str]:
    """Return the id and the title of what is begun.

    The id is made of the name, or of the title where no name was typed; the title is the name where it is no id, or
    what stands for a text that somebody has to write yet. Raises UsageError without either, or without a letter for an
    id.
    """
    found = " ".join(words).strip() or title or ""
    if not found:
        raise click.MissingParameter(param_hint="NAME", param_type="argument")
    return _id(found), title or (found if _id(found) != found else say(to_write))


def _id(words: str) -> str:
    """Return words as an id: Gaver og penge -> gaver-og-penge. Raises BadParameter where nothing is left."""
    found = slugify(words)
    if not found:
        raise click.BadParameter(say("not-an-id", found=words), param_hint="NAME")
    return found if len(found) <= _LONGEST_ID else found[: _LONGEST_ID + 1].rpartition("-")[0]


def _report(written: Sequence[str], name: str, typed: Sequence[str]) -> None:
    """Say what was written, what it is called where that was not typed so, and what comes next."""
    for path in written:
        click.echo(say("written", path=path))
    if name not in typed:
        click.echo(say("id-made", id=name))
    click.echo(say("write-on"))


def _start_of(kind: ContentType) -> click.Command:
    """Make the command of a type whose start needs a name and a title only."""

    @click.command(kind.id, cls=StartCommand)
    @WORDS
    @TITLE
    @click.pass_obj
    def command(root: Path, words: Sequence[str], title: str | None) -> None:
        name, said = _named(words, title)
        _report(scaffold.new_content(root, kind, name, said, build_date(None)), name, words)

    return command


@new.command()
@click.argument("words", metavar="BOOK/NAME", nargs=-1)
@TITLE
@click.pass_obj
def chapter(root: Path, words: Sequence[str], title: str | None) -> None:
    """Begin a chapter, the last of its handbook."""
    if not words:
        raise click.MissingParameter(param_hint="BOOK/NAME", param_type="argument")
    book, slash, rest = " ".join(words).partition("/")
    if not slash:
        raise click.BadParameter(say("book-and-chapter"), param_hint="BOOK/NAME")
    name, said = _named([rest], title)
    _report(scaffold.new_chapter(root, _id(book), name, said), name, [rest])


@new.command()
@click.argument("words", metavar="GUIDE/PHASE/NAME", nargs=-1)
@TITLE
@click.pass_obj
def step(root: Path, words: Sequence[str], title: str | None) -> None:
    """Begin a step, the last of a phase of a guide."""
    if not words:
        raise click.MissingParameter(param_hint="GUIDE/PHASE/NAME", param_type="argument")
    parts = " ".join(words).split("/", 2)
    if len(parts) < 3:
        raise click.BadParameter(say("guide-phase-step"), param_hint="GUIDE/PHASE/NAME")
    name, said = _named(parts[2:], title)
    _report(scaffold_parts.new_step(root, _id(parts[0]), _id(parts[1]), name, said), name, parts)


@new.command()
@WORDS
@TITLE
@click.pass_obj
def page(root: Path, words: Sequence[str], title: str | None) -> None:
    """Begin a plain page."""
    *folders, last = " ".join(words).split("/")
    name, said = _named([last], title)
    path = "/".join([*map(_id, folders), name])
    _report(scaffold.new_page(root, path, said, build_date(None)), path, ["/".join([*folders, last])])


@new.command()
@click.argument("code", metavar="CODE")
@WORDS
@click.pass_obj
def place(root: Path, code: str, words: Sequence[str]) -> None:
    """Begin a place of the directory."""
    found = right_place_code(code)
    if not is_place_code(found):
        example = current().places.code.example
        raise click.BadParameter(say("no-place-code-form", found=code, example=example), param_hint="CODE")
    if not words:
        raise click.MissingParameter(param_hint="NAME", param_type="argument")
    name = " ".join(words)
    _report(scaffold.new_place(root, found, name, build_date(None)), name, [name])


def _part(part: Part, name: str, to_write: str = "to-write-title", option: str = "--title") -> click.Command:
    """Make the command for what a place's file may have several of."""

    @click.command(name, cls=StartCommand)
    @click.argument("words", metavar="PLACE", nargs=-1)
    @click.argument("last", metavar="NAME")
    @click.option(option, "title")
    @click.pass_obj
    def command(root: Path, words: Sequence[str], last: str, title: str | None) -> None:
        found, rest = scaffold_parts.place_and_rest(root, [*words, last])
        key, said = _named([rest], title, to_write)
        if part == "fact":  # its name is no text
            said = title or say("to-write-fact")
        _report(scaffold_parts.new_part(root, part, found, key, said, build_date(None)), key, [rest])

    return command


new.add_command(_part("contact", "municipality-contact", "to-write-function"))
new.add_command(_part("service", "service"))
new.add_command(_part("fact", "fact", option="--text"))


@new.command()
@WORDS
@click.option("--author", default=partial(say, "to-write-author"), show_default=False)
@TITLE
@click.option("--year", type=click.IntRange(1945, 2100))
@click.option("--publisher", default=partial(say, "to-write-publisher"), show_default=False)
@click.pass_obj
def source(root: Path, /, words: Sequence[str], title: str | None, year: int | None, **texts: str) -> None:
    """Begin a source."""
    name, said = _named(words, title, "to-write-source-title")
    values = {**texts, "title": said, "year": str(year or build_date(None).year)}
    _report(scaffold.new_entry(root, "data/sources.yml", "source", name, values), name, words)


@new.command()
@WORDS
@click.option("--term", "title")
@click.pass_obj
def term(root: Path, words: Sequence[str], title: str | None) -> None:
    """Begin a word of the glossary."""
    name, _ = _named(words, title)
    word = title or " ".join(words)
    _report(scaffold.new_entry(root, "data/glossary.yml", "term", name, {"term": word}), name, words)


@new.command()
@click.argument("words", metavar="PATH", nargs=-1)
@click.argument("language", metavar="LANGUAGE", type=LanguageChoice(other_languages))
@click.pass_obj
def translation(root: Path, words: Sequence[str], language: str) -> None:
    """Begin the translation of a text."""
    if not words:
        raise click.MissingParameter(param_hint="PATH", param_type="argument")
    for path in scaffold.new_translation(root, relative_to_root(root, " ".join(words)), language):
        click.echo(say("written", path=path))
    click.echo(say("write-on"))
