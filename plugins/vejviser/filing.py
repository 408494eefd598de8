"""Every file a reader can download: which there are, and making those that are not in the cache already."""

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path
from posixpath import dirname, normpath
from time import time
from typing import cast

from vejviser.documents.compose import Composed, compose_checklist, compose_handbook, compose_material
from vejviser.documents.document import LABEL_KEYS, Document, Format
from vejviser.documents.engine import fill, template
from vejviser.documents.packaging import zipped
from vejviser.documents.prefill import prefill
from vejviser.documents.version import engine_version
from vejviser.model.base import Language
from vejviser.model.download import Download
from vejviser.model.material import Material
from vejviser.model.municipality import Municipality
from vejviser.model.portal import Portal
from vejviser.problems import Problem
from vejviser.write import remove_unused, write_if_changed

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
        common = f"{engine_version()}\n{self.format}\n{self.document!r}".encode()
        base = hashlib.sha256(common)
        for copy in self.copies:
            own = base.copy()
            own.update(repr(copy.values).encode())
            yield own.hexdigest(), copy


@dataclass(frozen=True, slots=True)
class Filed:
    """A finished file: what readers are told of it, and where its bytes lie."""

    download: Download
    cached: Path


def problems(portal: Portal, contents: Iterable[str] = CONTENTS) -> tuple[Problem, ...]:
    """Give what is wrong with the texts as documents: unknown fields, fields without a place, unknown Markdown."""
    return tuple(chain.from_iterable(composed.problems for _, composed, *_ in _composed(portal, contents)))


def orders(portal: Portal, today: date, contents: Iterable[str] = CONTENTS) -> tuple[Order, ...]:
    """Give every document of the portal with its copies, blank and filled in for each municipality."""
    return tuple(
        Order(
            owner,
            composed.document,
            format_,
            _copies(portal, today, composed.document, format_, owner=owner, material=material),
        )
        for owner, composed, formats, material in _composed(portal, contents)
        for format_ in formats
    )


def file_all(portal: Portal, today: date, cache: Path, contents: Iterable[str] = CONTENTS) -> tuple[Filed, ...]:
    """Make every file that is not in the folder `cache` yet, and give all of them."""
    planned = orders(portal, today, contents)
    missing = [order for order in (_missing(order, cache) for order in planned) if order.copies]
    _make_all(missing, cache)
    found = [_filed(order, key, copy, cache) for order in planned for key, copy in order.named()]
    filed = (*found, *_packs(portal, found, cache))
    remove_unused(cache, (it.cached for it in filed), "*/*", time())
    return filed


def labels(portal: Portal, language: Language) -> Mapping[str, str]:
    """Give the interface words the documents need, in a language."""
    t = portal.texts[language]

    def word(key: str) -> str:
        return t(f"role.{key.removeprefix('role-')}") if key.startswith("role-") else t(f"document.{key}")

    return {key: word(key) for key in LABEL_KEYS}


Made = tuple[str, Composed, tuple[Format, ...], Material | None]


def _composed(portal: Portal, contents: Iterable[str]) -> Iterator[Made]:
    makers: Mapping[str, Callable[[Portal], Iterator[Made]]] = {
        "handbooks": _handbooks,
        "checklists": _checklists,
        "materials": _materials,
    }
    for content in contents:
        if content in makers:
            yield from makers[content](portal)


def _materials(portal: Portal) -> Iterator[Made]:
    for material in portal.materials:
        for language in material.languages:
            text = portal.material_texts.get((material.id, language))
            if text and language in portal.languages:
                composed = compose_material(material, text, sources=portal.sources, labels=labels(portal, language))
                yield f"materialer/{material.id}", composed, material.formats, material


def _checklists(portal: Portal) -> Iterator[Made]:
    for checklist in portal.checklists:
        for language in checklist.languages:
            if language in portal.languages:
                words = labels(portal, language)
                composed = compose_checklist(checklist, language, sources=portal.sources, labels=words)
                yield f"tjeklister/{checklist.id}", composed, CHECKLIST_FORMATS, None


