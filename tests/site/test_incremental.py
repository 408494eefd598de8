"""The law of incremental builds: after any edits, what is built is byte for byte what a clean build gives.

Each round changes a whole small portal in ways that editors and developers do, builds it beside what earlier rounds left
in the cache, and compares with a build of a copy that has no cache. Mistakes are among the edits: both builds must then
say the same. `VEJVISER_EDITS` sets how many edits are tried (default 32).
"""

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import TODAY
from tests.privacy.attachments import png
from vejviser.base.problems import ContentError
from vejviser.content.load.settings import read_settings
from vejviser.site.outputs import write_assets, write_data
from vejviser.site.pipeline import prepare
from vejviser.site.site_pages import write_pages

pytestmark = pytest.mark.slow

EDITS = int(os.environ.get("VEJVISER_EDITS", "32"))
Dice = random.Random
Outcome = dict[str, bytes] | str


@pytest.fixture
def project(portal_copy: Path) -> Path:
    """The small portal with templates and interface texts of its own, and an English chapter to translate."""
    here = Path(__file__).parents[2]
    shutil.copytree(here / "overrides", portal_copy / "overrides")
    shutil.copytree(here / "data" / "ui", portal_copy / "data" / "ui")
    config = portal_copy / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace((here / "overrides").as_posix(), "overrides"), "utf-8")
    return portal_copy


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
    """A language is taken out of the site, or put in again. Raises AssertionError."""
    path = root / "mkdocs.yml"
    language = dice.choice(["en", "uk", "ar"])
    text = path.read_text("utf-8")
    for was, becomes in (("build: true", "build: false"), ("build: false", "build: true")):
        lines = [line for line in text.splitlines() if f"locale: {language}" in line and was in line]
        if lines:
            return change(path, lines[0], lines[0].replace(was, becomes))
    raise AssertionError(language)


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


KINDS: list[Callable[[Path, Dice], None]] = [
    a_sentence,
    a_title,
    a_heading,
    a_link,
    an_anchor,
    a_fact,
    a_checklist,
    a_word,
    a_template,
    an_interface_text,
    the_address,
    a_language,
    a_translation,
    a_page,
    a_picture,
    a_deletion,
]


def outcome(root: Path, site: Path) -> Outcome:
    """Build the pages and what is made of them; return every file, or what is wrong."""
    try:
        ready = prepare(read_settings(root), TODAY)
        write_pages(ready.cache, site)
        write_assets(ready.site, site)
        write_data(ready.site, site)
    except ContentError as error:
        return "\n".join(map(repr, error.problems))
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}


def clean(root: Path, folder: Path) -> Outcome:
    """Build a copy that nobody has built before."""
    shutil.copytree(root, folder / "portal", ignore=shutil.ignore_patterns(".cache", "site-*"))
    shutil.copytree(root / ".cache" / "files", folder / "portal" / ".cache" / "files")
    found = outcome(folder / "portal", folder / "site")
    shutil.rmtree(folder)
    return found


def different(mine: Outcome, theirs: Outcome) -> list[str]:
    """Return the names of files that are not the same, or what was said."""
    if isinstance(mine, str) or isinstance(theirs, str):
        return [] if mine == theirs else [str(mine)[:2000], str(theirs)[:2000]]
    return [name for name in sorted({*mine, *theirs}) if mine.get(name) != theirs.get(name)]


def test_every_edit_gives_what_a_clean_build_gives(project: Path, tmp_path: Path) -> None:
    dice = Dice(20261122)
    built = 0
    assert not isinstance(outcome(project, tmp_path / "first"), str)
    order = [kind for _ in range(1 + EDITS // len(KINDS)) for kind in dice.sample(KINDS, len(KINDS))][:EDITS]
    for number, kind in enumerate(order):
        before = tmp_path / "before"
        shutil.rmtree(before, ignore_errors=True)
        shutil.copytree(project, before)
        kind(project, dice)
        mine = outcome(project, tmp_path / f"site-{number}")
        theirs = clean(project, tmp_path / f"clean-{number}")
        assert different(mine, theirs) == [], f"edit {number}: {kind.__name__}"
        shutil.rmtree(tmp_path / f"site-{number}", ignore_errors=True)
        if isinstance(mine, str) or dice.random() < 0.2:  # a mistake is mended, or an edit taken back
            cache = project / ".cache"
            kept = tmp_path / "cache"
            cache.rename(kept)
            shutil.rmtree(project)
            before.rename(project)
            shutil.rmtree(project / ".cache")
            kept.rename(cache)
        built += not isinstance(mine, str)
    assert built > EDITS / 2


def test_a_text_that_only_templates_show_counts(project: Path, tmp_path: Path) -> None:
    assert not isinstance(outcome(project, tmp_path / "first"), str)
    change(project / "data/ui/da.yml", "feedback:\n  title: ", "feedback:\n  title: Hør her! ")
    mine = outcome(project, tmp_path / "site")
    assert different(mine, clean(project, tmp_path / "clean")) == []
    assert "Hør her!" in (tmp_path / "site/index.html").read_text("utf-8")
