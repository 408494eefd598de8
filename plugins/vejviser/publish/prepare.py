"""A finished site -> a folder ready to be served: the files, their compressed twins, the headers.

Files that did not change are hard links to the release before: no room taken, no time, and the same date, so that
a reader's browser is told "not modified".
"""

import os
import shutil
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from vejviser.publish.compress import twins
from vejviser.publish.headers import has_forms, headers_file
from vejviser.publish.manifest import HEADERS, NAME, TWINS, publishable, site_files, verify


@dataclass(frozen=True, slots=True)
class Prepared:
    """How many files of the site there are, and how many of them are new or changed."""

    files: int
    fresh: int


def prepare(site: Path, fresh: Path, earlier: Path | None, *, preview: bool = False) -> Prepared:
    """Fill the folder `fresh` from `site`, with links to `earlier` where nothing changed.

    Raises PublishError when `site` is not what its build.json says: what has been copied is looked at, not the
    original, which somebody may be building again.
    """
    manifest = publishable(site, preview=preview)
    names = (*site_files(site), NAME)
    for folder in sorted({fresh, *((fresh / name).parent for name in names)}):
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o755)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        made = sum(pool.map(partial(_place, site, fresh, earlier), names))
    _write(fresh / HEADERS, headers_file(preview=preview, admin=has_forms(names)))
    verify(fresh, manifest)
    return Prepared(len(names), made)


def _place(site: Path, fresh: Path, earlier: Path | None, name: str) -> bool:
    content = (site / name).read_bytes()
    if earlier and _holds(earlier / name, content):
        for suffix in ("", *TWINS):
            if (earlier / f"{name}{suffix}").is_file():
                _link(earlier / f"{name}{suffix}", fresh / f"{name}{suffix}")
        return False
    for suffix, small in ({"": content} | twins(name, content)).items():
        _write(fresh / f"{name}{suffix}", small)
    return True


def _holds(path: Path, content: bytes) -> bool:
    return path.is_file() and path.stat().st_size == len(content) and path.read_bytes() == content


def _link(old: Path, new: Path) -> None:
    try:
        new.hardlink_to(old)
    except OSError:  # another file system, somebody else's file, too many links
        shutil.copy2(old, new)


def _write(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    path.chmod(0o644)  # whoever publishes, the server may read it
