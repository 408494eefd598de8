"""`vejviser`: the one command-line program. Exit codes: 0 fine, 1 problems in the content, 2 wrong usage or machine."""

import gc
from pathlib import Path

import click

from vejviser.cli.commands import Command, Program

COMMANDS = {
    "approve": Command(
        "vejviser.cli.approve:approve",
        "Skriv ved en tekst, at den er godkendt: af hvilken rolle, hvilken dag, og hvilken tekst det var.",
    ),
    "build": Command(
        "vejviser.cli.build:build", "Byg hele portalen i site/. Er der fejl, bliver den gamle side, som den var."
    ),
    "check": Command(
        "vejviser.cli.check:check", "Se efter fejl i alt indhold. Alle fejl på én gang, med fil og linje."
    ),
    "guard": Command(
        "vejviser.cli.guard:guard", "Git-vagten: se det igennem, der er på vej ud. Sættes op med: make hooks."
    ),
    "import": Command("vejviser.cli.imports:importing", "Hent tal ind i indholdet fra andres filer."),
    "lock-version": Command(
        "vejviser.cli.versions:lock_version",
        "Gem i den nyeste version, at det er denne tekst, den gælder. Uden navne: alle materialer.",
    ),
    "new": Command(
        "vejviser.cli.new:new",
        "Begynd noget nyt: en rigtig fil det rigtige sted, med forklaringer, klar til at skrive videre i.",
    ),
    "publish": Command(
        "vejviser.cli.publish:publish",
        "Læg den færdige side SITE på TARGET: en mappe, plain:mappe, git:fjernlager#gren eller s3://spand/mappe.",
    ),
    "schema": Command(
        "vejviser.cli.schema:schema",
        "Skriv skemaerne i schemas/ og indstillingerne til VS Code, så det kender nøglerne i YAML-filerne.",
    ),
    "seal": Command("vejviser.cli.versions:seal", "", hidden=True),
    "serve": Command(
        "vejviser.cli.serve:serve",
        "Vis portalen på din egen maskine. Siden kommer igen, hver gang du gemmer; fejl ser du i browseren.",
    ),
    "status": Command("vejviser.cli.status:status", "Statustal: fra kvartalets tal til kommunernes statussider."),
    "translate": Command(
        "vejviser.cli.translate:translate",
        "Oversættelser: se, hvad der mangler, og bekræft det, der stadig passer.",
    ),
}
"""The commands; what stands for each in the help is the beginning of its own, which a test holds it to."""
_GC_THRESHOLD = (200_000, 50, 50)
"""When Python looks for rubbish: seldom, for a portal is read once and kept until the command ends."""


@click.group(cls=Program, table=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--root", type=click.Path(exists=True, file_okay=False, path_type=Path), default=Path(), hidden=True)
@click.version_option(package_name="vejviser")
@click.pass_context
def main(context: click.Context, root: Path) -> None:
    """Vejviser laver portalen Venner Viser Vej af indholdet i docs/, data/ og materials/."""
    from vejviser.content.settings import using_root  # noqa: PLC0415 - the help needs none

    context.obj = root.resolve()
    context.with_resource(using_root(context.obj))  # what is read of it is read when it is asked for
    gc.set_threshold(*_GC_THRESHOLD)
