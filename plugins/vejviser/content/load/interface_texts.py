"""Interface texts: `<lang>.yml`, and the sentences for problems in `problems/<lang>.yml`.

They come with the package, in its folder ui/. What a portal says in another way, or alone, it says in its own data/ui/,
under the same names and keys: a text there stands before the package's.
"""

import re
from collections.abc import Mapping
from functools import reduce
from operator import or_
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from vejviser.base.problems import Problem
from vejviser.content.content_type import resource
from vejviser.content.languages import Language, fallbacks, languages, listed_name
from vejviser.content.load.files import read_texts
from vejviser.content.load.rule_explanations import addresses, load_rules
from vejviser.content.load.validate import not_keys
from vejviser.content.load.yaml import parse_yaml
from vejviser.content.model.texts import Texts
from vejviser.content.place_words import filled, words_in
from vejviser.content.settings import current
from vejviser.content.types import types

_SITE_URL = re.compile(r"^site_url:\s*[\"']?(?P<url>https?://[^\s\"']+)", re.MULTILINE)
_PACKAGE = Path(__file__).parents[2] / "ui"
_OWN = "data/ui"
_FAMILIES = ("build", "commands", "desk", "forms", "problems", "publish", "schema", "usage")
"""Folders of sentences beside the texts of the pages; each is read when it is needed, and looked at here."""


def load_texts(root: Path, problems: list[Problem]) -> dict[Language, Texts]:
    """Read the interface texts of every language; what a language lacks it has in English, or the main language."""
    own = _by_language(root, "", problems)
    for family in _FAMILIES:
        _by_language(root, family, problems)
    return {language: _texts(language, own, root) for language in languages()}


def _texts(language: Language, own: Mapping[str, Mapping[str, str]], root: Path) -> Texts:
    """Return the texts of one language; the names of languages are CLDR's, those of organisations portal.yml's."""
    names = {f"language.{item}": listed_name(item, language) for item in languages()}
    names |= {f"organization.{key}": item.name.text(language) for key, item in current().organisations.items()}
    behind = reduce(or_, (dict(own.get(fallback, {})) for fallback in reversed(fallbacks(language))), dict[str, str]())
    role = {**behind, **own.get(language, {})}.get("role.municipality", "")
    names[f"organization.{current().places.organisation}"] = role
    return Texts(language, own.get(language, {}), behind | names, _path(language, root))


def _path(language: Language, root: Path) -> str:
    """Return the file that texts can be written in: the portal's own, or the package's where that lies in it too."""
    own = f"{_OWN}/{language}.yml"
    if (root / own).is_file():
        return own
    package = _PACKAGE / f"{language}.yml"
    return _named(package, root) if package.is_file() and package.is_relative_to(root) else ""


def _by_language(root: Path, family: str, problems: list[Problem]) -> dict[str, Mapping[str, str]]:
    """Read the texts of a family by their language: those of the package, and before them those of the portal."""
    found: dict[str, Mapping[str, str]] = {}
    for folder in _folders(root):
        for file in read_texts(folder / family, "*.yml", problems):
            parsed = parse_yaml(file.text, _named(folder / family / file.path, root))
            problems.extend(parsed.problems)
            if parsed.data and not isinstance(parsed.data, dict):
                problems.append(not_keys(parsed.data, parsed.origin))
            elif parsed.data:
                found[file.stem] = {**found.get(file.stem, {}), **_flattened(parsed.data)}
    texts = _with_types(family or "ui", found)
    return {
        language: {key: filled(text, words_in(language)) for key, text in own.items()}
        for language, own in texts.items()
    }


def _folders(root: Path) -> tuple[Path, ...]:
    """Return where interface texts lie; what comes later stands before what comes earlier."""
    return _PACKAGE, root / _OWN


def _named(path: Path, root: Path) -> str:
    """Return a file as problems name it: below the portal's root, and else whole."""
    return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()


def interface_files(root: Path) -> dict[str, Path]:
    """Return every file that interface texts are read from, by the place it has among them."""
    return {
        f"{number} {path.relative_to(folder).as_posix()}": path
        for number, folder in enumerate(_folders(root))
        for path in folder.rglob("*.yml")
        if path.is_file()
    }


def load_messages(root: Path, language: str, family: str = "problems") -> Mapping[str, str]:
    """Read the sentences of a `family`; a rule that the editors' handbook explains ends with the address of that.

    Until the portal has an address of its own (.example is nobody's), that is the path alone, which fits any preview.
    """
    front = site_url(root)
    parts = urlsplit(front)
    if (parts.hostname or "").endswith(".example"):
        front = parts.path
    explained = addresses(load_rules(root, []))
    sentences = load_sentences(root, language, family)
    return {
        rule: f"{text} → {front}{explained[rule]}" if rule in explained else text for rule, text in sentences.items()
    }


def load_sentences(root: Path, language: str, family: str = "problems") -> Mapping[str, str]:
    """Read the sentences of a `family` (problems, publish) in `language`.

    What it lacks stands in its fallbacks, and what they lack in any language that has it.
    """
    by_language = _by_language(root, family, [])
    wanted = (*by_language, *reversed(fallbacks(language)), language)
    return {key: text for item in wanted for key, text in by_language.get(item, {}).items()}


def _with_types(family: str, own: Mapping[str, Mapping[str, str]]) -> dict[str, Mapping[str, str]]:
    """Return the texts of a family with those that come with content types; the project's own stand before them."""
    found = dict(own)
    for kind in types():
        if kind.texts:
            told = parse_yaml(resource(kind.texts), kind.texts).data
            for language, texts in told.get(family, {}).items():
                found[language] = {**_flattened(texts), **found.get(language, {})}
    return found


def site_url(root: Path) -> str:
    """Return the portal's address, ending in a slash: as mkdocs.yml has it, or "/"."""
    config = root / "mkdocs.yml"
    found = _SITE_URL.search(config.read_text("utf-8")) if config.is_file() else None
    return found["url"].rstrip("/") + "/" if found else "/"


def _flattened(data: Mapping[str, Any], prefix: str = "") -> dict[str, str]:
    result: dict[str, str] = {}
    for key, value in data.items():
        if isinstance(value, dict):
            result |= _flattened(value, f"{prefix}{key}.")
        else:
            result[prefix + key] = str(value)
    return result
