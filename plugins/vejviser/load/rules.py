"""The explanations of the rules, in the main language: `data/ui/rules/da.yml`, where a project has them."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from vejviser.content.languages import MAIN_LANGUAGE
from vejviser.load.files import read_texts
from vejviser.load.validate import validate
from vejviser.load.yaml import parse_yaml
from vejviser.model.rules import RuleFamily
from vejviser.problems import Problem

PATH = f"data/ui/rules/{MAIN_LANGUAGE}.yml"


def load_rules(root: Path, problems: list[Problem]) -> tuple[RuleFamily, ...]:
    """Read the explanations, family by family; none when the project has none of its own."""
    families: list[RuleFamily] = []
    for file in read_texts(root, PATH, problems):
        parsed = parse_yaml(file.text, file.path)
        problems.extend(parsed.problems)
        for index, entry in enumerate(parsed.data or []):
            family, found = validate(RuleFamily, entry, parsed.origin.below(index))
            problems.extend(found)
            if family is not None:
                families.append(family)
    return tuple(families)


def addresses(families: Iterable[RuleFamily]) -> Mapping[str, str]:
    """Give the place of every rule in the editors' handbook, below the portal's front page."""
    return {
        rule: f"redaktoer/regler/{family.id}/#{rule}"
        for family in families
        for entry in family.entries
        for rule in entry.rules
    }
