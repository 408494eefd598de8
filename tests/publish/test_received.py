"""What a server takes in: nothing that was ever wrong in a way that cannot be taken back, by whatever way it comes.

All that must not come in is pushed at once, each on a branch or a tag of its own, and so is all that may.
"""

import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

import pytest

from tests.privacy.attachments import CPR, png, xlsx
from tests.publish.editor_clones import CHAPTER, ROOT, Desk, make_server, open_desk
from vejviser.privacy.checkout import committed, lay_out

RAW = "kommune;referrals;new_matches;active_matches;ended_matches;waiting\n0801;3;1;2;0;1\n"
MAIL = "mona.madsen@forening" + ".dk"
PHONE = " ".join(("20", "30", "40", "50"))
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("received")]  # one server


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return open_desk(tmp_path_factory.mktemp("received"))


def raw_object(desk: Desk, kind: str, text: str) -> str:
    """Make an object that git's own commands would not make."""
    return desk.git("hash-object", "-t", kind, "-w", "--stdin", given=text.encode())


def raw_commit(desk: Desk, header: str, message: bytes) -> str:
    """Make a commit with one more line in its head."""
    person = "Redaktør <redaktoer@example.org> 1700000000 +0100"
    tree, parent = desk.git("rev-parse", "origin/main^{tree}"), desk.git("rev-parse", "origin/main")
    head = f"tree {tree}\nparent {parent}\nauthor {person}\ncommitter {person}\n{header}\n\n"
    return desk.git("hash-object", "-t", "commit", "-w", "--stdin", given=head.encode() + message)


def with_number(desk: Desk) -> str:
    return desk.text().replace("Sig goddag.", f"Sig goddag til {CPR}.")


def in_tests_too(desk: Desk) -> str:
    """The same bytes where they may stand and where they may not."""
    return desk.commit({"docs/da/a.md": CPR, "tests/a.md": CPR}, {"docs/da/a.md": None})


def merge_with_more(desk: Desk) -> str:
    """A merge that brings something that neither side has, taken away afterwards."""
    one, other = desk.commit({"docs/da/a.md": "# A\n"}), desk.commit({"docs/da/b.md": "# B\n"})
    desk.git("merge", "--quiet", "--no-commit", "--no-ff", one)
    desk.write({"docs/da/c.md": CPR})
    desk.git("add", "--all")
    desk.git("commit", "--quiet", "--message", f"samlet med {other[:7]}")
    for path in ("docs/da/a.md", "docs/da/b.md", "docs/da/c.md"):
        desk.git("rm", "--quiet", path)
    desk.git("commit", "--quiet", "--message", "ryddet op")
    return desk.git("rev-parse", "HEAD")


def link(desk: Desk, path: str, target: str, files: Mapping[str, bytes] = MappingProxyType({})) -> str:
    desk.commit(files)
    (desk.folder / path).parent.mkdir(parents=True, exist_ok=True)
    (desk.folder / path).symlink_to(target)
    desk.git("add", "--all")
    desk.git("commit", "--quiet", "--message", "genvej")
    return desk.git("rev-parse", "HEAD")


def submodule(desk: Desk) -> str:
    commit = desk.commit()
    desk.git("update-index", "--add", "--cacheinfo", f"160000,{commit},docs/da/andres")
    desk.git("commit", "--quiet", "--message", "andres")
    return desk.git("rev-parse", "HEAD")


def note(desk: Desk, text: str) -> str:
    desk.git("notes", "--ref=prøve", "add", "--force", "--message", text, "origin/main")
    commit = desk.git("rev-parse", "refs/notes/prøve")
    desk.git("update-ref", "-d", "refs/notes/prøve")
    return commit


def tag(desk: Desk, message: str, **settings: str) -> str:
    desk.git("tag", "--annotate", "--force", "--message", message, "prøve", "origin/main", **settings)
    return desk.git("rev-parse", "refs/tags/prøve")


