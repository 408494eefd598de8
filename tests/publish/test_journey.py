"""From the first push to the hundredth: each editor is told what became of her own push, and nothing is stuck.

What each step took stands in the test's output, as a log of the journey.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

import pytest

from tests.publish.push_world import CHAPTER, SCRIPTS, Desk, World
from vejviser.publish.preview import preview_name

pytestmark = [pytest.mark.server, pytest.mark.xdist_group("journey")]  # one repository, one story
MONEY = "docs/da/haandboeger/ven/penge.md"
NAME = "Hemmelighedsbjerget"
AGAIN = "origin/main:refs/vejviser/again"


@contextmanager
def logged(step: str) -> Iterator[None]:
    """Write how long a step took."""
    began = monotonic()
    yield
    sys.stdout.write(f"{monotonic() - began:6.1f} s  {step}\n")


@pytest.fixture(autouse=True)
def _morning(world: World) -> None:
    """Whatever was tried before, the editor begins with what is on the server."""
    world.desk.git("fetch", "--quiet", "--prune", "origin")
    world.desk.git("checkout", "--quiet", "main")
    world.desk.undo()


def tip(world: World) -> str:
    found = subprocess.run(
        ["git", "rev-parse", "main"], cwd=world.repository, capture_output=True, text=True, check=True
    )
    return found.stdout.strip()


def shown(world: World, branch: str) -> Path:
    """The folder of a draft."""
    return world.folder / "preview" / preview_name(branch) / "current"


def test_ten_pushes_that_nobody_waits_for_are_each_told_the_truth(world: World) -> None:
    releases = len(list((world.folder / "www/releases").iterdir()))
    pushes = []
    with logged("ten pushes, one after the other, none of them waited for"):
        for number in range(10):
            world.desk.write(f"Rettelse {number}", CHAPTER if number % 2 else MONEY)
            commit = world.desk.git("rev-parse", "HEAD").stdout.strip()
            pushes.append(world.desk.start_push())
            while tip(world) != commit:
                assert pushes[-1].poll() is None, pushes[-1].communicate()[1]
                sleep(0.05)
        told = [push.communicate(timeout=900)[1] for push in pushes]
    for number, text in enumerate(told):
        assert "UDGIVET." in text, text
        address = "moedet" if number % 2 else "penge"
        assert f"Se det her:\nremote:   https://portal.example/haandboeger/ven/{address}/" in _plain(text)
    overtaken = ["Der er kommet noget nyere" in text for text in told]
    assert overtaken[0] is False or overtaken[1], "the first is built alone, or with those that came meanwhile"
    assert overtaken[-1] is False
    assert sum(overtaken) >= 5
    assert "Rettelse 9" in world.seen()
    made = len(list((world.folder / "www/releases").iterdir())) - releases
    sys.stdout.write(
        f"          {made} releases; {sum(overtaken)} of 10 were told that a later one has theirs with it\n"
    )


def _plain(text: str) -> str:
    """Return what git shows, without the blanks at the ends of lines that it fills with."""
    return "\n".join(line.rstrip() for line in text.splitlines())


def test_what_was_interrupted_can_be_tried_again_without_a_change(world: World) -> None:
    world.desk.write("Afbrudt undervejs")
    interrupted = world.desk.start_push()
    os.killpg(world.wait_for_builder(), signal.SIGKILL)
    told = interrupted.communicate(timeout=900)[1]
    assert "IKKE UDGIVET. Siden på nettet er, som den var." in told
    assert f"git push origin {AGAIN}" in told
    assert "Afbrudt undervejs" not in world.seen()
    assert "Everything up-to-date" in world.desk.git("push", "origin", "main").stderr
    with logged("try again what was interrupted"):
        again = world.desk.push("origin", AGAIN)
    assert "UDGIVET." in again.stderr, again.stderr
    assert "Afbrudt undervejs" in world.seen()
    assert "Der er ikke noget, der venter på at blive udgivet." in world.desk.push("origin", AGAIN).stderr


def test_only_what_the_server_has_can_be_tried_again(world: World) -> None:
    world.desk.write("Aldrig set igennem", CHAPTER)
    page = world.desk.folder / CHAPTER
    page.write_text(page.read_text("utf-8").replace("title:", "titel:", 1), "utf-8")
    world.desk.git("commit", "--quiet", "--all", "--message", "Tastefejl")
    told = world.desk.push("origin", "HEAD:refs/vejviser/again")
    assert "unknown-key-suggestion" in told.stderr
    assert told.returncode != 0


def test_a_draft_says_so_on_every_page_and_two_drafts_share_no_place(world: World) -> None:
    before = world.seen()
    for branch, title in (("kladde/gaver", "Den ene"), ("kladde-gaver", "Den anden")):
        world.desk.undo()
        world.desk.write(title)
        with logged(f"the draft {branch}"):
            told = world.desk.push("origin", f"HEAD:refs/heads/{branch}")
        assert f"KLADDEN KAN SES. Den hedder {preview_name(branch)}." in told.stderr
    for branch, title in (("kladde/gaver", "Den ene"), ("kladde-gaver", "Den anden")):
        pages = [path.read_text("utf-8") for path in shown(world, branch).rglob("*.html")]
        assert title in (shown(world, branch) / "haandboeger/ven/moedet/index.html").read_text("utf-8")
        assert [page for page in pages if 'name="robots" content="noindex' not in page] == []
        assert [page for page in pages if "<main" in page and '<p class="draft"' not in page] == []
        assert (shown(world, branch) / "robots.txt").read_text("utf-8") == "User-agent: *\nDisallow: /\n"
    assert world.seen() == before


def test_a_draft_is_not_written_over_and_becomes_what_readers_see(world: World) -> None:
    world.desk.git("checkout", "--quiet", "-b", "omskrevet", "origin/main")
    world.desk.git("commit", "--quiet", "--allow-empty", "--message", "En anden historie")
    forced = world.desk.push("--force", "origin", "HEAD:kladde/gaver")
    assert "AFVIST. På grenen kladde/gaver ligger noget, du ikke har." in forced.stderr
    assert forced.returncode != 0
    world.desk.git("checkout", "--quiet", "main")
    world.desk.git("merge", "--quiet", "--no-ff", "--message", "Kladden er god", "origin/kladde/gaver")
    with logged("the draft becomes what readers see"):
        told = world.desk.push()
    assert "UDGIVET." in told.stderr, told.stderr
    assert "Den ene" in world.seen()
    gone = world.desk.push("origin", ":kladde/gaver", ":kladde-gaver")
    assert "Kladden kladde/gaver kan ikke ses mere." in gone.stderr
    assert not list((world.folder / "preview").iterdir())


def test_a_page_that_moves_is_found_at_both_addresses(world: World) -> None:
    desk = world.desk
    desk.git("mv", MONEY, "docs/da/haandboeger/ven/oekonomi.md")
    desk.write("Økonomi", "docs/da/haandboeger/ven/oekonomi.md")
    _replaced(desk, "docs/da/haandboeger/ven/handbook.yml", "penge", "oekonomi")
    for path in desk.git("grep", "-l", "penge").stdout.split():
        _replaced(desk, path, "penge.md", "oekonomi.md")
        _replaced(desk, path, "ven/penge", "ven/oekonomi")
    moved = "/haandboeger/ven/penge/: /haandboeger/ven/oekonomi/\n"
    with (desk.folder / "data/redirects.yml").open("a", encoding="utf-8") as file:
        file.write(moved)
    desk.git("commit", "--quiet", "--all", "--message", "Flyttet")
    with logged("a chapter moves"):
        told = desk.push()
    assert "UDGIVET." in told.stderr, told.stderr
    assert "https://portal.example/haandboeger/ven/oekonomi/" in told.stderr
    assert "/haandboeger/ven/oekonomi/" in world.server.get("/haandboeger/ven/penge/").body.decode()


def _replaced(desk: Desk, path: str, old: str, new: str) -> None:
    place = desk.folder / path
    place.write_text(place.read_text("utf-8").replace(old, new), "utf-8")


def test_the_night_sends_what_fell_due_and_a_night_that_stays_away_is_told(world: World) -> None:
    box = world.folder / "post.txt"
    subprocess.run(["git", "config", "vejviser.tell", f"cat >>{box}"], cwd=world.repository, check=True)
    with logged("a night"):
        told = _run(world, "--nightly")
    due = (world.repository / "vejviser/due.txt").read_text("utf-8")
    assert "[contact-stale]" in due
    assert due.strip() in told
    long_ago = 1_700_000_000
    os.utime(world.repository / "vejviser/night", (long_ago, long_ago))
    world.desk.write("Efter nætter uden liv")
    assert "Portalen er ikke blevet bygget om natten i flere dage." in world.desk.push().stderr

    target = ["git", "config", "vejviser.target"]
    subprocess.run([*target, "ftp://ingen/steder"], cwd=world.repository, check=True)
    failed = subprocess.run(
        [SCRIPTS / "publish-from-git", "--nightly"], cwd=world.repository, capture_output=True, text=True, check=False
    )
    subprocess.run([*target, world.folder / "www"], cwd=world.repository, check=True)
    assert failed.returncode != 0
    assert "IKKE UDGIVET." in box.read_text("utf-8")


def test_what_is_forgotten_is_nowhere_on_the_server(world: World) -> None:
    world.desk.write(NAME)
    world.desk.push()
    world.desk.push("origin", "HEAD:kladde/hemmelig")
    assert _places(world.folder, NAME)
    world.desk.write("Uden navne")
    assert "UDGIVET." in world.desk.push().stderr
    told = _run(world, "--forget")
    assert "Kladden kladde/hemmelig kan ikke ses mere." in told
    assert "Tilbage er historikken i git" in told
    assert _places(world.folder, NAME) == set()
    assert "Uden navne" in world.seen()
    world.desk.write("Alt bliver lavet forfra")
    with logged("a push after everything kept was forgotten"):
        assert "UDGIVET." in world.desk.push().stderr


def test_back_to_what_readers_saw_before(world: World) -> None:
    before = world.seen()
    world.desk.write("En fejl")
    world.desk.push()
    publish = [sys.executable, "-m", "vejviser", "publish", "--rollback", world.folder / "www"]
    with logged("rolled back"):
        subprocess.run(publish, check=True, capture_output=True)
    assert world.seen() == before


def _run(world: World, errand: str) -> str:
    command = [SCRIPTS / "publish-from-git", errand]
    done = subprocess.run(command, cwd=world.repository, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def _places(folder: Path, word: str) -> set[str]:
    """The files of the server in which a word stands, git's own objects and the editors' copies left out."""
    kept = [folder / "www", folder / "preview", folder / "portal.git/vejviser"]
    return {
        str(path.relative_to(folder))
        for path in (file for place in kept for file in place.rglob("*"))
        if path.is_file() and not path.is_symlink() and word.encode() in path.read_bytes()
    }
