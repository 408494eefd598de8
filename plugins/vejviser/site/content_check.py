"""Everything read and checked: the content before a build, and a finished site before it is put in place.

folders -> load -> Portal -> check -> problems, or -> documents -> pages, opendata; `site.pipeline` goes on from there
"""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path

from vejviser.base.engine import Engine
from vejviser.base.fingerprints import cache_key, program_fingerprint
from vejviser.base.parallel import OnProgress, run_parallel
from vejviser.base.problems import ContentError, Problem
from vejviser.check import letters, moved_pages, placeholders
from vejviser.check.all_rules import check_portal
from vejviser.check.error_suppression import without_consequences
from vejviser.content.facts import made_of_parts
from vejviser.content.languages import Language, languages
from vejviser.content.load.portal import Loaded, load_portal
from vejviser.content.load.portal_settings import cannot_judge
from vejviser.content.model.download import Downloads
from vejviser.content.model.portal import Portal
from vejviser.content.on_days import shown_on
from vejviser.content.settings import NAME as SETTINGS
from vejviser.content.settings import using_root
from vejviser.content.translation.notices import with_translation_notices
from vejviser.content.types import composers, plugins
from vejviser.documents import catalog
from vejviser.pages import rule_pages, writing
from vejviser.pages.page import Page
from vejviser.privacy import drawings, false_alarms, finished_pages, personal_data
from vejviser.privacy.masking import masked_problem
from vejviser.privacy.scanner import CONTENT as FOLDERS
from vejviser.privacy.scanner import as_it_lies, content_files, read_file, read_folder, read_markup
from vejviser.statistics.load_published import load_quarters

CHECKS = ("content", "links", "personal-data")
"""What a site has passed when it is finished; told in its build.json, without which nothing is published."""
TRUSTED_ENDINGS = (".docx", ".epub", ".odp", ".odt", ".pdf", ".zip", ".css", ".js", ".map")
"""Documents made of content that has been looked through, and programs; `vejviser check --site` opens them too."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A portal and every problem it has, sorted."""

    portal: Portal
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stop a build."""
        return tuple(problem for problem in self.problems if problem.severity == "error")

    def for_readers(self) -> "Checked":
        """Return it as it is where all of it is to be read: there a text that is still to be written is an error."""
        unwritten = placeholders.NOT_WRITTEN
        problems = (replace(item, severity="error") if item.rule == unwritten else item for item in self.problems)
        return replace(self, problems=tuple(problems))


def load_and_check(
    root: Path,
    today: date,
    *,
    everywhere: bool = False,
    demo: bool = False,
    changes: bytes | None = None,
    engine: Engine | None = None,
) -> Checked:
    """Read and check everything below `root`.

    With `everywhere`, also files that lie where no content belongs; with `demo`, status figures are invented. `changes`
    is what git says of files that moved (see `moved_pages`), where the folder has no git of its own.
    """
    engine = engine or Engine()
    with using_root(root):
        loaded = load(root, today, "", languages(), demo=demo, engine=engine)
        problems = check(root, today, loaded, everywhere=everywhere, changes=changes, engine=engine)
        return Checked(with_translation_notices(shown_on(loaded.portal, today)), problems)


def load(
    root: Path,
    today: date,
    site_url: str,
    languages: tuple[Language, ...],
    *,
    demo: bool = False,
    engine: Engine | None = None,
) -> Loaded:
    """Read everything below `root`."""
    loaded = load_portal(root, site_url, languages, engine)
    if not demo:
        return loaded
    from vejviser.statistics.synthetic_portal import with_synthetic_quarters  # noqa: PLC0415 - seldom asked for

    key = cache_key("invented", today.isoformat(), loaded.facts.fingerprint())
    return replace(
        loaded,
        portal=with_synthetic_quarters(loaded.portal, today),
        fingerprints={**loaded.fingerprints, "status": key},
    )


def check(
    root: Path,
    today: date,
    loaded: Loaded,
    *,
    everywhere: bool = False,
    changes: bytes | None = None,
    engine: Engine | None = None,
) -> tuple[Problem, ...]:
    """Return every problem of what has been read and of the files below `root`, sorted."""
    engine = engine or Engine()
    of_settings = tuple(problem for problem in loaded.problems if problem.path == SETTINGS)
    if of_settings and cannot_judge(root):
        return tuple(masked_problem(problem) for problem in of_settings)
    key = cache_key(program_fingerprint(), today.isoformat())
    problems = {
        *loaded.problems,
        *made_of_parts(engine, "check quarters", key, loaded.facts, lambda portal, _: load_quarters(portal).problems),
        *check_portal(loaded.facts, today, engine),
        *made_of_parts(engine, "check files", key, loaded.facts, lambda portal, _: _of_documents(portal)),
        *_in_files(root, loaded, engine, everywhere=everywhere),
        *moved_pages.problems(root, loaded.portal, changes),
        *false_alarms.unneeded_entries(root, loaded.portal.privacy),
    }
    return tuple(sorted({masked_problem(item) for item in without_consequences(loaded.problems, problems)}))


_OF_FIELDS = ("field-without-place", "unknown-field", "unknown-field-suggestion")
"""What is wrong with a translation of a form until it follows the original's fields: readers get the original."""


