"""The law of incremental builds: after anything that can happen, a build gives byte for byte what a clean build gives.

Each round changes a whole small portal in ways that editors, developers, machines and bad luck do, builds it beside
what earlier rounds left, and compares with a build of a copy that has no cache. Mistakes are among the edits: both
builds must then say the same, and the site is as it was. `VEJVISER_EDITS` sets how many edits are tried (default 24);
they are drawn anew in every run, and `VEJVISER_SEED` draws those of a failed run again.
"""

import os
import random
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import TODAY
from tests.site.drawn_edits import (
    KINDS,
    NOW,
    SETTINGS,
    Dice,
    a_killed_build,
    a_touched_site,
    change,
    no_site,
    two_at_once,
)
from vejviser.base import fingerprints
from vejviser.base.engine import engine_of
from vejviser.base.fingerprints import installation_fingerprint
from vejviser.base.problems import ContentError
from vejviser.content.settings import using_root
from vejviser.documents.version import engine_version
from vejviser.site.pipeline import build_site

pytestmark = pytest.mark.slow

EDITS = int(os.environ.get("VEJVISER_EDITS", "24"))
SEED = int(os.environ.get("VEJVISER_SEED") or random.SystemRandom().randrange(1_000_000))
Outcome = dict[str, bytes] | str


@pytest.fixture(autouse=True)
def world(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Each test begins on the same day with the same program; what is remembered of the program is forgotten after."""
    NOW.day, NOW.version = TODAY, "3.11.0"
    monkeypatch.setattr(fingerprints.platform, "python_version", lambda: NOW.version)
    installation_fingerprint.cache_clear()
    yield
    installation_fingerprint.cache_clear()


def together(texts: Any, own: Any) -> Any:
    """Return a tree of texts with a portal's own in it."""
    if not isinstance(texts, dict) or not isinstance(own, dict):
        return own
    return texts | {key: together(texts[key], value) if key in texts else value for key, value in own.items()}


@pytest.fixture
def project(portal_copy: Path) -> Path:
    """The small portal with templates and interface texts of its own, and an English chapter to translate."""
    here = Path(__file__).parents[2]
    shutil.copytree(here / "plugins/vejviser/site/frame", portal_copy / "overrides")
    for source in sorted((here / "plugins/vejviser/ui").rglob("*.yml")):
        target = portal_copy / "data/ui" / source.relative_to(here / "plugins/vejviser/ui")
        own = yaml.safe_load(target.read_text("utf-8")) if target.is_file() else {}
        target.parent.mkdir(parents=True, exist_ok=True)
        texts = together(yaml.safe_load(source.read_text("utf-8")), own)
        target.write_text(yaml.safe_dump(texts, allow_unicode=True, sort_keys=False, width=1000), "utf-8")
    return portal_copy


def outcome(root: Path) -> Outcome:
    """Build the whole site; return every file and what was warned about, or what is wrong."""
    try:
        built = build_site(root, root / "site", NOW.day)
    except ContentError as error:
        return "\n".join(map(repr, error.problems))
    warned = "\n".join(map(repr, built.problems)).encode()
    return files(root / "site") | {"(warnings)": warned, "(pages)": str(built.pages).encode()}


def files(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}


def clean(root: Path, folder: Path) -> Outcome:
    """Build a copy that nobody has built before; only finished documents are lent to it, by what they are made of."""
    copy = folder / "portal"
    shutil.copytree(root, copy, ignore=shutil.ignore_patterns(".cache", "site", ".site*"))
    _lend_documents(root, copy)
    found = outcome(copy)
    shutil.rmtree(folder)
    return found


def _lend_documents(root: Path, copy: Path) -> None:
    own, others = engine_of(root), engine_of(copy)
    with using_root(root):
        version = engine_version()
    for stage in ("document", "pack"):
        kept = own.kept(stage, version)
        if kept is not None:
            others.keep(stage, version, kept[0])
            for content in kept[0].values():
                if own.contents.has(content):
                    others.contents.put(own.contents.read(content))


def different(mine: Outcome, theirs: Outcome) -> list[str]:
    """Return the names of files that are not the same, or what was said."""
    if isinstance(mine, str) or isinstance(theirs, str):
        return [] if mine == theirs else [str(mine)[:2000], str(theirs)[:2000]]
    return [name for name in sorted({*mine, *theirs}) if mine.get(name) != theirs.get(name)]


def test_whatever_happens_a_build_gives_what_a_clean_build_gives(project: Path, tmp_path: Path) -> None:
    dice = Dice(SEED)
    built = 0
    assert not isinstance(outcome(project), str)
    order = [kind for _ in range(1 + EDITS // len(KINDS)) for kind in dice.sample(KINDS, len(KINDS))][:EDITS]
    for number, kind in enumerate(order):
        before, stood = tmp_path / "before", files(project / "site") if (project / "site").is_dir() else {}
        shutil.rmtree(before, ignore_errors=True)
        shutil.copytree(project, before, ignore=shutil.ignore_patterns(".cache", "site", ".site*"))
        kind(project, dice)
        touched = kind in (a_touched_site, no_site, a_killed_build, two_at_once)
        mine = outcome(project)
        theirs = clean(project, tmp_path / f"clean-{number}")
        assert different(mine, theirs) == [], f"VEJVISER_SEED={SEED}, edit {number}: {kind.__name__}"
        if isinstance(mine, str) and not touched:
            assert different(files(project / "site"), stood) == [], f"VEJVISER_SEED={SEED}: a mistake changed the site"
        if isinstance(mine, str) or dice.random() < 0.2:  # a mistake is mended, or an edit taken back
            _take_back(project, before)
        built += not isinstance(mine, str)
    assert built > EDITS / 2


def _take_back(project: Path, before: Path) -> None:
    for name in ("docs", "data", "materials", "overrides"):
        shutil.rmtree(project / name)
        shutil.copytree(before / name, project / name)
    for name in ("mkdocs.yml", "portal.yml"):
        shutil.copy(before / name, project / name)


def test_another_portal_yml_counts(project: Path, tmp_path: Path) -> None:
    assert not isinstance(outcome(project), str)
    for old, new in SETTINGS[:3]:
        change(project / "portal.yml", old, new)
    mine = outcome(project)
    assert different(mine, clean(project, tmp_path / "clean")) == []
    assert "Venneportalen" in (project / "site/index.html").read_text("utf-8")
    assert (project / "site/so/ordbog/index.html").is_file()
    assert not (project / "site/ordliste").exists()


def test_a_text_that_only_templates_show_counts(project: Path, tmp_path: Path) -> None:
    assert not isinstance(outcome(project), str)
    change(project / "data/ui/da.yml", "feedback:\n  title: ", "feedback:\n  title: Hør her! ")
    mine = outcome(project)
    assert different(mine, clean(project, tmp_path / "clean")) == []
    assert "Hør her!" in (project / "site/index.html").read_text("utf-8")
