"""The manual for whoever builds a portal is itself one, made with the generator: no mistake, no dead link, up to date."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from scripts import manual_reference

from vejviser.base.engine import engine_of
from vejviser.cli.main import main
from vejviser.content.settings import using_root
from vejviser.publish.links import dead_links
from vejviser.publish.manifest import whole_site
from vejviser.site.pipeline import build_site

MANUAL = Path(__file__).parents[2] / "manual"
DAY = date(2026, 11, 29)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("manual") / "manual"
    return shutil.copytree(MANUAL, folder, ignore=shutil.ignore_patterns(".cache", "site"))


def test_check_finds_nothing(copy: Path) -> None:
    done = CliRunner().invoke(main, ["--root", str(copy), "check", "--today", DAY.isoformat()])
    assert (done.exit_code, done.stdout.strip(), done.stderr) == (0, "", "0 errors, 0 warnings\n")


@pytest.mark.slow
def test_it_is_built_and_every_link_leads_somewhere(copy: Path) -> None:
    with using_root(copy):
        build_site(copy, copy / "site", DAY)
        assert dead_links(copy / "site", whole_site(copy / "site", engine_of(copy)), "/", engine_of(copy)) == []
    pages = {path.parent.name for path in (copy / "site").glob("*/index.html")}
    written = {path.stem for path in (MANUAL / "docs/en").glob("*.md")} - {"index"}
    assert written <= pages
    front = (copy / "site/index.html").read_text("utf-8")
    assert [name for name in sorted(written) if f'{name}/"' not in front] == []


def test_the_page_about_portal_yml_says_what_the_schema_says() -> None:
    assert manual_reference.PAGE.read_text("utf-8") == manual_reference.page()


def test_every_key_is_explained_in_english() -> None:
    assert re.findall(r"[æøåÆØÅ]", manual_reference.page()) == []


def test_commands_and_options_that_it_names_are_there() -> None:
    text = "\n".join(path.read_text("utf-8") for path in sorted((MANUAL / "docs/en").glob("*.md")))
    named = set(re.findall(r"\bvejviser (check|build|serve|new|schema|publish|status|translate|guard|init)\b", text))
    assert named >= {"check", "build", "serve", "new", "schema", "publish"}
    for command, option in re.findall(r"^(?:\S*/)?vejviser (\w+)[^\n]*? (--[\w-]+)", text, re.MULTILINE):
        asked = [command, *(["checklist"] if command == "new" else []), "--help", "--lang", "en"]
        shown = CliRunner().invoke(main, asked).stdout
        assert command not in main.table or option in shown, f"{command} {option}"
