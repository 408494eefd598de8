"""The schemas of all content files, and the settings that tell VS Code which file has which."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from pkgutil import resolve_name
from typing import Any

from pydantic import BaseModel

from vejviser.authoring.json_schema import TEXTS, explanations, listed, schema_of
from vejviser.base.files import outdated, write_tree
from vejviser.content.content_type import ContentType
from vejviser.content.model.approver import PATH as APPROVERS
from vejviser.content.model.approver import Approver
from vejviser.content.model.disclosure_policy import Policy
from vejviser.content.model.privacy import Privacy
from vejviser.content.model.report_form import ReportForm
from vejviser.content.model.rule_explanations import RuleFamily
from vejviser.content.model.settings import Settings
from vejviser.content.model.translations import PATH, Translations
from vejviser.content.model.writing import Writing
from vejviser.content.settings import NAME
from vejviser.content.types import types

FOLDER = "schemas"
SETTINGS_FILE = ".vscode/settings.json"
SCHEMAS = "yaml.schemas"
"""The setting of VS Code that says which file has which schema."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of content file: where such files lie, and what stands in them."""

    name: str
    pattern: str
    model: type[BaseModel] | None
    known: tuple[str, ...] = ()
    entries: bool = False
    """The file maps ids to values of the model."""

    listed: bool = False
    """The file is a list of values of the model."""
    title: str = ""
    """What it is called where no text says so (`kind.<name>` of ui/schema/)."""

    @property
    def front_matter(self) -> bool:
        """Return whether it stands between the dashes of a Markdown file."""
        return self.pattern.endswith(".md")

    @property
    def schema(self) -> Mapping[str, Any]:
        """The JSON Schema."""
        title = explanations().get(f"kind.{self.name}", self.title)
        if self.model is None:
            return {**TEXTS, "title": title}
        made = schema_of(self.model, title, self.known, entries=self.entries)
        return listed(made) if self.listed else made


SETTINGS = (
    Kind("portal", NAME, Settings),
    Kind("approvers", APPROVERS, Approver, ("id",), entries=True),
    Kind("translations", PATH, Translations, ("path",), entries=True),
    Kind("privacy", "data/privacy.yml", Privacy),
    Kind("status-policy", "data/status/policy.yml", Policy),
    Kind("status-form", "data/status/form.yml", ReportForm),
    Kind("redirects", "data/redirects.yml", None),
    Kind("texts", "data/ui/*.yml", None),
    Kind("messages", "data/ui/[!rm]*/*.yml", None),
    Kind("rules", "data/ui/rules/*.yml", RuleFamily, listed=True),
    Kind("writing", "data/ui/markdown/*.yml", Writing, listed=True),
)
"""The files that are no content type's."""


def kinds() -> tuple[Kind, ...]:
    """Return every kind of file: those of the content types, then the settings."""
    return (*(kind_of(item) for item in types()), *SETTINGS)


def kind_of(content_type: ContentType) -> Kind:
    """Return the kind of file that a content type is written in."""
    name, pattern = content_type.schema or content_type.id, content_type.glob("[a-z][a-z]")
    if content_type.is_text:
        return Kind(name, pattern, resolve_name(content_type.meta), title=content_type.title)
    return Kind(
        name,
        pattern,
        content_type.model_class,
        content_type.known,
        entries=content_type.entries,
        title=content_type.title,
    )


def schema_files() -> dict[str, bytes]:
    """Return every schema, and the settings of VS Code, by their paths below the project's root."""
    files = {f"{FOLDER}/{kind.name}.json": _json(kind.schema) for kind in kinds()}
    return {**files, SETTINGS_FILE: _json(dict(_settings()))}


def write_schemas(root: Path) -> int:
    """Write the schemas; return how many files changed. Of the settings of VS Code only ours are touched."""
    return write_tree(root, _beside_others(root, schema_files()))


def stale_schemas(root: Path) -> list[str]:
    """Return the files that do not say what the models say."""
    return list(outdated(root, _beside_others(root, schema_files())))


def _beside_others(root: Path, files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Return the files with the settings that somebody else has made in VS Code.

    Settings with remarks in them, which JSON has none of, are left as they are.
    """
    place = root / SETTINGS_FILE
    there = place.read_bytes() if place.is_file() else b"{}"
    try:
        known = json.loads(there)
    except ValueError:
        return {**files, SETTINGS_FILE: there}
    ours = dict(_settings())
    theirs = {path: kind for path, kind in known.get(SCHEMAS, {}).items() if not path.startswith(f"./{FOLDER}/")}
    merged = {**known, **ours, SCHEMAS: {**ours[SCHEMAS], **theirs}}
    return {**files, SETTINGS_FILE: there if merged == known else _json(merged)}


def _settings() -> Iterator[tuple[str, Any]]:
    yield SCHEMAS, {f"./{FOLDER}/{kind.name}.json": kind.pattern for kind in kinds() if not kind.front_matter}
    yield "[yaml]", {"editor.insertSpaces": True, "editor.tabSize": 2, "editor.detectIndentation": False}
    yield "files.encoding", "utf8"
    yield "files.eol", "\n"


def _json(value: Mapping[str, Any]) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
