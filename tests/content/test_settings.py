"""mkdocs.yml as Vejviser reads it: what it knows it uses, what it does not know is the hosts'."""

from pathlib import Path

import pytest

from vejviser.base.problems import ContentError
from vejviser.content.load.portal import load_portal
from vejviser.content.load.settings import Script, read_settings

WHOLE = """\
site_name: Prøve
site_url: https://portal.example/venner/
theme:
  name: material
  custom_dir: overrides
  favicon: a.svg
  font: false
extra_css: [a.css]
extra_javascript:
  - a.js
  - b.mjs
  - {path: c.js, type: module, defer: true}
extra:
  feedback: {mail: " post@portal.example "}
markdown_extensions:
  - toc:
      slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}
plugins:
  - search
  - i18n:
      languages:
        - {locale: ar, build: true}
        - {locale: da, default: true}
        - {locale: en, build: false}
  - vejviser/handbooks
  - vejviser/portal: {root: ""}
"""


def write(root: Path, text: str) -> Path:
    (root / "mkdocs.yml").write_text(text, "utf-8")
    return root


def test_a_whole_file(tmp_path: Path) -> None:
    (tmp_path / "overrides").mkdir()
    found = read_settings(write(tmp_path, WHOLE))
    assert found.site_url == "https://portal.example/venner/"
    assert found.languages == ("da", "uk", "ar")  # those of portal.yml, but for what is not to be built
    assert found.contents == ("handbooks", "portal")
    assert found.templates == tmp_path / "overrides"
    assert found.favicon == "a.svg"
    assert found.stylesheets == ("assets/vejviser/css/vejviser.css", "a.css")
    assert found.scripts == (
        Script("assets/vejviser/js/vejviser.js", ('type="module"',)),
        Script("a.js"),
        Script("b.mjs", ('type="module"',)),
        Script("c.js", ('type="module"', "defer")),
    )
    assert found.feedback_mail == "post@portal.example"
    assert not found.previewing


def test_a_name_is_all_that_is_needed(tmp_path: Path) -> None:
    found = read_settings(write(tmp_path, "site_name: Prøve\ntheme: mkdocs\n"))
    assert (found.languages, found.contents, found.templates) == (("da",), (), None)


@pytest.mark.parametrize(
    ("text", "place", "rule"),
    [
        ("site_name: a\nsite_url: [b]\n", (2, 11), "text-expected"),
        ("site_name: a\nextra_css: b.css\n", (2, 12), "list-expected"),
        ("site_name: a\ndocs_dir: texts\nplugins: [vejviser/portal]\n", (2, 11), "value-not-allowed"),
        ("site_name: a\n site_url: b\n", (2, 10), None),
        ("- a\n", (1, 1), "keys-not-list"),
    ],
)
def test_a_mistake_is_told_at_its_place(tmp_path: Path, text: str, place: tuple[int, int], rule: str | None) -> None:
    with pytest.raises(ContentError) as stopped:
        read_settings(write(tmp_path, text))
    (problem,) = stopped.value.problems
    assert problem in load_portal(tmp_path).problems, "check says so too"
    assert (problem.path, problem.line) == ("mkdocs.yml", place[0])
    assert rule in (None, problem.rule)


def test_where_somebody_elses_pages_lie_is_theirs(tmp_path: Path) -> None:
    assert read_settings(write(tmp_path, "site_name: a\ndocs_dir: texts\nplugins: [vejviser/guides]\n")).contents == (
        "guides",
    )


def test_no_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(ContentError):
        read_settings(tmp_path)


def test_a_tag_of_the_file_runs_nothing(tmp_path: Path) -> None:
    tag = "!!python/object/apply:os.mkdir"
    read_settings(write(tmp_path, f"site_name: a\nhooks: {tag} ['{tmp_path}/ran']\n"))
    assert not (tmp_path / "ran").exists()
