"""The files readers can download: those that are in the store already, and the making of those that are not."""

import os
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial
from pathlib import Path
from types import MappingProxyType

from vejviser.base.cache import Store
from vejviser.base.fingerprints import cache_key
from vejviser.base.parallel import OnProgress, run_parallel
from vejviser.base.problems import BrokenEnvironmentError
from vejviser.base.progress import Progress, no_progress
from vejviser.content.languages import Language
from vejviser.content.model.download import Download
from vejviser.content.model.municipality import Municipality
from vejviser.content.model.portal import Portal
from vejviser.documents.catalog import CONTENTS, DocumentJob, Variant, document_jobs
from vejviser.documents.engine import fill, template
from vejviser.documents.packaging import zipped
from vejviser.documents.version import engine_version

POOL_THRESHOLD = 40
"""From so many missing files on, starting worker processes pays."""


@dataclass(frozen=True, slots=True)
class BuiltFile:
    """A finished file: what readers are told of it, and where its bytes lie."""

    download: Download
    store: Store
    key: str
    stale: bool = False
    """Whether what it is made of is another by now."""

    def content(self) -> bytes:
        """Return the file's bytes; raises BrokenEnvironmentError when somebody has taken them away meanwhile."""
        value = self.store.get(self.key)
        if value is None:
            raise BrokenEnvironmentError(f"{self.download.path}: {self.store.folder}")
        return value


def build_all(
    portal: Portal,
    today: date,
    store: Store,
    contents: Iterable[str] = CONTENTS,
    progress: Progress = no_progress,
    earlier: Mapping[str, BuiltFile] = MappingProxyType({}),
) -> tuple[BuiltFile, ...]:
    """Make every file that is not in the store yet, and return all of them.

    Where there is an `earlier` file at the same path, a new one is not made now: the earlier is given, stale.
    """
    planned = document_jobs(portal, today, contents)
    missing = [job for job in (_without_built(job, store) for job in planned) if job.variants]
    stale = {
        variant.path: earlier[variant.path] for job in missing for variant in job.variants if variant.path in earlier
    }
    build([job for job in (_without(job, stale) for job in missing) if job.variants], store, progress)
    found = [
        replace(stale[variant.path], stale=True) if variant.path in stale else _built(job, key, variant, store)
        for job in planned
        for key, variant in job.with_keys()
    ]
    return (*found, *_municipality_packs(portal, found, store))


def _without_built(job: DocumentJob, store: Store) -> DocumentJob:
    variants = tuple(variant for key, variant in job.with_keys() if store.entry(key) is None)
    return replace(job, variants=variants)


def _without(job: DocumentJob, paths: Container[str]) -> DocumentJob:
    return replace(job, variants=tuple(variant for variant in job.variants if variant.path not in paths))


def build(missing: Iterable[DocumentJob], store: Store, progress: Progress = no_progress) -> None:
    """Make every variant of the jobs and keep it, the largest jobs first; many of them on all cores."""
    jobs = sorted(missing, key=lambda item: -len(item.variants))
    total, done = sum(len(job.variants) for job in jobs), 0

    def on_progress(variants: int) -> None:
        nonlocal done
        done += variants
        progress("documents", done, total)

    tasks = [partial(_build, job, store.folder) for job in jobs]
    if total >= POOL_THRESHOLD:
        run_parallel(tasks, on_progress, os.cpu_count())
    else:
        for task in tasks:
            task(on_progress)


def _build(job: DocumentJob, folder: Path, on_progress: OnProgress) -> None:
    form, store = template(job.document, job.format), Store(folder)
    for key, variant in job.with_keys():
        store.put(key, fill(form, dict(variant.values)))
    on_progress(len(job.variants))


def _built(job: DocumentJob, key: str, variant: Variant, store: Store) -> BuiltFile:
    described = _described(variant.path, job.owner, job.language, job.format, variant.municipality, store, key)
    return replace(described, download=replace(described.download, second=job.second))


def _described(
    path: str, owner: str, language: Language, form: str, municipality: str | None, store: Store, key: str
) -> BuiltFile:
    entry = store.entry(key)
    if entry is None:
        raise BrokenEnvironmentError(f"{path}: {store.folder}")
    return BuiltFile(Download(path, owner, language, form, entry.size, entry.sha256, municipality), store, key)


def _municipality_packs(portal: Portal, found: list[BuiltFile], store: Store) -> Iterator[BuiltFile]:
    """Yield one zip file a municipality and language with all its filled-in materials and a short index."""
    groups: dict[tuple[str, Language], list[BuiltFile]] = {}
    for built in found:
        if built.download.municipality:
            groups.setdefault((built.download.municipality, built.download.language), []).append(built)
    names = {municipality.code: municipality for municipality in portal.municipalities}
    for (code, language), files in groups.items():
        index = _index(portal, names[code], language, files)
        key = cache_key(engine_version(), index, *(built.download.sha256 for built in files))
        if store.entry(key) is None:
            contents = [(built.download.path.rsplit("/", 1)[-1], built.content()) for built in files]
            stored = frozenset(name for name, _ in contents)
            listed = (portal.texts[language]("pack.index_name"), index.encode())
            store.put(key, zipped([listed, *contents], stored))
        place = f"kommuner/{names[code].slug}"
        yield _described(f"{place}/kommunepakke.{language}.zip", place, language, "zip", code, store, key)


def _index(portal: Portal, municipality: Municipality, language: Language, files: list[BuiltFile]) -> str:
    t = portal.texts[language]
    materials = {f"materialer/{item.id}": item for item in portal.materials}
    owners = dict.fromkeys(built.download.owner for built in files)
    lines = [t("pack.title", **municipality.names), "", t("pack.lead"), ""]
    for owner in owners:
        material = materials[owner]
        lines.append(f"{material.title.text(language)} ({t('document.version')} {material.version})")
        lines += [f"  {file.download.path.rsplit('/', 1)[-1]}" for file in files if file.download.owner == owner]
        lines.append(f"  {material.use_when.text(language)}")
        lines.append("")
    lines.append(portal.site_url + portal.root(language).removeprefix(portal.base) + f"kommuner/{municipality.slug}/")
    return "\r\n".join(lines) + "\r\n"


@cache
def default_store(root: Path) -> Store:
    """Return the place where finished files are kept between builds."""
    return Store(root / ".cache" / "files")
