"""What stands between an editor's machine and everybody else's: what is committed and what is sent is looked through.

What was committed once is sent with everything after it, also when a later commit took it away again. So everything
that a push brings is searched: all versions of files, messages, notes, the names of people, branches and tags. The
editor's hook before a push and the server's hook ask the same question, about what the other side does not have.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from vejviser.base.engine import Engine, engine_of
from vejviser.base.fingerprints import cache_key, program_fingerprint
from vejviser.base.git import GitObject, find_object, run_git
from vejviser.base.problems import Problem
from vejviser.content import time_zones
from vejviser.content.load.validate import validate
from vejviser.content.load.yaml import parse_yaml
from vejviser.content.model.privacy import PATH, Privacy
from vejviser.content.settings import using_root
from vejviser.privacy import push_rules
from vejviser.privacy.checkout import committed, lay_out, submodules
from vejviser.privacy.checkout import staged as staged_entries
from vejviser.privacy.false_alarms import scan_version
from vejviser.privacy.push import BRANCHES, NOTES, RefUpdate, WrittenVersion, is_null_id
from vejviser.privacy.push_reader import (
    commit_of,
    known_there,
    new_commits,
    read_versions,
    words_in,
    words_of_commits,
    words_of_notes,
    words_of_refs,
    written_versions,
)

_WORTH_KEEPING = 200
"""So many versions of files a push must bring before it is worth asking what was found in them last time."""
_SCISSORS = re.compile(rb"^\S+ -{24} >8 -{24}$", re.MULTILINE)
"""Below it, git shows the changes themselves and keeps none of it in the message."""


def staged(root: Path, today: date) -> tuple[Problem, ...]:
    """Return what is wrong with what is about to be committed."""
    entries = staged_entries(root)
    with TemporaryDirectory() as folder:
        lay_out(root, entries, Path(folder))
        return (*submodules(entries), *_errors_in(Path(folder), today, engine_of(root)))


def described(root: Path, message: bytes) -> tuple[Problem, ...]:
    """Return what is wrong with the message of a commit that is about to be made, and with the names in it."""
    people = [run_git(root, "var", f"GIT_{who}_IDENT") for who in ("AUTHOR", "COMMITTER")]
    head = b"".join(b"%s %s" % (who, line) for who, line in zip((b"author", b"committer"), people, strict=True))
    kept = b"\n".join(line for line in _SCISSORS.split(message)[0].split(b"\n") if not line.startswith(b"#"))
    commit = GitObject("", "commit", head + b"\n" + kept)
    known = _privacy(root, [])
    return tuple(sorted({word for words in words_in(commit) for word in push_rules.text_problems(words, known)}))


def pushed(root: Path, updates: Iterable[RefUpdate], remote: str, today: date) -> tuple[Problem, ...]:
    """Return what is wrong with what is about to be sent to `remote`, and with everything that is sent with it."""
    updates = tuple(updates)
    known = known_there(root, remote, updates)
    tips = _tips(root, updates, known)
    engine = engine_of(root)
    errors = [error for commit in tips for error in _errors(root, commit, today, engine)]
    return (*errors, *_incoming(root, updates, known, today, engine))


def received(repository: Path, updates: Iterable[RefUpdate], today: date | None = None) -> tuple[Problem, ...]:
    """Return what is wrong with what comes into `repository`; the newest files are for `vejviser check` to look at.

    Without a day, it is the one it is where the portal of each commit is: a bare repository has no settings of its own.
    """
    return _incoming(repository, tuple(updates), ["--all"], today, _engine_on_server(repository))


def _engine_on_server(repository: Path) -> Engine:
    """Return what was found on our server before, kept where no push can write; nothing on any other."""
    ours = repository / "vejviser"
    return Engine(ours / "history") if ours.is_dir() else Engine()


def _incoming(
    root: Path, updates: Sequence[RefUpdate], known_refs: Sequence[str], today: date | None, engine: Engine
) -> tuple[Problem, ...]:
    """Return everything that is wrong with what comes with `updates`, sorted."""
    updates = [update for update in updates if not is_null_id(update.new)]
    tips = {update: commit_of(root, update.new) for update in updates}
    known = _privacy(root, [tip for tip in tips.values() if tip])
    problems = {problem for update, commit in tips.items() for problem in push_rules.ref_problems(update, commit)}
    for commit in {tip for tip in tips.values() if tip}:
        problems |= {*submodules(committed(root, commit))}
    commits = new_commits(root, tips.values(), known_refs)
    written = written_versions(root, commits)
    problems |= {*_in_versions(root, written, known, engine)}
    figures: dict[str, list[WrittenVersion]] = {}
    for version in written:
        if push_rules.holds_figures(version):
            figures.setdefault(version.commit, []).append(version)
    for texts in (
        words_of_refs(root, updates),
        words_of_commits(root, commits),
        words_of_notes(root, updates, known_refs),
    ):
        problems |= {problem for words in texts for problem in push_rules.text_problems(words, known)}
    for commit, changed in figures.items():
        objects = {item.path: item.object for item in changed}
        problems |= {*push_rules.figure_problems(_errors(root, commit, today, engine), commit, objects, known)}
    return tuple(sorted(problems))


def _in_versions(root: Path, written: Sequence[WrittenVersion], known: Privacy, engine: Engine) -> Iterator[Problem]:
    """Yield what is wrong in versions of files, and in their names.

    Where they are many, what was found in each is kept by its object, its place, what may pass, and the rules' version:
    a history that is refused for something else is not looked through again.
    """

    def look(missing: Sequence[WrittenVersion]) -> Iterator[tuple[Problem, ...]]:
        for version in read_versions(root, missing):
            found = push_rules.version_problems(version, scan_version(version), known)
            yield (*found, *push_rules.name_problems(version, known))

    if len(written) < _WORTH_KEEPING:
        yield from chain.from_iterable(look(written))
        return
    rules = cache_key(program_fingerprint(), known.model_dump_json())
    keys = {item: cache_key(rules, item.commit, item.path, item.object, str(item.link)) for item in written}
    yield from chain.from_iterable(engine.many("history", program_fingerprint(), keys, look).values())


def _tips(root: Path, updates: Iterable[RefUpdate], known: Sequence[str]) -> Iterator[str]:
    """Yield the commits whose files are looked at as a whole: of branches, and of tags on what the other side lacks."""
    seen = set()
    for update in updates:
        if is_null_id(update.new) or update.ref.startswith(NOTES):
            continue
        commit = commit_of(root, update.new)
        whole = update.ref.startswith(BRANCHES) or not update.ref or new_commits(root, [commit], known)
        tree = run_git(root, "rev-parse", f"{commit}^{{tree}}") if commit else b""
        if tree and tree not in seen and whole:
            seen.add(tree)
            yield commit


def _errors(root: Path, commit: str, today: date | None, engine: Engine) -> tuple[Problem, ...]:
    with TemporaryDirectory() as folder:
        lay_out(root, committed(root, commit), Path(folder))
        return _errors_in(Path(folder), today, engine)


def _errors_in(folder: Path, today: date | None, engine: Engine) -> tuple[Problem, ...]:
    """Return the errors of content that was laid out, reading only what the `engine` does not know."""
    from vejviser.site.content_check import load_and_check  # noqa: PLC0415 - half a second; most questions do without

    with engine, using_root(folder):
        return load_and_check(folder, today or time_zones.today(), everywhere=True, engine=engine).errors


def _privacy(root: Path, tips: Iterable[str]) -> Privacy:
    """Return what may pass: as the commits that are sent have it, and as the repository itself has it."""
    lists = [item for name in (*tips, "HEAD") for item in _read_privacy(root, name)]
    return Privacy(
        numbers=tuple(entry for item in lists for entry in item.numbers),
        addresses=tuple(entry for item in lists for entry in item.addresses),
        accepted=tuple(entry for item in lists for entry in item.accepted),
    )


def _read_privacy(root: Path, commit: str) -> Iterator[Privacy]:
    found = find_object(root, f"{commit}:{PATH}")
    if found and found.kind == "blob":
        parsed = parse_yaml(found.data.decode("utf-8", "replace"), PATH)
        read, _ = validate(Privacy, parsed.data, parsed.origin) if parsed.data else (None, ())
        if read:
            yield read
