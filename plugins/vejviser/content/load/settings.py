"""What mkdocs.yml says about a site, read by the safe YAML reader: no host is needed, and no tag of the file is run."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, model_validator

from vejviser.base.problems import ContentError, Problem
from vejviser.content.languages import Language, languages, main_language
from vejviser.content.load.files import read_texts
from vejviser.content.load.suggestions import closest_match
from vejviser.content.load.validate import validate_model
from vejviser.content.load.written import as_yaml
from vejviser.content.load.yaml import Parsed, parse_yaml
from vejviser.content.settings import NAME as PORTAL
from vejviser.content.settings import current
from vejviser.content.types import plugins

NAME = "mkdocs.yml"
_OURS = "vejviser/"
_DOCS = "docs"
_OWN_TEMPLATES = "overrides"
_FAVICON, _SHEET, _SCRIPT = (
    f"assets/vejviser/{name}" for name in ("img/favicon.svg", "css/vejviser.css", "js/vejviser.js")
)
"""What every page of a portal needs, also where mkdocs.yml does not name it."""


@dataclass(frozen=True, slots=True)
class Script:
    """A script of every page: its path below the site, and the attributes of its tag in their order."""

    path: str
    attributes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one site."""

    root: Path
    """The folder that holds docs/, data/ and materials/."""
    site_url: str = ""
    languages: tuple[Language, ...] = field(default_factory=lambda: (main_language(),))
    contents: tuple[str, ...] = ()
    """The content types the site shows, in the order of its plugins: "handbooks", "portal"."""
    templates: Path | None = None
    """The folder with the portal's own parts of the frame."""
    favicon: str = ""
    stylesheets: tuple[str, ...] = ()
    scripts: tuple[Script, ...] = ()
    feedback_mail: str = ""
    previewing: bool = False
    """Whether a host puts a script of its own into the pages, which our policy would stop."""
    draft: bool = False
    """Whether the site is a draft: every page says so, and search engines are asked to keep away."""


