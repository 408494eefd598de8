"""Links, boxes and headings in Markdown: what leads nowhere or shows as nothing is named, with what was meant."""

from pathlib import Path

import pytest

from tests.conftest import ASIDE, TODAY
from vejviser.site.content_check import load_and_check

CHAPTER = "docs/da/haandboeger/ven/moedet.md"
AT = "Læs [om penge](penge.md)."


def broken(root: Path, written: str) -> list[tuple[str, int, str]]:
    """Return the rules that `written` breaks in the place of a sentence of the chapter, with line and suggestion."""
    path = root / CHAPTER
    path.write_text(path.read_text("utf-8").replace(AT, written), "utf-8")
    found = [problem for problem in load_and_check(root, TODAY).problems if problem.rule not in ASIDE]
    assert {item.path for item in found} <= {CHAPTER}
    return [(item.rule, item.line, dict(item.values).get("suggestion", "")) for item in found]


@pytest.mark.parametrize(
    ("written", "rule", "suggestion"),
    [
        ("[x](javascript:alert(1))", "link-scheme", ""),
        ("[x](data:text/html,hej)", "link-scheme", ""),
        ("[x](//example.org/side)", "link-scheme", ""),
        ("[x](file:///C:/Mine/aftale.docx)", "link-scheme", ""),
        ("[x](/kommuner/findes-ikke/)", "broken-link", ""),
        ("[x](/haandboeger/ven/pnge/)", "broken-link-suggestion", "penge.md"),
        ("[x](/en/haandboeger/ven/pnge/)", "broken-link-suggestion", "penge.md"),
        ("[x][her]\n\n[her]: pnge.md", "broken-link-suggestion", "penge.md"),
        ('!!! advarsel "Pas på"\n    Hej.', "box-unknown-suggestion", "warning"),
        ('!!! exmple "Opdigtet"\n    Hej.', "box-unknown-suggestion", "example"),
        ('!!! zebra "Hej"\n    Hej.', "box-unknown", ""),
        ("# Stor", "heading-too-high", ""),
        ("### Igen {#foer}", "duplicate-id", ""),
    ],
)
def test_what_shows_as_nothing_or_leads_nowhere(portal_copy: Path, written: str, rule: str, suggestion: str) -> None:
    ((found, line, meant),) = broken(portal_copy, written)
    assert (found, meant) == (rule, suggestion)
    assert line == (18 if written.startswith("[x][her]") else 16)


@pytest.mark.parametrize(
    "written",
    [
        "[x](https://example.org/a)",
        "[x](mailto:post@proeveby.example)",
        "[x](tel:+4500000000)",
        "[x](/haandboeger/ven/penge/#hvem) og [y](/en/haandboeger/ven/) og [z](/)",
        "[x](/api/v1/materials.json)",
        "[x](penge.md)\n\n[@rapport-2024]: sådan begynder en linje med en kilde.",
        '!!! danger "Pas på"\n    Hej.',
        "```text\n# ikke en overskrift\n!!! advarsel\n[x](nix.md)\n```",
        "### Lille {#lille}\n\nHej.",
    ],
)
def test_what_is_well_is_left_alone(portal_copy: Path, written: str) -> None:
    rules = {rule for rule, _, _ in broken(portal_copy, written)}
    assert rules <= {"personal-email", "personal-phone", "markdown-not-supported"}


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("[x](javascript:alert%281%29)", ("link-scheme", "")),
        ("[x](/haandboeger/ven/pnge/)", ("broken-link-suggestion", "/haandboeger/ven/penge/")),
        ("[x](/tjeklister/findes-ikke-nogen-steder/)", ("broken-link", "")),
        ("[x](/tjeklister/foerste-moede/) og [y](https://example.org/)", None),
    ],
)
def test_links_in_the_explanations_of_a_list(portal_copy: Path, written: str, expected: tuple[str, str] | None) -> None:
    path = portal_copy / "data/checklists/foerste-moede.yml"
    path.write_text(path.read_text("utf-8").replace("*tryghed*", written, 1), "utf-8")
    rules = ("link-scheme", "broken-link", "broken-link-suggestion")
    found = [problem for problem in load_and_check(portal_copy, TODAY).problems if problem.rule in rules]
    assert [(item.rule, dict(item.values).get("suggestion") or "") for item in found] == (
        [expected] if expected else []
    )
    assert {(item.path, item.line) for item in found} <= {("data/checklists/foerste-moede.yml", 22)}
