"""`make bench`: how long our build takes beside plain MkDocs over the same pages, in turn, on this machine.

    python -m scripts.bench [--rounds 3] [--out build/bench.json]

The peer is MkDocs + Material + static-i18n with its own search, over exactly the Markdown that `vejviser build --pages`
writes out. Every run starts in a folder of its own; the table shows medians, and ratios against the peer's cold build.
"""

import argparse
import json
import os
import platform
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from importlib import metadata
from pathlib import Path
from time import monotonic

ROOT = Path(__file__).parents[1]
COPIED = ("data", "docs", "materials", "overrides", "mkdocs.yml")
LANGUAGES = ("da", "en", "uk", "ar")
PEER = """
site_name: Venner Viser Vej
site_url: https://vejviser.example/
theme: {name: material, font: false}
markdown_extensions: [admonition, attr_list, md_in_html, tables, def_list]
plugins:
  - search
  - i18n:
      docs_structure: folder
      fallback_to_default: true
      languages:
        - {locale: da, name: Dansk, default: true, build: true}
        - {locale: en, name: English, build: true}
        - {locale: uk, name: Українська, build: true}
        - {locale: ar, name: العربية, build: true}
"""


@dataclass(frozen=True)
class Run:
    """One run of a command: seconds on the clock, and the most memory its largest process held, in megabytes."""

    seconds: float
    megabytes: float


@dataclass(frozen=True)
class Line:
    """A line of the table: medians over the rounds, and the time as a part of the peer's."""

    what: str
    seconds: float
    megabytes: float
    ratio: float


def run(command: Sequence[str], folder: Path) -> Run:
    """Run a command to its end; raises RuntimeError when it fails."""
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    with tempfile.TemporaryFile() as said:
        began = monotonic()
        actions = [(os.POSIX_SPAWN_DUP2, said.fileno(), 1), (os.POSIX_SPAWN_DUP2, said.fileno(), 2)]
        here = Path.cwd()
        os.chdir(folder)
        child = os.posix_spawn(command[0], list(command), environment, file_actions=actions)
        os.chdir(here)
        _, status, usage = os.wait4(child, 0)
        seconds = monotonic() - began
        if status:
            said.seek(0)
            raise RuntimeError(f"{' '.join(command)}:\n{said.read().decode(errors='replace')[-2000:]}")
    return Run(seconds, usage.ru_maxrss / 1024)


def vejviser(*arguments: str) -> list[str]:
    """Give the command line of our own program."""
    return [sys.executable, "-m", "vejviser", *arguments]


def prepared(work: Path) -> tuple[Path, Path]:
    """Make the two projects: ours, a copy of the content, and the peer's, with the same pages as Markdown."""
    ours, peer = work / "ours", work / "peer"
    ours.mkdir()
    for name in COPIED:
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, ours / name)
    peer.mkdir()
    (peer / "mkdocs.yml").write_text(PEER, "utf-8")
    run(vejviser("build", "--pages", str(peer / "docs")), ours)
    return ours, peer


def forget(ours: Path) -> None:
    """Take away everything that earlier builds left."""
    for name in ("site", ".cache", "build"):
        shutil.rmtree(ours / name, ignore_errors=True)


def cold(ours: Path) -> Run:
    """Build our portal with nothing left from before: pages, documents, open data, search."""
    forget(ours)
    return run(vejviser("build"), ours)


def warm(ours: Path) -> Run:
    """Build our portal again with nothing changed."""
    return run(vejviser("build"), ours)


def one_sentence(ours: Path) -> Run:
    """Build our portal again after one changed sentence."""
    path = ours / "docs/da/haandboeger/frivillig/det-foerste-moede.md"
    path.write_text(path.read_text("utf-8") + "\nEn sætning mere.\n", "utf-8")
    return run(vejviser("build"), ours)


def peers(peer: Path) -> Run:
    """Build the peer's site with nothing left from before."""
    shutil.rmtree(peer / "site", ignore_errors=True)
    return run([sys.executable, "-m", "mkdocs", "build", "--quiet"], peer)


def measured(ours: Path, peer: Path, rounds: int) -> dict[str, list[Run]]:
    """Run everything `rounds` times, in turn, so that a busy moment falls on all alike."""
    tasks: Mapping[str, Callable[[], Run]] = {
        "peer, cold": lambda: peers(peer),
        "ours, cold, with all documents": lambda: cold(ours),
        "ours, nothing changed": lambda: warm(ours),
        "ours, one sentence changed": lambda: one_sentence(ours),
    }
    found: dict[str, list[Run]] = {name: [] for name in tasks}
    for number in range(rounds):
        for name, task in tasks.items():
            print(f"round {number + 1}/{rounds}: {name}", file=sys.stderr)  # noqa: T201 - progress of a long run
            found[name].append(task())
    return found


def table(found: Mapping[str, list[Run]]) -> list[Line]:
    """Give the medians and ratios."""
    base = statistics.median(it.seconds for it in found["peer, cold"])
    return [
        Line(
            name,
            round(statistics.median(it.seconds for it in runs), 2),
            round(max(it.megabytes for it in runs)),
            round(statistics.median(it.seconds for it in runs) / base, 2),
        )
        for name, runs in found.items()
    ]


def main() -> None:
    """Measure, print the table, and write it with what it was measured on."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--out", type=Path, default=ROOT / "build" / "bench.json")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as work:
        ours, peer = prepared(Path(work))
        lines = table(measured(ours, peer, given.rounds))
    versions = {
        name: metadata.version(name) for name in ("mkdocs", "mkdocs-material", "mkdocs-static-i18n", "pagefind")
    }
    machine = {"python": platform.python_version(), "system": platform.platform(), "cores": os.cpu_count()}
    report = {"rounds": given.rounds, "lines": [asdict(line) for line in lines], "versions": versions, **machine}
    given.out.parent.mkdir(parents=True, exist_ok=True)
    given.out.write_text(json.dumps(report, indent=1) + "\n", "utf-8")
    rows = [
        ("", "seconds", "× peer", "MB"),
        *((it.what, f"{it.seconds:.1f}", f"{it.ratio:.2f}", f"{it.megabytes:.0f}") for it in lines),
    ]
    for what, *figures in rows:
        print(f"{what:34}" + "".join(f"{figure:>10}" for figure in figures))  # noqa: T201 - what it is run for


if __name__ == "__main__":
    main()
