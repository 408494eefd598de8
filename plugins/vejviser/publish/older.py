"""What a page from before a publishing still needs: files named by their content stay beside the new ones for a while.

A tab may be open for days, and a search in it fetches its pieces one by one. So each release says in `NAME` which of
its files are named by their content; those that the next one does not have are carried into it, until their last day.
They are no part of the site that build.json tells of.

Pure: what is there, and the day, go in; what stays comes out.
"""

import json
from collections.abc import Container, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from vejviser.publish.headers import is_unchanging
from vejviser.publish.known_files import FileFacts

NAME = "_older.json"
DAYS = 30
"""How many days such a file stays after the last release that had it for its own."""


@dataclass(frozen=True, slots=True)
class Lasting:
    """A file named by its content: the SHA-256 of what it holds, and its last day where the site has it no longer."""

    sha256: str
    until: str = ""
    """As ISO 8601 writes it; empty as long as the site has the file."""


Lastings = Mapping[str, Lasting]
"""By the path in a release."""


def lasting(files: Mapping[str, FileFacts], earlier: Lastings, day: date) -> dict[str, Lasting]:
    """Return what lasts of a release that holds `files`, of its own and of the `earlier` release."""
    own = {name: Lasting(facts.sha256) for name, facts in files.items() if is_unchanging(name)}
    return {**left(earlier, files, day), **own}


def left(earlier: Lastings, now: Container[str], day: date) -> dict[str, Lasting]:
    """Return which files of an earlier release stay beside those that there are `now`."""
    last = (day + timedelta(DAYS)).isoformat()
    gone = {name: Lasting(it.sha256, it.until or last) for name, it in earlier.items() if name not in now}
    return {name: it for name, it in gone.items() if it.until >= day.isoformat()}


def older(lastings: Lastings) -> frozenset[str]:
    """Return the files that are there for pages from before."""
    return frozenset(name for name, it in lastings.items() if it.until)


def day_of(stamp: str) -> date:
    """Return the day of a release's stamp, such as 20261122T115100Z; the first of all days for one that names none."""
    try:
        return date.fromisoformat(stamp[:8])
    except ValueError:
        return date.min


def as_text(lastings: Lastings) -> bytes:
    """Return the file `NAME`."""
    return f"{json.dumps({name: [it.sha256, it.until] for name, it in sorted(lastings.items())}, indent=0)}\n".encode()


def as_lastings(text: bytes) -> Lastings:
    """Return what a file `NAME` says; nothing for one that nobody can read, or that names other files."""
    try:
        found = {name: Lasting(*facts) for name, facts in json.loads(text).items() if is_unchanging(name)}
    except (ValueError, TypeError, AttributeError):
        return {}
    whole = (isinstance(word, str) for it in found.values() for word in (it.sha256, it.until))
    return found if all(whole) else {}
