"""The content types: one row each. Whatever lists types (reading, checking, composing, data, forms) reads these rows.

A row names code of higher rooms as "module:function", as entry points do, so that imports still go down only; and
texts and templates that lie in a package as "package:file".

A new type needs a row, a model, a composer with its templates, its texts, and content. What else a row may say is
optional.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib import resources
from pkgutil import resolve_name
from typing import Any, Literal

from vejviser.content.languages import MAIN_LANGUAGE

_MAIN = f"docs/{MAIN_LANGUAGE}"
_PLACE = re.compile(r"\{(?P<name>\w+)(?P<page>:page)?\}")
"""A place in a pattern: `{id}` stands for a part of a path, `{uri:page}` for a path of any length ending in .md."""


@dataclass(frozen=True, slots=True)
class Distribution:
    """A file of open data: its path, and its format in the EU's list of file types and in IANA's."""

    path: str
    format: str
    media_type: str


@dataclass(frozen=True, slots=True)
class Start:
    """A file that `vejviser new` writes: where it goes, its template, and values beside id, title and today's date."""

    path: str
    template: str
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, kw_only=True)
class ContentType:
    """One content type."""

    id: str
    """Its name in the singular: "checklist". So are called its pages' kind, its schema and its `vejviser new`."""
    plural: str
    """Its name in the plural: "checklists". So is called where `Portal`, `Related` and the rules keep it."""
    title: str
    """What editors' programs call such a file, in Danish."""
    pattern: str
    """Its files. Every `{place}` gives the value of a field: "data/checklists/{id}.yml"."""
    model: str
    """The class of its values."""
    meta: str = ""
    """For texts in Markdown: the class of their front matter."""
    entries: bool = False
    """One file maps ids to values of the model."""
    key: tuple[str, ...] = ()
    """The fields a portal keeps its values by; none: it keeps a list, in the order of the files."""
    known_by: str = "{0.id}"
    """What others call it by."""
    schema: str = ""
    """The name of its JSON schema, where that is not the id."""
    synonyms: tuple[str, ...] = ()
    """Danish names under which editors look for its folder or file below data/."""
    missed: tuple[str, ...] = ()
    """The rules that miss its entries when their file cannot be read."""

    translation: Literal["labels", "own", "none"] = "labels"
    """Who says how its short texts were translated: data/translations.yml (labels), or its own files."""
    progress: str = ""
    """The text that names it in the page about translations; none: it is not counted there by itself."""

    part_of: tuple[str, str] = ("", "")
    """The type that its texts are parts of, and their field that says which."""

    folder: str = ""
    """The folder of its pages and documents: "tjeklister"."""
    index: str = ""
    """The page that lists all of them; it is there without any of them, too."""
    pages: tuple[str, ...] = ()
    """The pages of one of them, its own first: "tjeklister/{0.id}.md"."""
    page_title: str = ""
    """The text that names its page, where one page shows all of them."""
    composers: tuple[str, ...] = ()
    """Functions (portal, today, downloads) -> pages."""
    plugin: str = "portal"
    """The plugin of mkdocs.yml that shows its pages."""
    menu: str = ""
    """The text that names it in the menu, which leads to its index."""
    menu_weight: int = 0
    """Its place in the menu: the heavier, the later."""
    menu_pages: str = "vejviser.pages.navigation:titled"
    """The function (portal, type, language) -> entries below it in the menu."""
    picture: bool = False
    """Whether its folder has a picture of its own for shared links."""
    citing: str = ""
    """The function (portal, type, language) -> pages with the keys of what they cite; none: nothing is looked up."""
    approvable: str = ""
    """The function (portal, type) -> Danish texts that can be approved."""
    schema_org: str = ""
    """The type of schema.org that its pages are about."""

    documents: str = ""
    """The function portal -> documents for download."""
    formats: tuple[str, ...] = ()
    """The formats of its documents, where the content does not choose them."""
    open_data: str = ""
    """The function (portal, today, downloads) -> files of open data."""
    distributions: tuple[Distribution, ...] = ()
    """The files of open data that the catalogue tells of."""
    catalogue_weight: int = 0
    """Its place among the datasets of the catalogue: the heavier, the later."""
    feed: str = ""
    """The path of its Atom feed."""

    rules: str = ""
    """The function (portal, today) -> problems that only this type can have."""
    texts: str = ""
    """A file of texts that come with the type: by family (ui, problems, forms, usage), language and key."""
    form: bool = False
    """Whether /admin/ has a form for its YAML files."""
    starts: tuple[Start, ...] = ()
    """What `vejviser new <id>` writes."""

    @property
    def is_text(self) -> bool:
        """Tell whether its files are Markdown, one a language."""
        return bool(self.meta)

    @property
    def labelled(self) -> bool:
        """Tell whether data/translations.yml says how its short texts were translated."""
        return self.translation == "labels" and not self.is_text

    @property
    def rule_name(self) -> str:
        """Its name in rules: unknown-help-lines."""
        return self.plural.replace("_", "-")

    @property
    def model_class(self) -> Any:  # noqa: ANN401 - a class of some higher room
        """The class of its values."""
        return resolve_name(self.model)

    @property
    def known(self) -> tuple[str, ...]:
        """The fields that nobody writes, because the path or the key gives them."""
        return ("id",) if self.entries else tuple(match["name"] for match in _PLACE.finditer(self.pattern))

    def glob(self, language: str = "*") -> str:
        """Give the pattern of its files (of one language) as the file system knows patterns."""
        return _PLACE.sub(
            lambda place: language if place["name"] == "language" else "**/*.md" if place["page"] else "*", self.pattern
        )

    def values_in(self, path: str) -> dict[str, str]:
        """Give the fields that the path of one of its files gives."""
        match = self._path.fullmatch(path)
        return match.groupdict() if match else {}

    def path(self, values: Mapping[str, str]) -> str:
        """Give the path of the file that gives these fields."""
        return _PLACE.sub(lambda place: values[place["name"]], self.pattern)

    @cached_property
    def _path(self) -> re.Pattern[str]:
        ends = [*(match.span() for match in _PLACE.finditer(self.pattern)), (len(self.pattern), None)]
        found = re.escape(self.pattern[: ends[0][0]]).replace(r"\*", "[^/]+")
        for place, (_, after), (before, _) in zip(_PLACE.finditer(self.pattern), ends, ends[1:], strict=False):
            found += f"(?P<{place['name']}>{'.+[.]md' if place['page'] else '[^/]+'})"
            found += re.escape(self.pattern[after:before])
        return re.compile(found)

    def uri(self, content: object) -> str:
        """Give the Markdown path, without the language, of the page that shows one of them."""
        return self.pages[0].format(content)

    def name_of(self, content: object) -> str:
        """Give what others call one of them by."""
        return self.known_by.format(content)

    def owner(self, content: object) -> str:
        """Give what its files for download belong to: "tjeklister/foerste-moede"."""
        return f"{self.folder}/{self.name_of(content)}"


