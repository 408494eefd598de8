"""The pages of a portal through MkDocs, language by language, side by side on the machine's cores.

Each language is a MkDocs run of its own, the very one static-i18n starts for it in a plain `mkdocs build`. They share
one portal, read and checked once; what an earlier build made of a page is used again (see `kept`).
"""

import logging
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial, reduce
from itertools import chain
from operator import add
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from vejviser.mkdocs.kept import KeptPages, prepare, spots
from vejviser.mkdocs.memory import languages
from vejviser.mkdocs.workspace import Workspace
from vejviser.model.base import MAIN_LANGUAGE, Language
from vejviser.problems import BrokenEnvironmentError
from vejviser.side_by_side import Tell, side_by_side
from vejviser.store import Store

_DIRTY = "A 'dirty' build"
"""How MkDocs' own doubts about such builds begin; ours is exact, so nobody is told."""


@dataclass(frozen=True, slots=True)
class Written:
    """What was done about the pages: addresses of those made anew, keys of all, and what MkDocs has said."""

    made: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    said: tuple[str, ...] = ()

    def __add__(self, other: "Written") -> "Written":
        return Written(self.made + other.made, self.keys + other.keys, self.said + other.said)


@dataclass
class _Heard(logging.Handler):
    """Writes down MkDocs' warnings and errors."""

    said: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(logging.WARNING)

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())

    __hash__ = object.__hash__


def page_store(root: Path) -> Store:
    """Give the place where pages are kept between builds."""
    return Store(root / ".cache" / "pages")


def page_places(work: Workspace) -> frozenset[str]:
    """Give the paths in the site of every page, such as "ar/kommuner/odense/index.html"."""
    return frozenset(spot.place for language in languages(work.config) for spot in spots(work, language))


def write_site_pages(work: Workspace, site: Path) -> Written:
    """Write the composed pages of every language; raises BrokenEnvironmentError when MkDocs warns or stops."""
    wanted = languages(work.config)
    cores = min(len(wanted), os.cpu_count() or 1)
    tasks = [partial(_share, work, site, wanted[it::cores]) for it in range(cores)]
    pages, done = sum(1 for language in wanted for _ in spots(work, language)), Counter[str]()

    def told(steps: int) -> None:
        done["pages"] += steps
        work.progress("pages", done["pages"], pages)

    prepare()
    total = reduce(add, chain.from_iterable(side_by_side(tasks, told)))
    if total.said:
        raise BrokenEnvironmentError("\n".join(dict.fromkeys(total.said)))
    return total


def _share(work: Workspace, site: Path, share: Sequence[Language], told: Tell) -> list[Written]:
    return [write_language(work, site, language, told) for language in share]


def write_language(work: Workspace, site: Path, language: Language, told: Tell) -> Written:
    """Write the pages of one language below `site`; `told` hears of every page that is done.

    When every page is kept, MkDocs has nothing to do, but for the files that come with a language's pages.
    """
    config = load_config(str(work.config.config_file_path), site_dir=str(site))
    config.extra["vejviser"] = work
    config.theme.static_templates = {"404.html"} if language == MAIN_LANGUAGE else set()
    if i18n := config.plugins.get("i18n"):
        i18n.building, i18n.current_language = True, language
    with _hearing() as heard:
        kept = KeptPages(page_store(work.root), config, work, language, lambda: len(heard.said), told)
        config.extra["vejviser_kept"] = kept
        if not kept.look_up(site) or kept.has_files:
            try:
                build(config, dirty=True)
            except MkDocsException as error:
                heard.said.append(str(error))
    return Written(tuple(kept.made), kept.keys, tuple(heard.said))


@contextmanager
def _hearing() -> Iterator[_Heard]:
    """Listen to MkDocs."""
    heard, logger, builder = _Heard(), logging.getLogger("mkdocs"), logging.getLogger("mkdocs.commands.build")
    logger.addHandler(heard)
    builder.addFilter(_is_exact)
    try:
        yield heard
    finally:
        builder.removeFilter(_is_exact)
        logger.removeHandler(heard)


def _is_exact(record: logging.LogRecord) -> bool:
    return not str(record.msg).startswith(_DIRTY)
