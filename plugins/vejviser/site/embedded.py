"""Our pages inside somebody else's frame: what goes around a page's text there, and the files it needs.

In their site everything but our text is theirs: frame, menu, contents, search, colours, fonts. `narrowed` makes our
stylesheets such that they reach only our text; `material.css` then takes colours and fonts from the site's own.
"""

from collections.abc import Callable, Iterable, Iterator
from importlib import resources

from vejviser.content.languages import direction
from vejviser.content.model.texts import Texts
from vejviser.documents.builder import BuiltFile
from vejviser.documents.known_facts import known_fact_files
from vejviser.pages.device import question, wipe_control
from vejviser.pages.page import Page
from vejviser.site.assets import ASSETS, own_assets
from vejviser.site.composed import Composed
from vejviser.site.narrowed import narrowed

_NEEDS_WHOLE_SITE = frozenset({"offline", "whole_book"})
"""Scripts that ask for what only a whole portal has: the service worker."""


def embedded(html: str, page: Page, texts: Texts, to_front: str) -> str:
    """Return a page's text with its stylesheets and scripts, and what it says about the reader's device.

    `texts` are those of the site's language; `to_front` leads to the site's front page: "../../".
    """
    assets = f"{to_front}{ASSETS}"
    sheets = ("vejviser", *page.styles, "material")
    scripts = [script for script in page.scripts if script not in _NEEDS_WHOLE_SITE]
    device = f"<div data-search-exclude>{question(texts, scripts)}{wipe_control(texts)}</div>" if scripts else ""
    return "\n".join(
        [
            *(f'<link rel="stylesheet" href="{assets}/css/{sheet}.css">' for sheet in sheets),
            f'<div class="vejviser" lang="{page.language}" dir="{direction(page.language)}"><div class="prose">',
            html,
            "</div>",
            device,
            "</div>",
            *(
                f'<script type="module" src="{assets}/js/{script}.js"></script>'
                for script in ["wipe"] * bool(scripts) + scripts
            ),
        ]
    )


def embedded_files(downloads: Iterable[BuiltFile], site: Composed) -> Iterator[tuple[str, bytes | Callable[[], bytes]]]:
    """Yield path and content of what `embedded` pages offer for download, and of their assets.

    The fonts of pages are the site's; those in which a PDF is filled are ours.
    """
    yield from ((download.download.path, download.content) for download in downloads)
    if "materials" in site.settings.contents:
        yield from known_fact_files(site.portal, site.today).items()
    for path, content in own_assets():
        if path.endswith(".css"):
            yield path, narrowed(content.decode()).encode()
        elif "/fonts/web/" not in path:
            yield path, content
    home = resources.files("vejviser") / "assets" / "embedded"
    yield f"{ASSETS}/css/material.css", (home / "material.css").read_bytes()
