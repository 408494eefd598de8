"""Every file a reader can download: which there are, and making those that are not in the cache already."""

import os
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache
from itertools import chain
from pathlib import Path
from posixpath import dirname, normpath
from types import MappingProxyType
from typing import cast

from vejviser.documents.compose import Composed, compose_checklist, compose_handbook, compose_material
from vejviser.documents.document import LABEL_KEYS, Document, Format
from vejviser.documents.engine import fill, template
from vejviser.documents.packaging import zipped
from vejviser.documents.prefill import prefill
from vejviser.documents.version import engine_version
from vejviser.made_with import key_of
from vejviser.model.base import Language
from vejviser.model.download import Download
from vejviser.model.material import Material
from vejviser.model.municipality import Municipality
from vejviser.model.portal import Portal, Texts
from vejviser.problems import BrokenEnvironmentError, Problem
from vejviser.progress import Progress, silent
from vejviser.same import Same
from vejviser.store import Store

CONTENTS = ("handbooks", "checklists", "materials")
BOOK_FORMATS: tuple[Format, ...] = ("pdf", "epub")
CHECKLIST_FORMATS: tuple[Format, ...] = ("docx", "odt", "pdf")
WORTH_A_POOL = 40
"""From so many missing files on, starting worker processes pays."""


@dataclass(frozen=True, slots=True)
class Copy:
    """One file to come of a document: where it goes, whose it is, and what stands in its fields."""

    path: str
    municipality: str | None
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Order:
    """A document in one format, and every copy of it."""

    owner: str
    document: Document
    format: Format
    copies: tuple[Copy, ...]

    def named(self) -> Iterator[tuple[str, Copy]]:
        """Give each copy with its name in the cache: another name when anything it is made of is another."""
        common = _common(Same(self.document), self.format)
        for copy in self.copies:
            yield key_of(common, repr(copy.values)), copy


@lru_cache(maxsize=2048)
def _common(same: Same, form: Format) -> str:
    return key_of(engine_version(), form, repr(same.objects[0]))


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


def problems(portal: Portal, contents: Iterable[str] = CONTENTS) -> tuple[Problem, ...]:
    """Give what is wrong with the texts as documents: unknown fields, fields without a place, unknown Markdown."""
    return tuple(chain.from_iterable(it.problems for _, it, *_ in _composed(portal, _known(contents))))


def orders(portal: Portal, today: date, contents: Iterable[str] = CONTENTS) -> tuple[Order, ...]:
    """Give every document of the portal with its copies, blank and filled in for each municipality."""
    return tuple(
        Order(
            owner,
            composed.document,
            format_,
            _copies(portal, today, composed.document, format_, owner=owner, material=material),
        )
        for owner, composed, formats, material in _composed(portal, _known(contents))
        for format_ in formats
    )


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


def labels(t: Texts) -> Mapping[str, str]:
    """Give the interface words the documents need, in the language of the texts."""

    def word(key: str) -> str:
        return t(f"role.{key.removeprefix('role-')}") if key.startswith("role-") else t(f"document.{key}")

    return {key: word(key) for key in LABEL_KEYS}


Made = tuple[str, Composed, tuple[Format, ...], Material | None]


def _known(contents: Iterable[str]) -> tuple[str, ...]:
    wanted = frozenset(contents)
    return tuple(it for it in CONTENTS if it in wanted)


def _composed(portal: Portal, contents: tuple[str, ...]) -> Iterator[Made]:
    """Give every document of a portal; it is asked for twice, for what is wrong with it and for its files."""
    makers: Mapping[str, Callable[[Portal], Iterator[Made]]] = {
        "handbooks": _handbooks,
        "checklists": _checklists,
        "materials": _materials,
    }
    return chain.from_iterable(makers[it](portal) for it in contents)


def _materials(portal: Portal) -> Iterator[Made]:
    for material in portal.materials:
        for language in material.languages:
            text = portal.material_texts.get((material.id, language))
            if text and language in portal.languages:
                composed = _material(Same(material, text, portal.sources, portal.texts[language]))
                yield f"materialer/{material.id}", composed, material.formats, material


def _checklists(portal: Portal) -> Iterator[Made]:
    for checklist in portal.checklists:
        for language in checklist.languages:
            if language in portal.languages:
                composed = _checklist(Same(checklist, portal.sources, portal.texts[language]))
                yield f"tjeklister/{checklist.id}", composed, CHECKLIST_FORMATS, None


