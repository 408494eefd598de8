"""The portal as an app: what a browser asks for before it offers to install it."""

import json
from pathlib import Path

import pytest
from PIL import Image

from vejviser.content.model.portal import Portal
from vejviser.pages.web_manifest import GROUND, ICONS, PAPER, PURPOSES, SIZES, icon_name, manifest_files

ASSETS = Path(__file__).parents[2] / "plugins/vejviser/assets"


def test_every_language_is_an_app_of_its_own_that_opens_in_it(portal: Portal) -> None:
    said = {path: json.loads(content) for path, content in manifest_files(portal).items()}
    assert sorted(said) == ["app.webmanifest", "ar/app.webmanifest", "en/app.webmanifest", "uk/app.webmanifest"]
    for language, item in zip(("da", "ar"), (said["app.webmanifest"], said["ar/app.webmanifest"]), strict=True):
        assert item["lang"] == language
        assert item["start_url"] == item["id"] == portal.root(language)
        assert item["start_url"].startswith(item["scope"])
    assert [said[path]["dir"] for path in sorted(said)] == ["ltr", "rtl", "ltr", "ltr"]
    assert len({item["id"] for item in said.values()}) == 4
    assert {item["display"] for item in said.values()} == {"standalone"}


def test_every_icon_that_is_named_is_there_in_the_size_that_is_said(portal: Portal) -> None:
    icons = json.loads(manifest_files(portal)["app.webmanifest"])["icons"]
    assert {(icon["sizes"], icon["purpose"]) for icon in icons} == {
        (f"{size}x{size}", purpose) for size in SIZES for purpose in PURPOSES
    }
    for icon in icons:
        place = ASSETS / icon["src"].removeprefix(portal.base).removeprefix("assets/vejviser/")
        with Image.open(place) as image:
            assert (image.format, "{}x{}".format(*image.size)) == ("PNG", icon["sizes"])


@pytest.mark.parametrize("size", SIZES)
def test_a_maskable_icon_has_its_ground_to_the_edge_and_its_sign_within_the_safe_circle(size: int) -> None:
    """Outside the middle 80 % a telephone may cut anything away (W3C Web Application Manifest, safe zone)."""
    ground = tuple(bytes.fromhex(GROUND.removeprefix("#")))
    with Image.open(ASSETS / "img/app" / icon_name(size, "maskable")) as image:
        pixels = image.convert("RGBA")
    outside = [
        (x, y)
        for x in range(0, size, 4)
        for y in range(0, size, 4)
        if (x - size / 2) ** 2 + (y - size / 2) ** 2 > (0.4 * size) ** 2
    ]
    for place in outside:
        pixel = pixels.getpixel(place)
        assert isinstance(pixel, tuple)
        assert pixel[3] == 255
        assert all(abs(one - other) <= 3 for one, other in zip(pixel[:3], ground, strict=True)), place


def test_the_colours_are_those_of_the_stylesheet() -> None:
    css = (ASSETS / "css/vejviser.css").read_text("utf-8")
    assert f"--deep: var(--day, {GROUND})" in css
    assert f"--paper: var(--day, {PAPER})" in css
    assert ICONS.startswith("assets/vejviser/img/")
