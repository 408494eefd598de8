"""The schemas of all content files, and the settings that tell VS Code which file has which."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from pkgutil import resolve_name
from typing import Any

from pydantic import BaseModel

from vejviser.content.content_type import ContentType
from vejviser.content.types import types
from vejviser.editing.schema import TEXTS, listed, schema_of
from vejviser.model.approver import PATH as APPROVERS
from vejviser.model.approver import Approver
from vejviser.model.policy import Policy
from vejviser.model.privacy import Privacy
from vejviser.model.report_form import ReportForm
from vejviser.model.rules import RuleFamily
from vejviser.model.translations import PATH, Translations
from vejviser.model.writing import Writing
from vejviser.write import outdated, write_tree

FOLDER = "schemas"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of content file: where such files lie, and what stands in them."""

    name: str
    title: str
    pattern: str
    model: type[BaseModel] | None
    known: tuple[str, ...] = ()
    entries: bool = False
    """The file maps ids to values of the model."""

    listed: bool = False
    """The file is a list of values of the model."""

    @property
    def front_matter(self) -> bool:
        """Tell whether it stands between the dashes of a Markdown file."""
        return self.pattern.endswith(".md")

    @property
    def schema(self) -> Mapping[str, Any]:
        """The JSON Schema."""
        if self.model is None:
            return {**TEXTS, "title": self.title}
        made = schema_of(self.model, self.title, self.known, entries=self.entries)
        return listed(made) if self.listed else made


SETTINGS = (
    Kind("approvers", "Hvem der kan godkende", APPROVERS, Approver, ("id",), entries=True),
    Kind("translations", "Korte teksters oversættelser", PATH, Translations, ("path",), entries=True),
    Kind("privacy", "Numre og adresser, der ikke er personlige", "data/privacy.yml", Privacy),
    Kind("status-policy", "Regler for statustal", "data/status/policy.yml", Policy),
    Kind("status-form", "Skemaet til statustal", "data/status/form.yml", ReportForm),
    Kind("redirects", "Adresser, der fører videre", "data/redirects.yml", None),
    Kind("texts", "Faste tekster", "data/ui/*.yml", None),
    Kind("messages", "Beskeder", "data/ui/[!r]*/*.yml", None),
    Kind("rules", "Forklaringer af reglerne", "data/ui/rules/*.yml", RuleFamily, listed=True),
    Kind("writing", "Hvad man kan skrive", "data/ui/markdown/*.yml", Writing, listed=True),
)
"""The files that are no content type's."""


def kinds() -> tuple[Kind, ...]:
    """Give every kind of file: those of the content types, then the settings."""
    return (*(kind_of(it) for it in types()), *SETTINGS)


def kind_of(it: ContentType) -> Kind:
    """Give the kind of file that a content type is written in."""
    pattern = it.glob("[a-z][a-z]")
    if it.is_text:
        return Kind(it.schema or it.id, it.title, pattern, resolve_name(it.meta))
    return Kind(it.schema or it.id, it.title, pattern, it.model_class, it.known, entries=it.entries)


def schema_files() -> dict[str, bytes]:
    """Give every schema, and the settings of VS Code, by their paths below the project's root."""
    files = {f"{FOLDER}/{kind.name}.json": _json(kind.schema) for kind in kinds()}
    return {**files, ".vscode/settings.json": _json(dict(_settings()))}


def write_schemas(root: Path) -> int:
    """Write the schemas; give how many files changed."""
    return write_tree(root, schema_files())


def stale_schemas(root: Path) -> list[str]:
    """Give the files that do not say what the models say."""
    return list(outdated(root, schema_files()))


def _settings() -> Iterator[tuple[str, Any]]:
    yield "yaml.schemas", {f"./{FOLDER}/{kind.name}.json": kind.pattern for kind in kinds() if not kind.front_matter}
    yield "[yaml]", {"editor.insertSpaces": True, "editor.tabSize": 2, "editor.detectIndentation": False}
    yield "files.encoding", "utf8"
    yield "files.eol", "\n"


def _json(value: Mapping[str, Any]) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
