"""What a server takes in: nothing that was ever wrong in a way that cannot be taken back, by whatever way it comes.

All that must not come in is pushed at once, each on a branch or a tag of its own, and so is all that may.
"""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.privacy.attachments import CPR
from tests.publish.editor_clones import CHAPTER, ROOT, Desk, make_server, open_desk
from tests.publish.tried_pushes import FIGURES, INNOCENT, MAIL, PHONE, SMUGGLED
from vejviser.privacy.checkout import committed, lay_out

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("received")]  # one server


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return open_desk(tmp_path_factory.mktemp("received"))


@pytest.fixture(scope="module")
def refused(desk: Desk) -> str:
    """What the server says to a push of everything that is smuggled; nothing of it came in."""
    refs = {ref: make(desk) for ref, (make, _, _) in SMUGGLED.items()}
    done = desk.push(*(f"+{made}:{ref}" for ref, made in refs.items()))
    assert done.returncode != 0
    assert [ref for ref in refs if desk.has(ref)] == []
    return done.stderr


@pytest.mark.parametrize("ref", SMUGGLED)
def test_what_must_not_come_in_is_told_with_its_place(refused: str, ref: str) -> None:
    _, place, rule = SMUGGLED[ref]
    assert [line for line in refused.splitlines() if f"{place}" in line and f"[{rule}]" in line]


@pytest.mark.parametrize("path", FIGURES)
def test_figures_that_are_not_protected_come_in_by_no_name(refused: str, path: str) -> None:
    assert f"{path}:1:1: error [raw-status-in-history]" in refused


def test_the_refusal_is_plain_and_tells_no_secret(refused: str) -> None:
    assert "AFVIST. Ret fejlene, og prøv igen. Siden på nettet er, som den var." in refused
    assert "Traceback" not in refused
    said = "\n".join(line for line in refused.splitlines() if line.startswith("remote: ") and "error [" in line)
    assert [secret for secret in (CPR, MAIL, PHONE) if secret in said] == []


def test_what_may_come_in_comes_in(desk: Desk) -> None:
    refs = {ref: make(desk) for ref, make in INNOCENT.items()}
    done = desk.push(*(f"+{made}:{ref}" for ref, made in refs.items()))
    assert done.returncode == 0, done.stderr
    assert "Ingen fejl." in done.stderr
    assert [ref for ref in refs if not desk.has(ref)] == []


def test_what_came_in_by_no_way_does_not_come_in_by_the_next(desk: Desk) -> None:
    bad = desk.commit({"docs/da/y.md": CPR})
    assert desk.push(f"{bad}:refs/tags/y").returncode != 0
    mended = desk.commit({"docs/da/y.md": CPR}, {"docs/da/y.md": None})
    assert "[cpr-in-history]" in desk.push(f"{mended}:main").stderr


def test_what_the_server_has_already_is_not_held_against_a_later_push(desk: Desk) -> None:
    hook = desk.server / "hooks/pre-receive"
    shutil.move(hook, hook.with_name("aside"))
    bad = desk.commit({"docs/da/z.md": CPR}, {"docs/da/z.md": None})
    desk.push(f"{bad}:refs/heads/foer")
    shutil.move(hook.with_name("aside"), hook)
    desk.git("commit", "--quiet", "--allow-empty", "--message", "videre")
    assert desk.push("HEAD:refs/heads/foer").returncode == 0


def test_a_branch_may_be_deleted_but_not_the_one_readers_see(desk: Desk) -> None:
    assert desk.push(f"{desk.commit()}:refs/heads/kort").returncode == 0
    deleted = desk.push(":kort")
    assert (deleted.returncode, desk.has("refs/heads/kort")) == (0, False)
    assert "kan ikke slettes" in desk.push(":main").stderr
    assert desk.has("refs/heads/main")


def test_nobody_writes_over_what_another_sent(desk: Desk) -> None:
    assert desk.push(f"{desk.commit(message='den ene')}:refs/heads/faelles").returncode == 0
    other = desk.commit(message="den anden")
    told = desk.push(f"+{other}:refs/heads/faelles").stderr
    assert "AFVIST. På grenen faelles ligger noget, du ikke har." in told


def test_a_clone_without_its_history_is_looked_through_as_any_other(desk: Desk, tmp_path: Path) -> None:
    desk.git("clone", "--quiet", "--depth=1", f"file://{desk.server}", str(tmp_path / "shallow"))
    shallow = Desk(tmp_path / "shallow")
    fine = shallow.commit({"docs/da/haandboeger/ven/moedet.md": desk.text().replace("Sig goddag.", "Sig hej.")})
    assert shallow.push(f"{fine}:refs/heads/kort-historie").returncode == 0
    bad = shallow.commit({"docs/da/x.md": CPR}, {"docs/da/x.md": None})
    assert "[cpr-in-history]" in shallow.push(f"{bad}:refs/heads/slettet").stderr


