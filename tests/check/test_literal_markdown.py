"""Markdown in YAML is told exactly where readers would see its signs."""

import re
from datetime import date
from pathlib import Path

import pytest
from inline_snapshot import snapshot

from tests.conftest import TODAY
from vejviser.check import literal_markdown
from vejviser.content.load.interface_texts import load_messages
from vejviser.content.load.portal import load_portal
from vejviser.content.model.base import LanguageMap
from vejviser.content.text_walker import walk_texts, yaml_contents
from vejviser.site.content_check import all_pages, load_and_check

ROOT = Path(__file__).parents[2]
LIST = "data/checklists/foerste-moede.yml"
BOLD = re.compile(r"(?:&#42;){2}(?P<raw>mrk\d+)x|(?:\*\*|<strong>)(?P<bold>mrk\d+)x")


def told(root: Path, old: str, new: str) -> list[str]:
    text = (root / LIST).read_text("utf-8")
    assert old in text
    (root / LIST).write_text(text.replace(old, new), "utf-8")
    messages = load_messages(root, "da")
    found = (problem for problem in load_and_check(root, TODAY).problems if problem.rule == "markdown-in-yaml")
    return [f"{item.path}:{item.line}:{item.column} {item.severity}: {item.message(messages)}" for item in found]


def test_the_sign_is_told_with_file_and_line(portal_copy: Path) -> None:
    assert told(portal_copy, "da: Hils på hinanden", 'da: "[Hils](penge.md) **pænt** på hinanden"') == snapshot(
        [
            "data/checklists/foerste-moede.yml:18:16 warning: Her bliver teksten vist tegn for tegn, så læserne ser »**pænt**«. Skriv det uden Markdown.",
            "data/checklists/foerste-moede.yml:18:16 warning: Her bliver teksten vist tegn for tegn, så læserne ser »[Hils](penge.md)«. Skriv det uden Markdown.",
        ]
    )


@pytest.mark.parametrize(
    "written", ["_Hils_", "*Hils*", "__Hils__", "`Hils`", "Hils [@rapport-2024, afsnit 2]", "![Hils](hils.png)"]
)
def test_every_kind_of_sign_is_told(portal_copy: Path, written: str) -> None:
    assert len(told(portal_copy, "da: Hils på hinanden", f'da: "{written}"')) == 1


@pytest.mark.parametrize(
    "written", ["3 * 4 * 5", "Skriv [navn] her", "filen_med_streger_i", "Hils* (*kun én gang)", "* Hils", "Sig: `"]
)
def test_signs_that_mean_themselves_are_left_alone(portal_copy: Path, written: str) -> None:
    assert told(portal_copy, "da: Hils på hinanden", f'da: "{written}"') == []


@pytest.mark.slow
def test_the_rule_knows_every_place_that_pages_show_letter_by_letter() -> None:
    """Bold words in every text of YAML; the places where a page of the whole portal shows the stars are the rule's."""
    portal = load_portal(ROOT, shown=("da",)).portal
    places: dict[str, tuple[type, str]] = {}
    for content in yaml_contents(portal):
        for found, location in walk_texts(content):
            if isinstance(found, LanguageMap):
                mark = f"mrk{len(places)}"
                places[mark] = (type(content), ".".join(item for item in location if isinstance(item, str)))
                found.root["da"] = f"**{mark}x** {found.root['da']}"
    shown: dict[str, set[tuple[type, str]]] = {"raw": set(), "bold": set()}
    for page in all_pages(portal, date(2026, 11, 22)):
        for match in BOLD.finditer(page.body):
            shown[match.lastgroup or ""].add(places[match[match.lastgroup or ""]])
    known = {(kind, name) for kind, names in literal_markdown.PLAIN.items() for name in names}
    assert shown["raw"] - known == set(), "readers see the signs, and nobody is told"
    assert {item for item in shown["bold"] if item in known and item not in shown["raw"]} == set(), (
        "told, though it is bold"
    )
    assert len(shown["raw"]) > 20
