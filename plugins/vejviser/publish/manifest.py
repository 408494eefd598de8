"""build.json: what a finished site holds. The build writes it last; publishing looks at it first.

The hash is that of the list `sha256sum` would print for all other files, sorted by name, so anybody can check it.
"""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from pydantic import Field, ValidationError

from vejviser.base.files import write_if_changed
from vejviser.base.problems import PublishError
from vejviser.content.model.base import PLACEHOLDER, Model

NAME = "build.json"
HEADERS = "_headers"
"""What publishing puts beside the pages; compressed twins of files come on top."""
TWINS = (".gz", ".br")


class Manifest(Model):
    """What a build made: nothing about the machine or the time, so the same content gives the same file."""

    pages: int = Field(ge=1)
    files: int = Field(ge=1)
    bytes: int
    sha256: str
    checks: tuple[str, ...] = Field(min_length=1)
    invented: bool = False


def write_manifest(site: Path, checks: tuple[str, ...], *, invented: bool = False) -> Manifest:
    """Write in build.json what the finished folder `site` holds and which `checks` it has passed."""
    manifest = _described(site, checks, invented=invented)
    write_if_changed(site / NAME, f"{json.dumps(manifest.model_dump(), indent=1)}\n".encode())
    return manifest


def publishable(site: Path, *, preview: bool = False) -> Manifest:
    """Read build.json; raises PublishError when there is none, or when it says that readers must not see this."""
    manifest = read_manifest(site)
    if manifest.invented and not preview:
        raise PublishError("publish-invented", site=site.name)
    if not preview and (page := _unwritten(site)):
        raise PublishError("publish-unwritten", page=page, mark=PLACEHOLDER)
    return manifest


def _unwritten(site: Path) -> str:
    """Return the first page on which a text is still to be written, or nothing.

    Editors' own pages speak of the mark.
    """
    mark = PLACEHOLDER.encode()
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site).as_posix()
        if "redaktoer" not in name.split("/") and path.is_file() and mark in path.read_bytes():
            return name
    return ""


def verify(folder: Path, manifest: Manifest) -> None:
    """See that `folder` holds what `manifest` says and nothing else; raises PublishError when it does not."""
    found = _described(folder, manifest.checks, invented=manifest.invented)
    if found != manifest:
        raise PublishError("publish-incomplete", found=found.files, expected=manifest.files)


def read_manifest(site: Path) -> Manifest:
    """Read build.json; raises PublishError when there is none, or none that can be read."""
    try:
        return Manifest.model_validate_json((site / NAME).read_bytes())
    except FileNotFoundError:
        raise PublishError("publish-unfinished", site=site.name) from None
    except (ValidationError, OSError):
        raise PublishError("publish-unreadable", site=site.name) from None


def site_files(site: Path) -> Iterator[str]:
    """Yield the path of every file the build made below `site`, sorted, with build.json left out.

    Raises PublishError at a symbolic link: what it leads to was not looked through.
    """
    names = {path.relative_to(site).as_posix() for path in site.rglob("*") if not path.is_dir() or path.is_symlink()}
    for name in sorted(names - {NAME, HEADERS}):
        if (site / name).is_symlink():
            raise PublishError("publish-link", name=name)
        if not (name.endswith(TWINS) and name[:-3] in names):
            yield name


def _described(site: Path, checks: tuple[str, ...], *, invented: bool) -> Manifest:
    names = tuple(site_files(site))
    total = hashlib.sha256()
    for name in names:
        with (site / name).open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        total.update(f"{digest}  {name}\n".encode())
    return Manifest.model_construct(
        pages=sum(name.endswith(".html") for name in names),
        files=len(names),
        bytes=sum((site / name).stat().st_size for name in names),
        sha256=total.hexdigest(),
        checks=checks,
        invented=invented,
    )
