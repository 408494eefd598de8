"""MkDocs and ProperDocs as hosts: the whole portal byte for byte, and each content plugin alone in another's site."""

import os
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.conftest import TODAY, copy_portal

pytestmark = pytest.mark.slow

HOSTS = ("mkdocs", "properdocs")
NOON = str(int(datetime(TODAY.year, TODAY.month, TODAY.day, 12, tzinfo=UTC).timestamp()))
I18N = """
  - i18n:
      docs_structure: folder
      fallback_to_default: true
      languages:
        - {locale: da, name: Dansk, default: true}
        - {locale: en, name: English}"""


def build(host: str, folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", host, "build", "--quiet", *options]
    settings = os.environ | {"SOURCE_DATE_EPOCH": NOON, "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(command, cwd=folder, env=settings, capture_output=True, text=True, check=False)


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


@pytest.mark.parametrize("host", HOSTS)
def test_a_host_gives_the_site_that_vejviser_builds(host: str, small_site: Path, portal_copy: Path) -> None:
    """But for build.json and the day, which only a site that was looked through has: a host does not do that."""
    done = build(host, portal_copy, "--strict")
    assert done.returncode == 0, done.stderr
    ours, theirs = files(small_site), files(portal_copy / "site")
    del ours["build.json"], ours["published-on.json"]
    assert [name for name in sorted({*ours, *theirs}) if ours.get(name) != theirs.get(name)] == []


def somebody_elses_site(folder: Path, plugin: str, theme: str, more: str = "") -> Path:
    content = copy_portal(folder / "content")
    docs = folder / "docs" / ("da" if more else "")
    docs.mkdir(parents=True)
    (docs / "index.md").write_text("# Vores egen side\n\n- et\n\n    ??? note\n", "utf-8")
    (folder / "mkdocs.yml").write_text(
        f"site_name: En anden side\nsite_url: https://anden.example/\ntheme: {theme}\n"
        f"plugins:{more}\n  - search\n  - vejviser/{plugin}:\n      root: {content.name}\n",
        "utf-8",
    )
    return folder


@pytest.mark.parametrize(("host", "more"), [("mkdocs", ""), ("properdocs", I18N)], ids=["mkdocs", "properdocs-i18n"])
@pytest.mark.parametrize(
    ("plugin", "page", "words"),
    [
        ("handbooks", "haandboeger/ven/moedet", "Sig goddag."),
        ("guides", "kommuneguider/modtage", "Modtag"),
        ("checklists", "tjeklister/foerste-moede", "input"),
        ("materials", "materialer/aftale", "aftale.da.docx"),
        ("directory", "kommuner/proeveby", "koordinator@proeveby.example"),
    ],
)
def test_a_content_plugin_works_alone_in_a_material_site(
    tmp_path: Path, host: str, more: str, plugin: str, page: str, words: str
) -> None:
    folder = somebody_elses_site(tmp_path, plugin, "material", more)
    done = build(host, folder, "--strict")
    assert done.returncode == 0, done.stderr
    site = folder / "site"
    html = (site / page / "index.html").read_text("utf-8")
    assert words in html
    assert 'class="md-content' in html
    assert f'href="{page}/"' in (site / "index.html").read_text("utf-8"), "the site's own menu leads there"
    assert f'"{page}/' in (site / "search" / "search_index.json").read_text("utf-8")
    own = (site / "index.html").read_text("utf-8")
    assert "<h1" in own
    assert "??? note" in own, "their Markdown is theirs"


def test_a_form_in_somebody_elses_site_has_its_scripts_its_files_and_the_facts(tmp_path: Path) -> None:
    folder = somebody_elses_site(tmp_path, "materials", "material")
    done = build("mkdocs", folder, "--strict")
    assert done.returncode == 0, done.stderr
    site = folder / "site"
    html = (site / "materialer/aftale/udfyld/index.html").read_text("utf-8")
    assert 'src="../../../assets/vejviser/js/form.js"' in html
    (blank,) = re.findall(r'data-make="docx" [^>]*data-blank="/([^"]+)"', html)
    for needed in (blank, "kommuner/proeveby/udfyld.json", "assets/vejviser/js/fill/docx.js"):
        assert (site / needed).is_file(), needed


def test_headings_are_in_the_contents_of_somebody_elses_page(tmp_path: Path) -> None:
    folder = somebody_elses_site(tmp_path, "handbooks", "material")
    assert build("mkdocs", folder).returncode == 0
    html = (folder / "site/haandboeger/ven/moedet/index.html").read_text("utf-8")
    headings = re.findall(r'<h2 id="([^"]+)"', html.partition("<dialog")[0])
    assert headings
    assert [heading for heading in headings if f'href="#{heading}" class="md-nav__link"' not in html] == []


def test_the_ten_lines_of_the_manual_are_enough_also_for_content_in_more_languages(tmp_path: Path) -> None:
    manual = Path(__file__).parents[2] / "manual/docs/en"
    text = (manual / "plugins-alone.md").read_text("utf-8")
    settings = text.partition("```yaml\n")[2].partition("```")[0]
    assert len(settings.splitlines()) <= 10
    folder = somebody_elses_site(tmp_path, "checklists", "material")
    (folder / "mkdocs.yml").write_text(settings, "utf-8")
    material = folder / "content/materials/aftale"
    (material / "en.md").write_text((material / "da.md").read_text("utf-8"), "utf-8")
    about = material / "material.yml"
    about.write_text(about.read_text("utf-8").replace("languages: [da]", "languages: [da, en, uk]"), "utf-8")
    done = build("mkdocs", folder, "--strict")
    assert done.returncode == 0, done.stderr
    assert (folder / "site/tjeklister/foerste-moede/index.html").is_file()


def test_the_pictures_of_the_manual_are_there_and_small() -> None:
    manual = Path(__file__).parents[2] / "manual/docs/en"
    shown = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", (manual / "plugins-alone.md").read_text("utf-8"))
    assert 4 <= len(shown) <= 6
    assert {f"pictures/{picture.name}" for picture in manual.glob("pictures/*.png")} == {*shown}
    assert all((manual / name).stat().st_size < 150_000 for name in shown)


def test_somebody_elses_settings_may_be_written_in_every_way_that_a_host_reads(tmp_path: Path) -> None:
    folder = somebody_elses_site(tmp_path, "checklists", "material")
    (folder / "mkdocs.yml").unlink()
    (folder / "settings.yml").write_text(
        "site_name: En anden side\nsite_url: !ENV [NO_SUCH_NAME, 'https://anden.example/']\n"
        "theme: {name: material, features: [navigation.instant]}\n"
        "markdown_extensions:\n  - pymdownx.emoji:\n      emoji_index: !!python/name:material.extensions.emoji.twemoji\n"
        "plugins:\n  search: {}\n  vejviser/checklists: {root: content}\n",
        "utf-8",
    )
    done = build("mkdocs", folder, "--strict", "-f", "settings.yml")
    assert done.returncode == 0, done.stderr
    assert (folder / "site/tjeklister/foerste-moede/index.html").is_file()


def test_a_plugin_works_in_a_site_without_material(tmp_path: Path) -> None:
    folder = somebody_elses_site(tmp_path, "checklists", "mkdocs")
    assert build("mkdocs", folder).returncode == 0
    assert (folder / "site/tjeklister/foerste-moede/index.html").is_file()


@pytest.mark.parametrize("host", HOSTS)
def test_a_link_that_leads_nowhere_stops_a_host_too(portal_copy: Path, host: str) -> None:
    chapter = portal_copy / "docs/da/haandboeger/ven/moedet.md"
    chapter.write_text(chapter.read_text("utf-8") + "\nSe [her](penge.md#findes-ikke).\n", "utf-8")
    done = build(host, portal_copy)
    assert done.returncode == 1
    line = len(chapter.read_text("utf-8").splitlines())
    assert (
        f"docs/da/haandboeger/ven/moedet.md:{line}:8: [link-place-unknown] Siden har ikke stedet i linket »penge.md#findes-ikke«"
        in done.stderr
    )
    assert "1 fejl i indholdet." in done.stderr
    assert "Traceback" not in done.stderr
