"""What only follows from a file that cannot be read: told again, it would hide the mistake itself."""

from collections.abc import Collection, Iterable, Iterator

from vejviser.base.problems import Problem
from vejviser.content.languages import languages
from vejviser.content.model.place_code import is_place_code
from vejviser.content.types import types

_FOLLOWS = frozenset(
    [
        "broken-link",
        "broken-link-suggestion",
        "chapter-missing",
        "chapter-not-listed",
        "chapter-without-book",
        "guide-without-steps",
        "material-text-missing",
        "text-without-material",
        "tile-unknown",
        "tile-missing",
    ]
)
"""Rules about what is not there, besides those whose names begin with "unknown-"."""
_COLLECTIONS = {
    "data/translations.yml": ("translation-unrecorded",),
}
"""Files of many entries, and the rules that miss them when an entry cannot be read; content types say theirs."""


def without_consequences(read: Iterable[Problem], checked: Collection[Problem]) -> Iterator[Problem]:
    """Yield the problems of `checked` that would still be there if every file of `read` were right."""
    confused = {problem.path for problem in checked if problem.rule == "duplicate-id"}
    missed = {**_COLLECTIONS, **{item.pattern: item.missed for item in types()}}
    broken = {problem.path for problem in read if problem.severity == "error"}
    names = {name for path in broken for name in _names(path)}
    silent = {rule for path in broken for rule in _suggested(missed.get(path, ()))}
    originals = {_key(path) for path in broken}
    for problem in checked:
        missing = problem.rule in _FOLLOWS or problem.rule.startswith("unknown-")
        about_broken = missing and any(_mentions(value, names) for _, value in problem.values)
        orphan = problem.rule == "translation-without-original" and _key(problem.path) in originals
        mixed_up = problem.path in confused and problem.rule.startswith("translation-")
        if not (problem.rule in silent or about_broken or orphan or mixed_up):
            yield problem


def _names(path: str) -> Iterator[str]:
    """Yield the ids that the content of a file may go by."""
    folder, _, file = path.rpartition("/")
    stem = file.rpartition(".")[0]
    if stem in (
        *languages(),
        *(item.pattern.rpartition("/")[2].partition(".")[0] for item in types() if not item.entries),
    ):
        yield folder.rpartition("/")[2]
    else:
        yield stem
        if is_place_code(code := stem.partition("-")[0]):
            yield code


def _key(path: str) -> str:
    """Return what a text and its translations have in common."""
    return path.rpartition("/")[0] if path.startswith("materials/") else path.split("/", 2)[-1]


def _suggested(rules: Iterable[str]) -> Iterator[str]:
    for rule in rules:
        yield rule
        yield f"{rule}-suggestion"


def _mentions(value: str, names: Iterable[str]) -> bool:
    parts = value.removesuffix(".md").split("/")
    return any(name in parts for name in names)
