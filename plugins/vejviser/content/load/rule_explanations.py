"""What the editors' handbook says, in the main language: about the rules of check, and about what may be written."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeVar

from vejviser.base.problems import Problem
from vejviser.content.addresses import at
from vejviser.content.languages import main_language
from vejviser.content.load.files import read_texts
from vejviser.content.load.validate import validate
from vejviser.content.load.yaml import parse_yaml
from vejviser.content.model.base import Content
from vejviser.content.model.rule_explanations import RuleFamily
from vejviser.content.model.writing import Writing

C = TypeVar("C", bound=Content)


def rules_path() -> str:
    """Return the file with the explanations of the rules."""
    return f"data/ui/rules/{main_language()}.yml"


def writing_path() -> str:
    """Return the file with what may be written."""
    return f"data/ui/markdown/{main_language()}.yml"


def load_rules(root: Path, problems: list[Problem]) -> tuple[RuleFamily, ...]:
    """Read the explanations, family by family; none when the project has none of its own."""
    return _listed(root, rules_path(), RuleFamily, problems)


def load_writing(root: Path, problems: list[Problem]) -> tuple[Writing, ...]:
    """Read what may be written, in order; nothing when the project does not say it."""
    return _listed(root, writing_path(), Writing, problems)


def _listed(root: Path, path: str, model: type[C], problems: list[Problem]) -> tuple[C, ...]:
    entries: list[C] = []
    for file in read_texts(root, path, problems):
        parsed = parse_yaml(file.text, file.path)
        problems.extend(parsed.problems)
        for index, value in enumerate(parsed.data or []):
            entry, found = validate(model, value, parsed.origin.below(index))
            problems.extend(found)
            if entry is not None:
                entries.append(entry)
    return tuple(entries)


def addresses(families: Iterable[RuleFamily]) -> Mapping[str, str]:
    """Return the place of every rule in the editors' handbook, below the portal's front page."""
    return {
        rule: at(f"<editors>/<rules>/{family.id}/#{rule}")
        for family in families
        for entry in family.entries
        for rule in entry.rules
    }
