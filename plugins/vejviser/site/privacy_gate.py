"""The gate before a site is put in its place: every byte of every file has been looked through by the rules of today.

What was found in a content is kept by its hash and the version of the rules; only what was never looked through by
these rules is opened.
"""

import os
from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from itertools import chain

from vejviser.base.contents import Content
from vejviser.base.engine import Engine
from vejviser.base.fingerprints import cache_key, program_fingerprint
from vejviser.base.parallel import OnProgress, run_parallel
from vejviser.base.problems import Problem
from vejviser.content.model.portal import Portal
from vejviser.privacy import finished_pages, personal_data
from vejviser.privacy.scanner import is_markup, read_bytes
from vejviser.site.content_check import TRUSTED_ENDINGS

FEW = 20
"""So few files are looked through by the process that asks for it."""


def problems(
    portal: Portal, files: Mapping[str, Content], site: str, today: date, engine: Engine
) -> tuple[Problem, ...]:
    """Return everything in the `files` of a site, named `site`, that must not be published."""
    allowed = personal_data.allowed_in_site(portal, today)
    rules = cache_key(program_fingerprint(), site, *sorted(allowed.everywhere))
    wanted = {
        path: cache_key(rules, path, content.sha256)
        for path, content in files.items()
        if not path.endswith(TRUSTED_ENDINGS)
    }

    def make(missing: Sequence[str]) -> list[tuple[Problem, ...]]:
        cores = 1 if len(missing) <= FEW else os.cpu_count() or 1
        by_size = sorted(missing, key=lambda path: -files[path].size)
        shares = [by_size[core::cores] for core in range(cores)]
        tasks = [
            partial(_look_through, {path: files[path] for path in share}, site, allowed, engine) for share in shares
        ]
        found = run_parallel(tasks) if cores > 1 else [task(lambda _: None) for task in tasks]
        told = dict(zip(chain.from_iterable(shares), chain.from_iterable(found), strict=True))
        return [told[path] for path in missing]

    return tuple(sorted({*chain.from_iterable(engine.many("privacy", program_fingerprint(), wanted, make).values())}))


def _look_through(
    files: Mapping[str, Content], site: str, allowed: personal_data.AllowList, engine: Engine, _: OnProgress
) -> list[tuple[Problem, ...]]:
    return [_verdict(f"{site}/{path}", engine.contents.read(content), allowed) for path, content in files.items()]


def _verdict(path: str, data: bytes, allowed: personal_data.AllowList) -> tuple[Problem, ...]:
    found = [*personal_data.problems(read_bytes(path, data), allowed)]
    if is_markup(path):
        found += finished_pages.problems([(path, data)])
    return tuple(found)
