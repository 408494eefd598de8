"""Rules about starts: what `vejviser new` left for a person to write, a person has written."""

import re
from collections.abc import Iterable, Iterator

from vejviser.model.extract import Extract, Found
from vejviser.problems import Problem

_PLACEHOLDER = re.compile(r"\bUDFYLD:[ ]?(?P<wanted>[^\"\n]{0,60})")


def problems(found: Iterable[Found]) -> Iterator[Problem]:
    """Give every place in the content where something still waits to be written."""
    for it in found:
        if isinstance(it, Extract) and it.exact:
            for match in _PLACEHOLDER.finditer(it.text):
                before = it.text[: match.start()]
                line, column = before.count("\n") + 1, match.start() - before.rfind("\n")
                values = (("wanted", match["wanted"].strip()),)
                yield Problem(it.path, line, column, "warning", "not-written-yet", values)