def _handbooks(portal: Portal) -> Iterator[Made]:
    for book in portal.handbooks:
        for language in book.languages:
            chapters = {it.id: it for it in portal.chapters.values() if (it.book, it.language) == (book.id, language)}
            if chapters and language in portal.languages:
                composed = compose_handbook(
                    book,
                    chapters,
                    language,
                    updated=book.reviewed,
                    sources=portal.sources,
                    labels=labels(portal, language),
                    resolve=_web_address(portal, f"haandboeger/{book.id}/index.md", language),
                )
                yield f"haandboeger/{book.id}", composed, BOOK_FORMATS, None


def _web_address(portal: Portal, uri: str, language: Language) -> Callable[[str], str | None]:
    """Give the function that makes a link between pages into a web address, for paper and e-books."""
    front = portal.site_url.rstrip("/") + "/" + portal.root(language).removeprefix(portal.base)

    def address(target: str) -> str | None:
        if "://" in target or target.startswith(("#", "mailto:")):
            return target
        path, _, anchor = target.partition("#")
        if not portal.site_url or not path.endswith(".md"):
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


def _place(cache: Path, key: str) -> Path:
    return cache / key[:2] / key


def _missing(order: Order, cache: Path) -> Order:
    copies = tuple(copy for key, copy in order.named() if not _place(cache, key).is_file())
    return Order(order.owner, order.document, order.format, copies)


def _make_all(missing: list[Order], cache: Path) -> None:
    if sum(len(order.copies) for order in missing) < WORTH_A_POOL:
        for order in missing:
            _make(order, cache)
        return
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        for done in [pool.submit(_make, order, cache) for order in sorted(missing, key=lambda it: -len(it.copies))]:
            done.result()


def _make(order: Order, cache: Path) -> None:
    form = template(order.document, order.format)
    for key, copy in order.named():
        write_if_changed(_place(cache, key), fill(form, dict(copy.values)))


def _filed(order: Order, key: str, copy: Copy, cache: Path) -> Filed:
    cached = _place(cache, key)
    content = cached.read_bytes()
    checksum = hashlib.sha256(content).hexdigest()
    download = Download(
        copy.path,
        order.owner,
        cast("Language", order.document.language),
        order.format,
        len(content),
        checksum,
        copy.municipality,
    )
    return Filed(download, cached)


def _packs(portal: Portal, found: list[Filed], cache: Path) -> Iterator[Filed]:
    """Give one zip file a municipality and language with all its filled-in materials and a short index."""
    groups: dict[tuple[str, Language], list[Filed]] = {}
    for filed in found:
        if filed.download.municipality:
            groups.setdefault((filed.download.municipality, filed.download.language), []).append(filed)
    names = {it.code: it for it in portal.municipalities}
    for (code, language), files in groups.items():
        index = _index(portal, names[code], language, files)
        parts = hashlib.sha256((index + "".join(filed.download.sha256 for filed in files)).encode())
        cached = _place(cache, parts.hexdigest())
        if not cached.is_file():
            contents = [(filed.download.path.rsplit("/", 1)[-1], filed.cached.read_bytes()) for filed in files]
            stored = frozenset(name for name, _ in contents)
            write_if_changed(
                cached, zipped([(portal.texts[language]("pack.index_name"), index.encode()), *contents], stored)
            )
        size, checksum = cached.stat().st_size, hashlib.sha256(cached.read_bytes()).hexdigest()
        place = f"kommuner/{names[code].slug}"
        yield Filed(
            Download(f"{place}/kommunepakke.{language}.zip", place, language, "zip", size, checksum, code), cached
        )


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


def default_cache(root: Path) -> Path:
    """Give the folder where finished files are kept between builds."""
    return root / ".cache" / "files"
