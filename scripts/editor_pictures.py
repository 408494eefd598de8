#!/usr/bin/env python
"""The pictures of the editors' handbook, made from the real thing.

    python -m scripts.editor_pictures          all of them, into docs/da/redaktoer/billeder/
    python -m scripts.editor_pictures push     those whose name begins so

The pages are those of the small invented portal in tests/site/portal, so that no municipality is shown with a contact
or a figure it does not have. The terminals show what the commands really said. Needs Chromium and git; the picture of a
form needs `make admin` too and is left out without.
"""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import sync_playwright

from scripts.studio import PORTAL, ROOT, Studio, copy_portal, output_of, save, served, vejviser


def _replaced(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")


def chapter(studio: Studio) -> bytes:
    """Show a chapter as readers see it."""
    return studio.page("haandboeger/ven/moedet/")


def notes(studio: Studio) -> bytes:
    """Show citations as readers meet them, at the foot of a chapter."""
    return studio.page("haandboeger/ven/moedet/", part=".notes", height=215)


def contact(studio: Studio) -> bytes:
    """Show the contact on a municipality's page."""
    return studio.page("kommuner/proeveby/", part="#kontakt", height=150)


def checklist(studio: Studio) -> bytes:
    """Show a checklist."""
    return studio.page("tjeklister/foerste-moede/", height=675)


def material(studio: Studio) -> bytes:
    """Show a material with its files."""
    return studio.page("materialer/aftale/", height=440)


def translation(studio: Studio) -> bytes:
    """Show what readers are told of a machine's translation."""
    return studio.page("en/haandboeger/ven/moedet/", height=310)


def check_no(studio: Studio) -> bytes:
    """`vejviser check` that finds something."""
    desk = studio.desk("check")
    _replaced(desk / "docs/da/haandboeger/ven/moedet.md", "title:", "titel:")
    _replaced(desk / "data/guides/modtage.yml", "[aftale]", "[aftal]")
    return studio.terminal(vejviser(desk, "check"))


def new_chapter(studio: Studio) -> bytes:
    """`vejviser new chapter`, and the file it wrote."""
    desk = studio.desk("new")
    made = vejviser(desk, "new", "chapter", "ven/gaver", "--title", "Gaver")
    begin = ["head", "-n", "10", "docs/da/haandboeger/ven/gaver.md"]
    return studio.terminal(made, (" ".join(begin), output_of(desk, *begin)))


def translate_status(studio: Studio) -> bytes:
    """`vejviser translate status` with something left to do."""
    desk = studio.desk("translate")
    _replaced(desk / "docs/da/haandboeger/ven/penge.md", "\n---\n", "\n---\nSpørg altid først.\n")
    return studio.terminal(vejviser(desk, "translate", "status"))


def status_check(studio: Studio) -> bytes:
    """`vejviser status check` over a report with mistakes."""
    desk = studio.desk("status")
    (studio.folder / "indberetning.csv").write_text(
        "code,referrals,new_matches,active_matches,ended_matches,waiting,volunteers,new_volunteers,matches_6m,"
        "matches_6m_working\n0801,12,8,21,5,3,26,4,11,13\n0899,7,,,,,,,,\n0802,seks,2,9,1,0,14,2,4,3\n",
        "utf-8",
    )
    return studio.terminal(vejviser(desk, "status", "check", "../indberetning.csv", "--period", "2026-Q3"))


def push(studio: Studio) -> dict[str, bytes]:
    """Show a push that is refused, one that is published, and a roll back: a bare repository with the real hooks."""
    desk, server = studio.desk("push"), studio.folder / "server"
    server.mkdir()
    output_of(server, ROOT / "scripts/git-server", server / "portal.git", server / "portal")
    for command in (
        "init -q -b main",
        f"remote add origin {server}/portal.git",
        "add -A",
        "commit -qm Første",
        "push -q origin main",
    ):
        output_of(desk, "git", *command.split())
    chapter_file = desk / "docs/da/haandboeger/ven/moedet.md"
    before = chapter_file.read_text("utf-8")
    chapter_file.write_text(before.replace("title:", "titel:", 1), "utf-8")
    output_of(desk, "git", "commit", "-qam", "Ny overskrift")
    refused = studio.terminal(("git push", _without_paths(output_of(desk, "git", "push", "origin", "main"), server)))
    chapter_file.write_text(before.replace("title: Mødet", "title: Det første møde", 1), "utf-8")
    output_of(desk, "git", "commit", "-qam", "Ny overskrift, rettet")
    published = studio.terminal(("git push", _without_paths(output_of(desk, "git", "push", "origin", "main"), server)))
    steps = [("--list",), ("--rollback",), ("--list",)]
    told = [vejviser(server, "publish", *step, "portal") for step in steps]
    rolled = studio.terminal(*((command.replace(" portal", " /srv/portal"), text) for command, text in told))
    return {"push-afvist": refused, "push-udgivet": published, "rul-tilbage": rolled}


def _without_paths(text: str, server: Path) -> str:
    kept = [line for line in text.splitlines() if not line.startswith("hint:")]
    return "\n".join(kept).replace(str(server), "server:")


def form(studio: Studio) -> dict[str, bytes]:
    """Show signing in, a form, and what the portal says of a draft, at a forge of the tests."""
    if not (ROOT / "admin/dist/rediger.js").is_file():
        sys.stderr.write("No picture of a form: run make admin first.\n")
        return {}
    from tests.forge import forge  # noqa: PLC0415 - the same forge as the tests'

    folder = studio.folder / "forge"
    folder.mkdir()
    branch = "cms/docs-da-haandboeger-ven/moedet"
    with forge(PORTAL, folder, ROOT / "admin/dist", studio.browser) as desk:
        tab = desk.sign_in("anna")
        tab.set_viewport_size({"width": 1000, "height": 640})
        desk.open(tab, "docs-da-haandboeger-ven/entries/moedet")
        tab.wait_for_timeout(500)
        shown = tab.screenshot()
        tab.get_by_role("textbox", name="Titel", exact=True).first.fill("Det første møde")
        tab.get_by_role("button", name="Gem", exact=True).click()
        run = {"id": 1, "name": "draft", "status": "completed", "conclusion": "success"}
        tab.get_by_role("alertdialog").get_by_role("button", name="Senere").click()
        desk.says(branch, run)
        tab.locator("#notice").get_by_text("fandt ingen fejl").wait_for()
        tab.get_by_text("Dokumentet er gemt").wait_for(state="hidden")
        return {"formular": shown, "formular-set-igennem": tab.screenshot()}


ONE: dict[str, Callable[[Studio], bytes]] = {
    "check-nej": check_no,
    "kapitel": chapter,
    "kilder": notes,
    "kontakt": contact,
    "materiale": material,
    "nyt-kapitel": new_chapter,
    "oversaet-status": translate_status,
    "oversaettelse": translation,
    "statustal": status_check,
    "tjekliste": checklist,
}
SEVERAL: dict[str, Callable[[Studio], dict[str, bytes]]] = {"push": push, "formular": form}


def main(wanted: str) -> None:
    """Make every picture whose name begins with `wanted`."""
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        site = copy_portal(folder / "site")
        output_of(site, sys.executable, "-m", "vejviser", "build")
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox", "--lang=da"])
        with served(site / "site") as address:
            studio = Studio(browser, folder, address)
            for picture, make in ONE.items():
                if picture.startswith(wanted):
                    save(picture, make(studio))
            for pictures, make_all in SEVERAL.items():
                if pictures.startswith(wanted):
                    for picture, content in make_all(studio).items():
                        save(picture, content)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1] if sys.argv[1:] else "")
