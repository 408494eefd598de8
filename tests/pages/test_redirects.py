"""What stands at an old address."""

import re
from dataclasses import replace

from vejviser.content.model.portal import Portal
from vejviser.content.model.redirects import Redirect
from vejviser.pages.redirects import SCRIPT, redirect_files

LANGUAGES = ("", "en/", "uk/", "ar/")


def test_until_there_are_figures_their_address_leads_to_the_municipality(portal: Portal) -> None:
    files = redirect_files(replace(portal, redirects=()), SCRIPT)
    pages = ("kommuner/status", "kommuner/hoeje-aaoe/status", "kommuner/proeveby/status")
    assert set(files) == {f"{folder}{page}/index.html" for folder in LANGUAGES for page in pages}
    assert 'href="/kommuner/proeveby/"' in files["kommuner/proeveby/status/index.html"].decode()
    assert 'href="/uk/kommuner/"' in files["uk/kommuner/status/index.html"].decode()


def test_the_old_address_of_a_file_leads_on_unless_the_file_is_there(portal: Portal) -> None:
    moved = [Redirect(old=f"/filer/{name}.docx", new="/kilder/") for name in ("brev-1.0", "brev")]
    files = redirect_files(replace(portal, redirects=tuple(moved)), SCRIPT, {"filer/brev.docx"})
    assert [path for path in files if path.startswith("filer/")] == ["filer/brev-1.0.docx/index.html"]


def test_an_old_address_leads_to_the_place_and_is_known_by_the_page_in_every_language(portal: Portal) -> None:
    moved = Redirect(old="/gammelt/", new="/kommuneguider/modtage/#bolig")
    files = redirect_files(replace(portal, redirects=(moved,)), SCRIPT)
    assert [path for path in files if "gammelt" in path] == [f"{folder}gammelt/index.html" for folder in LANGUAGES]
    arabic = files["ar/gammelt/index.html"].decode()
    assert '<html lang="ar" dir="rtl">' in arabic
    assert f'<script src="/{SCRIPT}" type="module">' in arabic  # it hands on the place that an old link names
    assert re.findall(r'(?:url=|href=")([^"]*)"', arabic) == [
        "/ar/kommuneguider/modtage/#bolig",
        "https://portal.example/ar/kommuneguider/modtage/",
        "/ar/kommuneguider/modtage/#bolig",
    ]
