"""Each content plugin alone, in somebody else's plain MkDocs site."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import copy_portal

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("plugin", "page"),
    [
        ("handbooks", "haandboeger/ven/moedet"),
        ("guides", "kommuneguider/modtage"),
        ("checklists", "tjeklister/foerste-moede"),
        ("materials", "materialer/aftale"),
        ("directory", "kommuner/proeveby"),
    ],
)
def test_a_content_plugin_works_alone(tmp_path: Path, plugin: str, page: str) -> None:
    content = copy_portal(tmp_path / "content")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("# Vores egen side\n", "utf-8")
    (tmp_path / "mkdocs.yml").write_text(
        f"site_name: En anden side\ntheme: mkdocs\nmarkdown_extensions: [attr_list, md_in_html]\n"
        f"plugins:\n  - vejviser/{plugin}:\n      root: {content.name}\n",
        "utf-8",
    )
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "site" / page / "index.html").is_file()
    assert "Vores egen side" in (tmp_path / "site" / "index.html").read_text("utf-8")
