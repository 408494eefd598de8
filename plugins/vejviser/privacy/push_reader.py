"""A push -> every version of a file and every text that it brings and the receiver does not have.

Plumbing commands, which no setting and no file in the project changes. Each new commit is read once.
"""

import codecs
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from vejviser.base.git import GitError, GitObject, find_object, read_objects, run_git
from vejviser.privacy.push import NOTES, FileVersion, GitText, RefUpdate, WrittenVersion, is_null_id

_NOT_CONTENT = ("plugins/", "tests/")
"""Programs and made-up test data."""
_LINK, _SUBMODULE = "120000", "160000"
_ID = re.compile(rb"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_POINTER = re.compile(r"(?:tree|parent|object) [0-9a-f]{40,64}")
_PERSON = re.compile(r"(?:author|committer|tagger) (?P<name>.*?) ?<(?P<mail>[^<>]*)> \d+ [+-]\d{4}")
_TRAILER = re.compile(
    r"^(?:Acked|Co-authored|Reviewed|Signed-off)-by: [^<>\n]*<(?P<mail>[^<>\s]+)>$",
    re.MULTILINE | re.IGNORECASE,
)
"""The lines in which git itself, GitHub and GitLab name those who wrote or approved a commit.

Not those in which others are named, such as who reported a fault: they have not put themselves there."""
_SIGNATURE = re.compile(r"^-----BEGIN (?:PGP|SSH) (?:SIGNATURE|MESSAGE)-----$", re.MULTILINE)
_SHORT_ID = 12


def read_updates(lines: Iterable[str]) -> tuple[RefUpdate, ...]:
    """Read what git tells a hook: "old new ref" before receiving, "ref new ref-there old-there" before a push.

    Raises GitError.
    """
    updates = []
    for line in lines:
        match line.split():
            case [old, new, ref]:
                updates.append(RefUpdate(ref, old, new))
            case [_, new, ref, old]:
                updates.append(RefUpdate(ref, old, new))
            case []:
                pass
            case _:
                raise GitError("desk-git-unknown", name=line.strip())
    return tuple(updates)


def commit_of(root: Path, name: str) -> str:
    """Return the commit that a commit or a tag leads to, or nothing for a tag of a single file or folder."""
    for found in read_objects(root, [name]):
        if found.kind == "tag":
            return commit_of(root, found.data.split(b"\n", 1)[0].split()[1].decode())
        return found.id if found.kind == "commit" else ""
    return ""


def new_commits(root: Path, tips: Iterable[str], known: Sequence[str]) -> tuple[str, ...]:
    """Return the commits that lead up to `tips` and not to what is known: git's words, such as "--all", or hashes."""
    tips = [tip for tip in tips if tip]
    if not tips:
        return ()
    given = "".join(f"{tip}\n" for tip in tips).encode()
    return tuple(run_git(root, "rev-list", "--stdin", "--not", *known, given=given).decode().split())


def known_there(root: Path, remote: str, updates: Iterable[RefUpdate]) -> list[str]:
    """Return what the remote has, as far as this repository can tell: its branches when they were last fetched."""
    old = {update.old for update in updates if not is_null_id(update.old) and find_object(root, update.old)}
    return [f"--remotes={_escaped(remote)}", *sorted(old)]


def versions(root: Path, commits: Sequence[str]) -> Iterator[FileVersion]:
    """Yield every version of a content file that the commits wrote: each content once for every path it had."""
    return read_versions(root, written_versions(root, commits))


def written_versions(root: Path, commits: Sequence[str]) -> tuple[WrittenVersion, ...]:
    """Return the same without reading what stands in them."""
    listed = run_git(
        root, "diff-tree", "--stdin", "-r", "-m", "--root", "-z", "--no-renames", "--no-abbrev", "--no-ext-diff",
        "--ignore-submodules=none", given="".join(f"{item}\n" for item in commits).encode(),
    )  # fmt: skip
    places: dict[tuple[str, str, bool], str] = {}
    for commit, mode, blob, path in _written(listed.split(b"\0")):
        places.setdefault((path, blob, mode == _LINK), commit)
    return tuple(WrittenVersion(commit, path, blob, link) for (path, blob, link), commit in places.items())


def read_versions(root: Path, written: Sequence[WrittenVersion]) -> Iterator[FileVersion]:
    """Yield versions with what stands in them."""
    found = read_objects(root, (item.object for item in written))
    for item, content in zip(written, found, strict=True):
        yield FileVersion(item.commit, item.path, item.object, content.data, item.link)


def words_of_refs(root: Path, updates: Iterable[RefUpdate]) -> Iterator[GitText]:
    """Yield the names of branches and tags that are set, and what is written in tags."""
    for update in updates:
        if update.ref:
            yield GitText("ref-name", update.place, "", update.name)
        name = update.new
        while (found := next(read_objects(root, [name]))).kind == "tag":
            yield from words_in(found)
            name = found.data.split(b"\n", 1)[0].split()[1].decode()


def words_of_commits(root: Path, commits: Sequence[str]) -> Iterator[GitText]:
    """Yield messages and names of the commits."""
    for commit in read_objects(root, commits):
        yield from words_in(commit)


def words_of_notes(root: Path, updates: Iterable[RefUpdate], known: Sequence[str]) -> Iterator[GitText]:
    """Yield the notes that are written to commits: git keeps each as a file named after its commit."""
    tips = [commit_of(root, update.new) for update in updates if update.ref.startswith(NOTES)]
    for version in versions(root, new_commits(root, tips, known)):
        yield GitText(
            "message", f"note {version.commit[:_SHORT_ID]}", version.object, version.data.decode("utf-8", "replace")
        )


def words_in(found: GitObject) -> Iterator[GitText]:
    """Yield what people wrote in a commit or a tag; every line of it is looked at, also those git does not show."""
    place = f"{found.kind} {found.id[:_SHORT_ID]}"
    head, _, body = found.data.partition(b"\n\n")
    lines = [line.removeprefix(" ") for line in head.decode("utf-8", "replace").split("\n")]
    people = [match for line in lines if (match := _PERSON.fullmatch(line))]
    rest = [line for line in lines if not _PERSON.fullmatch(line) and not _POINTER.fullmatch(line)]
    for text in _readings(body, lines):
        own = frozenset(item["mail"].lower() for item in (*people, *_TRAILER.finditer(text)))
        message, *signatures = _SIGNATURE.split(text)
        yield GitText("message", place, found.id, message, own=own)
        yield GitText("message", place, found.id, "\n".join([*rest, *signatures]), read=False, own=own)
    own = frozenset(item["mail"].lower() for item in people)
    for person in people:
        yield GitText("author", place, found.id, person["name"], own=own)
        yield GitText("author", place, found.id, person["mail"], read=False, own=own)


def _readings(body: bytes, lines: Iterable[str]) -> Iterator[str]:
    """Yield the message as UTF-8 and, where the commit says that it is written in another way, in that way too."""
    yield body.decode("utf-8", "replace")
    for encoding in (line.removeprefix("encoding ") for line in lines if line.startswith("encoding ")):
        try:
            yield codecs.lookup(encoding).decode(body, "replace")[0]
        except (LookupError, ValueError, TypeError):
            continue


def _written(fields: Iterable[bytes]) -> Iterator[tuple[str, str, str, str]]:
    """Yield (commit, mode, blob, path) of every content file that `git diff-tree --stdin -z` lists as written."""
    commit = ""
    parts = iter(fields)
    for part in parts:
        if part.startswith(b":"):
            path = next(parts).decode("utf-8", "replace")
            facts = part.decode().split()
            if facts[1] != _SUBMODULE and not is_null_id(facts[3]) and not path.startswith(_NOT_CONTENT):
                yield commit, facts[1], facts[3], path
        elif _ID.fullmatch(part):
            commit = part.decode()


def _escaped(name: str) -> str:
    """Return a remote's name, or its address where it has none, as git's patterns take it."""
    return re.sub(r"([*?\[\]\\])", r"\\\1", name)
