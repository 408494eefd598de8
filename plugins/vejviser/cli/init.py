"""`vejviser init`: a small portal of one's own, in a folder where nothing is yet."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from vejviser.authoring import starters
from vejviser.authoring.init import new_portal
from vejviser.base.problems import ContentError
from vejviser.cli.commands import Command
from vejviser.cli.dates import build_date
from vejviser.cli.output import print_problems
from vejviser.cli.words import say
from vejviser.content.languages import SECOND_LANGUAGE

_ADDRESS = "https://portal.example/"
"""Nobody's: links and feeds are right as soon as the portal's own stands in its place."""
_OF_THE_MACHINE = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
_SAID = {
    "languages": ("init-ask-languages", "init-not-languages"),
    "name": ("init-ask-name", "init-not-name"),
    "organisation": ("init-ask-organisation", "init-not-organisation"),
    "place": ("init-ask-place", "init-not-place"),
    "url": ("init-ask-url", "init-not-url"),
}
"""How each thing is asked for, and what is said of an answer that is none."""
T = TypeVar("T")


@click.command(cls=Command)
@click.argument("folder", metavar="DIRECTORY", type=click.Path(path_type=Path))
@click.option("--languages", metavar="CODES")
@click.option("--name")
@click.option("--organisation")
@click.option("--place", metavar="WORDS")
@click.option("--url")
@click.pass_obj
def init(
    root: Path,
    folder: Path,
    *,
    languages: str | None,
    name: str | None,
    organisation: str | None,
    place: str | None,
    url: str | None,
) -> None:
    """Write a small whole portal into a new folder; ask, at a terminal, for what is not given."""
    codes = _asked("languages", languages, _own_language(), starters.language_codes)
    words = starters.starter_texts(starters.begun_in(codes[0]))
    wishes = starters.Wishes(
        name=_asked("name", name, words["names.portal"], starters.shown_name),
        organisation=_asked("organisation", organisation, words["names.organisation"], starters.shown_name),
        languages=codes,
        words=_asked("place", place, "", starters.word_forms),
        url=_asked("url", url, _ADDRESS, starters.web_address),
    )
    try:
        files = new_portal(root / folder, wishes, build_date(None))
    except ContentError as error:
        print_problems(root, error.problems)
        sys.exit(1)
    click.echo(say("init-done", number=len(files), folder=folder))


def _asked(what: str, given: str | None, otherwise: str, read: Callable[[str], T]) -> T:
    """Return what was given as an option, or else typed at the terminal; without either, what holds otherwise.

    At the terminal a mistake is told, and asked for again; in an option it is a usage error.
    """
    question, refusal = _SAID[what]

    def value(text: str) -> T:
        try:
            return read(text)
        except ValueError:
            raise click.BadParameter(say(refusal, found=text), param_hint=f"--{what}") from None

    if given is None and sys.stdin.isatty():
        found: T = click.prompt(say(question), default=otherwise, value_proc=value, show_default=bool(otherwise))
        return found
    return value(otherwise if given is None else given)


def _own_language() -> str:
    """Return the language of whoever begins: the machine's, where there are texts in it, or else English."""
    wanted = (os.environ.get(name, "").partition(":")[0].partition("_")[0] for name in _OF_THE_MACHINE)
    return next((item for item in wanted if item in starters.starter_languages()), SECOND_LANGUAGE)
