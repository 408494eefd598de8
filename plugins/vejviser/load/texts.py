"""Interface texts: `data/ui/<lang>.yml`, and the sentences for problems in `data/ui/problems/<lang>.yml`."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from vejviser.load.files import TextFile, read_texts
from vejviser.load.rules import addresses, load_rules
from vejviser.load.yaml import parse_yaml
from vejviser.model.base import LANGUAGES, MAIN_LANGUAGE, Language
from vejviser.model.portal import Texts
from vejviser.problems import Problem

_SITE_URL = re.compile(r"^site_url:\s*[\"']?(?P<url>https?://[^\s\"']+)", re.MULTILINE)
_PACKAGE = Path(__file__).parents[1]


def ui_folder(root: Path) -> Path:
    """Give the folder of interface texts: the project's own, or the ones that come with Vejviser.

    Raises FileNotFoundError where Vejviser is not installed whole.
    """
    for folder in (root / "data" / "ui", _PACKAGE / "ui", _PACKAGE.parents[1] / "data" / "ui"):
        if (folder / f"{MAIN_LANGUAGE}.yml").is_file():
            return folder
    raise FileNotFoundError("data/ui/da.yml")


def load_texts(root: Path, problems: list[Problem]) -> dict[Language, Texts]:
    """Read the interface texts of every language; what a language lacks it has in Danish."""
    folder = ui_folder(root)
    own = {file.stem: _flat(_read(file, problems)) for file in read_texts(folder, "*.yml", problems)}
    danish = own.get(MAIN_LANGUAGE, {})
    ours = folder == root / "data" / "ui"
    return {it: Texts(it, own.get(it, {}), danish, f"data/ui/{it}.yml" if ours else "") for it in LANGUAGES}


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
    """Read the sentences of a `family` (problems, publish) in `language`, with the Danish ones behind them."""
    folder = ui_folder(root) / family
    problems: list[Problem] = []
    by_language = {file.stem: _flat(_read(file, problems)) for file in read_texts(folder, "*.yml", problems)}
    return {**by_language.get(MAIN_LANGUAGE, {}), **by_language.get(language, {})}


def site_url(root: Path) -> str:
    """Give the portal's address, ending in a slash: as mkdocs.yml has it, or "/"."""
    config = root / "mkdocs.yml"
    found = _SITE_URL.search(config.read_text("utf-8")) if config.is_file() else None
    return found["url"].rstrip("/") + "/" if found else "/"


def _read(file: TextFile, problems: list[Problem]) -> Any:
    parsed = parse_yaml(file.text, f"data/ui/{file.path}")
    problems.extend(parsed.problems)
    return parsed.data or {}


def _flat(data: Mapping[str, Any], prefix: str = "") -> dict[str, str]:
    result: dict[str, str] = {}
    for key, value in data.items():
        if isinstance(value, dict):
            result |= _flat(value, f"{prefix}{key}.")
        else:
            result[prefix + key] = str(value)
    return result
