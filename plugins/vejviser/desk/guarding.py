"""What stands between an editor's machine and everybody else's: what is committed and what is sent is looked through.

What was committed once is sent with everything after it, also when a later commit took it away again. So everything
that a push brings is searched: all versions of files, messages, notes, the names of people, branches and tags. The
editor's hook before a push and the server's hook ask the same question, about what the other side does not have.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from vejviser.accepted import looked_into
from vejviser.build import gather
from vejviser.check import incoming
from vejviser.load.checkout import committed, lay_out, submodules
from vejviser.load.checkout import staged as staged_entries
from vejviser.load.git import GitObject, ask, find
from vejviser.load.incoming import (
    commit_of,
    known_there,
    new_commits,
    versions,
    words_in,
    words_of_commits,
    words_of_notes,
    words_of_refs,
)
from vejviser.load.validate import validate
from vejviser.load.yaml import parse_yaml
from vejviser.model.incoming import BRANCHES, NOTES, Update, Version, is_nothing
from vejviser.model.privacy import PATH, Privacy
from vejviser.problems import Problem

_SCISSORS = re.compile(rb"^\S+ -{24} >8 -{24}$", re.MULTILINE)
"""Below it, git shows the changes themselves and keeps none of it in the message."""


def staged(root: Path, today: date) -> tuple[Problem, ...]:
    """Give what is wrong with what is about to be committed."""
    entries = staged_entries(root)
    with TemporaryDirectory() as folder:
        lay_out(root, entries, Path(folder))
        return (*submodules(entries), *gather(Path(folder), today, everywhere=True).errors)


def described(root: Path, message: bytes) -> tuple[Problem, ...]:
    """Give what is wrong with the message of a commit that is about to be made, and with the names in it."""
    people = [ask(root, "var", f"GIT_{who}_IDENT") for who in ("AUTHOR", "COMMITTER")]
    head = b"".join(b"%s %s" % (who, line) for who, line in zip((b"author", b"committer"), people, strict=True))
    kept = b"\n".join(line for line in _SCISSORS.split(message)[0].split(b"\n") if not line.startswith(b"#"))
    commit = GitObject("", "commit", head + b"\n" + kept)
    known = _privacy(root, [])
    return tuple(sorted({it for words in words_in(commit) for it in incoming.in_words(words, known)}))


def pushed(root: Path, updates: Iterable[Update], remote: str, today: date) -> tuple[Problem, ...]:
    """Give what is wrong with what is about to be sent to `remote`, and with everything that is sent with it."""
    updates = tuple(updates)
    known = known_there(root, remote, updates)
    tips = _tips(root, updates, known)
    errors = [error for commit in tips for error in _errors(root, commit, today)]
    return (*errors, *_incoming(root, updates, known, today))


def received(repository: Path, updates: Iterable[Update], today: date) -> tuple[Problem, ...]:
    """Give what is wrong with what comes into `repository`; the newest files are for `vejviser check` to look at."""
    return _incoming(repository, tuple(updates), ["--all"], today)


def _incoming(root: Path, updates: Sequence[Update], known_refs: Sequence[str], today: date) -> tuple[Problem, ...]:
    """Give everything that is wrong with what comes with `updates`, sorted."""
    updates = [it for it in updates if not is_nothing(it.new)]
    tips = {it: commit_of(root, it.new) for it in updates}
    known = _privacy(root, [it for it in tips.values() if it])
    problems = {problem for update, commit in tips.items() for problem in incoming.of_ref(update, commit)}
    for commit in {it for it in tips.values() if it}:
        problems |= {*submodules(committed(root, commit))}
    commits = new_commits(root, tips.values(), known_refs)
    figures: dict[str, list[Version]] = {}
    for version in versions(root, commits):
        problems |= {*incoming.in_version(version, looked_into(version), known), *incoming.in_name(version, known)}
        if incoming.holds_figures(version):
            figures.setdefault(version.commit, []).append(version)
    for texts in (
        words_of_refs(root, updates),
        words_of_commits(root, commits),
        words_of_notes(root, updates, known_refs),
    ):
        problems |= {problem for words in texts for problem in incoming.in_words(words, known)}
    for commit, written in figures.items():
        objects = {it.path: it.object for it in written}
        problems |= {*incoming.in_figures(_errors(root, commit, today), commit, objects, known)}
    return tuple(sorted(problems))


def _tips(root: Path, updates: Iterable[Update], known: Sequence[str]) -> Iterator[str]:
    """Give the commits whose files are looked at as a whole: of branches, and of tags on what the other side lacks."""
    seen = set()
    for update in updates:
        if is_nothing(update.new) or update.ref.startswith(NOTES):
            continue
        commit = commit_of(root, update.new)
        whole = update.ref.startswith(BRANCHES) or not update.ref or new_commits(root, [commit], known)
        tree = ask(root, "rev-parse", f"{commit}^{{tree}}") if commit else b""
        if tree and tree not in seen and whole:
            seen.add(tree)
            yield commit


def _errors(root: Path, commit: str, today: date) -> tuple[Problem, ...]:
    with TemporaryDirectory() as folder:
        lay_out(root, committed(root, commit), Path(folder))
        return gather(Path(folder), today, everywhere=True).errors


def _privacy(root: Path, tips: Iterable[str]) -> Privacy:
    """Give what may pass: as the commits that are sent have it, and as the repository itself has it."""
    lists = [it for name in (*tips, "HEAD") for it in _read_privacy(root, name)]
    return Privacy(
        numbers=tuple(entry for it in lists for entry in it.numbers),
        addresses=tuple(entry for it in lists for entry in it.addresses),
        accepted=tuple(entry for it in lists for entry in it.accepted),
    )


def _read_privacy(root: Path, commit: str) -> Iterator[Privacy]:
    found = find(root, f"{commit}:{PATH}")
    if found and found.kind == "blob":
        parsed = parse_yaml(found.data.decode("utf-8", "replace"), PATH)
        read, _ = validate(Privacy, parsed.data, parsed.origin) if parsed.data else (None, ())
        if read:
            yield read
