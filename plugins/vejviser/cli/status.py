"""`vejviser status`: what coordinators report, from the empty form to the pages."""

import click

from vejviser.cli.commands import Command, LazyGroup

COMMANDS = {
    "check": Command(
        "vejviser.cli.statistics:check",
        "Se en indberetning igennem: hvert forkert felt bliver forklaret. Intet skrives.",
    ),
    "correct": Command(
        "vejviser.cli.statistics:correct",
        "Ret et kvartal, der er udgivet. Filen skal have alle kommuners rigtige tal, også dem, der ikke er ændret.",
    ),
    "pages": Command(
        "vejviser.cli.status_pages:pages",
        "Lav statussiderne som Markdown: alle, eller én kommunes. Er der fejl i tallene, skrives intet.",
    ),
    "protect": Command(
        "vejviser.cli.statistics:protect",
        "Afrund tallene, og skriv det, der må vises, i data/status/. Den rå fil bliver kun læst.",
    ),
    "template": Command(
        "vejviser.cli.statistics:template",
        "Skriv det tomme skema til et kvartal: som regneark (XLSX) og som CSV.",
    ),
}


@click.group(cls=LazyGroup, table=COMMANDS)
def status() -> None:
    """Statustal: fra kvartalets tal til kommunernes statussider."""
