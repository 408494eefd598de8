"""Rules about what is not finished: starts that nobody has filled in, and two versions nobody has chosen between."""

import re
from collections.abc import Iterable, Iterator

from vejviser.model.base import PLACEHOLDER
from vejviser.model.extract import Extract, Found
from vejviser.problems import Problem

_PLACEHOLDER = re.compile(rf"\b{PLACEHOLDER}[ ]?(?P<wanted>[^\"\n]{{0,60}})")

_ABOUT_RULES = "data/ui/rules/"
"""Where the rules themselves are explained, with examples."""
_CONFLICT = re.compile(r"^<{7} .*$", re.MULTILINE)


def problems(found: Iterable[Found]) -> Iterator[Problem]:
    """Give every place in the content where something still waits to be written or chosen."""
    for it in found:
        if isinstance(it, Extract) and it.exact and not it.path.startswith(_ABOUT_RULES):
            yield from _conflict(it)
            for match in _PLACEHOLDER.finditer(it.text):
                before = it.text[: match.start()]
                line, column = before.count("\n") + 1, match.start() - before.rfind("\n")
                values = (("wanted", match["wanted"].strip()),)
                yield Problem(it.path, line, column, "warning", "not-written-yet", values)


def _conflict(extract: Extract) -> Iterator[Problem]:
    """Give the first mark that git leaves where two people changed the same place."""
    if match := _CONFLICT.search(extract.text):
        line = extract.text[: match.start()].count("\n") + 1
        yield Problem(extract.path, line, 1, "error", "merge-conflict", (("found", match[0]),))
