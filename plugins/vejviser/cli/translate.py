"""`vejviser translate`: what waits for translators, and "this is still right"."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click

from vejviser.authoring import translations
from vejviser.cli.commands import Group
from vejviser.cli.language_choice import LanguageChoice
from vejviser.cli.paths import relative_to_root
from vejviser.cli.words import say
from vejviser.content.languages import other_languages
from vejviser.content.translation.pairs import Pair


@click.group(cls=Group)
def translate() -> None:
    """Show what waits for translators, and confirm what is still right."""


@translate.command("status")
@click.option("--lang", type=LanguageChoice(other_languages))
@click.pass_obj
def status_command(root: Path, lang: str | None) -> None:
    """Show what waits for a translator, language by language."""
    found = translations.translations(root, lang)
    for language in [lang] if lang else other_languages():
        own = [pair for pair in found if pair.language == language]
        waiting = [pair for pair in own if pair.work]
        unread = sum(pair.translation.status == "machine" for pair in own)
        click.echo(say("translations", language=language, all=len(own), waiting=len(waiting), unread=unread))
        for line in (*_waiting(waiting), *_missing_texts(root, language)):
            click.echo(f"  {line}")


def _missing_texts(root: Path, language: str) -> Iterator[str]:
    path, keys = translations.missing_texts(root, language)
    if keys:
        yield path
        yield f"  {say('waiting-texts', count=len(keys), names=', '.join(keys))}"


def _waiting(waiting: Iterable[Pair]) -> Iterator[str]:
    for pair in waiting:
        yield pair.path
        for what, names in (
            ("waiting-replaced", pair.replaced),
            ("waiting-outdated", pair.outdated),
            ("waiting-missing", pair.missing),
            ("waiting-untranslated", pair.untranslated),
            ("waiting-unrecorded", pair.unrecorded),
        ):
            if names:
                yield f"  {say(what, names=', '.join(names))}"


@translate.command()
@click.argument("paths", metavar="PATH…", nargs=-1, required=True)
@click.option("--section", metavar="ID")
@click.option("--lang", type=LanguageChoice(other_languages))
@click.option("--minor", is_flag=True)
@click.pass_obj
def confirm(root: Path, paths: Sequence[str], section: str | None, lang: str | None, minor: bool) -> None:
    """Say that a translation is still right; with `minor`, that all are that were so before the last correction."""
    names = [relative_to_root(root, path) for path in paths]
    if minor:
        done = [item for name in names for item in translations.confirm_minor(root, name)]
    else:
        done = translations.confirm(root, names, section, lang)
    for confirmed in done:
        click.echo(say("confirmed", path=confirmed.path, language=confirmed.language, count=len(confirmed.names)))
    if not done:
        click.echo(say("nothing-to-confirm"))
