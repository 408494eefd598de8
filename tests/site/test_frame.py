"""The frame around every page comes with the package; a portal has in overrides/ the parts that it wants otherwise."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from vejviser.base.problems import BrokenEnvironmentError, ContentError
from vejviser.content.load.settings import read_settings
from vejviser.site.assets import assets_of
from vejviser.site.outputs import asset_files
from vejviser.site.render import Renderer


def site(root: Path, theme: str = "") -> Any:
    (root / "mkdocs.yml").write_text(f"site_name: Prøve\n{theme}", "utf-8")
    settings = read_settings(root)
    return SimpleNamespace(settings=settings, files=(), assets=assets_of(settings))


def write(root: Path, name: str, text: str) -> None:
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_text(text, "utf-8")


def shown(root: Path, part: str, theme: str = "") -> str:
    return Renderer(site(root, theme)).templates.get_template(part).render(t=lambda key: f"[{key}]")


def test_a_portal_without_parts_of_its_own_has_the_whole_frame(tmp_path: Path) -> None:
    assert shown(tmp_path, "partials/about.html") == "<p>[site.description]</p>"


def test_a_part_of_its_own_stands_in_the_place_of_ours(tmp_path: Path) -> None:
    write(tmp_path, "overrides/partials/about.html", "<p>Fjordvenner</p>")
    assert shown(tmp_path, "partials/about.html") == "<p>Fjordvenner</p>"


def test_a_part_of_its_own_can_have_ours_in_it(tmp_path: Path) -> None:
    write(tmp_path, "overrides/partials/about.html", '{% include "frame/partials/about.html" %}<p>Fjordvenner</p>')
    assert shown(tmp_path, "partials/about.html") == "<p>[site.description]</p><p>Fjordvenner</p>"


def test_mkdocs_yml_can_name_another_folder(tmp_path: Path) -> None:
    write(tmp_path, "overrides/partials/about.html", "<p>no</p>")
    write(tmp_path, "theme/partials/about.html", "<p>yes</p>")
    assert shown(tmp_path, "partials/about.html", "theme: {name: material, custom_dir: theme}\n") == "<p>yes</p>"


def test_a_folder_that_is_named_and_not_there_is_told_at_its_place(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as stopped:
        shown(tmp_path, "main.html", "theme: {name: material, custom_dir: gone}\n")
    assert [(item.path, item.line, item.rule) for item in stopped.value.problems] == [
        ("mkdocs.yml", 2, "value-not-allowed")
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("<p>\n{% if %}", r"path=.*overrides/main\.html:2 reason=Expected an expression"),
        ("{% include 'partials/abuot.html' %}", r"TemplateNotFound reason=.*abuot"),
        ("{{ site.nmae.first }}", r"UndefinedError reason=.*"),
    ],
)
def test_a_mistake_in_a_part_of_its_own_is_told(tmp_path: Path, text: str, told: str) -> None:
    write(tmp_path, "overrides/main.html", text)
    with pytest.raises(BrokenEnvironmentError, match=told):
        Renderer(site(tmp_path))._filled("main.html", {})


def test_a_portal_can_have_a_sign_of_its_own(tmp_path: Path) -> None:
    write(tmp_path, "overrides/assets/vejviser/img/sign.svg", "<svg/>")
    files = asset_files(site(tmp_path), SimpleNamespace(put=lambda content: content))  # type: ignore[arg-type]
    assert files["assets/vejviser/img/sign.svg"] == b"<svg/>"
    assert b"<svg" in files["assets/vejviser/img/sign-light.svg"]
    assert "partials/about.html" not in files
