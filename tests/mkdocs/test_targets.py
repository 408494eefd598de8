"""What a link leads to, against MkDocs and static-i18n themselves."""

from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.utils import get_relative_url

from tests.load.papers import png
from vejviser.mkdocs.spot import Spot
from vejviser.mkdocs.targets import Targets, is_relative
from vejviser.mkdocs.workspace import workspace

SOURCES = frozenset(
    ["da/index.md", "da/ven/index.md", "da/ven/moedet.md", "ar/ven/moedet.md", "da/plan.png", "ar/plan.png"]
)


@pytest.mark.parametrize(
    ("language", "page", "written", "found", "address"),
    [
        ("da", "da/ven/moedet.md", "index.md", "da/ven/index.md", "../"),
        ("da", "da/ven/index.md", "moedet.md#i-dag", "da/ven/moedet.md", "moedet/"),
        ("da", "da/ven/index.md", "../index.md", "da/index.md", "../"),
        ("ar", "da/ven/index.md", "moedet.md", "ar/ven/moedet.md", "moedet/"),
        ("ar", "ar/ven/moedet.md", "../index.md", "da/index.md", "../../"),
        ("en", "da/ven/index.md", "moedet.md", "da/ven/moedet.md", "moedet/"),
        ("da", "da/ven/index.md", "../plan.png", "da/plan.png", "../plan.png"),
        ("en", "da/ven/index.md", "../plan.png", "da/plan.png", "../../plan.png"),
        ("ar", "ar/ven/moedet.md", "../plan.png", "ar/plan.png", "../../plan.png"),
        ("da", "da/ven/index.md", "../../ar/ven/moedet.md", None, ""),
        ("da", "da/ven/index.md", "nowhere.md", None, ""),
    ],
)
def test_where_a_link_leads(language: str, page: str, written: str, found: str | None, address: str) -> None:
    targets = Targets(language, SOURCES)  # type: ignore[arg-type]
    assert targets.source(page, written) == found
    assert targets.of(page, f"[her]({written})") == ((written, address),)


@pytest.mark.parametrize(
    "text", ["[a](x.md)", "![a](<x.md> 'b')", "[a]: x.md", '<a class="b" href="x.md">', "<img src=x.md>"]
)
def test_a_target_is_seen_however_it_is_written(text: str) -> None:
    assert [written for written, _ in Targets("da", SOURCES).of("da/index.md", text)] == ["x.md"]


@pytest.mark.parametrize(
    ("written", "relative"),
    [
        ("x.md", True),
        ("../x/#y", True),
        ("#y", False),
        ("/x/", False),
        ("https://a.example/x.md", False),
        ("mailto:a@b.example", False),
        ("//a.example/x", False),
        ("http://[x", False),
    ],
)
def test_what_is_relative(written: str, relative: bool) -> None:
    assert is_relative(written) is relative


class _Witness(BasePlugin):  # type: ignore[type-arg]
    """Asks MkDocs, in each language's build, where every link of every page leads."""

    def __init__(self) -> None:
        self.different: list[tuple[str, str, str, str]] = []
        self.asked = 0

    def on_env(self, env: object, *, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002
        work = workspace(config)
        language = config.plugins["i18n"].current_language
        targets = Targets(language, work.sources)
        for file in files.documentation_pages():
            assert file.page is not None
            assert Spot.of(file).place == file.dest_uri
            assert targets.address(file.src_uri) == file.url
            for written, address in targets.of(file.src_uri, file.content_string):
                self.asked += 1
                if address != (theirs := self._theirs(file, written, files)):
                    self.different.append((file.src_uri, written, address, theirs))

    def _theirs(self, file: File, written: str, files: Files) -> str:
        from mkdocs.structure.pages import _RelativePathTreeprocessor

        path = written.partition("#")[0]
        found = files.get_file_from_path(_RelativePathTreeprocessor._target_uri(file.src_uri, path))
        return get_relative_url(found.url, file.url) if found else ""


@pytest.fixture
def witness(portal_copy: Path) -> _Witness:
    docs = portal_copy / "docs"
    for name in ("da/om/da.png", "da/begge.png", "en/begge.png"):
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_bytes(png(name))
    text = "---\ntitle: Om\nsummary: Om os.\n---\n![Et billede](da.png) ![Et andet](../begge.png) [her](../index.md)\n"
    (docs / "da/om/os.md").write_text(text, "utf-8")
    config = load_config(str(portal_copy / "mkdocs.yml"), site_dir=str(portal_copy / "site"))
    found = _Witness()
    config.plugins["witness"] = found
    build(config)
    return found


@pytest.mark.slow
def test_every_link_of_a_whole_portal_leads_where_mkdocs_says(witness: _Witness) -> None:
    assert witness.different == []
    assert witness.asked > 100
