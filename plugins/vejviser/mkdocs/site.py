"""The whole path from folders to a finished site in its place."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from time import monotonic

from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from vejviser.build import CHECKS, CLEAN, gather_site, sound
from vejviser.filing import default_store
from vejviser.load.configuration import configuration_problems
from vejviser.mkdocs.finish import write_around, write_index
from vejviser.mkdocs.languages import page_store, write_site_pages
from vejviser.mkdocs.workspace import Workspace
from vejviser.problems import BrokenEnvironmentError, ContentError, Problem
from vejviser.progress import Progress, Stages, silent
from vejviser.publish.manifest import write_manifest
from vejviser.write import fresh_folder, remove_folder, replace_folder, write_tree


@dataclass(frozen=True, slots=True)
class Built:
    """A finished site: how many pages, how many of them made anew, how long it took, and the warnings on the way."""

    pages: int
    made: int
    seconds: float
    problems: tuple[Problem, ...]


def workspace_of(root: Path, today: date, *, demo: bool = False, progress: Progress = silent) -> Workspace:
    """Give the portal below `root` for a build outside MkDocs' own command.

    Raises ContentError when mkdocs.yml cannot be read, and BrokenEnvironmentError when it cannot be used.
    """
    if problems := [*configuration_problems(root)]:
        raise ContentError(problems)
    try:
        config = load_config(str(root / "mkdocs.yml"))
    except MkDocsException as error:
        raise BrokenEnvironmentError(f"mkdocs.yml: {error}") from None
    return Workspace(root, config, today, demo, progress, told=True)


def build_site(
    root: Path,
    target: Path,
    today: date,
    *,
    demo: bool = False,
    extra: Mapping[str, bytes] | None = None,
    stages: Stages | None = None,
) -> Built:
    """Build the portal, with the files of `extra` beside its own, and put it in the place of `target`.

    Raises ContentError before anything is written when the content has errors, and BrokenEnvironmentError when MkDocs
    stops or warns; `target` is then as it was.
    """
    began, stages = monotonic(), stages or Stages()
    work = workspace_of(root, today, demo=demo, progress=stages.progress)
    with stages("content"):
        sound(work.checked)
    fresh = fresh_folder(target)
    try:
        made = _write(work, fresh, extra or {}, stages)
        with stages("privacy"):
            sound(gather_site(work.portal, fresh, today, leave_out=CLEAN))
        with stages("manifest"):
            pages = write_manifest(fresh, CHECKS, invented=demo).pages
        with stages("place"):
            replace_folder(fresh, target)
    finally:
        remove_folder(fresh)
    return Built(pages, made, monotonic() - began, work.checked.problems)


def _write(work: Workspace, fresh: Path, extra: Mapping[str, bytes], stages: Stages) -> int:
    with stages("documents"):
        filed = work.filed
    with stages("texts"):
        work.compose()
    with stages("pages"):
        written = write_site_pages(work, fresh)
    with stages("files"):
        write_tree(fresh, {it.download.path: it.content for it in filed})
        write_tree(fresh, extra)
    with stages("data"):
        write_around(fresh, work)
    with stages("search"):
        write_index(fresh, work)
    default_store(work.root).used(it.key for it in filed)
    page_store(work.root).used(written.keys)
    return len(written.made)
