"""YAML text -> plain data, with the place of every key, or problems in words an editor understands."""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NoReturn

import yaml

from vejviser.base.problems import Location, Origin, Position, Problem
from vejviser.content.load.yaml_limits import MAX_CHARACTERS, MAX_DEPTH, TooMuchError, refuse_bombs, refuse_deep
from vejviser.content.load.yaml_mistakes import before_reading, dash_moved_in, dash_stuck, explain

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""What YAML is read with: libyaml where the wheel has it, which is ten times as fast."""
_TAG = "tag:yaml.org,2002:"
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]{0,99})")  # 0461 is a code, and no number is longer than this
_FLOAT = re.compile(r"[-+]?[0-9]+\.[0-9]+")
_LEADING_ZERO = re.compile(r"0[0-9]+")
_CUT_OFF = re.compile(r"\s+#[^\s#]")
"""What looks like more of a text and is a comment: »Følg #venner«."""
_WORDS_QUOTES = re.compile("[“”„‟](?P<words>[^“”„‟]+)[“”„‟]")


@dataclass(frozen=True, slots=True)
class Parsed:
    """What one YAML file holds. `data` is None when `problems` is not empty."""

    data: Any
    origin: Origin
    problems: tuple[Problem, ...] = ()


@lru_cache(maxsize=2048)
def parse_yaml(text: str, path: str, first_line: int = 1) -> Parsed:
    """Read YAML.

    `path` is the file's path relative to the project's root; `first_line` is the line of it on which `text` begins.
    Dates stay text; only plain decimal numbers become numbers and only true/false become truth values, so that a
    code such as 0461 and a word such as "no" come out as they were written. Nobody may change the data: it is shared.
    """
    reader = _Reader(path, first_line)
    try:
        reader.refuse_unreadable(text)
        data = reader.read(text)
    except yaml.YAMLError as error:
        return Parsed(None, Origin(path), (reader.explain(error, text),))
    except _RefusedError as refused:
        return Parsed(None, Origin(path), (refused.problem,))
    if reader.problems:
        return Parsed(None, Origin(path, reader.positions), tuple(reader.problems))
    return Parsed(data, Origin(path, reader.positions))


class _RefusedError(Exception):
    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(problem.rule)


@dataclass
class _Reader:
    path: str
    first_line: int
    positions: dict[Location, Position] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)

    def place(self, mark: Any) -> Position:
        return Position(mark.line + self.first_line, mark.column + 1)

    def refuse(self, rule: str, place: Position, **values: object) -> NoReturn:
        texts = tuple((name, str(value)) for name, value in values.items())
        raise _RefusedError(Problem(self.path, place.line, place.column, "error", rule, texts))

    def refuse_unreadable(self, text: str) -> None:
        if len(text) > MAX_CHARACTERS:
            self.refuse("yaml-too-large", Position(), limit=MAX_CHARACTERS)
        if mistake := before_reading(text):
            self.refuse(mistake.rule, mistake.place(self.first_line), found=mistake.found)

    def read(self, text: str) -> Any:
        self.lines = text.splitlines()
        try:
            refuse_deep(text, LOADER)
            node = yaml.compose(text, Loader=LOADER)
            refuse_bombs(node)
        except TooMuchError as much:
            self.refuse(much.rule, self.place(much.mark), limit=much.limit)
        return None if node is None else self.build(node, ())

    def build(self, node: Any, location: Location) -> Any:
        if len(location) > MAX_DEPTH:
            self.refuse("yaml-too-deep", self.place(node.start_mark), limit=MAX_DEPTH)
        self.positions.setdefault(location, self.place(node.start_mark))
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, location)
        if isinstance(node, yaml.SequenceNode):
            return [self.build(item, (*location, index)) for index, item in enumerate(node.value)]
        if node.tag.startswith("!"):
            written = self.lines[node.start_mark.line][node.start_mark.column :].strip()
            self.report("yaml-character", node, f'"{written}"')
        elif not node.style:
            self.judge_plain(node)
        return scalar_value(node)

    def judge_plain(self, node: Any) -> None:
        """Report a text without quotation marks that needs them: readers would see other marks, or lose a zero."""
        text = str(node.value)
        if match := _WORDS_QUOTES.fullmatch(text):
            self.report("yaml-curly-quotes", node, f'"{match["words"]}"')
        elif _LEADING_ZERO.fullmatch(text):
            self.report("yaml-leading-zero", node, f'"{text}"')
        elif (rest := self.cut_off(node)) and (" " in text or not text):
            self.report("yaml-hash", node, f'"{(text + rest).strip()}"')
        for number in range(node.start_mark.line + 1, node.end_mark.line + 1):
            if mistake := dash_stuck(self.lines, number) or dash_moved_in(self.lines, number):
                place, values = mistake.place(self.first_line), (("found", mistake.found), ("fixed", mistake.fixed))
                self.problems.append(Problem(self.path, place.line, place.column, "error", mistake.rule, values))

    def cut_off(self, node: Any) -> str:
        """Return what stands behind a text on its line and is taken for a remark, though it looks like more of it."""
        line, column = node.end_mark.line, node.end_mark.column
        rest = self.lines[line][column:] if line < len(self.lines) else ""
        return rest.rstrip() if _CUT_OFF.match(rest) else ""

    def report(self, rule: str, node: Any, fixed: str) -> None:
        place, values = self.place(node.start_mark), (("found", str(node.value)), ("fixed", fixed))
        self.problems.append(Problem(self.path, place.line, place.column, "error", rule, values))

    def mapping(self, node: yaml.MappingNode, location: Location) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            place = self.place(key_node.start_mark)
            if not isinstance(key_node, yaml.ScalarNode):
                self.refuse("yaml-key", place)
            key = str(key_node.value)
            if key in result:
                self.problems.append(
                    Problem(self.path, place.line, place.column, "error", "yaml-duplicate-key", (("key", key),))
                )
            self.positions[(*location, key)] = place
            result[key] = self.build(value_node, (*location, key))
            if isinstance(value_node, yaml.ScalarNode) and value_node.start_mark.line > key_node.start_mark.line:
                self.positions[(*location, key, 0)] = self.place(value_node.start_mark)  # meant as a list's first entry
        return result

    def explain(self, error: yaml.YAMLError, text: str) -> Problem:
        mistake = explain(error, text)
        place = mistake.place(self.first_line)
        values = (("found", mistake.found), ("fixed", mistake.fixed))
        return Problem(self.path, place.line, place.column, "error", mistake.rule, values)


def scalar_value(node: Any) -> Any:
    """Return what a scalar says: dates stay text, and only plain decimal numbers become numbers."""
    text = str(node.value)
    kind = node.tag.removeprefix(_TAG)
    if kind == "null":
        return None
    if kind == "bool" and text.lower() in {"true", "false"}:
        return text.lower() == "true"
    if kind == "int" and _INTEGER.fullmatch(text):
        return int(text)
    if kind == "float" and _FLOAT.fullmatch(text):
        return float(text)
    return text
