"""build.json: what a finished site holds. The build writes it last; publishing looks at it first.

The hash is that of the list `sha256sum` would print for all other files, sorted by name, so anybody can check it.
"""

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import Field, ValidationError

from vejviser.base.engine import Engine
from vejviser.base.files import write_if_changed
from vejviser.base.problems import PublishError
from vejviser.content.addresses import PUBLISHED_ON, at
from vejviser.content.model.base import PLACEHOLDERS
from vejviser.content.model.short_address import leads_on
from vejviser.content.model.value import Model
from vejviser.publish import older
from vejviser.publish.compress import TWINS
from vejviser.publish.known_files import NO_MARK, NOTHING_KNOWN, FileFacts, KnownFiles, Mark, mark_of

NAME = "build.json"
HEADERS = "_headers"
"""What publishing puts beside the pages; compressed twins of files come on top."""
_MARKS = tuple(mark.encode() for mark in PLACEHOLDERS)


class Manifest(Model):
    """What a build made: nothing about the machine or the time, so the same content gives the same file."""

    pages: int = Field(ge=1)
    files: int = Field(ge=1)
    bytes: int
    sha256: str
    checks: tuple[str, ...] = Field(min_length=1)
    invented: bool = False
    draft: bool = False


def write_manifest(site: Path, checks: tuple[str, ...], *, invented: bool = False, draft: bool = False) -> Manifest:
    """Write in build.json what the finished folder `site` holds and which `checks` it has passed."""
    manifest = manifest_of(read_files(site).facts, checks, invented=invented, draft=draft)
    write_if_changed(site / NAME, as_file(manifest))
    return manifest


def as_file(manifest: Manifest) -> bytes:
    """Return what build.json says."""
    return f"{json.dumps(manifest.model_dump(), indent=1)}\n".encode()


def manifest_of(
    files: Mapping[str, FileFacts], checks: tuple[str, ...], *, invented: bool = False, draft: bool = False
) -> Manifest:
    """Return the manifest of a site that holds `files`, by their paths in it, build.json left out."""
    names = sorted(files)
    total = hashlib.sha256("".join(f"{files[name].sha256}  {name}\n" for name in names).encode())
    return Manifest.model_construct(
        pages=sum(name.endswith(".html") and not leads_on(name) for name in names),
        files=len(names),
        bytes=sum(files[name].size for name in names),
        sha256=total.hexdigest(),
        checks=checks,
        invented=invented,
        draft=draft,
    )


def published_on(stamp: str) -> bytes:
    """Return the file that tells the day of a publishing, which is the day of its stamp: "20261122T115100Z"."""
    return f'{{"day": "{stamp[:4]}-{stamp[4:6]}-{stamp[6:8]}"}}\n'.encode()


@dataclass(frozen=True, slots=True)
class SiteFiles:
    """The files of a finished site, build.json left out: what they hold, and their marks when they were looked at."""

    facts: Mapping[str, FileFacts]
    marks: Mapping[str, Mark]

    @property
    def known(self) -> KnownFiles:
        """What is known of the folder from now on."""
        return KnownFiles({name: (mark, self.facts[name]) for name, mark in self.marks.items()})


def read_files(site: Path, known: KnownFiles = NOTHING_KNOWN) -> SiteFiles:
    """Read every file of a site that is not `known` as it is now; raises PublishError at a symbolic link."""
    facts: dict[str, FileFacts] = {}
    marks: dict[str, Mark] = {}
    for name in site_files(site):
        marks[name] = mark = mark_of(f"{site}/{name}") or NO_MARK
        facts[name] = known.facts(name, mark) or facts_of(name, (site / name).read_bytes())
    return SiteFiles(facts, marks)


def facts_of(name: str, content: bytes) -> FileFacts:
    """Return what the file `name` of a site holds. Editors' own pages may speak of texts still to be written."""
    unwritten = (
        name.endswith(".html") and at("<editors>") not in name.split("/") and any(mark in content for mark in _MARKS)
    )
    return FileFacts(len(content), hashlib.sha256(content).hexdigest(), unwritten)


def publishable(site: Path, *, preview: bool = False) -> Manifest:
    """Read build.json; raises PublishError when there is none, or when it says that readers must not see this.

    Nor is a site shown as a preview whose pages do not say that they are one.
    """
    manifest = read_manifest(site)
    if manifest.invented and not preview:
        raise PublishError("publish-invented", site=site.name)
    if manifest.draft and not preview:
        raise PublishError("publish-draft", site=site.name)
    if preview and not (manifest.draft or manifest.invented):
        raise PublishError("publish-unmarked", site=site.name)
    return manifest


def refuse_unwritten(files: Mapping[str, FileFacts]) -> None:
    """Raise PublishError, with the first page on which a text is still to be written, where there is one."""
    for name, facts in sorted(files.items()):
        if facts.unwritten:
            raise PublishError("publish-unwritten", page=name, mark=" / ".join(PLACEHOLDERS))


def whole_site(site: Path, engine: Engine, *, preview: bool = False) -> Mapping[str, FileFacts]:
    """Return what a finished site holds, build.json left out; what the `engine` knows of it is not read again.

    Raises PublishError when the site is not what its build.json says, or is not for readers.
    """
    manifest = publishable(site, preview=preview)
    files = read_files(site, KnownFiles.of(site, engine))
    files.known.keep(site, engine)
    if not preview:
        refuse_unwritten(files.facts)
    compare(files.facts, manifest)
    return files.facts


def verify(folder: Path, manifest: Manifest) -> None:
    """Read all of `folder`; raises PublishError when it does not hold what `manifest` says and nothing else."""
    compare(read_files(folder).facts, manifest)


def compare(files: Mapping[str, FileFacts], manifest: Manifest) -> None:
    """Raise PublishError when `files` are not what `manifest` says."""
    found = manifest_of(files, manifest.checks, invented=manifest.invented, draft=manifest.draft)
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


def refuse_overlap(site: Path, target: Path) -> None:
    """Raise PublishError when the site and the folder it is to be published in lie inside each other."""
    one, other = site.resolve(), target.resolve()
    if one.is_relative_to(other) or other.is_relative_to(one):
        raise PublishError("publish-inside", site=site, target=target)


def site_files(site: Path) -> Iterator[str]:
    """Yield the path of every file the build made below `site`, sorted, with build.json left out.

    So are what publishing has put beside them, and files that pages from before still need. Raises PublishError at a
    symbolic link: what it leads to was not looked through.
    """
    found = dict(entries(str(site)))
    beside = {NAME, HEADERS, PUBLISHED_ON, older.NAME}
    for name in sorted(found.keys() - beside - older.older(read_lastings(site))):
        if found[name]:
            raise PublishError("publish-link", name=name)
        if not (name.endswith(TWINS) and name[:-3] in found):
            yield name


def read_lastings(folder: Path) -> older.Lastings:
    """Return which files of a folder last, where publishing has said so."""
    try:
        return older.as_lastings((folder / older.NAME).read_bytes())
    except OSError:
        return {}


def entries(folder: str, before: str = "") -> Iterator[tuple[str, bool]]:
    """Yield the path of everything below a folder that is no folder, and whether it is a symbolic link."""
    with os.scandir(folder) as listed:
        for entry in listed:
            if entry.is_dir(follow_symlinks=False):
                yield from entries(entry.path, f"{before}{entry.name}/")
            else:
                yield f"{before}{entry.name}", entry.is_symlink()
