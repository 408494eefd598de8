"""What a content type says of itself: where its files lie, what is made of them, and by which code.

Code of higher rooms is named as "module:function", as entry points do, so that imports still go down only; texts and
templates that lie in a package as "package:file".
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib import resources
from pkgutil import resolve_name
from typing import Any, Literal

_PLACE = re.compile(r"\{(?P<name>\w+)(?P<page>:page)?\}")
"""A place in a pattern: `{id}` stands for a part of a path, `{uri:page}` for a path of any length ending in .md."""


@dataclass(frozen=True, slots=True)
class Distribution:
    """A file of open data: its path, and its format in the EU's list of file types and in IANA's."""

    path: str
    format: str
    media_type: str


XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
"""The media type of a workbook."""


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
    """What editors' programs call such a file, in the main language."""
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
    """Names under which editors look for its folder or file below data/."""
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
    """The function (portal, type) -> originals that can be approved."""
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
        """Return whether its files are Markdown, one a language."""
        return bool(self.meta)

    @property
    def labelled(self) -> bool:
        """Return whether data/translations.yml says how its short texts were translated."""
        return self.translation == "labels" and not self.is_text

    @property
    def rule_name(self) -> str:
        """Its name in rules: unknown-help-lines."""
        return self.plural.replace("_", "-")

    @property
    def model_class(self) -> Any:
        """The class of its values."""
        return resolve_name(self.model)

    @property
    def known(self) -> tuple[str, ...]:
        """The fields that nobody writes, because the path or the key gives them."""
        return ("id",) if self.entries else tuple(match["name"] for match in _PLACE.finditer(self.pattern))

    def glob(self, language: str = "*") -> str:
        """Return the pattern of its files (of one language) as the file system knows patterns."""
        return _PLACE.sub(
            lambda place: language if place["name"] == "language" else "**/*.md" if place["page"] else "*", self.pattern
        )

    def values_in(self, path: str) -> dict[str, str]:
        """Return the fields that the path of one of its files gives."""
        match = self._path.fullmatch(path)
        return match.groupdict() if match else {}

    def path(self, values: Mapping[str, str]) -> str:
        """Return the path of the file that gives these fields."""
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
        """Return the Markdown path, without the language, of the page that shows one of them."""
        return self.pages[0].format(content)

    def name_of(self, content: object) -> str:
        """Return what others call one of them by."""
        return self.known_by.format(content)

    def owner(self, content: object) -> str:
        """Return what its files for download belong to: "tjeklister/foerste-moede"."""
        return f"{self.folder}/{self.name_of(content)}"


def resource(name: str, package: str = "") -> str:
    """Return the text of a file in a package: "package:file", or only "file" of the package meant.

    Raises FileNotFoundError where there is none.
    """
    where, _, file = name.rpartition(":")
    if not where:
        where, _, folder = package.partition("/")
        return (resources.files(where) / folder / file).read_text(encoding="utf-8")
    return (resources.files(where) / file).read_text(encoding="utf-8")
