"""`vejviser guard`: what stands between what editors write and everybody else."""

import click

from vejviser.cli.commands import Entry, Group

COMMANDS = {
    "accept": Entry("vejviser.cli.guard_accept:accept"),
    "message": Entry("vejviser.cli.guard_hooks:described"),
    "pushed": Entry("vejviser.cli.guard_hooks:pushed"),
    "received": Entry("vejviser.cli.guard_hooks:received"),
    "staged": Entry("vejviser.cli.guard_hooks:staged"),
}


@click.group(cls=Group, table=COMMANDS)
def guard() -> None:
    """Look through what is on its way out."""
