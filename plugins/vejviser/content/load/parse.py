"""One content file -> its values, or everything that is wrong with them. Each function looks at that file alone."""

import re
from collections.abc import Callable, Iterable, Mapping
from itertools import chain
from pkgutil import resolve_name
from typing import Any, TypeVar

from vejviser.base.problems import Origin, Problem
from vejviser.content.content_type import ContentType
from vejviser.content.languages import Language
from vejviser.content.load.files import TextFile
from vejviser.content.load.markdown import parse_markdown, sections
from vejviser.content.load.statistics import parse_status
from vejviser.content.load.validate import not_keys, validate, validate_model
from vejviser.content.load.written import as_yaml
from vejviser.content.load.yaml import Parsed, parse_yaml
from vejviser.content.model.base import Content
from vejviser.content.model.redirects import Redirect
from vejviser.content.model.statistics import StatusPeriod
from vejviser.content.model.translations import ByLanguage, Translations

C = TypeVar("C", bound=Content)
Values = tuple[tuple[Any, ...], tuple[Problem, ...]]
"""What a file holds, and what is wrong with it. What is wrong is not among the values."""


def one_value(model: type[C], kind: ContentType | None, file: TextFile) -> Values:
    """Read a YAML file that is one value; of a content type, the path gives some of its fields."""
    parsed = parse_yaml(file.text, file.path)
    if parsed.problems:
        return (), parsed.problems
    known = kind.values_in(file.path) if kind else {}
    values, problems = _together([validate(model, parsed.data, parsed.origin, **known)])
    return values, (*problems, *_said_by_path(parsed, known))


def _said_by_path(parsed: Parsed, known: Mapping[str, str]) -> Iterable[Problem]:
    """Yield the keys that say something else than the file's name, or its folder's, which is what counts."""
    for key, right in known.items():
        written = parsed.data.get(key, right) if isinstance(parsed.data, dict) else right
        if written != right:
            yield parsed.origin.error("key-of-path", key, key=key, found=as_yaml(written), right=right)


def entries(model: type[C], file: TextFile) -> Values:
    """Read a YAML file that maps ids to values."""
    return _mapped(file, lambda key, entry, parsed: validate(model, entry, parsed.origin.below(key), id=key))


def translations(file: TextFile) -> Values:
    """Read how the short texts of YAML files were translated."""
    return _mapped(file, lambda key, entry, parsed: _translations(key, entry, parsed.origin.below(key)))


def _translations(path: str, entry: Any, origin: Origin) -> tuple[Translations | None, tuple[Problem, ...]]:
    if not isinstance(entry, dict):
        return None, (not_keys(entry, origin),)
    found, problems = validate_model(ByLanguage, entry, origin)
    if found is None:
        return None, problems
    known = {language: translation for language, translation in found.root.items() if translation}
    below = {("by_language", *place): position for place, position in origin.positions.items()}
    return validate(Translations, {"by_language": known}, Origin(origin.path, {**origin.positions, **below}), path=path)


def redirects(file: TextFile) -> Values:
    """Read the file that maps old addresses to new ones."""
    parsed = parse_yaml(file.text, file.path)
    if isinstance(parsed.data, str) and (problem := _without_colon(file)):
        return (), (problem,)
    return _mapped(
        file, lambda old, new, parsed: validate(Redirect, {"old": old, "new": new}, parsed.origin.below(old))
    )


def _without_colon(file: TextFile) -> Problem | None:
    """Return the first line that is meant as a redirect: without a colon and a space, all of the file is one text."""
    for number, line in enumerate(file.text.splitlines(), 1):
        if line.startswith("/") and ": /" not in line:
            parts = [part for part in re.split(r"[\s:=>,;-]*(?<=[/\s:])[\s:=>,;-]*(?=/)", line.strip()) if part]
            values = (("found", line), ("fixed", ": ".join(parts)))
            return Problem(file.path, number, 1, "error", "yaml-colon-space", values)
    return None


def status(file: TextFile) -> Values:
    """Read a published quarter."""
    period, problems = parse_status(file)
    found: tuple[StatusPeriod, ...] = () if period is None else (period,)
    return found, tuple(problems)


def text(kind: ContentType, language: Language, file: TextFile) -> Values:
    """Read a Markdown file in `language` of a type that is written so."""
    parts = parse_markdown(file.text, file.path)
    if parts.problems:
        return (), tuple(parts.problems)
    meta, problems = validate_model(resolve_name(kind.meta), parts.meta or {}, parts.origin)
    if meta is None:
        return (), problems
    values = {
        "meta": meta,
        "body": parts.body,
        "body_line": parts.body_line,
        "sections": sections(parts.body, parts.body_line),
    }
    known = {**kind.values_in(file.path), "language": language}
    found, told = _together([validate(kind.model_class, values, parts.origin, **known)])
    return found, (*problems, *told)


def _mapped(file: TextFile, read: Callable[[Any, Any, Parsed], tuple[Any | None, tuple[Problem, ...]]]) -> Values:
    parsed = parse_yaml(file.text, file.path)
    keys, wrong = _keys(parsed)
    values, problems = _together(read(key, entry, parsed) for key, entry in keys.items())
    return values, (*parsed.problems, *wrong, *problems)


def _keys(parsed: Parsed) -> tuple[Mapping[Any, Any], tuple[Problem, ...]]:
    """Return the entries of a file that has one a key; a file without keys is a problem, an empty one is not."""
    if isinstance(parsed.data, dict) or not parsed.data:
        return parsed.data or {}, ()
    return {}, (not_keys(parsed.data, parsed.origin),)


def _together(found: Iterable[tuple[Any | None, tuple[Problem, ...]]]) -> Values:
    results = list(found)
    return tuple(value for value, _ in results if value is not None), tuple(
        chain.from_iterable(problems for _, problems in results)
    )
