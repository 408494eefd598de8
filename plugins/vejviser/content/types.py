"""The content types: one row each. Whatever lists types (reading, checking, composing, data, forms) reads these rows.

A row names code of higher rooms as "module:function", as entry points do, so that imports still go down only; and
texts and templates that lie in a package as "package:file".

`<main>` in a row stands for the main language's code, and `<handbooks>` for a word in the portal's addresses: what
`types()` returns has the words in their place.

A new type needs a row, a model, a composer with its templates, its texts, and content. What else a row may say is
optional.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, replace
from functools import lru_cache
from pkgutil import resolve_name
from typing import Any

from vejviser.base.identity_key import IdentityKey
from vejviser.content.addresses import at
from vejviser.content.content_type import XLSX, ContentType, Distribution, Start
from vejviser.content.settings import by_settings

_CITING = (("source", "{source}"),)
"""The start names a source, to be changed by whoever writes on."""

TYPES: tuple[ContentType, ...] = (
    ContentType(
        id="handbook",
        plural="handbooks",
        title="Håndbog",
        pattern="docs/<main>/<handbooks>/{id}/handbook.yml",
        model="vejviser.content.model.handbook:Handbook",
        folder="<handbooks>",
        index="<handbooks>/index.md",
        pages=("<handbooks>/{0.id}/index.md", "<handbooks>/{0.id}/<whole_book>.md"),
        composers=("vejviser.pages.handbooks:pages",),
        plugin="handbooks",
        menu="nav.handbooks",
        menu_weight=10,
        menu_pages="vejviser.pages.navigation:books",
        picture=True,
        documents="vejviser.documents.compositions:handbooks",
        formats=("pdf", "epub"),
        open_data="vejviser.opendata.written:handbooks",
        distributions=(Distribution("api/v1/handbooks.json", "JSON", "application/json"),),
        catalogue_weight=12,
        form=True,
        starts=(
            Start("docs/<main>/<handbooks>/{id}/handbook.yml", "handbook.yml", (("chapter", "{first}"),)),
            Start("docs/<main>/<handbooks>/{id}/{first}.md", "chapter.md", (("title", "{first_title}"),)),
        ),
    ),
    ContentType(
        id="chapter",
        plural="chapters",
        title="Kapitel",
        pattern="docs/{language}/<handbooks>/{book}/{id}.md",
        model="vejviser.content.model.handbook:Chapter",
        meta="vejviser.content.model.handbook:ChapterMeta",
        key=("book", "id", "language"),
        known_by="{0.book}/{0.id}",
        part_of=("handbook", "book"),
        pages=("<handbooks>/{0.book}/{0.id}.md",),
        citing="vejviser.pages.backlinks:chapters",
        approvable="vejviser.content.model.approvals:chapters",
    ),
    ContentType(
        id="guide",
        plural="guides",
        title="Guide til {place.many}",
        pattern="data/guides/{id}.yml",
        model="vejviser.content.model.guide:Guide",
        synonyms=("guider",),
        folder="<guides>",
        index="<guides>/index.md",
        pages=("<guides>/{0.id}.md", "<guides>/{0.id}/<plan>.md"),
        composers=("vejviser.pages.guides:pages",),
        plugin="guides",
        menu="nav.guides",
        menu_weight=40,
        menu_pages="vejviser.pages.navigation:guides",
        picture=True,
        citing="vejviser.pages.backlinks:guides",
        approvable="vejviser.content.model.approvals:guides",
        schema_org="HowTo",
        open_data="vejviser.opendata.written:guides",
        distributions=(Distribution("api/v1/guides.json", "JSON", "application/json"),),
        catalogue_weight=14,
        form=True,
        starts=(
            Start("data/guides/{id}.yml", "guide.yml"),
            Start("docs/<main>/<guides>/{id}.md", "guide.md"),
        ),
    ),
    ContentType(
        id="case",
        plural="cases",
        title="Eksempel fra {place.a_one}",
        pattern="data/cases/{id}.yml",
        model="vejviser.content.model.guide:Case",
        key=("id",),
        synonyms=("eksempler",),
        pages=("<guides>/<cases>.md",),
        page_title="cases.title",
        citing="vejviser.pages.backlinks:cases",
        form=True,
        starts=(Start("data/cases/{id}.yml", "case.yml", _CITING),),
    ),
    ContentType(
        id="checklist",
        plural="checklists",
        title="Tjekliste",
        pattern="data/checklists/{id}.yml",
        model="vejviser.content.model.checklist:Checklist",
        synonyms=("tjeklister",),
        translation="own",
        progress="checklists.title",
        folder="<checklists>",
        index="<checklists>/index.md",
        pages=("<checklists>/{0.id}.md",),
        composers=("vejviser.pages.checklists:pages",),
        plugin="checklists",
        menu="nav.checklists",
        menu_weight=20,
        picture=True,
        citing="vejviser.pages.backlinks:pages_of",
        approvable="vejviser.content.model.approvals:contents_of",
        schema_org="HowTo",
        documents="vejviser.documents.compositions:checklists",
        formats=("docx", "odt", "pdf"),
        rules="vejviser.check.checklists:problems",
        open_data="vejviser.opendata.written:checklists",
        distributions=(Distribution("api/v1/checklists.json", "JSON", "application/json"),),
        catalogue_weight=16,
        form=True,
        starts=(Start("data/checklists/{id}.yml", "checklist.yml"),),
    ),
    ContentType(
        id="material",
        plural="materials",
        title="Materiale",
        pattern="materials/{id}/material.yml",
        model="vejviser.content.model.material:Material",
        progress="materials.title",
        folder="<materials>",
        index="<materials>/index.md",
        pages=("<materials>/{0.id}.md",),
        composers=(
            "vejviser.pages.materials:pages",
            "vejviser.pages.material_forms:pages",
            "vejviser.pages.versions:pages",
        ),
        plugin="materials",
        menu="nav.materials",
        menu_weight=30,
        picture=True,
        citing="vejviser.pages.backlinks:materials",
        approvable="vejviser.content.model.approvals:materials",
        schema_org="DigitalDocument",
        documents="vejviser.documents.compositions:materials",
        open_data="vejviser.opendata.materials:files",
        distributions=(Distribution("api/v1/materials.json", "JSON", "application/json"),),
        catalogue_weight=20,
        feed="feeds/<materials>.xml",
        rules="vejviser.check.materials:problems",
        form=True,
        starts=(
            Start("materials/{id}/material.yml", "material.yml"),
            Start("materials/{id}/<main>.md", "material.md"),
        ),
    ),
    ContentType(
        id="track",
        plural="tracks",
        title="Forløb",
        pattern="data/tracks/{id}.yml",
        model="vejviser.content.model.track:Track",
        synonyms=("forloeb", "spor"),
        folder="<tracks>",
        index="<tracks>/index.md",
        pages=("<tracks>/{0.id}.md",),
        composers=("vejviser.pages.tracks:pages", "vejviser.pages.my_match:pages"),
        citing="vejviser.pages.backlinks:pages_of",
        approvable="vejviser.content.model.approvals:contents_of",
        schema_org="HowTo",
        open_data="vejviser.opendata.tracks:files",
        distributions=(Distribution("api/v1/tracks.json", "JSON", "application/json"),),
        catalogue_weight=30,
        rules="vejviser.check.tracks:problems",
        form=True,
        starts=(Start("data/tracks/{id}.yml", "track.yml"),),
    ),
    ContentType(
        id="article",
        plural="articles",
        title="Side",
        pattern="docs/{language}/{uri:page}",
        model="vejviser.content.model.article:Article",
        meta="vejviser.content.model.article:ArticleMeta",
        schema="page",
        known_by="{0.uri}",
        pages=("{0.uri}",),
        composers=("vejviser.pages.articles:pages",),
        citing="vejviser.pages.backlinks:articles",
        approvable="vejviser.content.model.approvals:articles",
    ),
    ContentType(
        id="material-text",
        plural="material_texts",
        title="Materialets tekst",
        pattern="materials/{material}/{language}.md",
        model="vejviser.content.model.material:MaterialText",
        meta="vejviser.content.model.material:MaterialMeta",
        key=("material", "language"),
        known_by="{0.material}",
        part_of=("material", "material"),
        pages=("<materials>/{0.material}.md",),
    ),
    ContentType(
        id="municipality",
        plural="municipalities",
        title="{Place.one}",
        pattern="data/<places>/*.yml",
        model="vejviser.content.model.municipality:Municipality",
        known_by="{0.code}",
        folder="<places>",
        index="<places>/index.md",
        pages=("<places>/{0.slug}.md", "<places>/{0.slug}/<status>.md"),
        composers=("vejviser.pages.directory:pages", "vejviser.pages.statistics:all_pages"),
        plugin="directory",
        menu="nav.municipalities",
        menu_weight=50,
        menu_pages="",
        picture=True,
        citing="vejviser.pages.backlinks:municipalities",
        open_data="vejviser.opendata.municipalities:files",
        distributions=(
            Distribution("api/v1/municipalities.json", "JSON", "application/json"),
            Distribution("api/v1/municipalities.csv", "CSV", "text/csv"),
            Distribution("api/v1/municipalities.xlsx", "XLSX", XLSX),
        ),
        catalogue_weight=10,
        form=True,
    ),
    ContentType(
        id="region",
        plural="regions",
        title="Regioner",
        pattern="data/regions.yml",
        model="vejviser.content.model.municipality:Region",
        entries=True,
        key=("id",),
        schema="regions",
        synonyms=("omraader",),
        missed=("unknown-regions", "region-gap"),
        translation="none",
        starts=(Start("data/regions.yml", "region.yml"),),
    ),
    ContentType(
        id="result",
        plural="results",
        title="Resultater",
        pattern="data/results.yml",
        model="vejviser.content.model.results:Result",
        entries=True,
        key=("id",),
        schema="results",
        synonyms=("resultater",),
        folder="<results>",
        pages=("<results>/index.md", "<results>/<one_page>.md"),
        page_title="results.title",
        composers=("vejviser.pages.results:pages",),
        menu="results.title",
        menu_weight=60,
        menu_pages="vejviser.pages.navigation:results",
        picture=True,
        rules="vejviser.check.results:problems",
        starts=(Start("data/results.yml", "result.yml", _CITING),),
    ),
    ContentType(
        id="source",
        plural="sources",
        title="Kilder",
        pattern="data/sources.yml",
        model="vejviser.content.model.sources:Source",
        entries=True,
        key=("id",),
        schema="sources",
        synonyms=("kilder",),
        missed=("unknown-source", "uncited-source"),
        index="<sources>.md",
        pages=("<sources>.md",),
        page_title="sources.title",
        composers=("vejviser.pages.glossary_and_sources:pages",),
    ),
    ContentType(
        id="law",
        plural="laws",
        title="Love",
        pattern="data/laws.yml",
        model="vejviser.content.model.law:Law",
        entries=True,
        key=("id",),
        schema="laws",
        synonyms=("love",),
        index="<sources>/<laws>.md",
        pages=("<sources>/<laws>.md",),
        page_title="laws.title",
        starts=(Start("data/laws.yml", "law.yml"),),
    ),
    ContentType(
        id="term",
        plural="terms",
        title="Ordliste",
        pattern="data/glossary.yml",
        model="vejviser.content.model.sources:Term",
        entries=True,
        key=("id",),
        schema="glossary",
        synonyms=("ordliste",),
        missed=("unknown-terms",),
        progress="glossary.title",
        index="<glossary>.md",
        pages=("<glossary>.md",),
        page_title="glossary.title",
        citing="vejviser.pages.backlinks:glossary",
    ),
    ContentType(
        id="news-line",
        plural="news",
        title="Nyt",
        pattern="data/news.yml",
        model="vejviser.content.model.news:NewsLine",
        entries=True,
        key=("id",),
        schema="news",
        synonyms=("nyt", "nyheder"),
        pages=("<news>/index.md",),
        page_title="news.title",
        composers=("vejviser.pages.news:pages",),
        open_data="vejviser.opendata.news:files",
        distributions=(Distribution("feeds/<news>.xml", "ATOM", "application/atom+xml"),),
        catalogue_weight=40,
        rules="vejviser.check.news:problems",
        starts=(Start("data/news.yml", "news-line.yml"),),
    ),
    ContentType(
        id="help-line",
        plural="help_lines",
        title="Numre, man kan ringe til",
        pattern="data/help_lines.yml",
        model="vejviser.content.model.help_lines:HelpLine",
        entries=True,
        key=("id",),
        schema="help-lines",
        missed=("unknown-help-lines",),
        pages=("<help>.md",),
        page_title="help_lines.title",
        starts=(Start("data/help_lines.yml", "help-line.yml"),),
    ),
    ContentType(
        id="search-word",
        plural="search_words",
        title="Ord, som folk søger med",
        pattern="data/words.yml",
        model="vejviser.content.model.search_words:SearchWord",
        entries=True,
        key=("id",),
        schema="words",
        synonyms=("ord", "soegeord", "synonymer"),
        translation="none",
        rules="vejviser.check.search_words:problems",
        starts=(Start("data/words.yml", "search-word.yml"),),
    ),
    ContentType(
        id="signpost",
        plural="signposts",
        title="Hjælp over søgningen",
        pattern="data/signposts.yml",
        model="vejviser.content.model.search_words:Signpost",
        entries=True,
        key=("id",),
        schema="signposts",
        synonyms=("skilte", "vejvisere"),
        pages=("<help>.md",),
        page_title="help_lines.title",
        starts=(Start("data/signposts.yml", "signpost.yml", (("help_line", "{help_line}"),)),),
    ),
)
"""Narrower patterns stand before wider ones: a file belongs to the first type that its path fits."""


def types() -> tuple[ContentType, ...]:
    """Return every content type, with the words that the portal in force has in its addresses."""
    return _addressed(IdentityKey(TYPES))


@by_settings
def _addressed(rows: IdentityKey) -> tuple[ContentType, ...]:
    def worded(value: Any) -> Any:
        if isinstance(value, str):
            return at(value)
        if isinstance(value, tuple):
            return tuple(worded(item) for item in value)
        if isinstance(value, Start):
            return replace(value, path=worded(value.path))
        return replace(value, path=worded(value.path)) if isinstance(value, Distribution) else value

    return tuple(
        replace(row, **{item.name: worded(getattr(row, item.name)) for item in fields(row)}) for row in rows.objects[0]
    )


def type_named(name: str) -> ContentType:
    """Return the type with an id; raises KeyError for another name."""
    return next((item for item in types() if item.id == name), None) or _unknown(name)


def _unknown(name: str) -> ContentType:
    raise KeyError(name)


def type_of(content: object) -> ContentType:
    """Return the type of a value; raises KeyError for one of no type."""
    return _by_model(types()).get(type(content)) or _unknown(type(content).__name__)


@lru_cache(maxsize=8)
def _by_model(known: tuple[ContentType, ...]) -> Mapping[type, ContentType]:
    return {item.model_class: item for item in known}


def text_type(path: str) -> ContentType:
    """Return the type of the text in a Markdown file; raises KeyError where nobody reads one."""
    return next((item for item in types() if item.is_text and item.values_in(path)), None) or _unknown(path)


def parts_of(kind: ContentType) -> Iterator[ContentType]:
    """Yield the types whose texts are parts of this one's."""
    return (item for item in types() if item.part_of[0] == kind.id)


def composers(plugin: str, wanted: Callable[[ContentType], bool] = lambda _: True) -> Iterator[Callable[..., Any]]:
    """Yield the functions that make the pages of one plugin of mkdocs.yml, of the types that are `wanted`."""
    kinds = (item for item in types() if item.plugin == plugin and wanted(item))
    return (resolve_name(name) for item in kinds for name in item.composers)


def plugins() -> tuple[str, ...]:
    """Return the plugins of mkdocs.yml that show content types, the plain pages' last."""
    found = dict.fromkeys(item.plugin for item in types())
    return (*(item for item in found if item != "portal"), "portal")


def sections() -> dict[str, str]:
    """Return the folders with a picture of their own for shared links, and the text that names each."""
    return {item.folder: item.menu for item in types() if item.picture}
