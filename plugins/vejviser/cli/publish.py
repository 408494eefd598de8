"""`vejviser publish`."""

import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import click

from vejviser.base.engine import engine_of
from vejviser.base.problems import PublishError, sentence
from vejviser.cli.commands import Command
from vejviser.cli.words import language
from vejviser.content.load.interface_texts import site_url
from vejviser.content.load.plain_texts import plain_texts
from vejviser.publish.links import dead_links
from vejviser.publish.manifest import whole_site
from vejviser.publish.preview import for_branch
from vejviser.publish.releases import Release
from vejviser.publish.targets import Target, forget_kept, target

STAMP = "%Y%m%dT%H%M%SZ"


@click.command(cls=Command)
@click.argument("places", metavar="[SITE] TARGET", nargs=-1)
@click.option("--rollback", is_flag=True)
@click.option("--to", metavar="STAMP")
@click.option("--forget", is_flag=True)
@click.option("--list", "listing", is_flag=True)
@click.option("--preview", is_flag=True)
@click.option("--branch", metavar="NAME", envvar="VEJVISER_BRANCH")
@click.option("--keep", type=click.IntRange(1), default=5)
@click.option("--wait", type=click.IntRange(0), default=600)
@click.option("--stamp")
@click.pass_obj
def publish(
    root: Path,
    places: tuple[str, ...],
    *,
    rollback: bool,
    to: str | None,
    forget: bool,
    listing: bool,
    preview: bool,
    branch: str | None,
    keep: int,
    wait: int,
    stamp: str | None,
) -> None:
    """Put a finished site in its place; when anything goes wrong, the old one stays as it was."""
    if not 1 <= len(places) <= 2:
        raise click.UsageError("", click.get_current_context())
    site, place = (places[0] if places[1:] else "site"), places[-1]
    messages = plain_texts(root, language(), "publish")
    try:
        goal = target(for_branch(place, branch), root, keep=keep, wait=wait)
        if listing:
            lines = _listed(goal.releases(), messages)
        elif forget:
            lines = [sentence("forgotten", [("count", str(goal.forget()))], messages), messages["forgotten-left"]]
            forget_kept(root)
        elif rollback:
            lines = [sentence("rolled-back", [("stamp", goal.roll_back(to))], messages)]
        else:
            name = stamp or datetime.now(UTC).strftime(STAMP)
            lines = _done(root, goal, root / site, name, messages, preview=preview)
    except PublishError as error:
        click.echo(error.message(messages), err=True)
        sys.exit(2)
    for line in lines:
        click.echo(line)


def _done(root: Path, goal: Target, site: Path, stamp: str, messages: Mapping[str, str], *, preview: bool) -> list[str]:
    engine = engine_of(root)
    if wrong := dead_links(
        site, whole_site(site, engine, preview=preview), urlsplit(site_url(root)).path or "/", engine
    ):
        for item in wrong:
            click.echo(sentence(item.rule, [("page", item.page), ("link", item.written)], messages), err=True)
        raise PublishError("publish-links", count=len(wrong))
    done = goal.publish(site, stamp, preview=preview)
    values = {"stamp": done.stamp, "files": str(done.prepared.files), "fresh": str(done.prepared.fresh)}
    lines = [sentence("unchanged" if done.unchanged else "published", values.items(), messages)]
    if done.others:
        lines.append(sentence("left-others", [("count", str(done.others))], messages))
    return lines


def _listed(releases: tuple[Release, ...], messages: Mapping[str, str]) -> list[str]:
    return [sentence(_state(release), [("stamp", release.stamp)], messages) for release in releases]


def _state(release: Release) -> str:
    if release.current:
        return "release-current"
    return "release-withdrawn" if release.withdrawn else "release-kept"
