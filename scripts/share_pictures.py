"""The pictures a shared link shows, one a section: `python -m scripts.share_pictures` draws them anew.

They are drawn here, by hand, and kept: a build needs no browser, and gives the same bytes everywhere.
"""

import io
import shutil
import sys
from html import escape
from pathlib import Path
from string import Template
from tempfile import NamedTemporaryFile

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from vejviser.content.languages import Language, languages
from vejviser.content.load.interface_texts import load_texts
from vejviser.content.model.texts import Texts
from vejviser.content.settings import using_root
from vejviser.content.types import sections
from vejviser.site.sharing import FRONT, PICTURE_SIZE, PICTURES

ROOT = Path(__file__).parents[1]
ASSETS = ROOT / "plugins/vejviser/assets"
TARGET = ROOT / "overrides" / PICTURES
MOST_BYTES = 60_000
COLOURS = 128
GROUNDS = {
    FRONT: ("#fbf1dc", "#cfe0d0", "#8dbba6", "#17594f"),
    "haandboeger": ("#e9f1ec", "#c4dccf", "#7fb39c", "#17594f"),
    "tjeklister": ("#fbf1dc", "#f0d9a8", "#dda94c", "#7a4a1d"),
    "materialer": ("#f4efe6", "#dfd2ba", "#b99c72", "#5b3a16"),
    "kommuneguider": ("#e8eef7", "#c3d2ea", "#7f9ccb", "#2b4a78"),
    "kommuner": ("#e8eef7", "#cfe0d0", "#8dbba6", "#123f39"),
    "resultater": ("#fbeadf", "#f2ccb5", "#d98d63", "#8a3a14"),
}
"""Sky, far hill, near hill and the board's colour."""


SIGNS = {"latin": "U+0000-03FF", "cyrillic": "U+0400-04FF", "arabic": "U+0600-06FF"}
LETTERS = """@font-face {{ font-family: Sign; font-weight: 400 700; unicode-range: {signs}; src: url("{address}") }}"""


def drawing(name: str, board: str, below: str) -> str:
    """Return one picture as a page.

    Share_picture.svg with the section's name on its board, and other languages below.
    """
    fonts = "".join(
        LETTERS.format(signs=signs, address=(ASSETS / f"fonts/web/noto-sans-{script}.woff2").as_uri())
        for script, signs in SIGNS.items()
    )
    svg = Template((ROOT / "scripts/share_picture.svg").read_text("utf-8"))
    colours = dict(zip(("sky", "far", "near", "wood"), GROUNDS[name], strict=True))
    drawn = svg.substitute(colours, board=escape(board), below=escape(below), size=92 if len(board) < 15 else 82)
    return f'<!doctype html><meta charset="utf-8"><style>{fonts}body{{margin:0}}text{{font-family:Sign}}</style>{drawn}'


def main() -> None:
    """Draw all pictures; stops when one is too heavy."""
    texts = load_texts(ROOT, [])
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        page = browser.new_page(viewport=dict(zip(("width", "height"), PICTURE_SIZE, strict=True)))
        for name in GROUNDS:
            (TARGET / f"{name}.png").write_bytes(picture(page, name, texts))
        browser.close()


def picture(page: Page, name: str, texts: dict[Language, Texts]) -> bytes:
    """Return one picture as PNG, with few colours."""
    key = sections().get(name)
    names = [texts[language](key) if key else "" for language in languages()]
    board = names[0] or "En ven viser vej"
    below = " · ".join(item for item in names[1:] if item) or "Dansk · English · Українська · العربية"
    with NamedTemporaryFile("w", suffix=".html", encoding="utf-8") as file:
        file.write(drawing(name, board, below))
        file.flush()
        page.goto(Path(file.name).as_uri())
        page.evaluate("document.fonts.ready")
    shot = Image.open(io.BytesIO(page.screenshot())).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    out = io.BytesIO()
    shot.save(out, "PNG", optimize=True)
    if len(out.getvalue()) > MOST_BYTES:
        sys.exit(f"{name}.png: {len(out.getvalue())} bytes")
    return out.getvalue()


if __name__ == "__main__":
    TARGET.mkdir(parents=True, exist_ok=True)
    with using_root(ROOT):
        main()
