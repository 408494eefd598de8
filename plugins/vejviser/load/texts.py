"""Interface texts: `data/ui/<lang>.yml`, and the sentences for problems in `data/ui/problems/<lang>.yml`."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from vejviser.load.files import TextFile, read_texts
from vejviser.load.yaml import parse_yaml
from vejviser.model.base import LANGUAGES, MAIN_LANGUAGE, Language
from vejviser.model.portal import Texts
from vejviser.problems import Problem

_PACKAGE = Path(__file__).parents[1]


def ui_folder(root: Path) -> Path:
    """Give the folder of interface texts: the project's own, or the ones that come with Vejviser."""
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
    """Read the sentences of a `family` (problems, publish) in `language`, with the Danish ones behind them."""
    folder = ui_folder(root) / family
    problems: list[Problem] = []
    by_language = {file.stem: _flat(_read(file, problems)) for file in read_texts(folder, "*.yml", problems)}
    return {**by_language.get(MAIN_LANGUAGE, {}), **by_language.get(language, {})}


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
