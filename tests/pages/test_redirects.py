"""What stands at an old address."""

import re
from dataclasses import replace

from vejviser.content.model.portal import Portal
from vejviser.content.model.redirects import Redirect
from vejviser.pages.redirects import SCRIPT, redirect_files


def test_the_old_address_of_a_file_leads_on_unless_the_file_is_there(portal: Portal) -> None:
    moved = [Redirect(old=f"/filer/{name}.docx", new="/kilder/") for name in ("brev-1.0", "brev")]
    files = redirect_files(replace(portal, redirects=tuple(moved)), SCRIPT, {"filer/brev.docx"})
    assert [path for path in files if not path.startswith(("en/", "uk/", "ar/"))] == ["filer/brev-1.0.docx/index.html"]


def test_an_old_address_leads_to_the_place_and_is_known_by_the_page_in_every_language(portal: Portal) -> None:
    moved = Redirect(old="/gammelt/", new="/kommuneguider/modtage/#bolig")
    files = redirect_files(replace(portal, redirects=(moved,)), SCRIPT)
    assert [*files] == [f"{folder}gammelt/index.html" for folder in ("", "en/", "uk/", "ar/")]
    arabic = files["ar/gammelt/index.html"].decode()
    assert '<html lang="ar" dir="rtl">' in arabic
    assert f'<script src="/{SCRIPT}" type="module">' in arabic  # it hands on the place that an old link names
    assert re.findall(r'(?:url=|href=")([^"]*)"', arabic) == [
        "/ar/kommuneguider/modtage/#bolig",
        "https://portal.example/ar/kommuneguider/modtage/",
        "/ar/kommuneguider/modtage/#bolig",
    ]
