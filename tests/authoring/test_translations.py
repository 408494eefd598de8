"""What translators do: see what waits, and say "still right"."""

import shutil
import subprocess
from pathlib import Path

import pytest
from inline_snapshot import snapshot

from tests.check.test_all_rules import edit
from vejviser.authoring.translations import confirm, confirm_minor, translations
from vejviser.base.problems import AuthoringError
from vejviser.content.load.interface_texts import load_sentences

DANISH, ENGLISH = "docs/da/haandboeger/ven/moedet.md", "docs/en/haandboeger/ven/moedet.md"
LIST = "data/checklists/foerste-moede.yml"


def git(root: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=root, check=True)


@pytest.fixture
def remembered(portal_copy: Path) -> Path:
    """The small portal, in git."""
    git(portal_copy, "init", "--quiet")
    return committed(portal_copy)


def committed(root: Path) -> Path:
    git(root, "add", "-A")
    git(root, "commit", "--quiet", "-m", "x")
    return root


def outdated(root: Path) -> dict[str, tuple[str, ...]]:
    return {
        f"{translation.path} {translation.language}": translation.outdated
        for translation in translations(root)
        if translation.outdated
    }


def test_a_sound_portal_has_nothing_waiting(portal_copy: Path) -> None:
    assert [
        (translation.path, translation.language, translation.work)
        for translation in translations(portal_copy)
        if translation.work
    ] == []


def test_still_right_takes_one_step_and_leaves_the_text(portal_copy: Path) -> None:
    body = (portal_copy / ENGLISH).read_text("utf-8").split("---")[2]
    edit(portal_copy, DANISH, "hvad I aftalte", "hvad I blev enige om")
    assert outdated(portal_copy) == {f"{ENGLISH} en": ("efter",)}
    assert [item.names for item in confirm(portal_copy, [ENGLISH])] == [("title", "summary", "intro", "foer", "efter")]
    assert outdated(portal_copy) == {}
    assert (portal_copy / ENGLISH).read_text("utf-8").split("---")[2] == body


def test_one_section_can_be_confirmed_alone(portal_copy: Path) -> None:
    edit(portal_copy, DANISH, "hvad I aftalte", "hvad I blev enige om")
    edit(portal_copy, DANISH, "Sig goddag.", "Sig hej.")
    confirm(portal_copy, [ENGLISH], section="intro")
    assert outdated(portal_copy) == {f"{ENGLISH} en": ("efter",)}


def test_one_language_of_a_checklist_can_be_confirmed_alone(portal_copy: Path) -> None:
    edit(portal_copy, LIST, "da: Hils på hinanden", "da: Giv hånd")
    confirm(portal_copy, [LIST], language="uk")
    assert outdated(portal_copy) == {f"{LIST} en": ("hilse",), f"{LIST} ar": ("hilse",)}


def test_a_whole_folder_can_be_confirmed(portal_copy: Path) -> None:
    edit(portal_copy, DANISH, "Sig goddag.", "Sig hej.")
    edit(portal_copy, "docs/da/haandboeger/ven/penge.md", "Sig nej", "Sig altid nej")
    assert {item.path for item in confirm(portal_copy, ["docs/en"])} == {ENGLISH, "docs/en/haandboeger/ven/penge.md"}
    assert outdated(portal_copy) == {}


@pytest.mark.parametrize("when", ["not yet committed", "committed"])
def test_a_typo_in_the_danish_text_disturbs_no_translation(remembered: Path, when: str) -> None:
    edit(remembered, DANISH, "Det hjælper", "Det hjælper,")
    edit(remembered, LIST, "da: Hils på hinanden", "da: Hils på hinanden!")
    if when == "committed":
        committed(remembered)
    assert {item.language for item in confirm_minor(remembered, LIST)} == {"en", "uk", "ar"}
    assert [item.names for item in confirm_minor(remembered, DANISH)] == [("intro",)]
    assert outdated(remembered) == {}


def test_a_typo_does_not_hide_an_earlier_change(remembered: Path) -> None:
    edit(remembered, DANISH, "Sig goddag.", "Sig hej.")
    committed(remembered)
    edit(remembered, DANISH, "Sig hej.", "Sig »hej«.")
    edit(remembered, DANISH, "hvad I aftalte", "hvad I har aftalt")
    assert [item.names for item in confirm_minor(remembered, DANISH)] == [("efter",)]
    assert outdated(remembered) == {f"{ENGLISH} en": ("intro",)}


def test_an_untranslated_section_is_not_confirmed(portal_copy: Path) -> None:
    shutil.copy(portal_copy / DANISH, portal_copy / ENGLISH)
    edit(portal_copy, ENGLISH, "title: Mødet", "translation: {status: machine}\ntitle: Mødet")
    (done,) = confirm(portal_copy, [ENGLISH])
    assert "efter" not in done.names


@pytest.mark.parametrize(
    ("path", "options", "message"),
    [
        (
            DANISH,
            {},
            snapshot(
                "docs/da/haandboeger/ven/moedet.md er originalen. Skriv oversættelsens fil, fx docs/en/haandboeger/ven/moedet.md, eller brug --minor."
            ),
        ),
        (
            "docs/da/index.md",
            {"section": "intro"},
            snapshot(
                "docs/da/index.md er originalen. Skriv oversættelsens fil, fx docs/ar/index.md, eller brug --minor."
            ),
        ),
        (
            ENGLISH,
            {"section": "findes-ikke"},
            snapshot("Afsnittet »findes-ikke« findes ikke i oversættelsen, eller det er ikke oversat."),
        ),
        (
            "findes/ikke.md",
            {},
            snapshot("findes/ikke.md findes ikke."),
        ),
    ],
)
def test_what_cannot_be_confirmed_is_explained(
    portal_copy: Path, path: str, options: dict[str, str], message: str
) -> None:
    with pytest.raises(AuthoringError) as error:
        confirm(portal_copy, [path], **options)
    assert error.value.message(load_sentences(portal_copy, "da", "desk")) == message


def test_minor_needs_a_memory_and_a_translation(portal_copy: Path, remembered: Path) -> None:
    with pytest.raises(AuthoringError, match="desk-no-translations"):
        confirm_minor(portal_copy, "docs/da/kommuneguider/modtage.md")
    with pytest.raises(AuthoringError, match="desk-no-earlier-text"):
        confirm_minor(remembered, DANISH)
