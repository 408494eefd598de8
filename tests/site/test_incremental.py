"""The law of incremental builds: after anything that can happen, a build gives byte for byte what a clean build gives.

Each round changes a whole small portal in ways that editors, developers, machines and bad luck do, builds it beside
what earlier rounds left, and compares with a build of a copy that has no cache. Mistakes are among the edits: both
builds must then say the same, and the site is as it was. `VEJVISER_EDITS` sets how many edits are tried (default 24);
they are drawn anew in every run, and `VEJVISER_SEED` draws those of a failed run again.
"""

import multiprocessing
import os
import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from time import sleep
from typing import Any

import pytest
import yaml

from tests.conftest import TODAY
from tests.privacy.attachments import png
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
Dice = random.Random
Outcome = dict[str, bytes] | str


@dataclass
class World:
    """The day, and the version of the program."""

    day: date = TODAY
    version: str = "3.11.0"


NOW = World()


@pytest.fixture(autouse=True)
def world(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Each test begins on the same day with the same program; what is remembered of the program is forgotten after."""
    NOW.day, NOW.version = TODAY, "3.11.0"
    monkeypatch.setattr(fingerprints.platform, "python_version", lambda: NOW.version)
    installation_fingerprint.cache_clear()
    yield
    installation_fingerprint.cache_clear()


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


def together(texts: Any, own: Any) -> Any:
    """Return a tree of texts with a portal's own in it."""
    if not isinstance(texts, dict) or not isinstance(own, dict):
        return own
    return texts | {key: together(texts[key], value) if key in texts else value for key, value in own.items()}


def change(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")


def some_text(root: Path, dice: Dice) -> Path:
    return dice.choice(sorted((root / "docs").rglob("*.md")))


def a_sentence(root: Path, dice: Dice) -> None:
    path = some_text(root, dice)
    path.write_text(path.read_text("utf-8") + f"\nEn sætning mere, nummer {dice.random()}.\n", "utf-8")


def a_title(root: Path, dice: Dice) -> None:
    path = some_text(root, dice)
    change(path, "title: ", f"title: Nye {dice.randrange(9)} ")


def a_heading(root: Path, dice: Dice) -> None:
    path = some_text(root, dice)
    path.write_text(path.read_text("utf-8") + f"\n## Overskrift {dice.randrange(99)}\n\nTekst.\n", "utf-8")


def a_link(root: Path, dice: Dice) -> None:
    target = dice.choice(["moedet.md#foer", "penge.md#regler", "penge.md#findes-ikke", "../../kilder.md", "vaek.md"])
    path = root / "docs/da/haandboeger/ven/penge.md"
    path.write_text(path.read_text("utf-8") + f"\nSe [her]({target}).\n", "utf-8")


def an_anchor(root: Path, dice: Dice) -> None:
    change(root / "docs/da/haandboeger/ven/moedet.md", "{#foer}", dice.choice(["{#tidlig}", "{#foer-nu}"]))


def a_fact(root: Path, dice: Dice) -> None:
    path = root / "data/kommuner/0801-proeveby.yml"
    change(path, "name: ", f"name: Ny{dice.choice('abc')}") if dice.random() < 0.3 else change(
        path, "en: ", f"en: Quite {dice.randrange(9)} "
    )


def a_checklist(root: Path, dice: Dice) -> None:
    change(root / "data/checklists/foerste-moede.yml", "da: ", f"da: Altid {dice.randrange(9)} ")


def a_track(root: Path, dice: Dice) -> None:
    path = root / "data/tracks/foerste-ven.yml"
    change(path, "title: {da: ", f"title: {{da: Nyt {dice.randrange(9)} ")
    change(path, "      - material: aftale\n", dice.choice(["", "      - material: aftale\n"]))


def a_word(root: Path, dice: Dice) -> None:
    change(root / "data/glossary.yml", "da: ", f"da: Meget {dice.randrange(9)} ")


def a_template(root: Path, dice: Dice) -> None:
    path = dice.choice(sorted((root / "overrides/partials").glob("*.html")))
    path.write_text(path.read_text("utf-8") + f"\n<!-- {dice.random()} -->", "utf-8")


def an_interface_text(root: Path, dice: Dice) -> None:
    change(root / f"data/ui/{dice.choice(['da', 'en', 'uk', 'ar'])}.yml", "home: ", f"home: Ny {dice.randrange(9)} ")


def the_address(root: Path, dice: Dice) -> None:
    path = root / "mkdocs.yml"
    lines = path.read_text("utf-8").splitlines()
    lines[1] = f"site_url: https://portal.example/{dice.choice(['', 'venner/', 'ny/'])}"
    path.write_text("\n".join(lines) + "\n", "utf-8")


def a_language(root: Path, dice: Dice) -> None:
    """A language is taken out of the site, or put in again."""
    line = f"        - {{locale: {dice.choice(['en', 'uk', 'ar'])}, name: Sprog, build: false}}\n"
    path, main = root / "mkdocs.yml", "        - {locale: da, name: Dansk, default: true}\n"
    change(path, *((line, "") if line in path.read_text("utf-8") else (main, main + line)))


SETTINGS = (
    ("name: Prøveportal", "name: Venneportalen"),
    ("  - ar\n", "  - ar\n  - so\n"),
    ("glossary: ordliste", "glossary: ordbog"),
    ("my_match: mit-match", "my_match: min-ven"),
    ("limits: {participant: 35, volunteer: 45}", "limits: {participant: 5, volunteer: 5}"),
    ("in_sentence: {da: Røde Kors", "in_sentence: {da: korset"),
    ("approves: false", "approves: true"),
    ("country: DK", "country: Danmark"),
)


def the_settings(root: Path, dice: Dice) -> None:
    """portal.yml says something else, or the same again; one of them is a mistake."""
    path, (old, new) = root / "portal.yml", dice.choice(SETTINGS)
    text = path.read_text("utf-8")
    assert old in text or new in text, old
    path.write_text(text.replace(new, old, 1) if new in text else text.replace(old, new, 1), "utf-8")


def a_translation(root: Path, dice: Dice) -> None:
    """A chapter gets a text in another language, or loses it."""
    chapter = dice.choice(["moedet.md", "penge.md"])
    target = root / "docs" / dice.choice(["en", "uk", "ar"]) / "haandboeger/ven" / chapter
    if target.exists():
        return target.unlink()
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(root / "docs/da/haandboeger/ven" / chapter, target)
    return None


def a_page(root: Path, dice: Dice) -> None:
    """A page of its own appears, is renamed, or goes."""
    folder = root / "docs/da"
    mine = sorted(folder.glob("side-*.md"))
    if not mine:
        text = "---\ntitle: En side\nsummary: Til at prøve med.\n---\nTekst [@rapport-2024].\n"
        (folder / f"side-{dice.randrange(9)}.md").write_text(text, "utf-8")
    elif dice.random() < 0.5:
        mine[0].rename(folder / f"side-ny-{dice.randrange(9)}.md")
    else:
        mine[0].unlink()


def a_picture(root: Path, dice: Dice) -> None:
    """A page shows a picture, of which a language may have its own."""
    for language in ("da", dice.choice(["en", "uk"])):
        path = root / "docs" / language / "om/plan.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(png(str(dice.random())))
    text = "---\ntitle: Om\nsummary: Om os.\n---\n![En plan](plan.png)\n"
    (root / "docs/da/om/os.md").write_text(text, "utf-8")


def a_deletion(root: Path, dice: Dice) -> None:
    some_text(root, dice).unlink()


def a_day(root: Path, dice: Dice) -> None:  # noqa: ARG001 - the day is the world's
    """Reviews and contacts fall due, regions change; or the clock of the machine was wrong and is put back."""
    NOW.day = TODAY + timedelta(days=dice.choice([-40, 1, 90, 400, 2000]))


ON_DAYS = (
    "docs/da/haandboeger/ven/penge.md",
    "docs/da/haandboeger/ven/handbook.yml",
    "data/checklists/foerste-moede.yml",
    "data/guides/modtage.yml",
    "materials/aftale/material.yml",
    "data/tracks/foerste-ven.yml",
)


def its_days(root: Path, dice: Dice) -> None:
    """A text gets a first or a last day, near today, or loses them; or today goes past one."""
    path = root / dice.choice(ON_DAYS)
    if not path.exists():
        return
    lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("publish_")]
    day = NOW.day + timedelta(days=dice.choice([-90, -1, 0, 1, 60]))
    if dice.random() < 0.8:
        start = next(number for number, line in enumerate(lines) if line.startswith("title:"))
        lines.insert(start, f"publish_{dice.choice(['from', 'until'])}: {day}")
    path.write_text("\n".join(lines) + "\n", "utf-8")
    if dice.random() < 0.5:
        a_day(root, dice)


def another_version(root: Path, dice: Dice) -> None:  # noqa: ARG001 - the program is the world's
    """Another version of the program, or the one before it again: a rule may be another."""
    NOW.version = dice.choice(["3.11.0", "3.11.99", "3.12.1"])
    installation_fingerprint.cache_clear()


def a_damaged_cache(root: Path, dice: Dice) -> None:
    """Some of what is kept is cut short, changed, or gone."""
    kept = sorted(path for path in (root / ".cache").rglob("*") if path.is_file())
    for path in dice.sample(kept, min(len(kept), 40)):
        match dice.randrange(3):
            case 0:
                path.unlink()
            case 1:
                path.write_bytes(path.read_bytes()[: dice.randrange(40)])
            case _:
                path.write_bytes(path.read_bytes()[::-1])


def no_cache(root: Path, dice: Dice) -> None:  # noqa: ARG001 - as the others
    shutil.rmtree(root / ".cache")


def other_times(root: Path, dice: Dice) -> None:
    """A checkout whose files are all new, or of the year 2001, or of tomorrow."""
    for path in sorted(root.rglob("*")):
        if path.is_file():
            when = dice.choice([10**9, 1_700_000_000, 2_500_000_000]) + dice.randrange(1000)
            os.utime(path, (when, when))


def a_touched_site(root: Path, dice: Dice) -> None:
    """Somebody has been in the finished site: files are gone, others, or too many."""
    site = root / "site"
    for path in dice.sample(sorted(path for path in site.rglob("*") if path.is_file()), 5):
        match dice.randrange(3):
            case 0:
                path.unlink()
            case 1:
                path.write_bytes(path.read_bytes() + b"!")
            case _:
                (path.parent / f"mine-{dice.randrange(9)}.txt").write_text("My own.", "utf-8")


def no_site(root: Path, dice: Dice) -> None:  # noqa: ARG001 - as the others
    shutil.rmtree(root / "site")


def a_killed_build(root: Path, dice: Dice) -> None:
    """An edit, and a build of it that is killed somewhere."""
    a_sentence(root, dice)
    build = multiprocessing.get_context("fork").Process(target=_build, args=(root,))
    build.start()
    sleep(dice.random() * 3)
    build.kill()
    build.join()


def two_at_once(root: Path, dice: Dice) -> None:
    """An edit, and two builds of it at once."""
    a_title(root, dice)
    builds = [multiprocessing.get_context("fork").Process(target=_build, args=(root,)) for _ in range(2)]
    for build in builds:
        build.start()
    for build in builds:
        build.join()


def _build(root: Path) -> None:
    with suppress(ContentError):
        build_site(root, root / "site", NOW.day)


KINDS: list[Callable[[Path, Dice], None]] = [
    a_sentence,
    a_title,
    a_heading,
    a_link,
    an_anchor,
    a_fact,
    a_checklist,
    a_track,
    a_word,
    a_template,
    an_interface_text,
    the_address,
    the_settings,
    a_language,
    a_translation,
    a_page,
    a_picture,
    a_deletion,
    a_day,
    its_days,
    another_version,
    a_damaged_cache,
    no_cache,
    other_times,
    a_touched_site,
    no_site,
    a_killed_build,
    two_at_once,
]


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
