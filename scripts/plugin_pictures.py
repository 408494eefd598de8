"""The pictures of manual/docs/en/plugins-alone.md: content plugins in a MkDocs and Material site, in both schemes.

    .venv/bin/python -m scripts.plugin_pictures

A site of ten lines is built over this repository's own content, and photographed. Some minutes.
"""

import io
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from scripts.studio import ROOT, served

TARGET = ROOT / "manual" / "docs" / "en" / "pictures"
LARGEST = 150_000
SETTINGS = """site_name: Frivilligcentret
site_url: https://frivilligcentret.example/
theme:
  name: material
  palette:
    - {media: "(prefers-color-scheme: light)", scheme: default, primary: indigo}
    - {media: "(prefers-color-scheme: dark)", scheme: slate, primary: indigo}
  font: false
plugins:
  - search
  - i18n:
      docs_structure: folder
      fallback_to_default: true
      languages:
        - {locale: da, name: Dansk, default: true}
        - {locale: ar, name: العربية}
  - vejviser/checklists: {root: content}
  - vejviser/handbooks: {root: content}
  - vejviser/directory: {root: content}
"""


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: its name, the page, the scheme, and the size of the window in pixels."""

    name: str
    path: str
    scheme: str
    width: int = 1200
    height: int = 820


PICTURES = (
    Picture("checklist-default", "/tjeklister/matchmoede/", "light"),
    Picture("checklist-slate", "/tjeklister/matchmoede/", "dark"),
    Picture("checklist-arabic", "/ar/tjeklister/matchmoede/", "light", 390, 780),
    Picture("directory-default", "/kommuner/", "light"),
    Picture("directory-slate", "/kommuner/", "dark"),
    Picture("handbook-slate", "/haandboeger/frivillig/det-foerste-moede/", "dark"),
)


def main() -> int:
    """Build the site and take the pictures; return 1 when one of them is too large."""
    TARGET.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "content").symlink_to(ROOT)
        for language, text in {"da": "# Frivilligcentret\n", "ar": "# مركز المتطوعين\n"}.items():
            (folder / "docs" / language).mkdir(parents=True)
            (folder / "docs" / language / "index.md").write_text(text, "utf-8")
        (folder / "mkdocs.yml").write_text(SETTINGS, "utf-8")
        subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet"], cwd=folder, check=True)
        with served(folder / "site") as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path="/usr/bin/chromium")
            sizes = [take(picture, browser, address) for picture in PICTURES]
            browser.close()
    return int(max(sizes) > LARGEST)


def take(picture: Picture, browser: Browser, address: str) -> int:
    """Take a picture, without anything about the machine in it; return its size in bytes."""
    context = browser.new_context(
        viewport={"width": picture.width, "height": picture.height},
        color_scheme="dark" if picture.scheme == "dark" else "light",
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(address + picture.path, wait_until="networkidle")
    image = Image.open(io.BytesIO(page.screenshot())).convert("RGB")  # fewer colours would make other ones of links
    context.close()
    target = TARGET / f"{picture.name}.png"
    image.save(target, optimize=True)
    return target.stat().st_size


if __name__ == "__main__":
    sys.exit(main())
