"""`vejviser translate` as a translator meets it, and `vejviser schema` and `check --site` as a machine does."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from inline_snapshot import snapshot

from tests.check.test_all_rules import edit
from tests.privacy.attachments import CPR
from vejviser.cli.main import main

DANISH, ENGLISH = "docs/da/haandboeger/ven/moedet.md", "docs/en/haandboeger/ven/moedet.md"


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), *arguments])


def test_status_tells_what_waits_language_by_language(portal_copy: Path) -> None:
    edit(portal_copy, DANISH, "hvad I aftalte", "hvad I blev enige om")
    edit(portal_copy, ENGLISH, ', foer: "b48c3c98f882"', "")
    assert run(portal_copy, "translate", "status").stdout == snapshot("""\
en: 9 i alt, 1 venter på en oversætter, 9 er ikke læst igennem
  docs/en/haandboeger/ven/moedet.md
    originalen er ændret: efter
    ikke bekræftet: foer
  data/ui/en.yml
    2 faste tekster mangler: results.group.livet-gaar-videre, results.lead.livet-gaar-videre
uk: 2 i alt, 0 venter på en oversætter, 2 er ikke læst igennem
  data/ui/uk.yml
    2 faste tekster mangler: results.group.livet-gaar-videre, results.lead.livet-gaar-videre
ar: 3 i alt, 0 venter på en oversætter, 3 er ikke læst igennem
  data/ui/ar.yml
    2 faste tekster mangler: results.group.livet-gaar-videre, results.lead.livet-gaar-videre
""")
    assert run(portal_copy, "translate", "status", "--lang", "uk").stdout == snapshot(
        """\
uk: 2 i alt, 0 venter på en oversætter, 2 er ikke læst igennem
  data/ui/uk.yml
    2 faste tekster mangler: results.group.livet-gaar-videre, results.lead.livet-gaar-videre
"""
    )


def test_status_tells_first_what_readers_get_in_the_original(portal_copy: Path) -> None:
    edit(portal_copy, "docs/da/haandboeger/ven/penge.md", "Sig nej", "Sig altid nej")
    assert run(portal_copy, "translate", "status", "--lang", "en").stdout.splitlines()[1:4] == [
        "  docs/en/haandboeger/ven/penge.md",
        "    læserne får originalen: regler",
        "    originalen er ændret: regler",
    ]
    assert run(portal_copy, "check").exit_code == 0


def test_confirm_tells_what_was_confirmed(portal_copy: Path) -> None:
    edit(portal_copy, DANISH, "hvad I aftalte", "hvad I blev enige om")
    result = run(portal_copy, "translate", "confirm", ENGLISH, "--section", "efter")
    assert (result.exit_code, result.stdout) == (
        0,
        snapshot("docs/en/haandboeger/ven/moedet.md (en): 1 afsnit bekræftet\n"),
    )


def test_a_path_may_be_typed_whole(portal_copy: Path) -> None:
    assert run(portal_copy, "translate", "confirm", str(portal_copy / ENGLISH)).exit_code == 0


@pytest.mark.parametrize("arguments", [["confirm", DANISH], ["confirm", "--minor", DANISH], ["confirm", "x.md"]])
def test_what_cannot_be_confirmed_gives_exit_code_2(portal_copy: Path, arguments: list[str]) -> None:
    result = run(portal_copy, "translate", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")


def test_stale_schemas_give_exit_code_1(tmp_path: Path) -> None:
    assert run(tmp_path, "schema", "--check").exit_code == 1
    assert run(tmp_path, "schema").exit_code == 0
    assert run(tmp_path, "schema", "--check").exit_code == 0


def test_a_finished_site_with_a_cpr_number_gives_exit_code_1(portal_copy: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("<!doctype html><p>Hej</p>")
    assert run(portal_copy, "check", "--site", str(site)).exit_code == 0
    (site / "index.html").write_text(f"<!doctype html><p>{CPR}</p>")
    result = run(portal_copy, "check", "--site", str(site))
    assert (result.exit_code, CPR in result.output) == (1, False)


def test_the_fixed_texts_that_a_language_lacks_are_listed(portal_copy: Path) -> None:
    path = portal_copy / "portal.yml"
    path.write_text(path.read_text("utf-8").replace("  - ar\n", "  - ar\n  - so\n"), "utf-8")
    (portal_copy / "data/ui/so.yml").write_text("nav: {home: Bogga hore}\n", "utf-8")
    told = CliRunner().invoke(main, ["--root", str(portal_copy), "translate", "status", "--lang", "so"]).output
    assert "so: 0 i alt, 0 venter på en oversætter, 0 er ikke læst igennem\n  data/ui/so.yml\n" in told
    assert "faste tekster mangler: " in told
    assert "nav.home" not in told
    assert ", nav.language, " in told
