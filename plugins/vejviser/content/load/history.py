"""git's history -> the days on which texts came and were changed. No name and no message of it is read.

A history that begins somewhere (the first commit, or where a clone was cut off) says nothing of what was there already.
Without git there is none. Corrections are no news: of its words, so many must be others.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from vejviser.base.engine import Engine
from vejviser.base.fingerprints import cache_key, program_fingerprint
from vejviser.base.git import GitError, history_head, read_objects, run_git
from vejviser.content.languages import main_language
from vejviser.content.load.markdown import parse_markdown
from vejviser.content.load.yaml import parse_yaml
from vejviser.content.model.history import TextHistory
from vejviser.content.time_zones import day_of

NEWS_LASTS = timedelta(days=366)
"""How far before the newest commit the history is read."""
FEWEST_WORDS = 10
"""So many words of a text must be new or gone before it has changed for readers."""
History = Mapping[str, TextHistory]


def read_history(root: Path, paths: Set[str], engine: Engine) -> tuple[History, str]:
    """Return the days of the texts at `paths`, and the fingerprint of what they were read from."""
    known = history_head(root)
    if not known:
        return {}, ""
    key = cache_key(program_fingerprint(), known, *sorted(paths))
    return engine.result("read history", key, lambda: _read(root, paths)), key


@dataclass(frozen=True, slots=True)
class _Step:
    """What one commit did to a file: the blob before, "" where there was none, and the one after."""

    path: str
    day: date
    before: str
    after: str


def _read(root: Path, paths: Set[str]) -> History:
    try:
        steps = [step for step in _steps(root) if step.path in paths]
        blobs = {item.id: item.data for item in read_objects(root, sorted({_ for step in steps for _ in _blobs(step)}))}
    except GitError:
        return {}
    found: dict[str, TextHistory] = {}
    for step in steps:  # the newest first
        known = found.get(step.path, TextHistory())
        if known.added:
            continue  # what was there before it was gone, and came again
        if not step.before:
            found[step.path] = TextHistory(step.day, known.changed)
        elif known.changed is None and _differs(step.path, blobs[step.before], blobs[step.after]):
            found[step.path] = TextHistory(None, step.day)
    return found


def _blobs(step: _Step) -> Iterator[str]:
    yield from (blob for blob in (step.before, step.after) if blob)


def _steps(root: Path) -> Iterator[_Step]:
    """Yield what was done to files, the newest first, under the names they have now."""
    log = run_git(
        root, "-c", "core.quotePath=off", "log", "--first-parent", "-m", "-M", "--raw", "--no-abbrev",
        "--format=%x00%P%x09%ct", "--", f"docs/{main_language()}", "data",
    )  # fmt: skip
    names: dict[str, str] = {}
    newest = None
    for commit in log.decode("utf-8", "replace").split("\0")[1:]:
        first, *lines = commit.strip("\n").split("\n")
        parents, _, seconds = first.partition("\t")
        moment = datetime.fromtimestamp(int(seconds), UTC)
        newest = newest or moment
        if not parents or newest - moment > NEWS_LASTS:
            return
        for line in filter(None, lines):
            about, *where = line.split("\t")
            _, _, before, after, status = about.split(" ")
            path = names.get(where[-1], where[-1])
            if status[0] in "AMR":
                yield _Step(path, day_of(moment), "" if status[0] == "A" else before, after)
            if status[0] == "R":
                names[where[0]] = path


def _differs(path: str, before: bytes, after: bytes) -> bool:
    """Return whether so much of what readers are told is another that it is news."""
    old, new = (Counter(_words(path, data.decode("utf-8", "replace"))) for data in (before, after))
    return max((new - old).total(), (old - new).total()) >= FEWEST_WORDS


def _words(path: str, text: str) -> list[str]:
    if path.endswith(".md"):
        return parse_markdown(text, path).body.split()
    return list(_told(parse_yaml(text, path).data))


def _told(value: Any) -> Iterator[str]:
    """Yield the words of the main language in what a YAML file holds: readers are told nothing else of it."""
    if isinstance(value, dict):
        own = value.get(main_language())
        if isinstance(own, str):
            yield from own.split()
        else:
            for inside in value.values():
                yield from _told(inside)
    elif isinstance(value, list):
        for inside in value:
            yield from _told(inside)
