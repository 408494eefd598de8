"""Which files of a folder a build has made, and which publishing has put beside them."""

from pathlib import Path

import pytest

from vejviser.base.problems import PublishError
from vejviser.publish.manifest import site_files


def test_compressed_twins_and_the_host_files_are_not_the_builds(tmp_path: Path) -> None:
    for name in ("build.json", "_headers", "a.html", "a.html.gz", "a.html.br", "alone.gz", "sub/b.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    assert list(site_files(tmp_path)) == ["a.html", "alone.gz", "sub/b.html"]


def test_a_link_is_no_file_of_a_site(tmp_path: Path) -> None:
    (tmp_path / "a.html").symlink_to("/etc/hostname")
    with pytest.raises(PublishError, match="publish-link"):
        list(site_files(tmp_path))
