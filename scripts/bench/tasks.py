"""What is measured: each task leaves its project so that the next round can do it again."""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from time import monotonic, sleep
from urllib.request import urlopen

from scripts.bench.measure import Run, environment, run
from scripts.bench.projects import DOCUMENTS_ONLY, LANGUAGES, ONLINE, ROOT, Projects, committed, vejviser

PEER = "mkdocs, cold"
PAGES = "ours, cold, pages and search"
COLD, LARGE = "ours, cold, whole", "ours, cold, whole, 4 × places"
SAME, SENTENCE, PLACE, FRAME = (
    "ours, nothing changed",
    "ours, one sentence changed",
    "ours, one municipality changed",
    "ours, one template changed",
)
LARGE_SENTENCE, PUSH = "ours, one sentence, 4 × places", "ours, push to online"
EDIT, DOCUMENTS = "ours, edit to preview", "1,000 documents, cold"
ZENSICAL = ROOT / ".cache" / "zensical" / "bin" / "zensical"
CHAPTER = "docs/da/haandboeger/frivillig/det-foerste-moede.md"
ADDRESS = "haandboeger/frivillig/det-foerste-moede/"
MUNICIPALITY = "data/kommuner/0461-odense.yml"
TEMPLATE = "overrides/partials/about.html"
_LOOK = 0.02
"""Seconds between two looks at the preview."""
_numbers = count(1)


def tasks(projects: Projects) -> Mapping[str, Callable[[], Run]]:
    """Return everything that is measured by its name, in the order of the table."""
    ours = projects.ours
    return {
        PEER: lambda: _mkdocs(projects.mkdocs),
        "zensical, cold": lambda: _zensical(projects.zensical),
        PAGES: lambda: _pages(ours),
        COLD: lambda: _cold(ours),
        SAME: lambda: run(vejviser("build"), ours),
        SENTENCE: lambda: _changed(ours, CHAPTER, "\nEn sætning mere: {number}.\n"),
        PLACE: lambda: _changed(ours, MUNICIPALITY, "\n# {number}\n", "website: odense.dk"),
        FRAME: lambda: _changed(ours, TEMPLATE, "\n<p hidden>{number}</p>\n"),
        EDIT: lambda: _preview(ours),
        PUSH: lambda: _push(projects.pushed),
        LARGE: lambda: _cold(projects.large),
        LARGE_SENTENCE: lambda: _changed(projects.large, CHAPTER, "\nEn sætning mere: {number}.\n"),
        DOCUMENTS: lambda: _documents(ours, keep=False),
        "1,000 documents, nothing changed": lambda: _documents(ours, keep=True),
    }


def _mkdocs(project: Path) -> Run:
    shutil.rmtree(project / "site", ignore_errors=True)
    return run([sys.executable, "-m", "mkdocs", "build", "--quiet"], project)


def _zensical(project: Path) -> Run:
    shutil.rmtree(project / "site", ignore_errors=True)
    shutil.rmtree(project / ".cache", ignore_errors=True)
    runs = [run([str(ZENSICAL), "build", "--config-file", f"{language}.yml"], project) for language in LANGUAGES]
    return Run(sum(item.seconds for item in runs), max(item.megabytes for item in runs))


def _pages(project: Path) -> Run:
    """Build what the peers build, pages and a search, with no page left from before."""
    _forget(project)
    return run([sys.executable, "-m", "scripts.bench.pages", str(project)], ROOT)


def _cold(project: Path) -> Run:
    """Build with no page left from before: with open data, every file to hand out, and the privacy gate.

    The documents, which are measured by themselves, are in the cache.
    """
    _forget(project)
    return run(vejviser("build", "--verbose"), project)


def _forget(project: Path) -> None:
    """Take away the site and everything that is kept but finished documents."""
    for name in ("site", ".cache"):
        shutil.rmtree(project / name, ignore_errors=True)
    shutil.copytree(project / DOCUMENTS_ONLY, project / ".cache", copy_function=os.link)


def _changed(project: Path, name: str, added: str, behind: str = "") -> Run:
    path = project / name
    before = path.read_text("utf-8")
    text = added.format(number=next(_numbers))
    if behind:
        path.write_text(before.replace(behind, f"{behind}/{next(_numbers)}"), "utf-8")
    else:
        path.write_text(before + text, "utf-8")
    try:
        return run(vejviser("build", "--verbose"), project)
    finally:
        path.write_text(before, "utf-8")


def _push(project: Path) -> Run:
    """Push a sentence to a repository that publishes; the time until the push is over and the page has it."""
    path = project / CHAPTER
    words = f"En sætning mere: {next(_numbers)}."
    path.write_text(f"{path.read_text('utf-8')}\n{words}\n", "utf-8")
    committed(project, words)
    found = run(["git", "push", "--quiet", "origin", "main"], project)
    page = project.parent / ONLINE / "current" / ADDRESS / "index.html"
    if words not in page.read_text("utf-8"):
        raise RuntimeError(f"{page}: {words}")
    return found


def _preview(project: Path) -> Run:
    """Save a sentence while the preview runs; the time until the page that is served has it."""
    path = project / CHAPTER
    before = path.read_text("utf-8")
    with _served(project) as address:
        try:
            for _ in range(2):  # the first edit after a start makes what later ones use again
                words = f"En sætning mere: {next(_numbers)}."
                os.sync()
                began = monotonic()
                path.write_text(f"{before}\n{words}\n", "utf-8")
                while words not in _get(address + ADDRESS):
                    sleep(_LOOK)
                seconds = monotonic() - began
                _settled(address)
        finally:
            path.write_text(before, "utf-8")
    return Run(seconds)


@contextmanager
def _served(project: Path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{free.getsockname()[1]}"
    command = vejviser("serve", "--address", place)
    log = project / "serve.log"
    with (
        log.open("w") as said,
        subprocess.Popen(
            command, cwd=project, env=environment() | {"PYTHONUNBUFFERED": "1"}, stdout=said, stderr=said
        ) as process,
    ):
        while "Ctrl+C" not in log.read_text("utf-8"):
            if process.poll() is not None:
                raise RuntimeError(log.read_text("utf-8"))
            sleep(_LOOK)
        try:
            yield f"http://{place}/"
        finally:
            process.terminate()


def _settled(address: str) -> None:
    """Wait until the preview has made the documents that follow the page."""
    epoch = -1
    while epoch != (now := _epoch(address)):
        epoch = now
        sleep(8)


def _epoch(address: str) -> int:
    page = _get(address + ADDRESS)
    return int(page.split('data-epoch="', 1)[1].split('"', 1)[0])


def _get(address: str) -> str:
    with urlopen(address) as answer:  # noqa: S310 - our own preview
        return str(answer.read().decode())


def _documents(project: Path, *, keep: bool) -> Run:
    """Make a thousand filled-in documents, Word and PDF, with the workers a build uses."""
    if not keep:
        shutil.rmtree(project / ".cache" / "bench", ignore_errors=True)
    return run([sys.executable, "-m", "scripts.bench.documents", str(project)], ROOT)
