"""`vejviser status`: what coordinators report, from the empty form to the pages."""

import click

from vejviser.cli.commands import Entry, Group

COMMANDS = {
    "check": Entry("vejviser.cli.statistics:check"),
    "correct": Entry("vejviser.cli.statistics:correct"),
    "pages": Entry("vejviser.cli.status_pages:pages"),
    "protect": Entry("vejviser.cli.statistics:protect"),
    "template": Entry("vejviser.cli.statistics:template"),
}


@click.group(cls=Group, table=COMMANDS)
def status() -> None:
    """From the figures of a quarter to the status pages."""
