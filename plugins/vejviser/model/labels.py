"""The short texts in several languages that stand together in YAML files: the glossary, labels of forms, results.

Checklists are not among them: they say themselves how they were translated. Of these files `data/translations.yml` says
it, so that none of them has to carry a column of fingerprints.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from pydantic import BaseModel

from vejviser.model.base import MAIN_LANGUAGE, Content, LanguageMap
from vejviser.model.evidence import Source, Term
from vejviser.model.help_lines import HelpLine
from vejviser.model.law import Law
from vejviser.model.portal import Portal
from vejviser.model.results import Result
from vejviser.problems import Location

C = TypeVar("C")

GLOSSARY = "data/glossary.yml"
KEYED = ("terms", "sources", "laws", "results", "help_lines", "cases")
LISTED = ("materials", "handbooks", "guides", "municipalities")
"""What a portal calls its contents with labels: those it keeps by id, and those it lists."""
_NAMES = ("id", "version", "number")
"""What names an entry of a list, so that its name stays when it moves."""


@dataclass(frozen=True, slots=True)
class Label:
    """A short text with its name in the file, the line it stands in, and the page that shows it."""

    path: str
    name: str
    line: int
    text: LanguageMap
    uri: str
    title: str
    """What the file, or the page, is called in Danish."""


def labels(portal: Portal) -> Iterator[Label]:
    """Give every label of the portal, file by file."""
    for content, uri, title in _contents(portal):
        for name, location, text in maps(content):
            line = content.origin.at(*location).line
            yield Label(content.origin.path, label_name(content, name), line, text, uri, title)


def label_name(content: Content, name: str) -> str:
    """Give what a text of `content` is called in its file: with the entry's id before it, where a file has several."""
    return f"{content.id}.{name}" if isinstance(content, Source | Law | Term | Result | HelpLine) else name


def _contents(portal: Portal) -> Iterator[tuple[Content, str, str]]:
    """Give every content with labels, the Markdown path of the page that shows it, and its title in Danish."""
    t = portal.texts[MAIN_LANGUAGE]
    yield from ((it, "ordliste.md", t("glossary.title")) for it in portal.terms.values())
    yield from ((it, "kilder.md", t("sources.title")) for it in portal.sources.values())
    yield from ((it, "kilder/love.md", t("laws.title")) for it in portal.laws.values())
    yield from ((it, "resultater/index.md", t("results.title")) for it in portal.results.values())
    yield from ((it, "hjaelp.md", t("help_lines.title")) for it in portal.help_lines.values())
    for material in portal.materials:
        yield material, f"materialer/{material.id}.md", material.title.text(MAIN_LANGUAGE)
    for book in portal.handbooks:
        yield book, f"haandboeger/{book.id}/index.md", book.title.text(MAIN_LANGUAGE)
    for guide in portal.guides:
        yield guide, f"kommuneguider/{guide.id}.md", guide.title.text(MAIN_LANGUAGE)
    for case in portal.cases.values():
        yield case, "kommuneguider/eksempler.md", t("cases.title")
    for municipality in portal.municipalities:
        yield municipality, f"kommuner/{municipality.slug}.md", municipality.name
    if form := portal.report_form:
        yield form, "kommuner/status.md", form.sheet.text(MAIN_LANGUAGE)


def maps(value: object, location: Location = (), name: str = "") -> Iterator[tuple[str, Location, LanguageMap]]:
    """Give every text in several languages inside `value`, with a name that stays when it moves, and its place."""
    if isinstance(value, LanguageMap):
        yield name, location, value
    else:
        for key, part, inside in _parts(value):
            yield from maps(inside, (*location, key), f"{name}.{part}" if name else part)


def rewritten(value: C, change: Callable[[str, LanguageMap], LanguageMap], name: str = "") -> C:
    """Give a content in which every text in several languages is what `change` makes of its name and itself."""
    if isinstance(value, LanguageMap):
        return cast("C", change(name, value))
    new = {key: rewritten(inside, change, f"{name}.{part}" if name else part) for key, part, inside in _parts(value)}
    if isinstance(value, BaseModel):
        return cast("C", value.model_copy(update={str(key): inside for key, inside in new.items()}))
    if isinstance(value, Mapping):
        return cast("C", new)
    return cast("C", tuple(new.values())) if isinstance(value, tuple) else value


def _parts(value: object) -> Iterator[tuple[str | int, str, Any]]:
    if isinstance(value, BaseModel):
        yield from ((key, key, getattr(value, key)) for key in type(value).model_fields if key != "origin")
    elif isinstance(value, Mapping):
        yield from ((key, str(key), inside) for key, inside in value.items())
    elif isinstance(value, tuple):
        for index, inside in enumerate(value):
            yield index, next((str(getattr(inside, it)) for it in _NAMES if hasattr(inside, it)), str(index)), inside