TYPES: tuple[ContentType, ...] = (
    ContentType(
        id="handbook",
        plural="handbooks",
        title="Håndbog",
        pattern=_MAIN + "/haandboeger/{id}/handbook.yml",
        model="vejviser.model.handbook:Handbook",
        folder="haandboeger",
        index="haandboeger/index.md",
        pages=("haandboeger/{0.id}/index.md", "haandboeger/{0.id}/samlet.md"),
        composers=("vejviser.pages.handbooks:pages",),
        plugin="handbooks",
        menu="nav.handbooks",
        menu_weight=10,
        menu_pages="vejviser.pages.navigation:books",
        picture=True,
        documents="vejviser.orders:handbooks",
        formats=("pdf", "epub"),
        form=True,
        starts=(
            Start(_MAIN + "/haandboeger/{id}/handbook.yml", "handbook.yml", (("chapter", "velkommen"),)),
            Start(_MAIN + "/haandboeger/{id}/velkommen.md", "chapter.md", (("title", "Velkommen"),)),
        ),
    ),
    ContentType(
        id="chapter",
        plural="chapters",
        title="Kapitel",
        pattern="docs/{language}/haandboeger/{book}/{id}.md",
        model="vejviser.model.handbook:Chapter",
        meta="vejviser.model.handbook:ChapterMeta",
        key=("book", "id", "language"),
        known_by="{0.book}/{0.id}",
        part_of=("handbook", "book"),
        pages=("haandboeger/{0.book}/{0.id}.md",),
        citing="vejviser.pages.citing:chapters",
        approvable="vejviser.model.standing:chapters",
    ),
    ContentType(
        id="guide",
        plural="guides",
        title="Kommuneguide",
        pattern="data/guides/{id}.yml",
        model="vejviser.model.guide:Guide",
        synonyms=("guider", "kommuneguider"),
        folder="kommuneguider",
        index="kommuneguider/index.md",
        pages=("kommuneguider/{0.id}.md", "kommuneguider/{0.id}/plan.md"),
        composers=("vejviser.pages.guides:pages",),
        plugin="guides",
        menu="nav.guides",
        menu_weight=40,
        menu_pages="vejviser.pages.navigation:guides",
        picture=True,
        citing="vejviser.pages.citing:guides",
        approvable="vejviser.model.standing:guides",
        schema_org="HowTo",
        form=True,
        starts=(
            Start("data/guides/{id}.yml", "guide.yml"),
            Start(_MAIN + "/kommuneguider/{id}.md", "guide.md"),
        ),
    ),
    ContentType(
        id="case",
        plural="cases",
        title="Eksempel fra en kommune",
        pattern="data/cases/{id}.yml",
        model="vejviser.model.guide:Case",
        key=("id",),
        synonyms=("eksempler",),
        pages=("kommuneguider/eksempler.md",),
        page_title="cases.title",
        citing="vejviser.pages.citing:cases",
        form=True,
    ),
    ContentType(
        id="checklist",
        plural="checklists",
        title="Tjekliste",
        pattern="data/checklists/{id}.yml",
        model="vejviser.model.checklist:Checklist",
        synonyms=("tjeklister",),
        translation="own",
        progress="checklists.title",
        folder="tjeklister",
        index="tjeklister/index.md",
        pages=("tjeklister/{0.id}.md",),
        composers=("vejviser.pages.checklists:pages",),
        plugin="checklists",
        menu="nav.checklists",
        menu_weight=20,
        picture=True,
        citing="vejviser.pages.citing:pages_of",
        approvable="vejviser.model.standing:contents_of",
        schema_org="HowTo",
        documents="vejviser.orders:checklists",
        formats=("docx", "odt", "pdf"),
        rules="vejviser.check.checklists:problems",
        form=True,
        starts=(Start("data/checklists/{id}.yml", "checklist.yml"),),
    ),
    ContentType(
        id="material",
        plural="materials",
        title="Materiale",
        pattern="materials/{id}/material.yml",
        model="vejviser.model.material:Material",
        progress="materials.title",
        folder="materialer",
        index="materialer/index.md",
        pages=("materialer/{0.id}.md",),
        composers=("vejviser.pages.materials:pages",),
        plugin="materials",
        menu="nav.materials",
        menu_weight=30,
        picture=True,
        citing="vejviser.pages.citing:materials",
        approvable="vejviser.model.standing:materials",
        schema_org="DigitalDocument",
        documents="vejviser.orders:materials",
        open_data="vejviser.opendata.materials:files",
        distributions=(Distribution("api/v1/materials.json", "JSON", "application/json"),),
        catalogue_weight=20,
        feed="feeds/materialer.xml",
        rules="vejviser.check.materials:problems",
        form=True,
        starts=(
            Start("materials/{id}/material.yml", "material.yml"),
            Start("materials/{id}/" + f"{MAIN_LANGUAGE}.md", "material.md"),
        ),
    ),
    ContentType(
        id="article",
        plural="articles",
        title="Side",
        pattern="docs/{language}/{uri:page}",
        model="vejviser.model.article:Article",
        meta="vejviser.model.article:ArticleMeta",
        schema="page",
        known_by="{0.uri}",
        pages=("{0.uri}",),
        composers=("vejviser.pages.articles:pages",),
        citing="vejviser.pages.citing:articles",
        approvable="vejviser.model.standing:articles",
    ),
    ContentType(
        id="material-text",
        plural="material_texts",
        title="Materialets tekst",
        pattern="materials/{material}/{language}.md",
        model="vejviser.model.material:MaterialText",
        meta="vejviser.model.material:MaterialMeta",
        key=("material", "language"),
        known_by="{0.material}",
        part_of=("material", "material"),
        pages=("materialer/{0.material}.md",),
    ),
    ContentType(
        id="municipality",
        plural="municipalities",
        title="Kommune",
        pattern="data/kommuner/*.yml",
        model="vejviser.model.municipality:Municipality",
        known_by="{0.code}",
        folder="kommuner",
        index="kommuner/index.md",
        pages=("kommuner/{0.slug}.md", "kommuner/{0.slug}/status.md"),
        composers=("vejviser.pages.directory:pages", "vejviser.pages.status:all_pages"),
        plugin="directory",
        menu="nav.municipalities",
        menu_weight=50,
        menu_pages="",
        picture=True,
        citing="vejviser.pages.citing:municipalities",
        open_data="vejviser.opendata.municipalities:files",
        distributions=(
            Distribution("api/v1/municipalities.json", "JSON", "application/json"),
            Distribution("api/v1/municipalities.csv", "CSV", "text/csv"),
        ),
        catalogue_weight=10,
        form=True,
    ),
    ContentType(
        id="region",
        plural="regions",
        title="Regioner",
        pattern="data/regions.yml",
        model="vejviser.model.municipality:Region",
        entries=True,
        key=("id",),
        schema="regions",
        synonyms=("omraader",),
        missed=("unknown-regions", "region-gap"),
        translation="none",
    ),
    ContentType(
        id="result",
        plural="results",
        title="Resultater",
        pattern="data/results.yml",
        model="vejviser.model.results:Result",
        entries=True,
        key=("id",),
        schema="results",
        synonyms=("resultater",),
        folder="resultater",
        pages=("resultater/index.md", "resultater/paa-en-side.md"),
        page_title="results.title",
        composers=("vejviser.pages.results:pages",),
        menu="results.title",
        menu_weight=60,
        menu_pages="vejviser.pages.navigation:results",
        picture=True,
        rules="vejviser.check.results:problems",
    ),
    ContentType(
        id="source",
        plural="sources",
        title="Kilder",
        pattern="data/sources.yml",
        model="vejviser.model.evidence:Source",
        entries=True,
        key=("id",),
        schema="sources",
        synonyms=("kilder",),
        missed=("unknown-source", "uncited-source"),
        index="kilder.md",
        pages=("kilder.md",),
        page_title="sources.title",
        composers=("vejviser.pages.reference:pages",),
    ),
    ContentType(
        id="law",
        plural="laws",
        title="Love",
        pattern="data/laws.yml",
        model="vejviser.model.law:Law",
        entries=True,
        key=("id",),
        schema="laws",
        synonyms=("love",),
        index="kilder/love.md",
        pages=("kilder/love.md",),
        page_title="laws.title",
    ),
    ContentType(
        id="term",
        plural="terms",
        title="Ordliste",
        pattern="data/glossary.yml",
        model="vejviser.model.evidence:Term",
        entries=True,
        key=("id",),
        schema="glossary",
        synonyms=("ordliste",),
        missed=("unknown-terms",),
        progress="glossary.title",
        index="ordliste.md",
        pages=("ordliste.md",),
        page_title="glossary.title",
        citing="vejviser.pages.citing:glossary",
    ),
    ContentType(
        id="help-line",
        plural="help_lines",
        title="Numre, man kan ringe til",
        pattern="data/help_lines.yml",
        model="vejviser.model.help_lines:HelpLine",
        entries=True,
        key=("id",),
        schema="help-lines",
        missed=("unknown-help-lines",),
        pages=("hjaelp.md",),
        page_title="help_lines.title",
    ),
)
"""Narrower patterns stand before wider ones: a file belongs to the first type that its path fits."""