class _Part(BaseModel):
    """A part of the file; keys that only hosts know are theirs."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class _Theme(_Part):
    custom_dir: str = ""
    favicon: str = ""


class _Script(_Part):
    path: str
    type: str = ""
    defer: bool = False
    asynchronous: bool = Field(default=False, alias="async")

    @model_validator(mode="before")
    @classmethod
    def _path_alone(cls, value: Any) -> Any:
        if isinstance(value, str):
            return {"path": value, "type": "module" if value.endswith(".mjs") else ""}
        return value

    @property
    def script(self) -> Script:
        """The script as templates show it."""
        kind = (f'type="{self.type}"',) if self.type else ()
        return Script(self.path, (*kind, *(["defer"] if self.defer else []), *(["async"] if self.asynchronous else [])))


class _Feedback(_Part):
    mail: str = ""


class _Extra(_Part):
    feedback: _Feedback = _Feedback()


class _Language(_Part):
    locale: str
    build: bool = True
    default: bool = False


class _File(_Part):
    site_name: str = ""
    site_url: str = ""
    docs_dir: str = _DOCS
    theme: _Theme = _Theme()
    extra_css: tuple[str, ...] = ()
    extra_javascript: tuple[_Script, ...] = ()
    extra: _Extra = _Extra()
    plugins: tuple[Any, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _theme_by_name(cls, value: Any) -> Any:
        if isinstance(value, dict) and not isinstance(value.get("theme", {}), dict):
            return {key: item for key, item in value.items() if key != "theme"}
        return value


def read_settings(root: Path) -> Settings:
    """Read the settings of the portal below `root`; raises ContentError with the mistakes in mkdocs.yml."""
    problems: list[Problem] = []
    for file in read_texts(root, NAME, problems):
        parsed = parse_yaml(file.text, file.path)
        found, mistakes = _read(root, parsed) if not parsed.problems else (None, parsed.problems)
        problems += mistakes
        if found is not None and not mistakes:
            return _settings(root, found)
    raise ContentError(problems or [Problem(NAME, 1, 1, "error", "empty-file")])


def settings_problems(root: Path) -> Iterator[Problem]:
    """Yield what is wrong with the settings in a mkdocs.yml that can be read; the rest is for its readers to tell."""
    for file in read_texts(root, NAME, []):
        parsed = parse_yaml(file.text, file.path)
        if not parsed.problems:
            found, problems = _read(root, parsed)
            yield from problems
            if found and (root / PORTAL).is_file():
                yield from _said_otherwise(found, parsed)


def _said_otherwise(found: _File, parsed: Parsed) -> Iterator[Problem]:
    """Yield where mkdocs.yml says something else than portal.yml, which says it for both."""
    name = current().name.own(main_language())
    if name and found.site_name and found.site_name != name:
        values = {"value": found.site_name, "name": name}
        yield parsed.origin.warning("mkdocs-site-name", "site_name", **values)
    if found.site_url and not re.fullmatch(r"https?://[^\s/]+(?:/\S*)?", found.site_url):
        host = re.sub(r"^\w*:/*", "", found.site_url).strip("/")
        values = {"key": "site_url", "value": as_yaml(found.site_url), "example": f"https://{host}/"}
        yield parsed.origin.error("wrong-form", "site_url", **values)
    yield from _unknown_plugins(found, parsed)
    for number, plugin in enumerate(found.plugins):
        entries = list(_languages(plugin.get("i18n"))) if isinstance(plugin, dict) else []
        for index, entry in enumerate(entries):
            place = ("plugins", number, "i18n", "languages", index)
            values = {"value": entry.locale, "main": main_language(), "known": ", ".join(languages())}
            if entry.locale not in languages():
                yield parsed.origin.error("mkdocs-language", *place, **values)
            elif entry.default and entry.locale != main_language():
                yield parsed.origin.error("mkdocs-main-language", *place, **values)


def _unknown_plugins(found: _File, parsed: Parsed) -> Iterator[Problem]:
    """Yield our plugins that are misspelt: a host would only say so when it builds."""
    known = tuple(f"{_OURS}{name}" for name in plugins())
    for number, plugin in enumerate(found.plugins):
        name = plugin if isinstance(plugin, str) else next(iter(plugin), "") if isinstance(plugin, dict) else ""
        if name.startswith(_OURS) and name not in known:
            values = {"key": "plugins", "value": as_yaml(name), "suggestion": closest_match(name, known)}
            rule = "value-not-allowed-suggestion" if values["suggestion"] else "value-not-allowed"
            yield parsed.origin.error(rule, "plugins", number, **values, expected=", ".join(known))


def _read(root: Path, parsed: Parsed) -> tuple[_File | None, tuple[Problem, ...]]:
    found, problems = validate_model(_File, parsed.data, parsed.origin)
    if found and found.docs_dir != _DOCS and f"{_OURS}portal" in dict(_named(found.plugins)):
        values = {"key": "docs_dir", "value": found.docs_dir, "expected": _DOCS}
        return found, (parsed.origin.error("value-not-allowed", "docs_dir", **values),)
    if found and found.theme.custom_dir and not (root / found.theme.custom_dir).is_dir():
        values = {"key": "custom_dir", "value": found.theme.custom_dir, "expected": _OWN_TEMPLATES}
        return found, (parsed.origin.error("value-not-allowed", "theme", "custom_dir", **values),)
    return found, problems


def _settings(root: Path, found: _File) -> Settings:
    plugins = dict(_named(found.plugins))
    unbuilt = {language.locale for language in _languages(plugins.get("i18n")) if not language.build}
    wanted = languages() if "i18n" in plugins else (main_language(),)
    scripts = tuple(item.script for item in found.extra_javascript)
    ours = () if _SCRIPT in {item.path for item in scripts} else (Script(_SCRIPT, ('type="module"',)),)
    return Settings(
        root,
        found.site_url,
        tuple(language for language in wanted if language not in unbuilt) or (main_language(),),
        tuple(plugin.removeprefix(_OURS) for plugin in plugins if plugin.startswith(_OURS)),
        _templates(root, found.theme.custom_dir),
        found.theme.favicon or _FAVICON,
        found.extra_css if _SHEET in found.extra_css else (_SHEET, *found.extra_css),
        (*ours, *scripts),
        current().report.mail or found.extra.feedback.mail.strip(),
    )


def _templates(root: Path, named: str) -> Path | None:
    """Return the folder with the portal's own templates: the one that is named, or overrides/ if there is one."""
    if named:
        return (root / named).resolve()
    return (root / _OWN_TEMPLATES).resolve() if (root / _OWN_TEMPLATES).is_dir() else None


def _named(plugins: tuple[Any, ...]) -> Iterator[tuple[str, Any]]:
    """Yield each plugin with what it is given: a name alone, or a mapping of the name."""
    for plugin in plugins:
        yield from plugin.items() if isinstance(plugin, dict) else [(str(plugin), None)]


def _languages(given: Any) -> Iterator[_Language]:
    for entry in (given or {}).get("languages", ()) if isinstance(given, dict) else ():
        yield _Language.model_validate(entry)
