"""What DCAT-AP 3.0.0 demands of the classes we publish, restated from its SHACL shapes.

DCAT Application Profile for data portals in Europe, SEMIC, CC BY 4.0. Compared with `shapes.ttl` (how many, and text or
address) and `range.ttl` (of which class) of release 3.0.0; both call a breach a violation. What they only recommend is
not here. ADR 31 says what was compared and what is left out.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Rule:
    """At least and at most how many, and what: a text, an address, or a thing of a class."""

    least: int
    most: int | None
    what: str


ANY, ONE, SOME, FIRST = (0, None), (0, 1), (1, None), (1, 1)
RULES: Mapping[str, Mapping[str, Rule]] = {
    "dcat:Catalog": {
        "dct:title": Rule(*SOME, "text"),
        "dct:description": Rule(*SOME, "text"),
        "dct:publisher": Rule(*FIRST, "foaf:Agent"),
        "dct:language": Rule(*ANY, "dct:LinguisticSystem"),
        "dct:license": Rule(*ONE, "dct:LicenseDocument"),
        "dct:spatial": Rule(*ANY, "dct:Location"),
        "foaf:homepage": Rule(*ONE, "foaf:Document"),
        "dct:modified": Rule(*ONE, "text"),
        "dcat:dataset": Rule(*ANY, "dcat:Dataset"),
    },
    "dcat:Dataset": {
        "dct:title": Rule(*SOME, "text"),
        "dct:description": Rule(*SOME, "text"),
        "dct:identifier": Rule(*ANY, "text"),
        "dct:publisher": Rule(*ONE, "foaf:Agent"),
        "dct:spatial": Rule(*ANY, "dct:Location"),
        "dcat:contactPoint": Rule(*ANY, "vcard:Organization"),
        "dcat:theme": Rule(*ANY, "skos:Concept"),
        "dcat:landingPage": Rule(*ANY, "foaf:Document"),
        "dcat:distribution": Rule(*ANY, "dcat:Distribution"),
    },
    "dcat:Distribution": {
        "dct:title": Rule(*ANY, "text"),
        "dct:description": Rule(*ANY, "text"),
        "dcat:accessURL": Rule(*SOME, "rdfs:Resource"),
        "dcat:downloadURL": Rule(*ANY, "rdfs:Resource"),
        "dcatap:availability": Rule(*ONE, "skos:Concept"),
        "dct:format": Rule(*ONE, "dct:MediaTypeOrExtent"),
        "dcat:mediaType": Rule(*ONE, "dct:MediaType"),
        "dct:license": Rule(*ONE, "dct:LicenseDocument"),
    },
    "vcard:Organization": {
        "vcard:fn": Rule(*FIRST, "text"),
        "vcard:hasURL": Rule(*ANY, "address"),
        "vcard:hasEmail": Rule(*ANY, "address"),
    },
    "foaf:Agent": {"foaf:name": Rule(*SOME, "text")},
    "skos:Concept": {"skos:prefLabel": Rule(*SOME, "text")},
}


def breaches(catalogue: Mapping[str, Any]) -> Iterator[str]:
    """Yield every breach in a JSON-LD catalogue, and every property that no rule knows."""
    whole = _joined(catalogue)
    for name, thing in whole.items():
        rules = {key: rule for kind in thing["@type"] for key, rule in RULES.get(kind, {}).items()}
        for key, rule in rules.items():
            yield from (f"{name} {key}: {wrong}" for wrong in _breaches(_many(thing.get(key)), rule, whole))
        yield from (f"{name} {key}: unknown" for key in thing.keys() - rules.keys() if not key.startswith("@"))


def _breaches(values: list[Any], rule: Rule, whole: Mapping[str, Any]) -> Iterator[str]:
    if len(values) < rule.least or (rule.most is not None and len(values) > rule.most):
        yield f"{len(values)} of them"
    for value in values:
        text = isinstance(value, str) or "@value" in value
        if text != (rule.what == "text"):
            yield f"{value} is not of the kind {rule.what}"
        elif rule.what not in ("text", "address") and rule.what not in whole.get(value["@id"], {}).get("@type", ()):
            yield f"{value['@id']} is not a {rule.what}"


def _joined(value: Any) -> dict[str, dict[str, Any]]:
    """Return every thing with a class by its address, as a graph would: what is said in two places is one thing."""
    found: dict[str, dict[str, Any]] = {}
    for child in _things(value):
        joined = found.setdefault(child["@id"], {"@type": set()})
        joined["@type"].add(child["@type"])
        joined |= {key: item for key, item in child.items() if not key.startswith("@")}
    return found


def _things(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if "@id" in value and "@type" in value:
            yield value
        for key, child in value.items():
            if key != "@context":
                yield from _things(child)
    elif isinstance(value, list):
        for child in value:
            yield from _things(child)


def _many(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]
