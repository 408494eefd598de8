import errno
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from inline_snapshot import snapshot

from vejviser.cli.main import main


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), *arguments])


def spoil(root: Path) -> None:
    guide = root / "data/guides/modtage.yml"
    guide.write_text(guide.read_text("utf-8").replace("[aftale]", "[aftal]"), "utf-8")


def test_sound_content_gives_exit_code_0(portal_copy: Path) -> None:
    result = run(portal_copy, "check", "--today", "2026-11-22")
    assert (result.exit_code, result.stderr) == (0, "0 fejl, 1 advarsel\n")


def test_a_problem_is_one_line_and_exit_code_1(portal_copy: Path) -> None:
    spoil(portal_copy)
    result = run(portal_copy, "check", "--today", "2026-11-22")
    assert result.exit_code == 1
    assert result.stdout.splitlines()[0] == snapshot(
        "data/guides/modtage.yml:23:21: error [unknown-materials-suggestion] Materialet »aftal« findes ikke. Mente du »aftale«?"
    )


def test_the_same_problem_in_english_as_json_and_as_annotation(portal_copy: Path) -> None:
    spoil(portal_copy)
    found = json.loads(run(portal_copy, "check", "--lang", "en", "--format", "json", "--today", "2026-11-22").stdout)
    assert found[0] == snapshot(
        {
            "path": "data/guides/modtage.yml",
            "line": 23,
            "column": 21,
            "severity": "error",
            "rule": "unknown-materials-suggestion",
            "message": 'The material "aftal" does not exist. Did you mean "aftale"?',
        }
    )
    annotations = run(portal_copy, "check", "--format", "github", "--today", "2026-11-22").stdout.splitlines()
    assert annotations[0] == snapshot(
        "::error file=data/guides/modtage.yml,line=23,col=21,title=unknown-materials-suggestion::Materialet »aftal« findes ikke. Mente du »aftale«?"
    )


def test_wrong_usage_gives_exit_code_2(tmp_path: Path) -> None:
    assert run(tmp_path, "check", "--format", "xml").exit_code == 2
    assert run(tmp_path / "missing", "check").exit_code == 2


def test_an_empty_folder_is_no_crash(tmp_path: Path) -> None:
    result = run(tmp_path, "check")
    assert (result.exit_code, result.exception) == (0, None)


def files(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


@pytest.mark.parametrize("option", ["--pages", "--out"])
@pytest.mark.parametrize("folder", ["docs", "docs/da", "data/kommuner", ".", "..", "noter"])
def test_what_somebody_wrote_is_never_replaced(portal_copy: Path, option: str, folder: str) -> None:
    (portal_copy / "noter").mkdir()
    (portal_copy / "noter" / "mine.md").write_text("Mine noter", "utf-8")
    before = files(portal_copy)
    result = run(portal_copy, "build", option, folder)
    assert result.exit_code == 2
    assert "ville blive slettet" in result.stderr
    assert files(portal_copy) == before


def test_pages_are_written_again_where_they_were_written_before(portal_copy: Path, tmp_path: Path) -> None:
    for _ in range(2):
        assert run(portal_copy, "build", "--pages", str(tmp_path / "sider")).exit_code == 0
    assert (tmp_path / "sider" / "da" / "index.md").is_file()


def test_build_tells_the_problems_and_builds_nothing(portal_copy: Path) -> None:
    spoil(portal_copy)
    result = run(portal_copy, "build")
    assert result.exit_code == 1
    assert "Mente du »aftale«?" in result.stderr
    assert not (portal_copy / "site").exists()


@pytest.mark.parametrize(
    ("refusal", "said"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "Maskinen siger nej: No space left on device."),
        (PermissionError(errno.EACCES, "Permission denied", "site"), "Maskinen siger nej til site: Permission denied."),
    ],
)
def test_what_the_machine_refuses_is_told_in_words(
    portal_copy: Path, monkeypatch: pytest.MonkeyPatch, refusal: OSError, said: str
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise refusal

    monkeypatch.setattr("vejviser.site.pipeline.build_site", refused)
    result = run(portal_copy, "build")
    assert result.exit_code == 2
    assert result.stderr.startswith(said)


@pytest.mark.slow
def test_a_site_that_cannot_be_written_is_no_traceback(portal_copy: Path) -> None:
    (portal_copy / "fil").write_text("Her er ingen mappe", "utf-8")
    result = run(portal_copy, "build", "--out", "fil/site", "--today", "2026-11-22")
    assert result.exit_code == 2
    assert "Traceback" not in result.stderr
    assert "Maskinen siger nej til" in result.stderr
