"""An editor's day: she pushes, and it is published, or she is told why not. A bare repository, nginx, readers."""

import os
import signal
import subprocess
import sys

import pytest

from tests.publish.push_world import CHAPTER, SCRIPTS, World
from vejviser.publish.preview import preview_name

pytestmark = [pytest.mark.server, pytest.mark.xdist_group("push")]  # one repository, one story


@pytest.fixture(autouse=True)
def _morning(world: World) -> None:
    """Whatever was tried before, the editor begins with what is on the server."""
    world.desk.git("fetch", "--quiet", "origin")
    world.desk.undo()


def test_a_push_is_seen_by_readers(world: World) -> None:
    world.desk.write("Ret i dag")
    told = world.desk.push()
    assert told.returncode == 0
    assert "Ingen fejl." in told.stderr
    assert "UDGIVET." in told.stderr
    assert "Ret i dag" in world.seen()


def test_a_bad_push_is_refused_with_the_reason_and_readers_keep_the_old_site(world: World) -> None:
    before = world.seen()
    page = world.desk.folder / CHAPTER
    page.write_text(page.read_text("utf-8").replace("title:", "titel:", 1), "utf-8")
    world.desk.git("commit", "--quiet", "--all", "--message", "Tastefejl")
    told = world.desk.push()
    assert told.returncode != 0
    assert f"{CHAPTER}:2:1: error [unknown-key-suggestion] »titel« er ikke en nøgle" in told.stderr
    assert "AFVIST. Ret fejlene, og prøv igen. Siden på nettet er, som den var." in told.stderr
    assert world.seen() == before


def test_settings_that_name_a_folder_that_is_not_there_are_refused(world: World) -> None:
    config = world.desk.folder / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("  font:", "  custom_dir: findes-ikke\n  font:"), "utf-8")
    world.desk.git("commit", "--quiet", "--all", "--message", "Forkert mappe")
    told = world.desk.push()
    assert "mkdocs.yml:" in told.stderr
    assert "»custom_dir« er findes-ikke" in told.stderr
    assert "AFVIST." in told.stderr


def test_a_push_that_cannot_be_built_leaves_the_old_site(world: World) -> None:
    before = world.seen()
    broken = world.desk.folder / "overrides/partials/footer.html"
    broken.parent.mkdir(parents=True)
    broken.write_text("{% if %}", "utf-8")
    world.desk.git("add", "--all")
    world.desk.git("commit", "--quiet", "--message", "Forkert skabelon")
    told = world.desk.push()
    assert "IKKE UDGIVET. Siden på nettet er, som den var." in told.stderr
    assert world.seen() == before
    world.desk.git("revert", "--no-edit", "HEAD")
    assert "UDGIVET." in world.desk.push().stderr


def test_a_dead_link_that_only_the_finished_site_shows_is_not_published(world: World) -> None:
    before = world.seen()
    page = world.desk.folder / CHAPTER
    page.write_text(page.read_text("utf-8") + "\nSe [tallene](/api/v1/findes-ikke.json).\n", "utf-8")
    world.desk.git("commit", "--quiet", "--all", "--message", "Dødt link")
    told = world.desk.push()
    assert "haandboeger/ven/moedet/index.html: /api/v1/findes-ikke.json (findes ikke)" in told.stderr
    assert "IKKE UDGIVET. Siden på nettet er, som den var." in told.stderr
    assert world.seen() == before
    world.desk.git("revert", "--no-edit", "HEAD")
    assert "UDGIVET." in world.desk.push().stderr


