"""Rules about what is not finished: starts that nobody has filled in, and two versions nobody has chosen between."""

import re
from collections.abc import Iterable, Iterator

from vejviser.base.problems import Problem
from vejviser.content.model.base import PLACEHOLDERS
from vejviser.privacy.scan_result import Extract, ScanResult

_PLACEHOLDER = re.compile(rf"\b(?P<mark>{'|'.join(PLACEHOLDERS)})[ ]?(?P<wanted>[^\"\n]{{0,60}})")

NOT_WRITTEN = "not-written-yet"
"""The rule of a text that is still to be written: fine in a draft, not where readers are."""
ABOUT_RULES = "data/ui/rules/"
"""Where the rules themselves are explained, with examples."""
_CONFLICT = re.compile(r"^(?:<{7} .*|={7}|>{7} .*)$", re.MULTILINE)


def problems(found: Iterable[ScanResult]) -> Iterator[Problem]:
    """Yield every place in the content where something still waits to be written or chosen."""
    for item in found:
        if isinstance(item, Extract) and item.exact and not item.path.startswith(ABOUT_RULES):
            yield from _conflict(item)
            for match in _PLACEHOLDER.finditer(item.text):
                before = item.text[: match.start()]
                line, column = before.count("\n") + 1, match.start() - before.rfind("\n")
                values = (("wanted", match["wanted"].strip()), ("mark", match["mark"].rstrip(":")))
                yield Problem(item.path, line, column, "warning", NOT_WRITTEN, values)


def _conflict(extract: Extract) -> Iterator[Problem]:
    """Yield the first mark that git leaves where two people changed the same place."""
    if match := _CONFLICT.search(extract.text):
        line = extract.text[: match.start()].count("\n") + 1
        yield Problem(extract.path, line, 1, "error", "merge-conflict", (("found", match[0]),))
