"""The search index: Pagefind reads the finished pages of a language and writes its index, cut small here."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from vejviser.base.contents import Content, Contents
from vejviser.base.engine import Engine
from vejviser.base.fingerprints import cache_key, program_fingerprint
from vejviser.base.parallel import OnProgress, run_parallel
from vejviser.base.problems import BrokenEnvironmentError
from vejviser.content.languages import Language
from vejviser.site.search.index_shards import ENTRY, entry, split_index, unpacked

FOLDER = "pagefind"
MARK = b"data-pagefind-body"
"""What a page has that is to be found."""


@dataclass(frozen=True, slots=True)
class LanguageIndex:
    """The index of one language: what the account of all languages says of it, its files, and its pages' names."""

    told: Mapping[str, Any] = field(default_factory=dict)
    files: tuple[tuple[str, Content], ...] = ()
    names: tuple[tuple[str, str], ...] = ()
    """The name Pagefind has for each page, by the page's address: ("/ven/", "da_53f1060")."""


@dataclass(frozen=True, slots=True)
class Index:
    """The index of all languages: its files by their paths in the site, and the pages' names by their addresses."""

    files: Mapping[str, Content]
    names: Mapping[str, str]


def index_files(pages: Mapping[Language, Mapping[str, Content]], engine: Engine) -> Index:
    """Return the index of the finished `pages` that are to be found, by language and place.

    A language is indexed again only when one of these pages is another. Raises BrokenEnvironmentError when Pagefind
    cannot be run.
    """
    contents = engine.contents
    keys = {
        language: cache_key(*(word for place in sorted(of) for word in (place, of[place].sha256)))
        for language, of in pages.items()
    }

    def make(missing: Sequence[Language]) -> list[LanguageIndex]:
        tasks = [partial(_index, pages[language], engine) for language in missing]
        made = run_parallel(tasks, workers=os.cpu_count()) if len(tasks) > 1 else [tasks[0](lambda _: None)]
        for content in (content for index in made for _, content in index.files):
            contents.trust(content)
        return made

    found = engine.many("search", program_fingerprint(), keys, make, lambda index: _is_whole(index, contents)).values()
    files = {path: content for index in found for path, content in index.files}
    if told := [index.told for index in found if index.told]:
        files[f"{FOLDER}/{ENTRY}"] = contents.put(entry(told))
    return Index(files, {address: name for index in found for address, name in index.names})


def _is_whole(index: LanguageIndex, contents: Contents) -> bool:
    return all(contents.has(content) for _, content in index.files)


def _index(pages: Mapping[str, Content], engine: Engine, _: OnProgress) -> LanguageIndex:
    contents = engine.contents
    if not pages:  # where no page has the mark, Pagefind would take what there is
        return LanguageIndex()
    with tempfile.TemporaryDirectory(dir=engine.folder) as folder:
        site = Path(folder) / "site"
        for place, content in pages.items():
            (site / place).parent.mkdir(parents=True, exist_ok=True)
            contents.place(content, site / place)
        index = Path(folder) / FOLDER
        _run_pagefind(site, index)
        told = split_index(index)
        files = sorted(path for path in index.rglob("*") if path.is_file() and path.name != ENTRY)
        return LanguageIndex(
            told,
            tuple(
                (f"{FOLDER}/{path.relative_to(index).as_posix()}", contents.put(path.read_bytes())) for path in files
            ),
            tuple(page_names(index)),
        )


def _place(path: Path, index: Path) -> str:
    return f"{FOLDER}/{path.relative_to(index).as_posix()}"


def _run_pagefind(site: Path, index: Path) -> None:
    """Run Pagefind over the folder `site`; raises BrokenEnvironmentError when it cannot be run or finds nothing."""
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--output-path", str(index), "--quiet"]
    done = subprocess.run(command, cwd=site.parent, capture_output=True, text=True, check=False)
    if done.returncode:
        raise BrokenEnvironmentError("machine-pagefind", reason=done.stderr.strip() or done.stdout.strip())


def page_names(index: Path) -> list[tuple[str, str]]:
    """Return the address of each page of an index, with the name Pagefind has for it: ("/ven/", "da_53f1060")."""
    found = []
    for path in sorted((index / "fragment").glob("*.pf_fragment")):
        fragment = json.loads(unpacked(path))
        found.append((str(fragment["url"]), path.stem))
    return found
