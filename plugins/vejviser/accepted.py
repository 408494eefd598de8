"""False alarms in git's history: what is found in an object again, and which entries of the list nobody needs."""

import re
from collections.abc import Iterator
from pathlib import Path

from vejviser.check.incoming import in_name, in_version, in_words
from vejviser.load.git import GitError, GitObject, ask, find
from vejviser.load.incoming import versions, words_in
from vejviser.model.extract import Extract, Found
from vejviser.model.incoming import Version, Words
from vejviser.model.privacy import Accepted, Privacy
from vejviser.privacy.extract.look import look_inside
from vejviser.problems import Problem

_NOTE = re.compile(r"[0-9a-f/]{40,}")
"""git keeps a note as a file that is named after its commit."""


def looked_into(version: Version) -> Iterator[Found]:
    """Give what stands in a version of a file, or where a link leads."""
    if version.link:
        yield Extract(version.path, version.data.decode("utf-8", "replace"), words=False)
    else:
        yield from look_inside(version.path, version.data)


def findings(root: Path, found: GitObject, path: str, known: Privacy) -> Iterator[Problem]:
    """Give what the rules for histories find in a file's content, a commit or a tag; `path` is the content's."""
    if found.kind != "blob":
        words = words_in(found)
        for version in versions(root, [found.id] if found.kind == "commit" else []):
            yield from in_name(version, known)
    elif _NOTE.fullmatch(path):
        words = iter([Words("message", path, found.id, found.data.decode("utf-8", "replace"))])
    else:
        version = Version("", path, found.id, found.data)
        yield from in_version(version, looked_into(version), known)
        return
    for it in words:
        yield from in_words(it, known)


def unneeded(root: Path, known: Privacy) -> Iterator[Problem]:
    """Give a warning for every entry of the list that finds nothing in the git repository below `root`.

    None where there is no whole repository: in a folder that was copied, on the server, in a shallow clone.
    """
    if not known.accepted or not _is_whole(root):
        return
    for number, entry in enumerate(known.accepted):
        if not _is_needed(root, entry, known):
            place = ("accepted", number, "object")
            yield known.origin.warning("accepted-not-needed", *place, object=entry.object[:12], finding=entry.rule)


def _is_needed(root: Path, entry: Accepted, known: Privacy) -> bool:
    found = find(root, entry.object)
    if found is None:
        return False
    others = known.model_copy(update={"accepted": ()})
    return any(it.rule == entry.rule for it in findings(root, found, entry.where, others))


def _is_whole(root: Path) -> bool:
    try:
        return ask(root, "rev-parse", "--is-inside-work-tree", "--is-shallow-repository").split() == [b"true", b"false"]
    except GitError:
        return False
