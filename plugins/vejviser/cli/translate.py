"""`vejviser translate`: what waits for translators, and "this is still right"."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click

from vejviser.authoring import translations
from vejviser.cli.language_choice import LanguageChoice
from vejviser.cli.paths import relative_to_root
from vejviser.content.languages import other_languages
from vejviser.content.translation.pairs import Pair


@click.group()
def translate() -> None:
    """Oversættelser: se, hvad der mangler, og bekræft det, der stadig passer."""


@translate.command("status")
@click.option("--lang", type=LanguageChoice(other_languages), help="Kun ét sprog.")
@click.pass_obj
def status_command(root: Path, lang: str | None) -> None:
    """Vis, hvad der venter på en oversætter, sprog for sprog."""
    found = translations.translations(root, lang)
    for language in [lang] if lang else other_languages():
        own = [pair for pair in found if pair.language == language]
        waiting = [pair for pair in own if pair.work]
        unread = sum(pair.translation.status == "machine" for pair in own)
        texts = "1 tekst" if len(own) == 1 else f"{len(own)} tekster"
        click.echo(f"{language}: {texts}, {len(waiting)} venter på en oversætter, {unread} er ikke læst igennem")
        for line in _waiting(waiting):
            click.echo(f"  {line}")


def _waiting(waiting: Iterable[Pair]) -> Iterator[str]:
    for pair in waiting:
        yield pair.path
        for what, names in (
            ("dansk tekst ændret", pair.outdated),
            ("mangler", pair.missing),
            ("stadig på dansk", pair.untranslated),
            ("ikke bekræftet", pair.unrecorded),
        ):
            if names:
                yield f"  {what}: {', '.join(names)}"


@translate.command()
@click.argument("paths", metavar="STI…", nargs=-1, required=True)
@click.option("--section", metavar="ID", help="Kun dette afsnit.")
@click.option("--lang", type=LanguageChoice(other_languages), help="Kun dette sprog, i filer med flere sprog.")
@click.option("--minor", is_flag=True, help="STI er den danske fil, og den sidste rettelse ændrede ikke meningen.")
@click.pass_obj
def confirm(root: Path, paths: Sequence[str], section: str | None, lang: str | None, minor: bool) -> None:
    """Sig, at oversættelsen stadig passer til den danske tekst. Teksten bliver ikke rørt.

    STI er en oversat fil eller en mappe med oversatte filer. Med --minor er det den danske fil: så bliver de
    oversættelser bekræftet, der passede før den sidste rettelse, og kun dem.
    """
    names = [relative_to_root(root, path) for path in paths]
    if minor:
        done = [item for name in names for item in translations.confirm_minor(root, name)]
    else:
        done = translations.confirm(root, names, section, lang)
    for confirmed in done:
        click.echo(f"{confirmed.path} ({confirmed.language}): {len(confirmed.names)} afsnit bekræftet")
    if not done:
        click.echo("Der var intet at bekræfte.")
