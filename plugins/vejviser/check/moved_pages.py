"""Pages that are no longer where readers knew them: git knows the files there were, and the redirects lead on.

An address holds for good: it stands on posters, in letters and among bookmarks.
"""

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path
from types import SimpleNamespace

from vejviser.base.git import GitError, run_git
from vejviser.base.problems import Problem
from vejviser.check.redirects import addresses
from vejviser.content.languages import main_language
from vejviser.content.model.portal import Portal
from vejviser.content.page_uris import address_of_page
from vejviser.content.types import types

_FOLDERS = ("docs", "data", "materials")
_REDIRECTS = "data/redirects.yml"
_BASES = ("@{upstream}", "HEAD^", "HEAD")
"""What the files are compared with: what has been pushed, or else the commit before; and what is not committed yet."""


def problems(root: Path, portal: Portal, changes: bytes | None = None) -> Iterator[Problem]:
    """Yield every page that was there and is not, and whose address leads nowhere now.

    `changes` is what `git diff --name-status -z` prints of them, where the folder has no git, as on a server that looks
    at a push; without either, nothing.
    """
    known, led_on = addresses(portal), {redirect.old for redirect in portal.redirects}
    told = set()
    for before, after in _gone(root) if changes is None else _parsed(changes):
        old = _address(before)
        if not old or old in known or old in led_on or old in told:
            continue
        told.add(old)
        new = _address(after) if after else ""
        new = new if new in known else next(iter(get_close_matches(old, known, n=1, cutoff=0.3)), "/")
        values = (("found", old), ("new", new))
        yield Problem(after or _REDIRECTS, 1, 1, "warning", "page-moved", values)


def _gone(root: Path) -> Iterator[tuple[str, str]]:
    """Yield the path of every file that is gone, with its new path where it has only got another name."""
    for base in _BASES:
        try:
            printed = run_git(root, "diff", "--name-status", "--relative", "-M", "-z", base, "--", *_FOLDERS)
        except GitError:
            continue
        yield from _parsed(printed)
        if base == _BASES[0]:
            return


def _parsed(printed: bytes) -> Iterator[tuple[str, str]]:
    words = iter(printed.decode("utf-8", "surrogateescape").split("\0"))
    for state in words:
        if state.startswith("R"):
            yield next(words), next(words)
        elif state:
            path = next(words)
            if state == "D":
                yield path, ""


def _address(path: str) -> str:
    """Return the address of the page that a file is, or nothing when it is none, or one of a translation."""
    kind = next((item for item in types() if item.values_in(path)), None)
    if kind is None or not kind.pages or kind.entries:
        return ""
    values = kind.values_in(path)
    if values.get("language", main_language()) != main_language():
        return ""
    try:
        return address_of_page(kind.pages[0].format(SimpleNamespace(**values)))
    except AttributeError:  # a page whose address is not made of its file's name alone
        return ""
