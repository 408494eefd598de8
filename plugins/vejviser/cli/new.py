"""`vejviser new`: a start for every kind of content."""

from collections.abc import Callable
from pathlib import Path

import click

from vejviser.authoring import scaffold
from vejviser.cli.dates import build_date
from vejviser.cli.language_choice import LanguageChoice
from vejviser.cli.paths import relative_to_root
from vejviser.content.content_type import ContentType
from vejviser.content.languages import main_language, other_languages
from vejviser.content.load.interface_texts import load_sentences
from vejviser.content.model.base import PLACEHOLDER, slugify
from vejviser.content.types import types


class Name(click.ParamType[str]):
    """A name that can be an id: small letters, digits and hyphens."""

    name = "navn"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Refuse what cannot be an id, with one that can."""
        if slugify(str(value)) != value:
            self.fail(f"»{value}« kan ikke være et id. Skriv fx {slugify(str(value)) or 'mit-navn'}.", param, ctx)
        return str(value)


NAME = Name()
TITLE = click.option("--title", default=f"{PLACEHOLDER} En titel", help="Titlen på dansk.")


class NewCommand(click.Group):
    """`vejviser new`: a command for every content type with a start, and those that need to know more."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, sorted."""
        return sorted({*super().list_commands(ctx), *(item.id for item in types() if item.starts)})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command by its name."""
        kind = next((item for item in types() if item.starts and item.id == cmd_name), None)
        return _start_of(kind, ctx.obj or Path()) if kind else super().get_command(ctx, cmd_name)


@click.group(cls=NewCommand)
def new() -> None:
    """Begynd noget nyt: en rigtig fil det rigtige sted, med forklaringer, klar til at skrive videre i."""


def _write_and_report(start: Callable[[], list[str]]) -> None:
    """Write, and say what was written and what comes next."""
    for path in start():
        click.echo(f"Skrevet: {path}")
    click.echo("Skriv nu, hvor der står UDFYLD, og kør: vejviser check")


def _start_of(kind: ContentType, root: Path) -> click.Command:
    """Make the command of a type whose start needs a name and a title only."""

    @click.command(kind.id, help=load_sentences(root, main_language(), "usage")[f"new.{kind.id}"])
    @click.argument("name", metavar="NAVN", type=NAME)
    @TITLE
    @click.pass_obj
    def command(root: Path, name: str, title: str) -> None:
        _write_and_report(lambda: scaffold.new_content(root, kind, name, title, build_date(None)))

    return command


@new.command()
@click.argument("place", metavar="BOG/NAVN")
@TITLE
@click.pass_obj
def chapter(root: Path, place: str, title: str) -> None:
    """Et kapitel sidst i en håndbog, fx: vejviser new chapter frivillig/gaver."""
    book, slash, name = place.partition("/")
    if not slash:
        raise click.BadParameter("Skriv bog/kapitel, fx frivillig/gaver.", param_hint="BOG/NAVN")
    _write_and_report(
        lambda: scaffold.new_chapter(root, NAME.convert(book, None, None), NAME.convert(name, None, None), title)
    )


@new.command("municipality-contact")
@click.argument("municipality", metavar="KOMMUNE")
@click.argument("name", metavar="NAVN", type=NAME)
@click.option(
    "--title", default=f"{PLACEHOLDER} Funktionen, fx Koordinator for frivillige", help="Funktionen på dansk."
)
@click.pass_obj
def municipality_contact(root: Path, municipality: str, name: str, title: str) -> None:
    """En vej ind i en kommune, fx: vejviser new municipality-contact Odense koordinator."""
    _write_and_report(lambda: scaffold.new_contact(root, municipality, name, title, build_date(None)))


@new.command()
@click.argument("name", metavar="NAVN", type=NAME)
@click.option("--author", default=f"{PLACEHOLDER} Forfatter eller organisation", help="Hvem der har skrevet.")
@click.option("--title", default=f"{PLACEHOLDER} Titlen, som den står på kilden", help="Kildens titel.")
@click.option("--year", type=click.IntRange(1945, 2100), help="Udgivelsesåret. Udeladt: i år.")
@click.option("--publisher", default=f"{PLACEHOLDER} Hvem der har udgivet den", help="Udgiveren.")
@click.pass_obj
def source(root: Path, /, name: str, year: int | None, **texts: str) -> None:
    """En kilde, fx: vejviser new source ventet-2027 --author »…« --title »…« --year 2027."""
    values = {**texts, "year": str(year or build_date(None).year)}
    _write_and_report(lambda: scaffold.new_entry(root, "data/sources.yml", "source", name, values))


@new.command()
@click.argument("name", metavar="NAVN", type=NAME)
@click.option("--term", help="Ordet. Udeladt: navnet.")
@click.pass_obj
def term(root: Path, name: str, term: str | None) -> None:
    """Et ord i ordlisten."""
    _write_and_report(lambda: scaffold.new_entry(root, "data/glossary.yml", "term", name, {"term": term or name}))


@new.command()
@click.argument("path", metavar="STI")
@click.argument("language", metavar="SPROG", type=LanguageChoice(other_languages))
@click.pass_obj
def translation(root: Path, path: str, language: str) -> None:
    """En oversættelse af en dansk tekst, fx: vejviser new translation docs/da/faa-en-ven.md uk."""
    _write_and_report(lambda: scaffold.new_translation(root, relative_to_root(root, path), language))
