"""What makes the portal an app on a telephone or a computer: one web manifest a language.

The members are those of W3C's Web Application Manifest. `id` is the language's own front page, so that a reader may
have the portal in two languages; the icons are drawn by scripts/app_icons.py.

Pure: the portal goes in, files come out.
"""

import json
from typing import Any

from vejviser.content.languages import Language, direction, main_language
from vejviser.content.model.portal import Portal

NAME = "app.webmanifest"
ICONS = "assets/vejviser/img/app/"
SIZES = (192, 512)
"""Widths of the icons, in pixels: those that browsers ask for before they offer to install."""
PURPOSES = ("any", "maskable")
"""As the icon is; and with so much ground around it that any shape may be cut out of it."""
GROUND = "#123f39"
"""The colour around the sign, and of the window's frame: --deep in assets/css/vejviser.css."""
PAPER = "#fbf8f2"
"""What is shown until the page is: --paper."""


def manifest_files(portal: Portal) -> dict[str, bytes]:
    """Return the manifests by their paths below the site: "app.webmanifest" and, for others, "ar/app.webmanifest"."""
    return {_place(language): _manifest(portal, language) for language in portal.languages}


def icon_name(size: int, purpose: str) -> str:
    """Return the file name of an icon: "maskable-512.png"."""
    return f"{'icon' if purpose == 'any' else purpose}-{size}.png"


def _place(language: Language) -> str:
    return NAME if language == main_language() else f"{language}/{NAME}"


def _manifest(portal: Portal, language: Language) -> bytes:
    texts, front = portal.texts[language], portal.root(language)
    said: dict[str, Any] = {
        "id": front,
        "name": texts("site.name"),
        "short_name": texts("site.name"),
        "description": texts("site.description"),
        "lang": language,
        "dir": direction(language),
        "start_url": front,
        "scope": portal.base,
        "display": "standalone",
        "background_color": PAPER,
        "theme_color": GROUND,
        "icons": [
            {
                "src": f"{portal.base}{ICONS}{icon_name(size, purpose)}",
                "sizes": f"{size}x{size}",
                "type": "image/png",
                "purpose": purpose,
            }
            for purpose in PURPOSES
            for size in SIZES
        ],
    }
    return json.dumps(said, ensure_ascii=False, indent=1).encode()
