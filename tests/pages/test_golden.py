"""One page of every template, as it should be. `UPDATE_GOLDEN=1 pytest tests/pages/test_golden.py` writes them anew.

Read the difference before committing it: these files are what the portal promises to any other generator.
"""

import os
from pathlib import Path

import pytest

from tests.conftest import TODAY
from vejviser.content.model.download import Download
from vejviser.content.model.portal import Portal
from vejviser.site.content_check import all_pages

GOLDEN = Path(__file__).parents[1] / "golden"
PAGES = [
    "da/index.md",
    "da/haandboeger/index.md",
    "da/haandboeger/ven/index.md",
    "da/haandboeger/ven/moedet.md",
    "da/haandboeger/ven/samlet.md",
    "da/haandboeger/ven/penge.md",
    "en/haandboeger/ven/moedet.md",
    "uk/haandboeger/index.md",
    "da/kommuneguider/index.md",
    "uk/kommuneguider/index.md",
    "da/kommuneguider/modtage.md",
    "da/kommuneguider/modtage/plan.md",
    "da/kommuneguider/eksempler.md",
    "da/resultater/index.md",
    "da/resultater/paa-en-side.md",
    "da/tjeklister/index.md",
    "uk/tjeklister/index.md",
    "da/tjeklister/foerste-moede.md",
    "ar/tjeklister/foerste-moede.md",
    "da/materialer/index.md",
    "da/materialer/aftale.md",
    "da/forloeb/index.md",
    "da/forloeb/foerste-ven.md",
    "en/forloeb/foerste-ven.md",
    "da/materialer/aftale/udfyld.md",
    "da/kommuner/index.md",
    "da/kommuner/proeveby.md",
    "uk/kommuner/hoeje-aaoe.md",
    "da/hjaelp.md",
    "uk/hjaelp.md",
    "da/kilder.md",
    "da/kilder/love.md",
    "da/ordliste.md",
    "da/sprog.md",
    "da/gennemgang.md",
    "uk/gennemgang.md",
]
DOWNLOADS = (
    Download("materialer/aftale/aftale.da.docx", "materialer/aftale", "da", "docx", 12_000, "0" * 64),
    Download("kommuner/proeveby/aftale-proeveby.da.docx", "materialer/aftale", "da", "docx", 12_100, "1" * 64, "0801"),
    Download(
        "kommuner/proeveby/kommunepakke-proeveby.da.zip", "kommuner/proeveby", "da", "zip", 90_000, "2" * 64, "0801"
    ),
    Download(
        "tjeklister/foerste-moede/foerste-moede.ar.pdf", "tjeklister/foerste-moede", "ar", "pdf", 60_000, "3" * 64
    ),
)


@pytest.fixture(scope="module")
def made(portal: Portal) -> dict[str, str]:
    return {f"{page.language}/{page.uri}": page.markdown for page in all_pages(portal, TODAY, DOWNLOADS)}


@pytest.mark.parametrize("name", PAGES)
def test_the_page_is_as_it_should_be(made: dict[str, str], name: str) -> None:
    path = GOLDEN / name
    if os.environ.get("UPDATE_GOLDEN"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(made[name], "utf-8")
    assert made[name] == path.read_text("utf-8")


def test_every_golden_page_is_compared() -> None:
    assert sorted(path.relative_to(GOLDEN).as_posix() for path in GOLDEN.rglob("*.md")) == sorted(PAGES)
