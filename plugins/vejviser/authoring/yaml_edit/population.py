"""The population in a municipality's file: changed in its place, and nothing else in the file."""

import re

from vejviser.content.model.municipality import Municipality

SOURCE = "dst-folk1a"
"""The source of every number from StatBank, in data/sources.yml."""
_SCALAR = re.compile(r"""(?P<key>[a-z]+:[ \t]*)(?P<quote>["']?)(?P<value>[^\s,}#"']+)(?P=quote)""")


def with_population(text: str, municipality: Municipality, value: int, period: str) -> str:
    """Return the file's text with the new population; comments, order, quotes and line breaks stay as they are.

    A file without a population gets one before the line of its centre.
    """
    if municipality.population is None:
        return _inserted(text, municipality, value, period)
    wanted = {"value": str(value), "period": period}
    if municipality.population.source.key != SOURCE:
        wanted["source"] = SOURCE
    lines = text.splitlines(keepends=True)
    for key, scalar in wanted.items():
        place = municipality.origin.at("population", key)
        before, after = lines[place.line - 1][: place.column - 1], lines[place.line - 1][place.column - 1 :]
        lines[place.line - 1] = before + _SCALAR.sub(rf"\g<key>\g<quote>{scalar}\g<quote>", after, count=1)
    return "".join(lines)


def _inserted(text: str, municipality: Municipality, value: int, period: str) -> str:
    lines = text.splitlines(keepends=True)
    number = municipality.origin.at("centre").line - 1
    end = "\r\n" if lines[number].endswith("\r\n") else "\n"
    block = ("population:", f"  value: {value}", f"  period: {period}", f"  source: {SOURCE}")
    lines[number:number] = [line + end for line in block]
    return "".join(lines)
