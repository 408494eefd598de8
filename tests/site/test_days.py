"""A text with a first and a last day, built on the days around them: pages, search, documents and old addresses."""

from datetime import date
from pathlib import Path

import pytest

from vejviser.site.pipeline import build_site

pytestmark = pytest.mark.slow
ADDRESS = "haandboeger/ven/penge/index.html"


def read(site: Path) -> dict[str, str]:
    return {
        path.relative_to(site).as_posix(): path.read_text("utf-8", "replace")
        for path in site.rglob("*")
        if path.suffix in (".html", ".xml", ".json", ".js")
    }


def test_the_build_of_the_day_shows_it_and_the_one_after_its_last_says_it_is_gone(portal_copy: Path) -> None:
    chapter = portal_copy / "docs/da/haandboeger/ven/penge.md"
    text = chapter.read_text("utf-8").replace(
        "title:", "publish_from: 2026-12-01\npublish_until: 2026-12-24\ntitle:", 1
    )
    chapter.write_text(text, "utf-8")
    site = portal_copy / "site"

    build_site(portal_copy, site, date(2026, 11, 30))
    before = read(site)
    assert ADDRESS not in before
    assert not [path for path, content in before.items() if "ven/penge" in content]

    build_site(portal_copy, site, date(2026, 12, 1))
    shown = read(site)
    assert "Sig nej" in shown[ADDRESS]
    assert 'href="../penge/"' in shown["haandboeger/ven/moedet/index.html"]
    assert "haandboeger/ven/penge/" in shown["sitemap.xml"]

    build_site(portal_copy, site, date(2026, 12, 25))
    after = read(site)
    assert "Siden er taget ned" in after[ADDRESS]
    assert 'content="noindex"' in after[ADDRESS]
    assert "This page has been taken down" in after[f"en/{ADDRESS}"]
    assert "Sig nej" not in after[ADDRESS]
    assert "haandboeger/ven/penge/" not in after["sitemap.xml"]
    assert 'href="../penge/"' not in after["haandboeger/ven/moedet/index.html"]

    (portal_copy / "data/redirects.yml").write_text("/haandboeger/ven/penge/: /haandboeger/ven/moedet/\n", "utf-8")
    build_site(portal_copy, site, date(2026, 12, 25))
    assert "url=/haandboeger/ven/moedet/" in read(site)[ADDRESS]
