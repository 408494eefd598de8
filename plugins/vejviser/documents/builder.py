"""The files readers can download: those that are kept already, and the making of those that are not."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import chain
from types import MappingProxyType

from vejviser.base.contents import Content, Contents
from vejviser.base.engine import Engine
from vejviser.base.fingerprints import cache_key, program_fingerprint
from vejviser.base.parallel import OnProgress, run_parallel
from vejviser.base.problems import BrokenEnvironmentError
from vejviser.base.progress import Progress, no_progress
from vejviser.content.addresses import at
from vejviser.content.facts import Facts, made_of_parts
from vejviser.content.languages import Language
from vejviser.content.model.download import Download, Downloads
from vejviser.content.model.municipality import Municipality
from vejviser.content.model.portal import Portal
from vejviser.content.types import types
from vejviser.documents.catalog import CONTENTS, DocumentJob, document_jobs, of_place
from vejviser.documents.engine import Template, fill, template
from vejviser.documents.packaging import zipped
from vejviser.documents.version import engine_version

POOL_THRESHOLD = 40
"""From so many missing files on, starting worker processes pays."""
_SLOW = frozenset({"pdf", "slides"})
"""Formats whose templates take long to make, and are kept."""


@dataclass(frozen=True, slots=True)
class BuiltFile:
    """A finished file: what readers are told of it, and where its bytes lie."""

    download: Download
    kept: Content
    contents: Contents
    stale: bool = False
    """Whether what it is made of is another by now."""

    def content(self) -> bytes:
        """Return the file's bytes; raises BrokenEnvironmentError when somebody has taken them away meanwhile."""
        try:
            return self.contents.read(self.kept)
        except FileNotFoundError:
            raise BrokenEnvironmentError(
                "machine-file-gone", path=self.download.path, folder=self.contents.folder
            ) from None


@dataclass(frozen=True, slots=True)
class Planned:
    """A file that is to be there, and the fingerprint of all it is made of."""

    path: str
    owner: str
    language: Language
    format: str
    municipality: str | None
    key: str
    plugin: str
    second: Language | None = None
    """The other language of a file in two at once."""


def build_all(
    facts: Facts,
    today: date,
    engine: Engine,
    contents: Iterable[str] = CONTENTS,
    progress: Progress = no_progress,
    earlier: Mapping[str, BuiltFile] = MappingProxyType({}),
) -> tuple[BuiltFile, ...]:
    """Make every file that is not kept yet, and return all of them.

    Where there is an `earlier` file at the same path, a new one is not made now: the earlier is given, stale.
    """
    plan = {item.path: item for item in _plan(facts, today, engine, contents)}
    keys = {path: item.key for path, item in plan.items()}
    code, is_whole = engine_version(), engine.contents.has
    stale: dict[str, BuiltFile] = {}
    if earlier:
        kept = engine.found("document", code, keys, is_whole)
        stale = {path: replace(earlier[path], stale=True) for path in keys if path not in kept and path in earlier}
    fresh = {path: key for path, key in keys.items() if path not in stale}

    def make(missing: Sequence[str]) -> list[Content]:
        plugins = dict.fromkeys(plan[path].plugin for path in missing)
        jobs = document_jobs(facts.portal, today, plugins)
        made = build(narrowed(jobs, frozenset(missing)), engine, progress)
        return [made[path] for path in missing]

    made = engine.many("document", code, fresh, make, is_whole)
    found = [stale.get(path) or _built(plan[path], made[path], engine) for path in plan]
    return (*found, *_municipality_packs(facts.portal, found, engine))


def _plan(facts: Facts, today: date, engine: Engine, contents: Iterable[str]) -> Iterator[Planned]:
    """Yield every file there is to be, type by type: composing documents anew needs something they say to change."""
    wanted = frozenset(contents)
    key = cache_key(program_fingerprint(), engine_version(), today.isoformat())
    for plugin in dict.fromkeys(item.plugin for item in types() if item.documents and item.plugin in wanted):
        yield from made_of_parts(
            engine,
            f"documents of {plugin}",
            key,
            facts,
            partial(_planned, plugin, today),
        )


def _planned(plugin: str, today: date, portal: Portal, _: Downloads) -> tuple[Planned, ...]:
    return tuple(
        Planned(variant.path, job.owner, job.language, job.format, variant.municipality, key, plugin, job.second)
        for job in document_jobs(portal, today, [plugin])
        for key, variant in job.with_keys()
    )


