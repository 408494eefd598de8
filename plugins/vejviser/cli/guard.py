"""`vejviser guard`: what stands between what editors write and everybody else."""

import click

from vejviser.cli.commands import Command, LazyGroup

COMMANDS = {
    "accept": Command(
        "vejviser.cli.guard_accept:accept",
        "Skriv i data/privacy.yml, at det, vagten finder i OBJECT, ikke er en hemmelighed.",
    ),
    "message": Command(
        "vejviser.cli.guard_hooks:described",
        "Se beskeden til en commit igennem, og navnet på den, der skriver den.",
    ),
    "pushed": Command(
        "vejviser.cli.guard_hooks:pushed",
        "Se alt det igennem, der er på vej ud af huset, også det, der er rettet siden.",
    ),
    "received": Command(
        "vejviser.cli.guard_hooks:received",
        "På serveren: se alt det igennem, som et push fører med sig, også det, der er rettet siden.",
    ),
    "staged": Command("vejviser.cli.guard_hooks:staged", "Se det igennem, der er på vej ind i en commit."),
}


@click.group(cls=LazyGroup, table=COMMANDS)
def guard() -> None:
    """Git-vagten: se det igennem, der er på vej ud. Sættes op med: make hooks."""
