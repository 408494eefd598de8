"""A page that was there and is not: git knows, and the check says which redirect to write."""

import shutil
from pathlib import Path

from inline_snapshot import snapshot

from tests.conftest import TODAY
from vejviser.base.git import run_git
from vejviser.content.load.interface_texts import load_messages
from vejviser.site.content_check import load_and_check

BOOK = "docs/da/haandboeger/ven/handbook.yml"


def committed(root: Path) -> None:
    run_git(root, "init", "--quiet")
    run_git(root, "add", "--all")
    run_git(root, "commit", "--quiet", "--message", "Fra begyndelsen")


def told(root: Path) -> list[str]:
    messages = load_messages(root, "da")
    return [
        f"{problem.path}:{problem.line} {problem.severity} {problem.message(messages)}"
        for problem in load_and_check(root, TODAY).problems
        if problem.rule == "page-moved"
    ]


def move(root: Path) -> None:
    for language in ("da", "en"):
        old = root / f"docs/{language}/haandboeger/ven/penge.md"
        if old.exists():
            run_git(root, "mv", old.relative_to(root).as_posix(), f"docs/{language}/haandboeger/ven/om-penge.md")
    for path in root.rglob("*"):
        if path.suffix in (".md", ".yml") and path.is_file():
            text = path.read_text("utf-8")
            path.write_text(text.replace("[moedet, penge]", "[moedet, om-penge]").replace("(penge.md", "(om-penge.md"))


def test_a_chapter_with_a_new_name_needs_its_redirect(portal_copy: Path) -> None:
    committed(portal_copy)
    move(portal_copy)
    assert told(portal_copy) == snapshot(
        [
            "docs/da/haandboeger/ven/om-penge.md:1 warning Siden på /haandboeger/ven/penge/ er væk, men adressen står på plakater og i breve. Skriv i data/redirects.yml: /haandboeger/ven/penge/: /haandboeger/ven/om-penge/"
        ]
    )


def test_so_it_does_when_the_change_has_been_committed(portal_copy: Path) -> None:
    committed(portal_copy)
    move(portal_copy)
    run_git(portal_copy, "commit", "--quiet", "--all", "--message", "Nyt navn")
    assert len(told(portal_copy)) == 1


def test_with_the_redirect_nothing_is_missing(portal_copy: Path) -> None:
    committed(portal_copy)
    move(portal_copy)
    (portal_copy / "data/redirects.yml").write_text("/haandboeger/ven/penge/: /haandboeger/ven/om-penge/\n", "utf-8")
    assert told(portal_copy) == []


def test_a_translation_has_no_address_of_its_own_and_without_git_nobody_knows(portal_copy: Path) -> None:
    move_me = portal_copy / "docs/en/haandboeger/ven/moedet.md"
    assert told(portal_copy) == []
    committed(portal_copy)
    move_me.unlink()
    assert told(portal_copy) == []


def test_a_server_that_looks_at_a_push_is_told_by_git_what_moves(portal_copy: Path) -> None:
    """The pushed files lie in a folder without git: the hook says what `git diff --name-status -z` does."""
    committed(portal_copy)
    move(portal_copy)
    changes = run_git(portal_copy, "diff", "--name-status", "-M", "-z", "HEAD")
    shutil.rmtree(portal_copy / ".git")
    found = load_and_check(portal_copy, TODAY, changes=changes).problems
    assert [item.path for item in found if item.rule == "page-moved"] == ["docs/da/haandboeger/ven/om-penge.md"]
