"""A message does not repeat what it found: whoever reads a log must not learn a number from it."""

from pathlib import Path

import pytest

from tests.conftest import TODAY
from tests.privacy.attachments import CPR
from vejviser.base.problems import Problem
from vejviser.content.load.interface_texts import load_messages
from vejviser.privacy.masking import masked, masked_problem
from vejviser.site.content_check import load_and_check

PHONE, MAIL = "20 30 40 50", "mona.madsen@forening.dk"
PRIVATE = (CPR, PHONE, MAIL)
PLACES = [
    ("docs/da/haandboeger/ven/moedet.md", "summary: Sådan går mødet.", "summary: [Sådan, {}]"),
    ("docs/da/haandboeger/ven/moedet.md", "title: Mødet", "title: Mødet: {}"),
    ("docs/da/haandboeger/ven/moedet.md", "title: Mødet", "tittel: {}"),
    ("docs/da/haandboeger/ven/moedet.md", "title: Mødet", "{}: Mødet"),
    ("docs/da/haandboeger/ven/moedet.md", "## Efter mødet {{#efter}}", "## Efter {}"),
    ("docs/da/haandboeger/ven/moedet.md", "(penge.md)", "({})"),
    ("docs/da/haandboeger/ven/moedet.md", "Sig goddag.", "<b>{}</b>"),
    ("docs/da/haandboeger/ven/moedet.md", "Sig goddag.", "[@{}]"),
    ("docs/da/haandboeger/ven/handbook.yml", "audience: [volunteer]", "audience: ['{}']"),
    ("docs/da/haandboeger/ven/handbook.yml", "chapters: [moedet, penge]", "chapters: [moedet, penge, '{}']"),
    ("data/kommuner/0801-proeveby.yml", "website: proeveby.example", "website: '{}'"),
    ("data/kommuner/0801-proeveby.yml", 'code: "0801"', 'code: "{}"'),
    ("data/kommuner/0801-proeveby.yml", "email: koordinator@proeveby.example", "email: 'a b {}'"),
    ("data/checklists/foerste-moede.yml", "- id: hilse", "- id: '{}'"),
    ("mkdocs.yml", "site_name: ", "site_name: '{}' # "),
    ("data/redirects.yml", "", "/{}/: /\n"),
]


@pytest.mark.parametrize("found", PRIVATE)
@pytest.mark.parametrize(("path", "old", "new"), PLACES)
def test_no_rule_says_again_what_it_found(portal_copy: Path, path: str, old: str, new: str, found: str) -> None:
    old, new = old.replace("{{", "{").replace("}}", "}"), new.format(found)
    file = portal_copy / path
    text = file.read_text("utf-8") if file.is_file() else ""
    assert old in text
    file.write_text(text.replace(old, new, 1) if old else new, "utf-8")
    messages = load_messages(portal_copy, "da")
    problems = load_and_check(portal_copy, TODAY).problems
    assert problems
    for problem in problems:
        assert found not in problem.message(messages)


def test_a_file_is_named_without_the_number_in_its_name(portal_copy: Path) -> None:
    (portal_copy / f"docs/da/{CPR}.md").write_text("---\ntitle: Brev\n---\nHej.\n", "utf-8")
    problems = load_and_check(portal_copy, TODAY).problems
    assert any(problem.rule == "cpr-in-file-name" for problem in problems)
    assert not any(CPR in f"{problem}" for problem in problems)


def test_what_was_cut_off_in_the_middle_of_a_number_is_no_beginning_of_it() -> None:
    assert masked(f"Ring til {CPR[:9]}…") == "Ring til …"
    assert masked("Det var i 2026, på side 12.") == "Det var i 2026, på side 12."


def test_the_number_of_a_help_line_belongs_to_nobody() -> None:
    problem = Problem("data/help_lines.yml", 1, 1, "warning", "help-number-stale", (("number", PHONE),))
    assert masked_problem(problem) == problem