def test_what_an_earlier_look_left_behind_is_no_part_of_the_next(desk: Desk) -> None:
    """git may be killed while it writes the files out: what it leaves neither stops a push nor helps one through."""
    assert desk.push(f"{desk.commit(message='sidste gang')}:refs/heads/sidst").returncode == 0
    looked_at = desk.server / "vejviser" / "checked"
    (looked_at / "docs/da/rest.md").write_text("---\ntitle: En rest\n---\n# En rest\n", "utf-8")
    (looked_at / "data/kommuner/rest").mkdir()
    (looked_at / "data/kommuner/rest/rest.yml").write_text("name: [", "utf-8")
    looked_at.with_name("checked.index.lock").touch()
    leaning = desk.commit({CHAPTER: desk.text() + "\nSe [resten](../../rest.md).\n"})
    assert "rest.md" in desk.push(f"{leaning}:refs/heads/laener-sig").stderr
    assert desk.push(f"{desk.commit(message='alene')}:refs/heads/alene").returncode == 0
    assert not (looked_at / "docs/da/rest.md").exists()


def test_what_builds_keep_lies_where_no_push_reaches_it(desk: Desk) -> None:
    """A push that brings files where the server keeps its own neither writes there nor stops the next."""
    kept = desk.server / "vejviser" / "tree" / ".cache"
    desk.push(f"{desk.commit({'.cache/pages/x': 'fremmed'})}:refs/heads/gemt")
    assert not (kept / "pages/x").exists()
    assert desk.push(f"{desk.commit(message='bagefter')}:refs/heads/bagefter").returncode == 0
    assert (kept.parent.with_name("checked") / ".cache").resolve() == kept


def guard(*arguments: str | Path, **settings: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "vejviser", "--root", str(ROOT), "guard", "received", *map(str, arguments)]
    environment = {"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT / "plugins"), **settings}
    return subprocess.run(command, env=environment, input="", capture_output=True, text=True, check=False)


def test_what_cannot_be_looked_at_is_not_let_in(desk: Desk, tmp_path: Path) -> None:
    unknown = guard("--repository", desk.server, "1" * 40)
    no_git = guard("--repository", desk.server, desk.git("rev-parse", "origin/main"), PATH="")
    no_repository = guard("--repository", tmp_path, desk.git("rev-parse", "origin/main"))
    for done, said in (
        (unknown, "Git kender ikke"),
        (no_git, "Git er ikke installeret"),
        (no_repository, "Git svarer"),
    ):
        assert (done.returncode, said in done.stderr, "Traceback" in done.stderr) == (2, True, False), done.stderr


def test_a_server_that_cannot_look_takes_nothing_in(desk: Desk) -> None:
    desk.git("-C", str(desk.server), "config", "vejviser.python", "/findes/ikke")
    told = desk.push(f"{desk.commit(message='noget nyt')}:refs/heads/nyt")
    desk.git("-C", str(desk.server), "config", "vejviser.python", sys.executable)
    assert "Serveren kan ikke se ændringerne igennem" in told.stderr
    assert not desk.has("refs/heads/nyt")


def test_files_are_taken_out_as_they_were_pushed(desk: Desk, tmp_path: Path) -> None:
    """Whatever .gitattributes says of the way they should be written."""
    files = {
        ".gitattributes": "* ident export-subst eol=crlf\n*.txt working-tree-encoding=UTF-16BE\n*.md export-ignore\n",
        "tests/a.md": "linje\n$Id$\n$Format:%H$\n",
        "tests/b.txt": f"{CPR}.".encode().decode("utf-16-be"),  # in UTF-16 these are the digits
    }
    desk.commit({path: text for path, text in files.items() if path != ".gitattributes"})
    desk.write({".gitattributes": files[".gitattributes"]})
    desk.git("add", ".gitattributes")
    desk.git("commit", "--quiet", "--message", "attributter")
    commit = desk.git("rev-parse", "HEAD")
    desk.push(f"{commit}:refs/heads/udtaget")
    take = f'. "{ROOT}/scripts/git-hooks/common.sh"; check_out {commit} "$1/server"'
    subprocess.run(["bash", "-euc", take, "bash", tmp_path], cwd=desk.server, check=True)
    lay_out(desk.folder, committed(desk.folder, commit), tmp_path / "desk")
    for path, text in files.items():
        assert [(tmp_path / side / path).read_bytes() for side in ("server", "desk")] == [text.encode()] * 2


def test_drafts_need_a_place_each(tmp_path: Path) -> None:
    made = [ROOT / "scripts/git-server", tmp_path / "x.git", tmp_path / "www", tmp_path / "kladder"]
    done = subprocess.run(made, env={"PYTHON": sys.executable, "PATH": "/usr/bin:/bin"}, check=False)
    assert done.returncode == 2


def test_the_history_of_this_project_may_be_published(tmp_path: Path) -> None:
    """As deploy/README.md says: the first push to a new server, of everything there has ever been."""
    make_server(tmp_path / "portal.git")
    fetched = ["git", "push", "--quiet", tmp_path / "portal.git", "HEAD:refs/heads/main"]
    done = subprocess.run(fetched, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
