"""The files that say how the portal is built: read by MkDocs and by us, so looked at before either does."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from vejviser.base.problems import ContentError, Problem
from vejviser.content.load.files import read_texts
from vejviser.content.load.yaml import parse_yaml

PATHS = ("mkdocs.yml", "admin/backend.yml")


def configuration_problems(root: Path) -> Iterator[Problem]:
    """Yield what is wrong with the YAML of the configuration; what it says is for its readers to judge."""
    for path in PATHS:
        problems: list[Problem] = []
        for file in read_texts(root, path, problems):
            problems += parse_yaml(file.text, file.path).problems
        yield from problems


def read_configuration(root: Path, path: str) -> Any:
    """Return what the configuration file `path` says; raises ContentError where it cannot be read."""
    problems: list[Problem] = []
    for file in read_texts(root, path, problems):
        parsed = parse_yaml(file.text, file.path)
        if not parsed.problems:
            return parsed.data
        problems += parsed.problems
    raise ContentError(problems)