def narrowed(jobs: Iterable[DocumentJob], paths: frozenset[str]) -> Iterator[DocumentJob]:
    """Yield the jobs with those copies that are to be made, as far as there are any."""
    for job in jobs:
        variants = tuple(variant for variant in job.variants if variant.path in paths)
        if variants:
            yield replace(job, variants=variants)


def build(missing: Iterable[DocumentJob], engine: Engine, progress: Progress = no_progress) -> dict[str, Content]:
    """Make every copy of the jobs and keep it, the largest jobs first; many of them, or slow ones, on all cores.

    Returns the contents by the paths of the copies.
    """
    jobs = sorted(missing, key=lambda item: (-len(item.variants), item.format not in _SLOW))
    total, done = sum(len(job.variants) for job in jobs), 0

    def on_progress(variants: int) -> None:
        nonlocal done
        done += variants
        progress("documents", done, total)

    tasks = [partial(_build, job, engine) for job in jobs]
    if total >= POOL_THRESHOLD or sum(job.format in _SLOW for job in jobs) > 1:
        parts = run_parallel(tasks, on_progress, os.cpu_count())
    else:
        parts = [task(on_progress) for task in tasks]
    found = dict(chain.from_iterable(parts))
    for content in found.values():
        engine.contents.trust(content)
    return found


def _build(job: DocumentJob, engine: Engine, on_progress: OnProgress) -> list[tuple[str, Content]]:
    form = _template(job, engine)
    found = [(variant.path, engine.contents.put(fill(form, dict(variant.values)))) for variant in job.variants]
    on_progress(len(found))
    return found


def _template(job: DocumentJob, engine: Engine) -> Template:
    """Return a document's template; one that took long to make is kept, for a municipality changes more often."""
    if job.format in _SLOW:
        return engine.result("template", job.common_key, partial(template, job.document, job.format))
    return template(job.document, job.format)


def _built(item: Planned, content: Content, engine: Engine) -> BuiltFile:
    whose = item.path, item.owner, item.language, item.format
    download = Download(*whose, content.size, content.sha256, item.municipality, item.second)
    return BuiltFile(download, content, engine.contents)


def _municipality_packs(portal: Portal, found: Sequence[BuiltFile], engine: Engine) -> Iterator[BuiltFile]:
    """Yield one zip file a municipality and language with all its filled-in materials and a short index."""
    groups: dict[tuple[str, Language], list[BuiltFile]] = {}
    for built in found:
        if built.download.municipality:
            groups.setdefault((built.download.municipality, built.download.language), []).append(built)
    names = {municipality.code: municipality for municipality in portal.municipalities}
    lists = {group: _index(portal, names[group[0]], group[1], files) for group, files in groups.items()}
    keys = {
        group: cache_key(lists[group], *(built.download.sha256 for built in files)) for group, files in groups.items()
    }

    def make(missing: Sequence[tuple[str, Language]]) -> list[Content]:
        return [engine.contents.put(_pack(portal, group[1], lists[group], groups[group])) for group in missing]

    packs = engine.many("pack", engine_version(), keys, make, engine.contents.has)
    for (code, language), content in packs.items():
        place = at(f"<places>/{names[code].slug}")
        path = of_place(f"<pack>.{language}.zip", names[code].slug)
        yield _built(Planned(path, place, language, "zip", code, "", ""), content, engine)


def _pack(portal: Portal, language: Language, listed: str, files: Iterable[BuiltFile]) -> bytes:
    contents = [(built.download.path.rsplit("/", 1)[-1], built.content()) for built in files]
    stored = frozenset(name for name, _ in contents)
    return zipped([(portal.texts[language]("pack.index_name"), listed.encode()), *contents], stored)


def _index(portal: Portal, municipality: Municipality, language: Language, files: list[BuiltFile]) -> str:
    t = portal.texts[language]
    materials = {at(f"<materials>/{item.id}"): item for item in portal.materials}
    owners = dict.fromkeys(built.download.owner for built in files)
    lines = [t("pack.title", **municipality.names(language)), "", t("pack.lead"), ""]
    for owner in owners:
        material = materials[owner]
        lines.append(f"{material.title.text(language)} ({t('document.version')} {material.version})")
        lines += [f"  {file.download.path.rsplit('/', 1)[-1]}" for file in files if file.download.owner == owner]
        lines.append(f"  {material.use_when.text(language)}")
        lines.append("")
    lines.append(
        portal.site_url + portal.root(language).removeprefix(portal.base) + at(f"<places>/{municipality.slug}/")
    )
    return "\r\n".join(lines) + "\r\n"
