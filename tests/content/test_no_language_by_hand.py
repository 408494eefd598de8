"""No module, template, script or style names a language: they ask the rows of `content/languages.py`."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from vejviser.content.languages import KNOWN

ROOT = Path(__file__).parents[2]
ROWS = "plugins/vejviser/content/languages.py"
CODE = "|".join(KNOWN)
NAMED = re.compile(
    rf"""
      (?<![\w-])(?:hrefl|l)ang=["']?(?:{CODE})\b      # an attribute
    | \[lang[~|^]?=["']?(?:{CODE})\b | :lang\( | :dir\(  # a selector
    | ["'](?:{CODE})["']                              # a code in quotation marks
    | (?<!\w)(?:{CODE})[-_][A-Z]{{2}}\b               # a language with its country
    | (?<![\w-])docs/(?:{CODE})\b                     # a language's folder
    | (?<![\w.-])(?:{CODE})\.(?:md|yml)\b             # a language's file
    """,
    re.VERBOSE,
)
COMMENTS = {
    ".js": re.compile(r"/\*.*?\*/|(?<![:\"'])//[^\n]*", re.DOTALL),
    ".css": re.compile(r"/\*.*?\*/", re.DOTALL),
    ".html": re.compile(r"\{#.*?#\}", re.DOTALL),
    ".jinja": re.compile(r"\{#.*?#\}", re.DOTALL),
}
EXCEPTIONS = {
    "plugins/vejviser/assets/js/checklist.js": "the language whose dates are written as ISO 8601 has them",
    "plugins/vejviser/assets/js/my_match/card.js": "the language whose dates are written as ISO 8601 has them",
    "plugins/vejviser/content/load/plain_texts.py": "what a command speaks where nobody asks for a language it knows",
    "plugins/vejviser/opendata/dcat.py": "the names that the EU's own list of themes has for one of them",
    "plugins/vejviser/privacy/vocabulary.py": "endings of Danish words, among them -en",
}
"""Files that name one, each with its reason."""


def places() -> Iterator[Path]:
    for folder in ("plugins/vejviser", "overrides"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in (".py", ".js", ".css", ".html", ".jinja", ".xml") and "dist" not in path.parts:
                yield path


def said(path: Path) -> Iterator[str]:
    """What a file says to the machine: of Python its texts, of others everything but comments."""
    text = path.read_text("utf-8")
    if path.suffix != ".py":
        comments = COMMENTS.get(path.suffix)
        yield comments.sub("", text) if comments else text
        return
    tree = ast.parse(text)
    documentation = {
        id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation:
            yield f'"{node.value}"'


def named(path: Path) -> list[str]:
    return [match[0].strip() for text in said(path) for match in NAMED.finditer(text)]


@pytest.mark.slow
def test_languages_are_named_in_their_rows_alone() -> None:
    found = {path.relative_to(ROOT).as_posix(): named(path) for path in places()}
    assert found.pop(ROWS)
    assert {path: names for path, names in found.items() if names and path not in EXCEPTIONS} == {}
    assert {path for path in EXCEPTIONS if not found.get(path)} == set(), "no longer an exception"


def test_the_search_finds_what_it_looks_for(tmp_path: Path) -> None:
    samples = {
        "a.py": 'LOCALES = {"ar": 1}',
        "b.py": 'path = f"docs/da/{name}.md"',
        "c.html": '<html dir="{{ "rtl" if language == "ar" else "ltr" }}">',
        "d.css": "h1:lang(uk) { line-height: 2 }",
        "e.css": '[lang="ar"] { line-height: 2 }',
        "f.js": 'const isDanish = language === "da";',
        "g.py": 'tag = "en-GB"',
        "h.jinja": '<span lang="da" dir="ltr">',
    }
    for name, text in samples.items():
        (tmp_path / name).write_text(text, "utf-8")
    assert [name for name in samples if not named(tmp_path / name)] == []
    (tmp_path / "fine.py").write_text('"""As in docs/da/x.md."""\nlanguage = "fraise"  # "da"\n', "utf-8")
    assert named(tmp_path / "fine.py") == []
