"""What a mistake at an editor's desk is, and the files of the small portal that the mistakes are made in."""

from dataclasses import dataclass

BOOK = "docs/da/haandboeger/ven/handbook.yml"
CHAPTER = "docs/da/haandboeger/ven/moedet.md"
ENGLISH = "docs/en/haandboeger/ven/moedet.md"
MONEY = "docs/da/haandboeger/ven/penge.md"
GUIDE = "data/guides/modtage.yml"
LIST = "data/checklists/foerste-moede.yml"
MATERIAL = "materials/aftale/material.yml"
TOWN = "data/kommuner/0801-proeveby.yml"
SOURCES = "data/sources.yml"
TERMS = "data/glossary.yml"


@dataclass(frozen=True)
class Mistake:
    """What somebody did: in `path`, `new` stands where `old` should; or a whole file was put there."""

    what: str
    path: str
    old: str
    new: str | bytes
    answer: object


def wrong(what: str, path: str, old: str, new: str, answer: object) -> Mistake:
    return Mistake(what, path, old, new, answer)


def added(what: str, path: str, new: str | bytes, answer: object) -> Mistake:
    return Mistake(what, path, "", new, answer)