def types() -> tuple[ContentType, ...]:
    """Give every content type."""
    return TYPES


def type_named(name: str) -> ContentType:
    """Give the type with an id; raises KeyError for another name."""
    return next((it for it in types() if it.id == name), None) or _unknown(name)


def _unknown(name: str) -> ContentType:
    raise KeyError(name)


def type_of(content: object) -> ContentType:
    """Give the type of a value; raises KeyError for one of no type."""
    return _by_model(types()).get(type(content)) or _unknown(type(content).__name__)


@lru_cache(maxsize=8)
def _by_model(known: tuple[ContentType, ...]) -> Mapping[type, ContentType]:
    return {it.model_class: it for it in known}


def text_type(path: str) -> ContentType:
    """Give the type of the text in a Markdown file; raises KeyError where nobody reads one."""
    return next((it for it in types() if it.is_text and it.values_in(path)), None) or _unknown(path)


def parts_of(kind: ContentType) -> Iterator[ContentType]:
    """Yield the types whose texts are parts of this one's."""
    return (it for it in types() if it.part_of[0] == kind.id)


def composers(plugin: str) -> Iterator[Callable[..., Any]]:
    """Yield the functions that make the pages of one plugin of mkdocs.yml."""
    return (resolve_name(name) for it in types() if it.plugin == plugin for name in it.composers)


def plugins() -> tuple[str, ...]:
    """Give the plugins of mkdocs.yml that show content types, the plain pages' last."""
    found = dict.fromkeys(it.plugin for it in types())
    return (*(it for it in found if it != "portal"), "portal")


def sections() -> dict[str, str]:
    """Give the folders with a picture of their own for shared links, and the text that names each."""
    return {it.folder: it.menu for it in types() if it.picture}


def resource(name: str, package: str = "") -> str:
    """Give the text of a file in a package: "package:file", or only "file" of the package meant.

    Raises FileNotFoundError where there is none.
    """
    where, _, file = name.rpartition(":")
    if not where:
        where, _, folder = package.partition("/")
        return (resources.files(where) / folder / file).read_text(encoding="utf-8")
    return (resources.files(where) / file).read_text(encoding="utf-8")