FIGURES = {
    f"data/status/{name}": content
    for name, content in {
        "2026-Q2.csv": RAW,
        "raa.CSV": RAW,
        "raa.txt": RAW,
        "2026-Q2.csv.bak": RAW,
        "totals/2026-Q2.csv": RAW,
        "udfyldt.XLSX": xlsx(""),
        ".skjult": "3 henvisninger",
    }.items()
}
"""Files where only published figures may lie, by whatever name."""
SMUGGLED: dict[str, tuple[Callable[[Desk], str], str, str]] = {
    # where it is pushed to: what makes it, the place that is told, the rule
    "refs/heads/kladde/slettet": (
        lambda desk: desk.commit({CHAPTER: with_number(desk)}, {CHAPTER: desk.text()}),
        f"{CHAPTER}:12:16:",
        "cpr-in-history",
    ),
    "refs/tags/v1": (
        lambda desk: desk.commit({"docs/da/x.md": CPR}, {"docs/da/x.md": None}),
        "docs/da/x.md:1:1:",
        "cpr-in-history",
    ),
    "refs/heads/kladde/navn": (
        lambda desk: desk.commit({f"docs/da/{CPR}.md": "# A\n"}, {f"docs/da/{CPR}.md": None}),
        "docs/da:1:1:",
        "cpr-in-history",
    ),
    "refs/heads/kladde/proever": (in_tests_too, "docs/da/a.md:1:1:", "cpr-in-history"),
    "refs/heads/kladde/samlet": (merge_with_more, "docs/da/c.md:1:1:", "cpr-in-history"),
    "refs/heads/kladde/ulaeselig": (
        lambda desk: desk.commit({"docs/da/laast.zip": b"PK\x03\x04 nothing"}, {"docs/da/laast.zip": None}),
        "docs/da/laast.zip:1:1:",
        "unreadable-in-history",
    ),
    "refs/heads/kladde/raa": (
        lambda desk: desk.commit({"tal.csv": RAW}, {"tal.csv": None}),
        "tal.csv:1:1:",
        "raw-status-in-history",
    ),
    "refs/heads/kladde/raa-paa-plads": (
        lambda desk: desk.commit(FIGURES, dict.fromkeys(FIGURES)),
        "data/status/2026-Q2.csv:1:1:",
        "raw-status-in-history",
    ),
    "refs/heads/kladde/skjult": (
        lambda desk: desk.commit({".gitattributes": "docs/da/skjult.md export-ignore\n", "docs/da/skjult.md": CPR}),
        "docs/da/skjult.md:1:1:",
        "cpr-number",
    ),
    "refs/heads/kladde/besked": (
        lambda desk: desk.commit(message=f"Rettet\n\nRettet for {CPR}"),
        "commit ",
        "private-in-message",
    ),
    "refs/heads/kladde/telefon": (lambda desk: desk.commit(message=f"Ring {PHONE}"), "commit ", "private-in-message"),
    "refs/heads/kladde/mail": (lambda desk: desk.commit(message=f"Til {MAIL}"), "commit ", "private-in-message"),
    "refs/heads/kladde/forfatter": (
        lambda desk: desk.commit(GIT_AUTHOR_NAME=f"Ali {CPR}"),
        "commit ",
        "private-in-author",
    ),
    "refs/heads/kladde/skriver": (
        lambda desk: desk.commit(GIT_COMMITTER_NAME=f"Mona {MAIL}"),
        "commit ",
        "private-in-author",
    ),
    "refs/heads/kladde/adresse": (
        lambda desk: desk.commit(GIT_AUTHOR_EMAIL=f"{CPR}@example.org"),
        "commit ",
        "private-in-author",
    ),
    "refs/heads/kladde/hoved": (
        lambda desk: raw_commit(desk, f"bemaerkning {CPR}", b"rettet\n"),
        "commit ",
        "private-in-message",
    ),
    "refs/heads/kladde/tegnsaet": (
        lambda desk: raw_commit(desk, "encoding cp037", f"Rettet for {CPR}".encode("cp037")),
        "commit ",
        "private-in-message",
    ),
    f"refs/heads/kladde/{CPR}": (lambda desk: desk.commit(), "refs/heads/:1:8:", "private-in-ref-name"),
    f"refs/tags/{CPR}": (lambda desk: desk.git("rev-parse", "origin/main"), "refs/tags/:1:1:", "private-in-ref-name"),
    "refs/heads/kladde/meldt": (
        lambda desk: desk.commit(message=f"Rettet\n\nReported-by: Ali <{MAIL}>"),
        "commit ",
        "private-in-message",
    ),
    "refs/tags/besked": (lambda desk: tag(desk, f"Om {CPR}"), "tag ", "private-in-message"),
    "refs/tags/navn": (lambda desk: tag(desk, "Udgave", GIT_COMMITTER_NAME=f"Ali {CPR}"), "tag ", "private-in-author"),
    "refs/tags/fil": (
        lambda desk: raw_object(desk, "blob", f"Sig goddag til {CPR}."),
        "refs/tags/:1:1:",
        "ref-not-commit",
    ),
    "refs/notes/commits": (lambda desk: note(desk, f"Ring til Ali, {PHONE}"), "note ", "private-in-message"),
    "refs/replace/" + "0" * 39 + "1": (lambda desk: desk.commit(), "refs/replace/:1:1:", "ref-not-taken-in"),
    "refs/heads/kladde/genvej-ud": (
        lambda desk: link(desk, "docs/da/vaert.md", "/etc/hosts"),
        "docs/da/vaert.md:1:1:",
        "file-leads-out",
    ),
    "refs/heads/kladde/genvej-git": (
        lambda desk: link(desk, "docs/da/git.txt", "../../.git/config"),
        "docs/da/git.txt:1:1:",
        "link-leads-nowhere",  # nobody else has one
    ),
    "refs/heads/kladde/genvej-sig": (
        lambda desk: link(desk, "materials/aftale/ring.md", "ring.md"),
        "materials/aftale/ring.md:1:1:",
        "link-leads-nowhere",
    ),
    "refs/heads/kladde/andres": (submodule, "docs/da/andres:1:1:", "folder-is-repository"),
}


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


