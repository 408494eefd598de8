"""What somebody may push to a server: what must not come in, with where and why, and what may."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from tests.privacy.attachments import CPR, png, xlsx
from tests.publish.editor_clones import CHAPTER, Desk

RAW = "kommune;referrals;new_matches;active_matches;ended_matches;waiting\n0801;3;1;2;0;1\n"
MAIL = "mona.madsen@forening" + ".dk"
PHONE = " ".join(("20", "30", "40", "50"))


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
