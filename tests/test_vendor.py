"""The libraries in `assets/js/vendor/` are npm's own files, in the versions that package-lock.json pins."""

import hashlib
import json
import re
import sys
from pathlib import Path

import pytest
from scripts import vendor

from vejviser.site.assets import own_assets

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / vendor.FOLDER
LOCKED = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"]


@pytest.mark.parametrize("library", vendor.LIBRARIES)
def test_each_library_says_its_versions_and_has_its_licences(library: str) -> None:
    said = (FOLDER / f"{library}.LICENSE.txt").read_text("utf-8")
    packages = dict(re.findall(r"^---- (\S+) (\S+)$", said, re.MULTILINE))
    assert packages == {name: LOCKED[f"node_modules/{name}"]["version"] for name in vendor.LIBRARIES[library][1]}
    assert f" of {library} {packages[library]}\n" in said
    for text in re.split(r"^---- .*$", said, flags=re.MULTILINE)[1:]:
        assert re.search("Permission is hereby granted|Permission to use, copy, modify", text)


@pytest.mark.parametrize("library", vendor.LIBRARIES)
def test_each_file_is_the_one_that_was_copied(library: str) -> None:
    digest = hashlib.sha256((FOLDER / f"{library}.js").read_bytes()).hexdigest()
    assert f"\nsha256 {digest}\n" in (FOLDER / f"{library}.LICENSE.txt").read_text("utf-8")


def test_a_site_has_them_as_they_are_and_nothing_for_the_compiler() -> None:
    below = "assets/vejviser/js/vendor/"
    published = {path.removeprefix(below): content for path, content in own_assets() if path.startswith(below)}
    assert published == {name: (FOLDER / name).read_bytes() for name in published}
    assert published.keys() == {
        f"{library}.{ending}" for library in vendor.LIBRARIES for ending in ("js", "LICENSE.txt")
    }


@pytest.mark.parametrize("library", vendor.LIBRARIES)
def test_no_library_needs_what_the_policy_forbids(library: str) -> None:
    """No text is run as code: `script-src` has no 'unsafe-eval'."""
    code = (FOLDER / f"{library}.js").read_text("utf-8")
    assert re.findall(r"\bnew Function\b|(?<![.\w])eval\s*\(|(?<![.\w])Function\s*\(", code) == []


def test_a_file_that_npm_gives_otherwise_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for library, (script, licences) in vendor.LIBRARIES.items():
        path = tmp_path / "node_modules" / library / script
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"export const a = 1;\n")
        for package, licence in licences.items():
            folder = tmp_path / "node_modules" / package
            folder.mkdir(parents=True, exist_ok=True)
            (folder / licence).write_text("Permission is hereby granted", "utf-8")
            (folder / "package.json").write_text('{"version": "9.9.9"}', "utf-8")
    (tmp_path / vendor.FOLDER).mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["vendor"])
    assert vendor.main() == 0
    monkeypatch.setattr(sys, "argv", ["vendor", "--check"])
    assert vendor.main() == 0
    (tmp_path / "node_modules" / "fflate" / "esm" / "browser.js").write_bytes(b"export const a = 2;\n")
    capsys.readouterr()
    assert vendor.main() == 1
    assert f"{vendor.FOLDER / 'fflate.js'}: is not what npm gives; run: make vendor\n" in capsys.readouterr().out
