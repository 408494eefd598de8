"""What is found is never repeated: whatever leads to a person is masked in the words of every problem."""

import re
from dataclasses import replace

from vejviser.base.problems import Problem
from vejviser.content.number_kinds import CPR
from vejviser.privacy.finder import Finding, findings

_AS_THEY_ARE = frozenset(["shown", "number", "commit", "object", "fingerprint", "date"])
"""Values that are masked already, that belong to nobody, or that git knows something by."""
_CUT = re.compile(r"\d[\d .-]{3,}…")
"""The beginning of a number that was cut off with the sentence it stands in."""


def masked_problem(problem: Problem) -> Problem:
    """Return a problem whose path and values show of a number, an address or a profile only how it begins."""
    values = tuple((name, text if name in _AS_THEY_ARE else masked(text)) for name, text in problem.values)
    return replace(problem, path=masked(problem.path, prose=False), values=values)


def masked(text: str, *, prose: bool = True) -> str:
    """Return a text in which whatever leads to one person is shown by its beginning."""
    result = text
    for found in sorted(findings(text, prose=prose), reverse=True):
        if found.end <= len(text) and (prose or found.kind == "cpr"):
            result = f"{result[: found.start]}{beginning(found)}{result[found.end :]}"
    return _CUT.sub("…", result)


def beginning(found: Finding) -> str:
    """Return so much of what was found that whoever wrote it knows it again, such as m…@town.example."""
    match found.kind:
        case "cpr":
            return found.key[:2] + ("••••-••••" if found.number == CPR else "…")
        case "email":
            local, _, domain = found.key.partition("@")
            return f"{local[:1]}…@{domain}"
        case "profile":
            site, _, name = found.key.rpartition("/")
            return f"{site}/{name.lstrip('@')[:1]}…" if site else f"@{name.lstrip('@')[:1]}…"
    return found.key[:2] + "…"