def test_two_pushes_at_once_and_a_kill_in_the_middle(world: World) -> None:
    world.desk.write("Første af to")
    first = world.desk.start_push()
    killed = world.wait_for_builder()
    os.killpg(killed, signal.SIGKILL)
    told = first.communicate(timeout=600)[1]
    assert "IKKE UDGIVET." in told
    assert "Arbejdet blev afbrudt midt i det hele." in told
    assert "Killed" not in told
    assert "Første af to" not in world.seen()

    colleague = world.colleague()
    world.desk.write("Anden af to")
    second = world.desk.start_push()
    world.wait_for_builder()
    colleague.git("pull", "--quiet", "--rebase")
    colleague.write("Kollegaens ord", "docs/da/haandboeger/ven/penge.md")
    third = colleague.push()
    told = second.communicate(timeout=600)[1]
    assert "UDGIVET." in told, told
    assert "UDGIVET." in third.stderr, third.stderr
    assert "Anden af to" in world.seen()
    assert "Kollegaens ord" in world.server.get("/haandboeger/ven/penge/").body.decode()


def test_another_branch_is_a_preview_and_not_for_readers(world: World) -> None:
    before = world.seen()
    world.desk.write("Kun en kladde")
    told = world.desk.push("origin", "HEAD:kladde/ny-tekst")
    assert "KLADDEN KAN SES." in told.stderr
    preview = world.folder / f"preview/{preview_name('kladde/ny-tekst')}/current"
    assert "Kun en kladde" in (preview / "haandboeger/ven/moedet/index.html").read_text("utf-8")
    assert "X-Robots-Tag: noindex" in (preview / "_headers").read_text("utf-8")
    assert world.seen() == before
    gone = world.desk.push("origin", ":kladde/ny-tekst")
    assert "Kladden kladde/ny-tekst kan ikke ses mere." in gone.stderr
    assert not preview.exists()


def test_what_is_still_to_be_written_is_refused_before_readers_and_colleagues_meet_it(world: World) -> None:
    before = world.seen()
    page = world.desk.folder / CHAPTER
    page.write_text(page.read_text("utf-8") + "\nUDFYLD: Hvad der sker bagefter.\n", "utf-8")
    world.desk.git("commit", "--quiet", "--all", "--message", "Ikke færdig")
    told = world.desk.push()
    assert told.returncode != 0
    assert f"{CHAPTER}:" in told.stderr
    assert "error [not-written-yet] Her mangler en tekst (Hvad der sker bagefter.)." in told.stderr
    assert "AFVIST." in told.stderr
    draft = world.desk.push("origin", "HEAD:halvt-faerdig")
    assert "KLADDEN KAN SES." in draft.stderr
    assert "warning [not-written-yet]" in draft.stderr
    world.desk.push("origin", ":halvt-faerdig")
    world.desk.undo()
    world.desk.write("Kollegaens rettelse går igennem")
    assert "UDGIVET." in world.desk.push().stderr
    assert world.seen() != before


def test_only_the_warnings_of_what_was_changed_are_shown(world: World) -> None:
    page = world.desk.folder / CHAPTER
    page.write_text(page.read_text("utf-8") + "\n22. juni mødes vi igen.\n", "utf-8")
    world.desk.git("commit", "--quiet", "--all", "--message", "Dato")
    told = world.desk.push()
    warned = [line for line in told.stderr.splitlines() if ": warning [" in line]
    assert ["[list-by-accident]" in line and CHAPTER in line for line in warned] == [True]
    assert "Ingen fejl." in told.stderr
    world.desk.write("Igen en rettelse", "docs/da/haandboeger/ven/penge.md")
    told = world.desk.push()
    assert ": warning [" not in told.stderr


def test_the_branch_that_readers_see_cannot_be_deleted(world: World) -> None:
    told = world.desk.push("origin", ":main")
    assert told.returncode != 0
    assert "kan ikke slettes" in told.stderr


def test_the_night_does_not_bring_back_what_was_rolled_back(world: World) -> None:
    nightly = [SCRIPTS / "publish-from-git", "--nightly"]
    publish = [sys.executable, "-m", "vejviser", "publish"]
    world.desk.write("Før natten")
    world.desk.push()
    subprocess.run([*publish, "--rollback", world.folder / "www"], check=True, capture_output=True)
    shown = (world.folder / "www/current").readlink()
    left = subprocess.run(nightly, cwd=world.repository, capture_output=True, text=True, check=True)
    assert "Siden er rullet tilbage." in left.stdout
    assert (world.folder / "www/current").readlink() == shown
