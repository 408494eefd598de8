"""False alarms in git's history: what is found in an object again, and which entries of the list nobody needs."""

import re
from collections.abc import Iterator
from pathlib import Path

from vejviser.base.git import GitError, GitObject, find_object, run_git
from vejviser.base.problems import Problem
from vejviser.content.model.privacy import FalseAlarm, Privacy
from vejviser.privacy.extract.look_inside import look_inside
from vejviser.privacy.push import FileVersion, GitText
from vejviser.privacy.push_reader import versions, words_in
from vejviser.privacy.push_rules import name_problems, text_problems, version_problems
from vejviser.privacy.scan_result import Extract, ScanResult

_NOTE = re.compile(r"[0-9a-f/]{40,}")
"""git keeps a note as a file that is named after its commit."""


def scan_version(version: FileVersion) -> Iterator[ScanResult]:
    """Yield what stands in a version of a file, or where a link leads."""
    if version.link:
        yield Extract(version.path, version.data.decode("utf-8", "replace"), words=False)
    else:
        yield from look_inside(version.path, version.data)


def history_findings(root: Path, found: GitObject, path: str, known: Privacy) -> Iterator[Problem]:
    """Yield what the rules for histories find in a file's content, a commit or a tag; `path` is the content's."""
    if found.kind != "blob":
        words = words_in(found)
        for version in versions(root, [found.id] if found.kind == "commit" else []):
            yield from name_problems(version, known)
    elif _NOTE.fullmatch(path):
        words = iter([GitText("message", path, found.id, found.data.decode("utf-8", "replace"))])
    else:
        version = FileVersion("", path, found.id, found.data)
        yield from version_problems(version, scan_version(version), known)
        return
    for word in words:
        yield from text_problems(word, known)


def unneeded_entries(root: Path, known: Privacy) -> Iterator[Problem]:
    """Yield a warning for every entry of the list that finds nothing in the git repository below `root`.

    None where there is no whole repository: in a folder that was copied, on the server, in a shallow clone.
    """
    if not known.accepted or not _is_whole(root):
        return
    for number, entry in enumerate(known.accepted):
        if not _is_needed(root, entry, known):
            place = ("accepted", number, "object")
            yield known.origin.warning("accepted-not-needed", *place, object=entry.object[:12], finding=entry.rule)


def _is_needed(root: Path, entry: FalseAlarm, known: Privacy) -> bool:
    found = find_object(root, entry.object)
    if found is None:
        return False
    others = known.model_copy(update={"accepted": ()})
    return any(finding.rule == entry.rule for finding in history_findings(root, found, entry.where, others))


def _is_whole(root: Path) -> bool:
    try:
        return run_git(root, "rev-parse", "--is-inside-work-tree", "--is-shallow-repository").split() == [
            b"true",
            b"false",
        ]
    except GitError:
        return False
