"""No code and no text of the package names a programme, an organisation, a municipality or a language of one portal.

They stand in portal.yml and in the portal's own data/ui/; so does what another country's portal would show wrongly.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml

from vejviser.content.languages import KNOWN, listed_name, name_in
from vejviser.content.model.base import slugify

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "plugins" / "vejviser"
READ = {".py", ".js", ".ts", ".css", ".html", ".jinja", ".yml", ".txt", ".xml", ".svg", ".md"}
VENDORED = {"vendor", "fonts"}


def whole_words(words: list[str]) -> re.Pattern[str]:
    found = sorted({word for word in words if word}, key=len, reverse=True)
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(map(re.escape, found))})(?![^\W_])")


@cache
def municipalities() -> list[str]:
    return [yaml.safe_load(path.read_text("utf-8"))["name"] for path in sorted((ROOT / "data/kommuner").glob("*.yml"))]


def small() -> list[str]:
    """Return the municipalities as addresses write them, but for those that are words of everyday Danish."""
    return [
        slug
        for name in municipalities()
        if (slug := slugify(name)) not in {"greve", "odder", "skive", "struer", "vejen"}
    ]


@cache
def languages() -> list[str]:
    """Return what English and each language itself calls the languages the program knows.

    Not Arabic, which Unicode calls a script, too, and not English, in which the package is written and helps out.
    """
    other = {code for code in KNOWN if name_in(code, "en") not in ("Arabic", "English")}
    return [name for code in other for name in (name_in(code, "en"), listed_name(code, code), name_in(code, code))]


FORBIDDEN: dict[str, re.Pattern[str]] = {
    "a programme": re.compile(r"venner.?viser|venskabsfamili|livet.g[aå]+r.videre|life-goes-on", re.IGNORECASE),
    "an organisation": re.compile(
        r"r(?:ø|oe)de.?kors|\bdrc\b|flygtningehj|danish (?:red cross|refugee council)", re.IGNORECASE
    ),
    "a municipality": whole_words(municipalities()),
    "a municipality's address": whole_words(small()),
    "a language": whole_words(languages()),
    "a Danish institution": re.compile(r"\b(?:danmark|denmark|statistikbank\w*|statbank)\b", re.IGNORECASE),
    "a kind of place": re.compile(r"kommun(?!ik)\w*", re.IGNORECASE),
}

_STATBANK = "the importer of one country's statistics"
EXCEPTIONS: dict[tuple[str, str], str] = {
    ("authoring/statbank", "a Danish institution"): _STATBANK,
    ("authoring/yaml_edit/population.py", "a Danish institution"): _STATBANK,
    ("cli/imports.py", "a Danish institution"): _STATBANK,
    ("ui/problems/", "a Danish institution"): _STATBANK,
    ("ui/usage/", "a Danish institution"): _STATBANK,
    ("ui/problems/", "a language"): "what national numbers are called in the countries that have them",
    ("content/inflection.py", "a language"): "rows of languages: their grammar",
    ("content/spelling.py", "a language"): "rows of languages: their letters",
    ("content/model/settings.py", "a language"): "which languages the measures of readability were made for",
    ("content/place_words.yml", "a kind of place"): "rows of languages: the usual word for a place",
    ("content/meant_words.yml", "a kind of place"): "rows of languages: what editors write for a key of ours",
    ("starters/texts/", "a kind of place"): "what a new portal in a language begins with",
    ("privacy/names.txt", "a language"): "lists of persons' names, by the languages they come from",
    ("privacy/names.txt", "a Danish institution"): "lists of persons' names, by where they are common",
    ("privacy/places.txt", "a municipality's address"): "words of mail addresses that are no person's name",
    ("privacy/places.txt", "a Danish institution"): "words of mail addresses that are no person's name",
}
"""(file or folder of the package, what it names) -> why it may."""


def files() -> Iterator[tuple[str, str]]:
    for path in sorted(PACKAGE.rglob("*")):
        if path.suffix in READ and not VENDORED & {*path.parts} and path.is_file():
            yield path.relative_to(PACKAGE).as_posix(), path.read_text("utf-8")


def own_names(name: str) -> set[str]:
    """Return what a file of texts may call its own language: ui/da.yml is in Danish, and says so."""
    code = Path(name).stem
    return {name_in(code, "en"), name_in(code, code), listed_name(code, code)} if code in KNOWN else set()


@cache
def named() -> dict[tuple[str, str], list[str]]:
    """Return what each file names, with the lines."""
    found: dict[tuple[str, str], list[str]] = {}
    for name, text in files():
        for number, line in enumerate(text.splitlines(), 1):
            for what, pattern in FORBIDDEN.items():
                own = own_names(name) if what == "a language" else set()
                for match in pattern.finditer(line):
                    if match[0] not in own:
                        found.setdefault((name, what), []).append(f"{name}:{number}: {match[0]}")
    return found


def excepted(name: str, what: str) -> tuple[str, str] | None:
    return next((key for key in EXCEPTIONS if name.startswith(key[0]) and what == key[1]), None)


@pytest.mark.parametrize("what", list(FORBIDDEN))
def test_the_package_names_none(what: str) -> None:
    told = [
        line for (name, kind), lines in named().items() if kind == what and not excepted(name, kind) for line in lines
    ]
    assert told == [], "say it in portal.yml or data/ui/, or ask for a word by name (docs/adr/0142)"


def test_every_exception_is_still_needed() -> None:
    used = {excepted(name, what) for name, what in named()}
    assert EXCEPTIONS.keys() - used == set()


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Velkommen til Venner Viser Vej", "a programme"),
        ("vennerviservej.example", "a programme"),
        ('"roede-kors"', "an organisation"),
        ("Dansk Flygtningehjælp", "an organisation"),
        ("Københavns Kommune", "a kind of place"),
        ("in Høje-Taastrup", "a municipality"),
        ("the Danish text", "a language"),
        ("på dansk", "a language"),
        ("StatBank", "a Danish institution"),
    ],
)
def test_what_counts_as_a_name(text: str, what: str) -> None:
    assert FORBIDDEN[what].search(text)


@pytest.mark.parametrize(
    "text", ["kommunikation", "in the main language", "vejen dertil", "name_order", "Arabic letters"]
)
def test_what_does_not(text: str) -> None:
    assert not any(pattern.search(text) for pattern in FORBIDDEN.values())