def _of_documents(portal: Portal) -> tuple[Problem, ...]:
    """Return what is wrong with the texts as documents, where it is still so in what readers get."""
    found = catalog.problems(portal)
    if not any(problem.rule in _OF_FIELDS for problem in found):
        return found
    shown = catalog.problems(with_translation_notices(portal))
    still = {(problem.path, problem.rule, problem.values) for problem in shown}
    return tuple(item for item in found if item.rule not in _OF_FIELDS or (item.path, item.rule, item.values) in still)


def _in_files(root: Path, loaded: Loaded, engine: Engine, *, everywhere: bool) -> Iterator[Problem]:
    """Yield what is wrong in the content's files as they lie there, each looked into by itself.

    A file that holds what it held when it was looked into, under the same rules, is not opened again.
    """
    allowed = personal_data.allowed_in_sources(loaded.portal)
    headings = form.headings() if (form := loaded.portal.report_form) else frozenset()
    paths = {path.relative_to(root).as_posix(): path for path in content_files(root, everywhere=everywhere)}
    rules = cache_key(program_fingerprint(), *sorted(allowed.everywhere), "", *sorted(headings))
    keys = {
        name: cache_key(rules, name, *sorted(allowed.by_path.get(name, ())), *as_it_lies(path))
        for name, path in paths.items()
    }
    found = engine.many(
        "check file",
        program_fingerprint(),
        keys,
        lambda missing: [_in_file(root, paths[name], allowed, headings) for name in missing],
    )
    yield from chain.from_iterable(found.values())


def _in_file(root: Path, path: Path, allowed: personal_data.AllowList, headings: frozenset[str]) -> tuple[Problem, ...]:
    results = tuple(read_file(root, path))
    problems = [
        *personal_data.problems(results, allowed),
        *personal_data.raw_status(results, headings),
        *placeholders.problems(results),
        *letters.problems(results),
    ]
    if path.suffix.lower() == ".svg" and path.relative_to(root).parts[0] in FOLDERS:
        problems += drawings.problems([(path.relative_to(root).as_posix(), path.read_bytes())])
    return tuple(problems)


def check_site(portal: Portal, folder: Path, today: date, *, leave_out: tuple[str, ...] = ()) -> Checked:
    """Look through a finished site for what must not be published; `leave_out` files with these endings."""
    allowed, parts = personal_data.allowed_in_site(portal, today), os.cpu_count() or 1
    found = run_parallel([partial(_look_through, folder, leave_out, allowed, part, parts) for part in range(parts)])
    return Checked(portal, tuple(sorted({*chain.from_iterable(found)})))


def _look_through(
    folder: Path, leave_out: tuple[str, ...], allowed: personal_data.AllowList, part: int, parts: int, _: OnProgress
) -> list[Problem]:
    files, markup = read_folder(folder, leave_out, part, parts), read_markup(folder, part, parts)
    return [*personal_data.problems(files, allowed), *finished_pages.problems(markup)]


def raise_on_errors(checked: Checked) -> Portal:
    """Return the portal, or raise ContentError with all problems when one of them is an error."""
    if checked.errors:
        raise ContentError(checked.problems)
    return checked.portal


ContentPages = Callable[[Portal, date, Downloads], Iterable[Page]]


def _pages(plugin: str, portal: Portal, today: date, downloads: Downloads) -> Iterator[Page]:
    for compose in composers(plugin, lambda kind: not kind.folder or portal.shows(kind)):
        yield from compose(portal, today, downloads)
    if plugin == "portal":
        yield from rule_pages.pages(portal, today)
        yield from writing.pages(portal, today)


CONTENT: dict[str, ContentPages] = {plugin: partial(_pages, plugin) for plugin in plugins()}
"""The pages of the content types, named as the MkDocs plugin that shows them."""


def all_pages(portal: Portal, today: date, downloads: Downloads = ()) -> Iterator[Page]:
    """Yield every generated page of the portal."""
    for pages in CONTENT.values():
        yield from pages(portal, today, downloads)