def accepted_number(desk: Desk) -> str:
    """A false alarm that somebody has looked at, written down in the same push."""
    blob = raw_object(desk, "blob", f"Klokken {CPR}.\n")
    entry = (
        f"accepted:\n  - object: {blob}\n    rule: cpr-in-history\n    where: docs/adr/0001-x.md\n"
        "    reason: En dato og et klokkeslæt\n    who: Portalens udvikler\n    date: 2026-11-01\n"
    )
    mended = {"docs/adr/0001-x.md": "Klokken halv tre.\n"}
    return desk.commit({"docs/adr/0001-x.md": f"Klokken {CPR}.\n"}, {**mended, "data/privacy.yml": entry})


INNOCENT: dict[str, Callable[[Desk], str]] = {
    "refs/heads/kladde/fejl": lambda desk: desk.commit(
        {CHAPTER: desk.text().replace("Sig goddag.", "Sig [goddag](findes-ikke.md).")}, {CHAPTER: desk.text()}
    ),
    "refs/heads/kladde/2026-11-22": lambda desk: desk.commit(message="Rettet 22. november 2026, sag 1234"),
    "refs/heads/kladde/proever-kun": lambda desk: desk.commit({"tests/a.md": CPR}, {"tests/a.md": None}),
    "refs/heads/kladde/egen-adresse": lambda desk: desk.commit(
        message=f"Rettet\n\nSigned-off-by: Mona <{MAIL}>\nCo-authored-by: Ali <ali.hansen@forening.dk>",
        GIT_AUTHOR_NAME="Mona",
        GIT_AUTHOR_EMAIL=MAIL,
    ),
    "refs/heads/kladde/attributter": lambda desk: desk.commit({".gitattributes": "*.md text eol=crlf\n"}),
    "refs/heads/kladde/genvej": lambda desk: link(desk, "docs/da/billeder/igen.txt", "../../../mkdocs.yml"),
    "refs/heads/kladde/genvej-til-billede": lambda desk: link(
        desk, "docs/da/billeder/igen.png", "hverdag.png", {"docs/da/billeder/hverdag.png": png("Et hus")}
    ),
    "refs/heads/kladde/set-efter": accepted_number,
    "refs/heads/kladde/vi-kender-det": lambda desk: raw_commit(
        desk, "encoding ISO-8859-1", "på gensyn".encode("latin-1")
    ),
    "refs/tags/v1.0": lambda desk: tag(desk, "Første udgave"),
    "refs/notes/commits": lambda desk: note(desk, "Set efter"),
}


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
