"""Redirects that lead nowhere, hide a page, or are no addresses; and the list of addresses against the pages there are."""

from datetime import date
from pathlib import Path

import pytest
from inline_snapshot import snapshot

from tests.check.test_all_rules import told
from vejviser.check.redirects import addresses
from vejviser.content.load.portal import load_portal
from vejviser.site.content_check import all_pages

ROOT = Path(__file__).parents[2]


def test_each_mistake_is_told_at_its_line(portal_copy: Path) -> None:
    (portal_copy / "data/redirects.yml").write_text(
        "/bog/: /haandboeger/ve/\n"
        "/ordliste/: /kilder/\n"
        "/en/bog/: /\n"
        "/Bøger/: /haandboeger/\n"
        "/a/: kilder\n"
        "/b/: https://andet.example/\n"
        "/filer/Aftale_1.0.docx: /materialer/aftale/\n"
        "/side.html: /kilder/\n"
        "/feeds/: /kilder/\n"
        "/filer/bøn.docx: /kilder/\n",
        "utf-8",
    )
    assert told(portal_copy) == snapshot(
        [
            "data/redirects.yml:1:1 error: Adressen /haandboeger/ve/ findes ikke, så læserne ville gå forgæves. Mente du /haandboeger/ven/?",
            "data/redirects.yml:2:1 error: Der ligger allerede noget på /ordliste/. Slet linjen, eller ret adressen.",
            "data/redirects.yml:3:1 error: »/en/bog/« er ikke en adresse. Skriv den uden sprog og med / i begge ender (en fils uden / til sidst): /bog/",
            "data/redirects.yml:4:1 error: »/Bøger/« er ikke en adresse. Skriv den uden sprog og med / i begge ender (en fils uden / til sidst): /boeger/",
            "data/redirects.yml:5:1 error: »kilder« er ikke en adresse. Skriv den uden sprog og med / i begge ender (en fils uden / til sidst): /kilder/",
            "data/redirects.yml:6:1 error: »https://andet.example/« er ikke en adresse. Skriv den uden sprog og med / i begge ender (en fils uden / til sidst): /kommuneguider/",
            "data/redirects.yml:9:1 error: Der ligger allerede noget på /feeds/. Slet linjen, eller ret adressen.",
            "data/redirects.yml:10:1 error: »/filer/bøn.docx« er ikke en adresse. Skriv den uden sprog og med / i begge ender (en fils uden / til sidst): /filer/boen.docx",
        ]
    )


@pytest.mark.slow
def test_the_rules_know_every_page_that_is_made_and_no_other() -> None:
    portal = load_portal(ROOT).portal
    made = {f"/{page.address}" for page in all_pages(portal, date(2026, 11, 22))}
    assert made - addresses(portal) == set()
    assert addresses(portal) - made == set()