def _handbooks(portal: Portal) -> Iterator[Made]:
    for book in portal.handbooks:
        for language in book.languages:
            chapters = [it for it in portal.chapters.values() if (it.book, it.language) == (book.id, language)]
            if chapters and language in portal.languages:
                place = portal.site_url.rstrip("/"), portal.root(language).removeprefix(portal.base)
                composed = _handbook(Same(book, portal.sources, portal.texts[language], *chapters), place)
                yield f"haandboeger/{book.id}", composed, BOOK_FORMATS, None


@lru_cache(maxsize=512)
def _material(same: Same) -> Composed:
    material, text, sources, texts = same.objects
    return compose_material(material, text, sources=sources, labels=labels(texts))


@lru_cache(maxsize=512)
def _checklist(same: Same) -> Composed:
    checklist, sources, texts = same.objects
    return compose_checklist(checklist, texts.language, sources=sources, labels=labels(texts))


@lru_cache(maxsize=512)
def _handbook(same: Same, place: tuple[str, str]) -> Composed:
    book, sources, texts, *chapters = same.objects
    return compose_handbook(
        book,
        {it.id: it for it in chapters},
        texts.language,
        updated=book.reviewed,
        sources=sources,
        labels=labels(texts),
        resolve=_web_address(place, f"haandboeger/{book.id}/index.md"),
    )


def _web_address(place: tuple[str, str], uri: str) -> Callable[[str], str | None]:
    """Give the function that makes a link between pages into a web address, for paper and e-books."""
    site_url, root = place
    front = f"{site_url}/{root}"

    def address(target: str) -> str | None:
        if "://" in target or target.startswith(("#", "mailto:")):
            return target
        path, _, anchor = target.partition("#")
        if not site_url or not path.endswith(".md"):
            return None
        page = normpath(f"{dirname(uri)}/{path}").removesuffix(".md").removesuffix("index").rstrip("/")
        return f"{front}{page}/" + (f"#{anchor}" if anchor else "")

    return address


def name_of(document: Document, format_: Format) -> str:
    """Give a file's name: samarbejdsaftale.da.docx."""
    return f"{document.id}.{document.language}.{format_}"


def _copies(
    portal: Portal, today: date, document: Document, format_: Format, *, owner: str, material: Material | None
) -> tuple[Copy, ...]:
    name = name_of(document, format_)
    blank = Copy(f"{owner}/{name}", None, ())
    if material is None or material.prefill is None:
        return (blank,)
    known = ((it, _values(portal, it, material, today, document.language)) for it in portal.municipalities)
    return (blank, *(Copy(f"kommuner/{it.slug}/{name}", it.code, values) for it, values in known))


def _values(
    portal: Portal, municipality: Municipality, material: Material, today: date, language: str
) -> tuple[tuple[str, str], ...]:
    region = portal.region_of(municipality, today).name
    values = prefill(material.fields, municipality, region=region, today=today, language=language)
    return tuple(sorted((key, value) for key, value in values.items() if value))


def _missing(order: Order, store: Store) -> Order:
    copies = tuple(copy for key, copy in order.named() if store.kept(key) is None)
    return Order(order.owner, order.document, order.format, copies)


def _without(order: Order, paths: Container[str]) -> Order:
    return replace(order, copies=tuple(copy for copy in order.copies if copy.path not in paths))


def make(missing: Iterable[Order], store: Store, progress: Progress = silent) -> None:
    """Make every copy of the orders and keep it, the largest orders first; many of them on all cores."""
    ordered = sorted(missing, key=lambda it: -len(it.copies))
    total, done = sum(len(order.copies) for order in ordered), 0
    finished = _in_a_pool(ordered, store) if total >= WORTH_A_POOL else (_make(it, store.folder) for it in ordered)
    for order in finished:
        done += len(order.copies)
        progress("documents", done, total)


def _in_a_pool(ordered: list[Order], store: Store) -> Iterator[Order]:
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        for finished in as_completed([pool.submit(_make, order, store.folder) for order in ordered]):
            yield finished.result()


def _make(order: Order, folder: Path) -> Order:
    form, store = template(order.document, order.format), Store(folder)
    for key, copy in order.named():
        store.put(key, fill(form, dict(copy.values)))
    return order


def _filed(order: Order, key: str, copy: Copy, store: Store) -> Filed:
    language = cast("Language", order.document.language)
    return _described(copy.path, order.owner, language, order.format, copy.municipality, store, key)


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
