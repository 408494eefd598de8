"""Edits of a small whole portal, drawn by chance: what editors, developers, machines and bad luck do to it."""

import multiprocessing
import os
import random
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from time import sleep

from tests.conftest import TODAY
from tests.privacy.attachments import png
from vejviser.base.fingerprints import installation_fingerprint
from vejviser.base.problems import ContentError
from vejviser.site.pipeline import build_site

Dice = random.Random


@dataclass
class World:
    """The day, and the version of the program."""

    day: date = TODAY
    version: str = "3.11.0"


NOW = World()


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
