"""One picture of all kinds of pages, to look at with a critical eye: `python -m scripts.contact_sheet SITE`.

It goes into build/contact-sheet.png. With --readme, .github/portal.png for the README is composed too.
"""

import argparse
import functools
import io
import shutil
import sys
from pathlib import Path
from typing import Any, NamedTuple

from PIL import Image, ImageDraw, ImageFont
from playwright.sync_api import Browser, sync_playwright

from scripts.reading_report import hosted

ROOT = Path(__file__).parents[1]
SHEET = ROOT / "build/contact-sheet.png"
README = ROOT / ".github/portal.png"
MOST_BYTES = 300_000
GAP, LABEL, GROUND, INK = 24, 30, "#e7e1d4", "#1d2a28"
PHONE, DESKTOP, PAPER = (390, 844), (1280, 844), (794, 1123)
KINDS = (
    "/",
    "/haandboeger/",
    "/haandboeger/frivillig/",
    "/haandboeger/frivillig/det-foerste-moede/",
    "/kommuneguider/modtagelse/",
    "/kommuneguider/eksempler/",
    "/tjeklister/",
    "/tjeklister/matchmoede/",
    "/materialer/",
    "/materialer/samarbejdsaftale/",
    "/kommuner/",
    "/kommuner/roskilde/",
    "/kommuner/roskilde/status/",
    "/resultater/",
    "/kilder/",
    "/ordliste/",
    "/sprog/",
    "/tilgaengelighed/",
    "/404.html",
)


class Row(NamedTuple):
    """Pictures of the same form: how they are taken, and how large they are shown."""

    name: str
    size: tuple[int, int]
    paths: tuple[str, ...]
    scale: float
    colours: Any = "light"
    media: Any = "screen"


ROWS = (
    Row("phone", PHONE, KINDS, 0.5),
    Row("phone, dark", PHONE, KINDS, 0.5, "dark"),
    Row("phone, Arabic", PHONE, tuple("/ar" + kind for kind in KINDS[:-1]), 0.5),
    Row("desktop", DESKTOP, KINDS[:10], 0.3),
    Row("desktop", DESKTOP, KINDS[10:], 0.3),
    Row("desktop, dark", DESKTOP, KINDS[:10], 0.3, "dark"),
    Row("print", PAPER, KINDS[:13], 0.35, "light", "print"),
)


def shot(browser: Browser, address: str, row: Row, path: str) -> Image.Image:
    """Return the top of one page."""
    width, height = row.size
    page = browser.new_page(
        viewport={"width": width, "height": height}, service_workers="block", reduced_motion="reduce"
    )
    page.emulate_media(media=row.media, color_scheme=row.colours)
    page.goto(address + path, wait_until="networkidle")
    taken = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    page.close()
    return taken.resize((round(width * row.scale), round(height * row.scale)), Image.Resampling.LANCZOS)


def band(row: Row, shots: list[Image.Image]) -> Image.Image:
    """Return a row of pictures with their names above."""
    width = GAP + sum(item.width + GAP for item in shots)
    made = Image.new("RGB", (width, shots[0].height + LABEL + GAP), GROUND)
    pen, x = ImageDraw.Draw(made), GAP
    font = ImageFont.load_default(13)
    for path, taken in zip(row.paths, shots, strict=True):
        pen.text((x, 8), f"{row.name} {path}"[: taken.width // 7], INK, font)
        made.paste(taken, (x, LABEL))
        x += taken.width + GAP
    return made


def stacked(bands: list[Image.Image]) -> Image.Image:
    """Return the rows below each other."""
    made = Image.new("RGB", (max(entry.width for entry in bands), sum(entry.height for entry in bands)), GROUND)
    y = 0
    for item in bands:
        made.paste(item, (0, y))
        y += item.height
    return made


def portal(browser: Browser, address: str) -> Image.Image:
    """Return the picture of the README: front page, a municipality, and the Arabic checklist on a phone."""
    take = functools.partial(shot, browser, address)
    front = take(Row("", DESKTOP, (), 0.72), "/")
    place = take(Row("", DESKTOP, (), 0.5), "/kommuner/roskilde/")
    phone = take(Row("", PHONE, (), 0.62), "/ar/tjeklister/matchmoede/")
    made = Image.new("RGB", (1280, 800), "#cfe0d0")
    for taken, at in ((front, (40, 40)), (place, (590, 340)), (phone, (1000, 240))):
        made.paste("#123f39", (at[0] - 2, at[1] - 2, at[0] + taken.width + 2, at[1] + taken.height + 2))
        made.paste(taken, at)
    return made


def main() -> None:
    """Take all pictures and put them together."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("site", type=Path, nargs="?", default=ROOT / "site")
    arguments.add_argument("--readme", action="store_true")
    wanted = arguments.parse_args()
    with hosted(wanted.site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        if wanted.readme:
            README.parent.mkdir(exist_ok=True)
            portal(browser, address).quantize(200, dither=Image.Dither.NONE).save(README, optimize=True)
            if README.stat().st_size > MOST_BYTES:
                sys.exit(f"{README.name}: {README.stat().st_size} bytes")
        SHEET.parent.mkdir(exist_ok=True)
        bands = [band(row, [shot(browser, address, row, path) for path in row.paths]) for row in ROWS]
        stacked(bands).save(SHEET, optimize=True)
        browser.close()


if __name__ == "__main__":
    main()
