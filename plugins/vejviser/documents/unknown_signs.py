"""Signs that our fonts do not have: all of one line are told together, at the line of the file they stand on."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from unicodedata import category

from vejviser.base.problems import Problem
from vejviser.content.model.portal import Portal
from vejviser.content.text_walker import Passage, passages

RULE = "unknown-sign"


def told_once(portal: Portal, problems: Iterable[Problem]) -> Iterator[Problem]:
    """Yield the problems, with one for all unknown signs of a line in the place of one for each.

    A document of texts from YAML does not know their lines; the portal does.
    """
    lines: dict[tuple[str, int], list[Problem]] = {}
    for problem in problems:
        if problem.rule == RULE:
            placed = _placed(portal, problem)
            lines.setdefault((placed.path, placed.line), []).append(placed)
        else:
            yield problem
    for found in lines.values():
        signs = dict.fromkeys(dict(problem.values)["sign"] for problem in sorted(found))
        shown = [sign for sign in signs if category(sign) not in ("Mn", "Cf", "Sk")] or list(signs)
        values = (("sign", "".join(shown)), ("code", ", ".join(f"U+{ord(sign):04X}" for sign in shown)))
        yield replace(min(found), values=values)


def _placed(portal: Portal, problem: Problem) -> Problem:
    """Return the problem at the text of its YAML file that holds the sign."""
    sign = dict(problem.values)["sign"]
    if problem.path.endswith(".md") and problem.line > 1:
        return problem
    found = (text for text in passages(portal) if text.origin.path == problem.path and sign in text.text)
    return next((_at(text, problem) for text in found), problem)


def _at(text: Passage, problem: Problem) -> Problem:
    place = text.problem("error", RULE, text.text.index(dict(problem.values)["sign"]))
    return replace(problem, line=place.line, column=place.column)
