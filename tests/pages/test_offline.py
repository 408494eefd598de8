"""The files of a site in, the service worker out."""

import json
from pathlib import Path

from vejviser.content.model.portal import Portal
from vejviser.pages.offline import is_watched, service_worker, shell

PAGE = b"""<!doctype html><html lang="da" dir="ltr"><head>
<link rel="stylesheet" href="../../assets/css/a.css"><link rel="stylesheet" href="https://elsewhere.example/b.css">
<link rel="icon" href="../../assets/sign.svg"><script src="../../assets/js/early.js"></script>
</head><body><script type="module" src="../../assets/js/list.js"></script></body></html>"""
SITE = {
    "tjeklister/moede/index.html": PAGE,
    "en/haandboeger/ven/index.html": b'<script src="../../../assets/js/book.js"></script>',
    "assets/css/a.css": b"body {}",
    "assets/css/late.css": b"i {}",
    "assets/css/unused.css": b"p {}",
    "assets/js/early.js": b"",
    "assets/js/list.js": b'import { a } from "./parts/a.js";\nawait import("./search.js");\nnew URL("../css/late.css", import.meta.url);',
    "assets/js/parts/a.js": b'export { b } from "../b.js";',
    "assets/js/b.js": b'import "./list.js";',
    "assets/js/search.js": b"",
    "assets/js/book.js": b"",
    "assets/js/unused.js": b"",
}


def build(text: str) -> dict[str, object]:
    found: dict[str, object] = json.JSONDecoder().raw_decode(text.removeprefix("const BUILD="))[0]
    return found


def test_the_shell_is_what_the_pages_use_directly_or_by_import() -> None:
    assert sorted(shell(SITE)) == [
        "assets/css/a.css",
        "assets/css/late.css",
        "assets/js/b.js",
        "assets/js/book.js",
        "assets/js/early.js",
        "assets/js/list.js",
        "assets/js/parts/a.js",
        "assets/js/search.js",
    ]


def test_what_fills_in_files_is_no_part_of_the_shell() -> None:
    """It is heavy and wanted by few; a page that has used it asks to have it kept."""
    scripts = {
        "assets/js/book.js": b'import("../hashed/js/fill/pdf.bcdf.js"); import "./b.js";',
        "assets/hashed/js/fill/pdf.bcdf.js": b'import "../vendor/pdf-lib.bcdf.js";',
        "assets/hashed/js/vendor/pdf-lib.bcdf.js": b"",
    }
    assert shell(SITE | scripts) == shell(SITE)


def test_the_same_site_gives_the_same_worker(portal: Portal) -> None:
    reverse = dict(reversed(SITE.items()))
    assert service_worker(SITE, portal, {}) == service_worker(reverse, portal, {})


def test_the_version_is_another_when_something_that_may_be_kept_is_another(portal: Portal) -> None:
    def version(changes: dict[str, bytes]) -> object:
        return build(service_worker(SITE | changes, portal, {}))["version"]

    before = version({})
    assert version({"tjeklister/moede/index.html": PAGE + b" "}) != before
    assert version({"tjeklister/andet/index.html": b""}) != before
    assert version({"assets/js/b.js": b"1"}) != before
    assert version({"assets/js/unused.js": b"1"}) == before


def test_the_worker_speaks_every_language_of_the_portal(portal: Portal) -> None:
    texts = build(service_worker(SITE, portal, {}))["texts"]
    assert isinstance(texts, dict)
    assert sorted(texts) == ["ar", "da", "en", "uk"]
    assert texts["da"]["ready"] == "Virker uden netværk"
    assert [texts[language]["direction"] for language in ("da", "ar")] == ["ltr", "rtl"]


def test_a_built_site_has_the_worker_of_its_files(small_site: Path) -> None:
    worker = build((small_site / "sw.js").read_text("utf-8"))
    assert is_watched("tjeklister/foerste-moede/index.html")
    assert is_watched("ar/tjeklister/foerste-moede/index.html")
    assert not is_watched("kommuner/proeveby/index.html")
    assert not is_watched("assets/vejviser/img/sign.svg")
    kept = [path for path, _ in worker["shell"]]  # type: ignore[attr-defined]
    names = [path.rpartition("/")[2].partition(".")[0] for path in kept if path.startswith("assets/hashed/")]
    assert {"vejviser", "checklist", "early", "panel", "reading"} <= {*names}
    assert not {"pdf", "docx", "fflate"} & {*names}
    assert {worker[name] for name in ("early", "wipe", "sheet")} <= {*kept}  # type: ignore[comparison-overlap]
    assert all((small_site / path).is_file() for path in kept)
