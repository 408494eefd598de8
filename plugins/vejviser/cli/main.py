"""`vejviser`: the one command-line program. Exit codes: 0 fine, 1 problems in the content, 2 wrong usage or machine."""

import gc
from pathlib import Path

import click

from vejviser.cli.commands import Entry, Program

COMMANDS = {
    "addresses": Entry("vejviser.cli.addresses:addresses"),
    "approve": Entry("vejviser.cli.approve:approve"),
    "build": Entry("vejviser.cli.build:build"),
    "check": Entry("vejviser.cli.check:check"),
    "guard": Entry("vejviser.cli.guard:guard"),
    "import": Entry("vejviser.cli.imports:importing"),
    "init": Entry("vejviser.cli.init:init"),
    "lock-version": Entry("vejviser.cli.versions:lock_version"),
    "new": Entry("vejviser.cli.new:new"),
    "publish": Entry("vejviser.cli.publish:publish"),
    "schema": Entry("vejviser.cli.schema:schema"),
    "seal": Entry("vejviser.cli.versions:seal", hidden=True),
    "serve": Entry("vejviser.cli.serve:serve"),
    "status": Entry("vejviser.cli.status:status"),
    "translate": Entry("vejviser.cli.translate:translate"),
}
"""The commands; what each of them is for stands in ui/usage/."""
_GC_THRESHOLD = (200_000, 50, 50)
"""When Python looks for rubbish: seldom, for a portal is read once and kept until the command ends."""


@click.group(cls=Program, table=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    hidden=True,
    is_eager=True,  # its help is in the portal's language
)
@click.version_option(package_name="vejviser", message="%(prog)s %(version)s")
@click.pass_context
def main(context: click.Context, root: Path) -> None:
    """Make a portal of the content in docs/, data/ and materials/."""
    from vejviser.content.settings import using_root  # noqa: PLC0415 - the help needs none

    context.obj = root.resolve()
    context.with_resource(using_root(context.obj))  # what is read of it is read when it is asked for
    gc.set_threshold(*_GC_THRESHOLD)
