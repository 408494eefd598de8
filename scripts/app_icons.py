"""The icons of the portal as an app: `python -m scripts.app_icons` draws them anew from the sign in favicon.svg.

They are kept: a build draws nothing. Drawn by WeasyPrint and PDFium, with the versions of requirements.lock, so the
same sign gives the same bytes.
"""

import io
import re
from pathlib import Path

import pypdfium2
from PIL import Image
from weasyprint import HTML

from vejviser.pages.web_manifest import GROUND, PURPOSES, SIZES, icon_name

ASSETS = Path(__file__).parents[1] / "plugins/vejviser/assets/img"
TARGET = ASSETS / "app"
SIGN = 40
"""The sides of the sign's drawing, in its own units."""
SAFE = 0.95
"""How much of a maskable icon the sign fills: inside the circle of 80 % that every shape leaves (W3C, safe zone)."""
SHARPER = 2
"""Drawn so many times larger and made small again, for smooth edges."""
COLOURS = 64


def main() -> None:
    """Draw all of them."""
    TARGET.mkdir(exist_ok=True)
    for purpose in PURPOSES:
        for size in SIZES:
            (TARGET / icon_name(size, purpose)).write_bytes(icon(size, purpose))


def icon(size: int, purpose: str) -> bytes:
    """Return an icon as PNG, `size` pixels wide and high; `purpose` is "any" or "maskable"."""
    sign = _drawn((ASSETS / "favicon.svg").read_text("utf-8"), size, purpose)
    out = io.BytesIO()
    sign.quantize(COLOURS, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


def _drawn(svg: str, size: int, purpose: str) -> Image.Image:
    """Return the sign; maskable, its ground fills the whole square, and it stands smaller in the middle."""
    inner = re.sub(r"^<svg[^>]*>|</svg>$", "", svg.strip())
    if purpose == "maskable":
        edge = (1 - SAFE) / 2 * SIGN
        ground = f'<rect width="{SIGN}" height="{SIGN}" fill="{GROUND}"/>'
        inner = f'{ground}<g transform="translate({edge} {edge}) scale({SAFE})">{inner}</g>'
    page = (
        f"<style>@page{{size:{SIGN}pt;margin:0}}body{{margin:0}}svg{{display:block;width:{SIGN}pt;height:{SIGN}pt}}</style>"
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIGN} {SIGN}">{inner}</svg>'
    )
    document = pypdfium2.PdfDocument(HTML(string=page).write_pdf())
    large = document[0].render(scale=size * SHARPER / SIGN, fill_color=(0, 0, 0, 0)).to_pil().convert("RGBA")
    return large.resize((size, size), Image.Resampling.LANCZOS)


if __name__ == "__main__":
    main()
