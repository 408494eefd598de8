"""All content of one build, as one frozen value."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from functools import cached_property
from typing import Any

from vejviser.content.content_type import ContentType
from vejviser.content.languages import Language, main_language
from vejviser.content.model.approver import Approver
from vejviser.content.model.article import Article
from vejviser.content.model.base import Translation
from vejviser.content.model.checklist import Checklist
from vejviser.content.model.disclosure_policy import Policy
from vejviser.content.model.docs_files import DocsFiles
from vejviser.content.model.guide import Case, Guide
from vejviser.content.model.handbook import Chapter, ChapterKey, Handbook
from vejviser.content.model.help_lines import HelpLine
from vejviser.content.model.history import TextHistory
from vejviser.content.model.id_registry import IdRegistry
from vejviser.content.model.law import Law
from vejviser.content.model.material import KeptText, Material, MaterialText
from vejviser.content.model.municipality import NO_REGION, Municipality, Region
from vejviser.content.model.privacy import Privacy
from vejviser.content.model.redirects import Redirect
from vejviser.content.model.report_form import ReportForm
from vejviser.content.model.results import Result
from vejviser.content.model.rule_explanations import RuleFamily
from vejviser.content.model.search_words import SearchQuestion, SearchWord, Signpost
from vejviser.content.model.sources import Source, Term
from vejviser.content.model.statistics import StatusPeriod
from vejviser.content.model.texts import Texts
from vejviser.content.model.tile_grid import Tile
from vejviser.content.model.track import Track
from vejviser.content.model.translations import Translations
from vejviser.content.model.writing import Writing
from vejviser.content.types import types

Work = Source | Law
"""What a text can cite."""


@dataclass(frozen=True)
class Portal:
    """Everything the editors wrote, parsed and typed. No input or output happens behind it."""

    languages: tuple[Language, ...]
    texts: Mapping[Language, Texts]
    approvers: Mapping[str, Approver] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    laws: Mapping[str, Law] = field(default_factory=dict)
    terms: Mapping[str, Term] = field(default_factory=dict)
    regions: Mapping[str, Region] = field(default_factory=dict)
    municipalities: tuple[Municipality, ...] = ()
    tiles: tuple[Tile, ...] = ()
    handbooks: tuple[Handbook, ...] = ()
    chapters: Mapping[ChapterKey, Chapter] = field(default_factory=dict)
    guides: tuple[Guide, ...] = ()
    cases: Mapping[str, Case] = field(default_factory=dict)
    results: Mapping[str, Result] = field(default_factory=dict)
    help_lines: Mapping[str, HelpLine] = field(default_factory=dict)
    search_words: Mapping[str, SearchWord] = field(default_factory=dict)
    search_questions: Mapping[str, SearchQuestion] = field(default_factory=dict)
    signposts: Mapping[str, Signpost] = field(default_factory=dict)
    redirects: tuple[Redirect, ...] = ()
    checklists: tuple[Checklist, ...] = ()
    id_registry: IdRegistry = field(default_factory=IdRegistry)
    materials: tuple[Material, ...] = ()
    material_texts: Mapping[tuple[str, Language], MaterialText] = field(default_factory=dict)
    kept_materials: Mapping[tuple[str, str], Material] = field(default_factory=dict)
    """Materials as they were when a version of them was locked, by id and version; the newest version is among them."""
    kept_texts: Mapping[tuple[str, str, Language], KeptText] = field(default_factory=dict)
    articles: tuple[Article, ...] = ()
    tracks: tuple[Track, ...] = ()
    translations: Mapping[str, Translations] = field(default_factory=dict)
    """How the short texts of YAML files were translated, by the file's path."""
    files: DocsFiles = field(default_factory=dict)
    """What lies below docs/ beside the pages."""
    status: tuple[StatusPeriod, ...] = ()
    policy: Policy | None = None
    report_form: ReportForm | None = None
    privacy: Privacy = field(default_factory=Privacy)
    rules: tuple[RuleFamily, ...] = ()
    """What the editors' handbook says about the rules of check."""
    writing: tuple[Writing, ...] = ()
    """What it says about what may be written."""
    messages: Mapping[str, str] = field(default_factory=dict)
    """The sentences of the rules, in the main language."""
    history: Mapping[str, TextHistory] = field(default_factory=dict)
    """When texts came and were changed, by the paths of their files; empty where git has nothing to tell."""
    items: Mapping[str, Any] = field(default_factory=dict)
    """The values of every content type that has no field of its own here, by the type's plural."""
    site_url: str = ""

    def values_of(self, kind: ContentType) -> Any:
        """Return the values of a type as they are kept: a tuple, or a mapping by its key."""
        return getattr(self, kind.plural) if kind.plural in _FIELDS else self.items.get(kind.plural, ())

    def all_of(self, kind: ContentType) -> tuple[Any, ...]:
        """Return the values of a type, in the order of the portal."""
        values = self.values_of(kind)
        return tuple(values.values() if isinstance(values, Mapping) else values)

    def shows(self, kind: ContentType) -> bool:
        """Return whether there is anything of a type, and so pages that list it."""
        return bool(self.values_of(kind))

    @property
    def shows_figures(self) -> bool:
        """Whether the portal has status figures, or what is needed to report them."""
        return bool(self.status or self.policy or self.report_form)

    @property
    def figured(self) -> frozenset[str]:
        """The codes of the municipalities that figures are shown of. A page of figures waits until there are some."""
        return frozenset(row.code for period in self.status for row in period.rows)

    def changed(self, change: Callable[[ContentType, Any], Iterator[Any]]) -> "Portal":
        """Return the portal with what `change` makes of each value: another of the same key, or none."""
        found: dict[str, Any] = {}
        for kind in types():
            values = self.values_of(kind)
            if isinstance(values, Mapping):
                found[kind.plural] = {key: new for key, old in values.items() for new in change(kind, old)}
            else:
                found[kind.plural] = tuple(new for old in values for new in change(kind, old))
        return replace(self, **by_field(found))

    def translation_of(self, path: str, language: Language) -> Translation:
        """Return how the short texts of a YAML file were translated: by a machine, where nobody has said otherwise."""
        found = self.translations.get(path)
        return found.by_language.get(language, Translation()) if found else Translation()

    @property
    def base(self) -> str:
        """The path the site lives under, ending in a slash: "/" or "/venner/"."""
        path = "/" + self.site_url.split("://", 1)[-1].partition("/")[2]
        return path if path.endswith("/") else path + "/"

    def root(self, language: str) -> str:
        """Return the path of a language's front page: "/" or "/en/"."""
        return self.base if language in ("", main_language()) else f"{self.base}{language}/"

    def address(self, uri: str, language: str = "") -> str:
        """Return the address of a page by its Markdown file, in a language or the main one: "ven/index.md": "/ven/"."""
        stem = uri.removesuffix(".md")
        return self.root(language) + ("" if stem == "index" else stem.removesuffix("/index") + "/")

    @cached_property
    def works(self) -> Mapping[str, Work]:
        """Everything that a text can cite: sources and laws, by id."""
        return {**self.sources, **self.laws}

    @cached_property
    def cases_by_municipality(self) -> Mapping[str, tuple[Case, ...]]:
        """The cases of each municipality code, newest first."""
        found: dict[str, tuple[Case, ...]] = {}
        for case in sorted(self.cases.values(), key=lambda item: (-item.year, item.id)):
            if case.municipality:
                found[case.municipality] = (*found.get(case.municipality, ()), case)
        return found

    def region_of(self, municipality: Municipality, day: date) -> Region:
        """Return the region a municipality belongs to on `day`; NO_REGION where it belongs to none."""
        return self.regions.get(municipality.region_on(day), NO_REGION)


_FIELDS = frozenset(item.name for item in fields(Portal))


def by_field(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values of content types, by their plurals, as the fields of a portal."""
    own = {name: value for name, value in values.items() if name in _FIELDS}
    return {**own, "items": {name: value for name, value in values.items() if name not in _FIELDS}}
