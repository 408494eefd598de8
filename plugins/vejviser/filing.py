"""The files readers can download: those that are in the store already, and the making of those that are not."""

import os
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial
from pathlib import Path
from types import MappingProxyType

from vejviser.documents.engine import fill, template
from vejviser.documents.packaging import zipped
from vejviser.documents.version import engine_version
from vejviser.made_with import key_of
from vejviser.model.base import Language
from vejviser.model.download import Download
from vejviser.model.municipality import Municipality
from vejviser.model.portal import Portal
from vejviser.orders import CONTENTS, Copy, Order, orders
from vejviser.problems import BrokenEnvironmentError
from vejviser.progress import Progress, silent
from vejviser.side_by_side import Tell, side_by_side
from vejviser.store import Store

WORTH_A_POOL = 40
"""From so many missing files on, starting worker processes pays."""


@dataclass(frozen=True, slots=True)
class Filed:
    """A finished file: what readers are told of it, and where its bytes lie."""

    download: Download
    store: Store
    key: str
    late: bool = False
    """Whether what it is made of is another by now."""

    def content(self) -> bytes:
        """Give the file's bytes; raises BrokenEnvironmentError when somebody has taken them away meanwhile."""
        value = self.store.get(self.key)
        if value is None:
            raise BrokenEnvironmentError(f"{self.download.path}: {self.store.folder}")
        return value


def file_all(
    portal: Portal,
    today: date,
    store: Store,
    contents: Iterable[str] = CONTENTS,
    progress: Progress = silent,
    earlier: Mapping[str, Filed] = MappingProxyType({}),
) -> tuple[Filed, ...]:
    """Make every file that is not in the store yet, and give all of them.

    Where there is an `earlier` file at the same path, a new one is not made now: the earlier is given, and is late.
    """
    planned = orders(portal, today, contents)
    missing = [order for order in (_missing(order, store) for order in planned) if order.copies]
    late = {copy.path: earlier[copy.path] for order in missing for copy in order.copies if copy.path in earlier}
    make([order for order in (_without(order, late) for order in missing) if order.copies], store, progress)
    found = [
        replace(late[copy.path], late=True) if copy.path in late else _filed(order, key, copy, store)
        for order in planned
        for key, copy in order.named()
    ]
    return (*found, *_packs(portal, found, store))


def _missing(order: Order, store: Store) -> Order:
    copies = tuple(copy for key, copy in order.named() if store.kept(key) is None)
    return Order(order.owner, order.document, order.format, copies)


def _without(order: Order, paths: Container[str]) -> Order:
    return replace(order, copies=tuple(copy for copy in order.copies if copy.path not in paths))


def make(missing: Iterable[Order], store: Store, progress: Progress = silent) -> None:
    """Make every copy of the orders and keep it, the largest orders first; many of them on all cores."""
    ordered = sorted(missing, key=lambda it: -len(it.copies))
    total, done = sum(len(order.copies) for order in ordered), 0

    def told(copies: int) -> None:
        nonlocal done
        done += copies
        progress("documents", done, total)

    tasks = [partial(_make, order, store.folder) for order in ordered]
    if total >= WORTH_A_POOL:
        side_by_side(tasks, told, os.cpu_count())
    else:
        for task in tasks:
            task(told)


def _make(order: Order, folder: Path, told: Tell) -> None:
    form, store = template(order.document, order.format), Store(folder)
    for key, copy in order.named():
        store.put(key, fill(form, dict(copy.values)))
    told(len(order.copies))


def _filed(order: Order, key: str, copy: Copy, store: Store) -> Filed:
    return _described(copy.path, order.owner, order.document.language, order.format, copy.municipality, store, key)


def _described(
    path: str, owner: str, language: Language, form: str, municipality: str | None, store: Store, key: str
) -> Filed:
    kept = store.kept(key)
    if kept is None:
        raise BrokenEnvironmentError(f"{path}: {store.folder}")
    return Filed(Download(path, owner, language, form, kept.size, kept.sha256, municipality), store, key)


def _packs(portal: Portal, found: list[Filed], store: Store) -> Iterator[Filed]:
    """Give one zip file a municipality and language with all its filled-in materials and a short index."""
    groups: dict[tuple[str, Language], list[Filed]] = {}
    for filed in found:
        if filed.download.municipality:
            groups.setdefault((filed.download.municipality, filed.download.language), []).append(filed)
    names = {it.code: it for it in portal.municipalities}
    for (code, language), files in groups.items():
        index = _index(portal, names[code], language, files)
        key = key_of(engine_version(), index, *(filed.download.sha256 for filed in files))
        if store.kept(key) is None:
            contents = [(filed.download.path.rsplit("/", 1)[-1], filed.content()) for filed in files]
            stored = frozenset(name for name, _ in contents)
            listed = (portal.texts[language]("pack.index_name"), index.encode())
            store.put(key, zipped([listed, *contents], stored))
        place = f"kommuner/{names[code].slug}"
        yield _described(f"{place}/kommunepakke.{language}.zip", place, language, "zip", code, store, key)


def _index(portal: Portal, municipality: Municipality, language: Language, files: list[Filed]) -> str:
    t = portal.texts[language]
    materials = {f"materialer/{it.id}": it for it in portal.materials}
    owners = dict.fromkeys(filed.download.owner for filed in files)
    lines = [t("pack.title", **municipality.names), "", t("pack.lead"), ""]
    for owner in owners:
        material = materials[owner]
        lines.append(f"{material.title.text(language)} ({t('document.version')} {material.version})")
        lines += [f"  {it.download.path.rsplit('/', 1)[-1]}" for it in files if it.download.owner == owner]
        lines.append(f"  {material.use_when.text(language)}")
        lines.append("")
    lines.append(portal.site_url + portal.root(language).removeprefix(portal.base) + f"kommuner/{municipality.slug}/")
    return "\r\n".join(lines) + "\r\n"


@cache
def default_store(root: Path) -> Store:
    """Give the place where finished files are kept between builds."""
    return Store(root / ".cache" / "files")
