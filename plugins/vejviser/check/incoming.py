"""Rules about what a push brings: versions of files that nobody sees any more, and the words git keeps beside them.

What has been sent cannot be called back, so it counts what a commit brought, not whether a later one took it away.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from vejviser.check import privacy
from vejviser.check.privacy import Allowed, allowed_everywhere
from vejviser.model.extract import Extract, Found
from vejviser.model.incoming import TAKEN_IN, Update, Version, Words
from vejviser.model.portal import Portal
from vejviser.model.privacy import Privacy
from vejviser.problems import Origin, Problem

FIGURES = "data/status/"
_WRITTEN_BY_PEOPLE = frozenset(f"{FIGURES}{name}" for name in ("policy.yml", "form.yml"))
_SHOWN = 12
_WORDS = {"message": "private-in-message", "author": "private-in-author", "ref-name": "private-in-ref-name"}


def in_version(version: Version, found: Iterable[Found], known: Privacy) -> Iterator[Problem]:
    """Give what must not be sent in a version of a file: CPR numbers, raw figures, and what nobody can look into."""
    name = Extract(version.path, version.path, inside=version.path, words=False)
    texts = (name, *found)
    for problem in (*privacy.problems(texts, allowed_everywhere(known)), *privacy.raw_status(texts)):
        rule = _rule(problem)
        if problem.severity != "error" or not rule or known.accepts(version.object, rule):
            continue
        values = (*problem.values, ("commit", version.commit[:_SHOWN]), ("object", version.object))
        path = _hidden(version.path, name, known)
        yield Problem(path, problem.line, problem.column, "error", rule, values)


def in_words(words: Words, known: Privacy) -> Iterator[Problem]:
    """Give what leads to a person in a message, a name, a branch or a tag; the addresses of its writers may stand."""
    rule = _WORDS[words.kind]
    if known.accepts(words.object, rule):
        return
    allowed = Allowed(allowed_everywhere(known).everywhere | words.own)
    for problem in privacy.problems([Extract(words.place, words.text, words=words.read)], allowed):
        if problem.severity == "error":
            values = (*problem.values, ("object", words.object))
            yield Problem(words.place, problem.line, problem.column, "error", rule, values)


def of_ref(update: Update, commit: str) -> Iterator[Problem]:
    """Give what is wrong with a ref itself: one that nobody uses, or one that leads to no commit."""
    if update.ref and not update.ref.startswith(TAKEN_IN):
        yield Origin(update.place).error("ref-not-taken-in")
    elif not commit:
        yield Origin(update.place).error("ref-not-commit")


def holds_figures(version: Version) -> bool:
    """Tell whether a version lies where only what `vejviser status protect` wrote may lie."""
    return version.path.startswith(FIGURES) and version.path not in _WRITTEN_BY_PEOPLE


def in_figures(problems: Iterable[Problem], commit: str, objects: dict[str, str], known: Privacy) -> Iterator[Problem]:
    """Give the errors of a commit's protected figures, which are not sent: they may show what was to be hidden.

    `objects` maps the files of that commit to the hashes of their contents.
    """
    for problem in problems:
        path, rule = problem.path, "raw-status-in-history"
        if problem.severity == "error" and path in objects and not known.accepts(objects[path], rule):
            values = (("commit", commit[:_SHOWN]), ("object", objects[path]))
            yield Problem(path, problem.line, problem.column, "error", rule, values)


def accepted(portal: Portal, today: date) -> Iterator[Problem]:
    """Give what is wrong with the list of false alarms: a day that has not come, an entry that stands twice."""
    seen = set()
    for number, entry in enumerate(portal.privacy.accepted):
        place = ("accepted", number)
        if entry.date > today:
            yield portal.privacy.origin.error("accepted-in-future", *place, "date", date=entry.date)
        if (entry.object, entry.rule) in seen:
            yield portal.privacy.origin.error("accepted-twice", *place, "object", object=entry.object[:_SHOWN])
        seen.add((entry.object, entry.rule))


def _rule(problem: Problem) -> str:
    """Give the rule for histories that answers to one for files; nothing for what histories may hold."""
    if problem.rule.startswith("cpr-"):
        return "cpr-in-history"
    if problem.rule.startswith("raw-"):
        return "raw-status-in-history"
    return "unreadable-in-history" if problem.rule.startswith("file-") else ""


def _hidden(path: str, name: Extract, known: Privacy) -> str:
    """Give the path without its last part when it holds a CPR number: what refuses one must not show it."""
    if any(it.severity == "error" for it in privacy.problems([name], allowed_everywhere(known))):
        return path.rpartition("/")[0] or "."
    return path
