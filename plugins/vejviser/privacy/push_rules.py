"""Rules about what a push brings: versions of files that nobody sees any more, and the words git keeps beside them.

What has been sent cannot be called back, so it counts what a commit brought, not whether a later one took it away.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from vejviser.base.problems import Origin, Problem
from vejviser.content.model.privacy import Privacy
from vejviser.privacy import personal_data
from vejviser.privacy.personal_data import AllowList, allowed_everywhere
from vejviser.privacy.push import AGAIN, RECEIVED, FileVersion, GitText, RefUpdate, WrittenVersion
from vejviser.privacy.scan_result import Extract, ScanResult

if TYPE_CHECKING:
    from vejviser.content.model.portal import Portal

FIGURES = "data/status/"
_WRITTEN_BY_PEOPLE = frozenset(f"{FIGURES}{name}" for name in ("policy.yml", "form.yml"))
_SHORT_ID = 12
_NUMBERS = ("cpr-", "national-number")
_WORDS = {"message": "private-in-message", "author": "private-in-author", "ref-name": "private-in-ref-name"}


def version_problems(version: FileVersion, found: Iterable[ScanResult], known: Privacy) -> Iterator[Problem]:
    """Yield what must not be sent in a version of a file: national numbers, raw figures, what nobody can look into."""
    found = tuple(found)
    for problem in (*personal_data.problems(found, allowed_everywhere(known)), *personal_data.raw_status(found)):
        rule = _rule(problem)
        if problem.severity == "error" and rule and not known.accepts(version.object, rule):
            values = (*problem.values, ("commit", version.commit[:_SHORT_ID]), ("object", version.object))
            yield Problem(problem.path, problem.line, problem.column, "error", rule, values)


def name_problems(version: FileVersion, known: Privacy) -> Iterator[Problem]:
    """Yield a national number in the name of a file that the commit has brought.

    The folder that can be told is its place.
    """
    for problem in _in_path(version.path, known):
        rule = _rule(problem)
        if known.accepts(version.commit, rule):
            continue
        folder = next(str(parent) for parent in PurePosixPath(version.path).parents if not _in_path(str(parent), known))
        values = (*problem.values, ("commit", version.commit[:_SHORT_ID]), ("object", version.commit))
        yield Problem(folder, 1, 1, "error", rule, values)


def text_problems(words: GitText, known: Privacy) -> Iterator[Problem]:
    """Yield what leads to a person in a message, a name, a branch or a tag; the addresses of its writers may stand."""
    rule = _WORDS[words.kind]
    if known.accepts(words.object, rule):
        return
    allowed = AllowList(allowed_everywhere(known).everywhere | words.own)
    for problem in personal_data.problems([Extract(words.place, words.text, words=words.read)], allowed):
        if problem.severity == "error":
            values = (*problem.values, ("object", words.object))
            yield Problem(words.place, problem.line, problem.column, "error", rule, values)


def ref_problems(update: RefUpdate, commit: str) -> Iterator[Problem]:
    """Yield what is wrong with a ref itself: one that nobody uses, or one that leads to no commit."""
    if update.ref and update.ref != AGAIN and not update.ref.startswith(RECEIVED):
        yield Origin(update.place).error("ref-not-taken-in")
    elif not commit:
        yield Origin(update.place).error("ref-not-commit")


def holds_figures(version: WrittenVersion) -> bool:
    """Return whether a version lies where only what `vejviser status protect` wrote may lie."""
    return version.path.startswith(FIGURES) and version.path not in _WRITTEN_BY_PEOPLE


def figure_problems(
    problems: Iterable[Problem], commit: str, objects: dict[str, str], known: Privacy
) -> Iterator[Problem]:
    """Yield the errors of a commit's protected figures, which are not sent: they may show what was to be hidden.

    `objects` maps the files of that commit to the hashes of their contents.
    """
    for problem in problems:
        path, rule = problem.path, "raw-status-in-history"
        if problem.severity == "error" and path in objects and not known.accepts(objects[path], rule):
            values = (("commit", commit[:_SHORT_ID]), ("object", objects[path]))
            yield Problem(path, problem.line, problem.column, "error", rule, values)


def false_alarm_problems(portal: "Portal", today: date) -> Iterator[Problem]:
    """Yield what is wrong with the list of false alarms: a day that has not come, an entry that stands twice."""
    seen = set()
    for number, entry in enumerate(portal.privacy.accepted):
        place = ("accepted", number)
        if entry.date > today:
            yield portal.privacy.origin.error("accepted-in-future", *place, "date", date=entry.date)
        if (entry.object, entry.rule) in seen:
            yield portal.privacy.origin.error("accepted-twice", *place, "object", object=entry.object[:_SHORT_ID])
        seen.add((entry.object, entry.rule))


def _rule(problem: Problem) -> str:
    """Return the rule for histories that answers to one for files; nothing for what histories may hold."""
    if problem.rule.startswith("cpr-"):
        return "cpr-in-history"
    if problem.rule.startswith("national-number"):
        return "national-number-in-history"
    if problem.rule.startswith("raw-"):
        return "raw-status-in-history"
    return "unreadable-in-history" if problem.rule.startswith("file-") else ""


def _in_path(path: str, known: Privacy) -> list[Problem]:
    name = Extract(path, path, inside=path, words=False)
    found = personal_data.problems([name], allowed_everywhere(known))
    return [item for item in found if item.severity == "error" and item.rule.startswith(_NUMBERS)]
