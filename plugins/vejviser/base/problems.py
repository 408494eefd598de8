"""What can be wrong, and how it is told.

    VejviserError
    ├── ContentError             the content has problems; carries all of them (exit code 1)
    └── RefusedError             what was asked for was not done; everything is as it was (exit code 2)
        ├── BrokenEnvironmentError   the machine, not the content, stands in the way
        ├── AuthoringError       an editor asked for something that cannot be made or confirmed
        └── PublishError         a finished site could not be put in place

A `Problem` holds facts, not sentences: the sentence is made in the reader's language, from
`ui/problems/<lang>.yml`. So does a `RefusedError`: its sentences are in
`ui/build/`, `ui/desk/` and `ui/publish/`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong in one place of the content.

    `path` is relative to the project's root, with forward slashes. `line` and `column` count from 1.
    `rule` is the rule's id (kebab-case); `values` fill the message of that rule, as (name, text) pairs.
    """

    path: str
    line: int
    column: int
    severity: Severity
    rule: str
    values: tuple[tuple[str, str], ...] = field(default=())

    def message(self, templates: Mapping[str, str]) -> str:
        """Return the sentence for this problem; `templates` maps rule ids to texts with `{name}` places.

        A value `cell` is the name of a cell in a workbook, such as D5: the sentence begins with it. A value `national`
        is a national number such as "no.fodselsnummer", which is called what the reader's language calls it, or else
        by its `title`.
        """
        known = dict(self.values)
        if number := known.get("national"):
            known["national"] = templates.get(f"national.{number}", known.get("title", number))
        text = sentence(self.rule, known.items(), templates)
        cell = known.get("cell")
        return sentence("in-cell", (("cell", cell), ("sentence", text)), templates) if cell else text


def sentence(key: str, values: Iterable[tuple[str, str]], templates: Mapping[str, str]) -> str:
    """Return the text of `key` with `values` in their places; never fails, whatever is missing."""
    template = templates.get(key)
    if template is None:
        return " ".join([key, *(f"{name}={text}" for name, text in values)])
    marks = templates.get("quote-marks", "»«")
    try:
        return template.format_map(_PlaceholderDict((name, _quoted(text, marks)) for name, text in values))
    except (ValueError, IndexError, AttributeError):  # a bracket in a portal's own sentence that has no other
        return template


def _quoted(text: str, marks: str) -> str:
    """Return a text that stands in quotation marks in those of the reader's language."""
    return f"{marks[0]}{text[1:-1]}{marks[-1]}" if text[:1] == "»" and text[-1:] == "«" else text


class _PlaceholderDict(dict[str, str]):
    """A mapping that gives the place's own name where a value is missing: a message never fails."""

    def __missing__(self, key: str) -> str:
        return "{" + key + "}"


@dataclass(frozen=True, slots=True)
class Position:
    """A place in a file, both counted from 1."""

    line: int = 1
    column: int = 1


Location = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a piece of content was read: its file, and the place of every key in it.

    `positions` maps a location such as ("sections", 0, "items", 2, "id") to its place.
    """

    path: str
    positions: Mapping[Location, Position] = field(default_factory=dict, repr=False, compare=False)

    def at(self, *location: str | int) -> Position:
        """Return the place of `location`, or of the nearest enclosing key that has one."""
        while location and location not in self.positions:
            location = location[:-1]
        return self.positions.get(location, Position())

    def below(self, *prefix: str | int) -> "Origin":
        """Return the origin of one entry in the file: its locations no longer begin with `prefix`."""
        size = len(prefix)
        inside = {place[size:]: position for place, position in self.positions.items() if place[:size] == prefix}
        return Origin(self.path, inside)

    def error(self, rule: str, *location: str | int, **values: object) -> Problem:
        """Make an error at `location`."""
        return self._problem("error", rule, location, values)

    def warning(self, rule: str, *location: str | int, **values: object) -> Problem:
        """Make a warning at `location`."""
        return self._problem("warning", rule, location, values)

    def _problem(self, severity: Severity, rule: str, location: Location, values: Mapping[str, object]) -> Problem:
        place = self.at(*location)
        texts = tuple((name, str(value)) for name, value in values.items())
        return Problem(self.path, place.line, place.column, severity, rule, texts)


class VejviserError(Exception):
    """Anything Vejviser stops for and can explain."""


class ContentError(VejviserError):
    """The content has problems; `problems` holds every one of them, sorted."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__(f"{len(self.problems)} problems in the content")


class RefusedError(VejviserError):
    """What was asked for was not done, and everything is as it was. Holds facts, as a `Problem` does."""

    def __init__(self, rule: str, **values: object) -> None:
        self.rule = rule
        self.values = tuple((name, str(value)) for name, value in values.items())
        super().__init__(sentence(rule, self.values, {}))

    def message(self, templates: Mapping[str, str]) -> str:
        """Return the sentence for this error; `templates` maps rule ids to texts with `{name}` places."""
        return sentence(self.rule, self.values, templates)

    def __reduce__(self) -> tuple[Any, ...]:
        return partial(type(self), **dict(self.values)), (self.rule,)


class BrokenEnvironmentError(RefusedError):
    """The machine, not the content, stands in the way; the sentence says what to do."""


class AuthoringError(RefusedError):
    """What an editor asked for cannot be made or confirmed; no file was touched."""


class PublishError(RefusedError):
    """A finished site was not put in place; readers still see the old one."""
