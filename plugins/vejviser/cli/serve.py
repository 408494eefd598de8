"""`vejviser serve`: the portal on the editor's own machine."""

import sys
from datetime import date, datetime
from pathlib import Path
from urllib.parse import urlsplit

import click

from vejviser.cli.commands import Command
from vejviser.cli.dates import build_date
from vejviser.cli.output import print_problems
from vejviser.cli.progress_bar import ProgressReporter
from vejviser.cli.words import language
from vejviser.content.load.interface_texts import load_sentences, site_url
from vejviser.content.load.plain_texts import plain_texts
from vejviser.site.preview import Preview
from vejviser.site.preview_panel import PanelTexts, panel_texts
from vejviser.site.preview_server import PreviewServer


@click.command(cls=Command)
@click.option("--address", default="127.0.0.1:8000")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]))
@click.pass_obj
def serve(root: Path, address: str, today: date | None) -> None:
    """Show the portal on the editor's own machine."""
    spoken = language()
    words = panel_texts(root, spoken, plain_texts(root, spoken, "build"), load_sentences(root, spoken))
    host, port = _parts(address)
    if not port:
        raise click.BadParameter(words["serving-address"].format(address=address), param_hint="--address")
    reporter = ProgressReporter(words)
    preview = Preview(root, lambda: build_date(today), reporter)
    try:
        _run(preview, reporter, words, host, port)
    except OSError:
        click.echo(words["serving-busy"].format(address=address), err=True)
        sys.exit(2)


def _run(preview: Preview, reporter: ProgressReporter, words: PanelTexts, host: str, port: int) -> None:
    def built() -> None:
        reporter.close()
        now, edition = f"{datetime.now().astimezone():%H:%M:%S}", preview.edition
        if preview.trouble:
            print_problems(preview.root, preview.trouble.problems)
            click.echo(words.reason(preview.trouble) + words["not-rebuilt"].format(time=now), err=True)
        elif edition:
            said = words["rebuilt" if edition.made else "rebuilt-same"]
            click.echo(said.format(time=now, made=edition.made, seconds=f"{edition.seconds:.1f}"))

    server = PreviewServer(preview, host, port, urlsplit(site_url(preview.root)).path or "/", words, built)
    try:
        server.start(lambda: click.echo(words["serving"].format(address=server.url)))
    except KeyboardInterrupt:
        pass
    finally:
        server.stop()


def _parts(address: str) -> tuple[str, int]:
    host, _, port = address.rpartition(":")
    return host.strip("[]"), int(port) if port.isdecimal() and int(port) < 65536 else 0
