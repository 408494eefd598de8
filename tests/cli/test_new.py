"""Every start is right at once: it passes check, becomes a page, and writes over nothing."""

from difflib import ndiff
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from inline_snapshot import snapshot

from tests.cli.new_rows import STARTS, TYPED, WAITING
from tests.conftest import TODAY
from vejviser.authoring import scaffold
from vejviser.base.files import write_tree
from vejviser.cli.main import main
from vejviser.content.settings import using_root
from vejviser.content.types import types
from vejviser.documents import catalog
from vejviser.site.content_check import all_pages, load_and_check


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every start be written on the day the small portal is checked."""
    monkeypatch.setattr("vejviser.cli.new.build_date", lambda _: TODAY)


def new(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), "new", *arguments])


@pytest.mark.parametrize(("arguments", "uri"), STARTS, ids=[" ".join(start[:2]) for start, _ in STARTS])
@pytest.mark.slow
def test_a_start_passes_check_and_becomes_a_page(portal_copy: Path, arguments: list[str], uri: str) -> None:
    result = new(portal_copy, *arguments)
    assert (result.exit_code, result.stderr) == (0, "")
    checked = load_and_check(portal_copy, TODAY)
    assert [
        (problem.path, problem.rule, problem.values) for problem in checked.problems if problem.rule not in WAITING
    ] == []
    assert uri in {page.uri for page in all_pages(checked.portal, TODAY)}
    assert not [problem for problem in catalog.problems(checked.portal) if problem.severity == "error"]


@pytest.mark.parametrize(("arguments", "uri"), STARTS, ids=[" ".join(start[:2]) for start, _ in STARTS])
def test_a_start_writes_over_nothing(portal_copy: Path, arguments: list[str], uri: str) -> None:
    new(portal_copy, *arguments)
    before = {path: path.read_bytes() for path in portal_copy.rglob("*") if path.is_file()}
    result = new(portal_copy, *arguments)
    assert result.exit_code == 2, uri
    assert "allerede" in result.stderr
    assert {path: path.read_bytes() for path in portal_copy.rglob("*") if path.is_file()} == before


def test_the_editor_is_told_what_was_written_and_what_comes_next(portal_copy: Path) -> None:
    assert new(portal_copy, "chapter", "ven/gaver", "--title", "Gaver").stdout == snapshot("""\
Skrevet: docs/da/haandboeger/ven/gaver.md
Skrevet: docs/da/haandboeger/ven/handbook.yml
Skriv nu, hvor der står UDFYLD, og kør: vejviser check
""")


def test_a_chapter_is_the_last_of_its_book_and_the_rest_of_the_book_stays(portal_copy: Path) -> None:
    cover = portal_copy / "docs/da/haandboeger/ven/handbook.yml"
    before = cover.read_text("utf-8")
    new(portal_copy, "chapter", "ven/gaver", "--title", "Gaver")
    assert cover.read_text("utf-8") == before.replace("[moedet, penge]", "[moedet, penge, gaver]")


def test_a_translation_makes_its_book_speak_the_language(portal_copy: Path) -> None:
    new(portal_copy, "translation", "docs/da/haandboeger/ven/moedet.md", "uk")
    assert "languages: [da, en, uk]" in (portal_copy / "docs/da/haandboeger/ven/handbook.yml").read_text("utf-8")
    assert (portal_copy / "docs/uk/haandboeger/ven/moedet.md").read_text("utf-8")[:700] == snapshot("""\
---
# Oversættelse til ukrainsk. Oversæt teksterne til højre for kolonet og afsnittene nedenunder.
# Rør ikke nøglerne, id'erne i {#…}, kilderne i [@…] og felterne i dobbelte klammer. Afsnit, der ikke er oversat,
# bliver til et link til originalen. Når du er færdig: vejviser translate confirm og filens sti.
# status: machine betyder, at ingen, der taler sproget, har læst siden. Er den læst igennem, så skriv status: reviewed,
# reviewed_by: rollen på den, der læste, og reviewed: datoen.
title: Mødet
summary: Sådan går mødet.
in_short:
  - Kom til tiden [@rapport-2024].
discuss:
  - Hvad håber du på?
related:
  checklists: [foerste-moede]
  chapters: [ven/penge]
translation:
  status: machine\
""")


def test_a_contact_stands_in_line_with_the_others(portal_copy: Path) -> None:
    new(portal_copy, "municipality-contact", "0801", "frivilligleder", "--title", "Frivilligleder")
    path = portal_copy / "data/kommuner/0801-proeveby.yml"
    assert path.read_text("utf-8").split("assured_date: 2026-05-01\n")[1] == snapshot("""\
  - id: frivilligleder
    title:
      da: "Frivilligleder"
    # En persons navn, mail og telefon må kun stå her, når hun har sagt ja. Skriv så også consent: true og dagen, hvor
    # nogen sidst bekræftede det. Efter et år skal der spørges igen; ellers viser siden kommunens hovedindgang.
    # name: Fornavn Efternavn
    # email: "navn@sted.example"
    # phone: "00 00 00 00"
    # consent: true
    # assured_date: 2026-11-22
""")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["checklist", "!!!"],
            snapshot("NAVN: »!!!« kan ikke blive til et id. Skriv et navn med bogstaver, fx gaver-og-penge."),
        ),
        (["checklist"], snapshot("Der mangler NAVN.")),
        (
            ["step", "modtage/find-en-ven"],
            snapshot("GUIDE/FASE/NAVN: Skriv guide/fase/trin, fx modtagelse/foer-ankomst/find-en-bolig."),
        ),
        (
            ["step", "modtage/senere/find-en-ven"],
            snapshot("Guiden »modtage« har ingen fase »senere«. Faserne er: foer"),
        ),
        (
            ["step", "findes-ikke/foer/find-en-ven"],
            snapshot("Guiden »findes-ikke« findes ikke. Begynd med: vejviser new guide findes-ikke"),
        ),
        (["place", "9999", "Ny By"], snapshot("KODE: »9999« er ikke en kode for et sted. Skriv fx 0461.")),
        (["place", "0803"], snapshot("Der mangler NAVN.")),
        (
            ["fact", "Atlantis", "styregruppe"],
            snapshot("Stedet »Atlantis« findes ikke. Skriv dets navn eller dets kode."),
        ),
        (["chapter", "gaver"], snapshot("BOG/NAVN: Skriv bog/kapitel, fx frivillig/gaver.")),
        (
            ["chapter", "findes-ikke/gaver"],
            snapshot("Håndbogen »findes-ikke« findes ikke. Begynd med: vejviser new handbook findes-ikke"),
        ),
        (
            ["municipality-contact", "Atlantis", "x"],
            snapshot("Stedet »Atlantis« findes ikke. Skriv dets navn eller dets kode."),
        ),
        (
            ["translation", "data/checklists/foerste-moede.yml", "uk"],
            snapshot(
                "data/checklists/foerste-moede.yml har alle sprog i samme fil. Skriv uk: under hver tekst, og sproget under languages."
            ),
        ),
        (
            ["translation", "mkdocs.yml", "uk"],
            snapshot("mkdocs.yml er ikke en tekst på portalens hovedsprog i docs/ eller materials/."),
        ),
        (
            ["translation", "README.md", "uk"],
            snapshot("README.md er ikke en tekst på portalens hovedsprog i docs/ eller materials/."),
        ),
        (["translation", "docs/da/findes-ikke.md", "uk"], snapshot("docs/da/findes-ikke.md findes ikke.")),
    ],
)
def test_wrong_wishes_are_explained(portal_copy: Path, arguments: list[str], message: str) -> None:
    result = new(portal_copy, *arguments)
    assert result.exit_code == 2
    assert result.stderr.splitlines()[0] == message


# In another language


@pytest.fixture
def english(tmp_path: Path) -> Path:
    """A portal in English alone, as small as can be."""
    write_tree(
        tmp_path,
        {
            "portal.yml": b"name: Way\nlanguages: [en]\n",
            "mkdocs.yml": b"site_name: Way\nplugins: [vejviser/handbooks, vejviser/checklists, vejviser/portal]\n",
            "docs/en/index.md": b"---\ntitle: Way\nsummary: A portal.\n---\nWelcome.\n",
            "data/sources.yml": b"",
        },
    )
    return tmp_path


@pytest.mark.parametrize("kind", ["handbook", "guide", "checklist", "material", "track"])
def test_a_start_is_written_in_the_portals_language_and_passes_check(english: Path, kind: str) -> None:
    done = new(english, kind, "first", "--title", "The first")
    assert (done.exit_code, done.stderr) == (0, "")
    written = [english / line.partition(": ")[2] for line in done.stdout.splitlines()[:-1]]
    assert done.stdout.splitlines()[-1] == "Now write where FILL IN stands, and run: vejviser check"
    text = "\n".join(path.read_text("utf-8") for path in written)
    assert "FILL IN:" in text
    assert [word for word in ("UDFYLD", "[da]", "æ", "ø", "å", "Skriv") if word in text] == []
    with using_root(english):
        checked = load_and_check(english, TODAY)
    wrong = [(item.path, item.rule, item.values) for item in checked.problems if item.rule not in WAITING]
    assert wrong == []
    assert "not-written-yet" in {item.rule for item in checked.problems}


def test_a_chapter_a_word_and_a_source_too(english: Path) -> None:
    new(english, "handbook", "first", "--title", "The first")
    for arguments in (["chapter", "first/second"], ["source", "report-2026"], ["term", "friend"]):
        done = new(english, *arguments)
        assert (done.exit_code, done.stderr) == (0, ""), arguments
    chapter = (english / "docs/en/handbooks/first/second.md").read_text("utf-8")
    assert chapter.startswith('---\ntitle: "FILL IN: A title"\n')
    assert "FILL IN: Who has published it" in (english / "data/sources.yml").read_text("utf-8")


def test_starts_are_there_in_every_language_that_has_any() -> None:
    folder = Path(scaffold.__file__).with_name("starts")
    names = {path.name: sorted(item.name for item in path.iterdir()) for path in folder.iterdir()}
    assert names["da"] == names["en"]
    assert len(names["da"]) == 26


@pytest.mark.parametrize(("typed", "path", "words"), TYPED, ids=[typed for typed, _, _ in TYPED])
def test_words_may_be_typed_as_they_are_said(portal_copy: Path, typed: str, path: str, words: str) -> None:
    done = new(portal_copy, *typed.split(" "))
    assert (done.exit_code, done.stderr) == (0, "")
    assert words in (portal_copy / path).read_text("utf-8")
    assert path in done.stdout


def test_an_id_that_was_made_of_words_is_told(portal_copy: Path) -> None:
    assert new(portal_copy, "case", "Gaver", "og", "penge").stdout == snapshot("""\
Skrevet: data/cases/gaver-og-penge.yml
Navnet i adressen og i henvisninger (id) er gaver-og-penge. Det må ikke ændres, når det er udgivet.
Skriv nu, hvor der står UDFYLD, og kør: vejviser check
""")


def test_every_kind_of_content_has_a_beginning(portal_copy: Path) -> None:
    from vejviser.cli.new import new as command

    with using_root(portal_copy):
        commands = {*command.list_commands(click.Context(command))}
        elsewhere = {"article": "page", "municipality": "place", "material-text": "material"}
        assert {elsewhere.get(kind.id, kind.id) for kind in types()} - commands == set()


NEW = [
    start
    for start, _ in STARTS
    if start[0] not in ("news-line", "region", "place", "translation", "municipality-contact")
]


@pytest.mark.parametrize("arguments", NEW, ids=[" ".join(start[:2]) for start in NEW])
@pytest.mark.slow
def test_what_is_begun_is_fine_in_a_draft_and_refused_where_readers_are(
    portal_copy: Path, arguments: list[str]
) -> None:
    new(portal_copy, *arguments)
    checked = load_and_check(portal_copy, TODAY)
    assert not checked.errors
    assert {problem.rule for problem in checked.for_readers().errors} == {"not-written-yet"}


def test_a_start_that_names_a_source_needs_one(english: Path) -> None:
    done = new(english, "case", "first")
    assert (done.exit_code, done.stderr) == (2, "The portal has no sources yet. Begin with: vejviser new source\n")
    new(english, "source", "report-2026")
    assert new(english, "case", "first").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "path"),
    [
        (["chapter", "ven/gaver"], "docs/da/haandboeger/ven/handbook.yml"),
        (["term", "frirum"], "data/glossary.yml"),
        (["source", "ny-2026"], "data/sources.yml"),
        (["law", "ny-lov"], "data/laws.yml"),
        (["municipality-contact", "0801", "ny"], "data/kommuner/0801-proeveby.yml"),
        (["fact", "0801", "ny"], "data/kommuner/0801-proeveby.yml"),
        (["step", "modtage/foer/ny"], "data/guides/modtage.yml"),
    ],
)
def test_a_file_from_windows_keeps_its_line_ends_and_its_mark(
    portal_copy: Path, arguments: list[str], path: str
) -> None:
    file = portal_copy / path
    before = "\ufeff" + file.read_text("utf-8").replace("\n", "\r\n")
    file.write_bytes(before.encode())
    done = new(portal_copy, *arguments)
    assert (done.exit_code, done.stderr) == (0, "")
    after = file.read_bytes().decode()
    assert after.count("\n") == after.count("\r\n")
    gone = [line for line in ndiff(before.splitlines(), after.splitlines()) if line[0] == "-"]
    assert len(gone) <= 1
    assert after.startswith("\ufeff")


def test_a_translation_of_a_file_from_windows_is_one_too(portal_copy: Path) -> None:
    original = portal_copy / "docs/da/haandboeger/ven/moedet.md"
    original.write_bytes(("\ufeff" + original.read_text("utf-8").replace("\n", "\r\n")).encode())
    assert new(portal_copy, "translation", "docs/da/haandboeger/ven/moedet.md", "uk").exit_code == 0
    text = (portal_copy / "docs/uk/haandboeger/ven/moedet.md").read_bytes().decode()
    assert text.startswith("---\r\n")
    assert text.count("\n") == text.count("\r\n")


@pytest.mark.parametrize(
    ("arguments", "path", "wanted"),
    [
        (["term", "frirum"], "data/glossary.yml", 'frirum:\n  term:\n    da: "frirum"'),
        (["chapter", "ven/gaver"], "docs/da/haandboeger/ven/handbook.yml", "chapters:\n  - gaver"),
        (["step", "modtage/foer/ny"], "data/guides/modtage.yml", "id: ny"),
        (["case", "ny"], "data/sources.yml", "har fejl, så intet er skrevet"),
    ],
)
def test_into_a_file_with_a_mistake_nothing_is_written(
    portal_copy: Path, arguments: list[str], path: str, wanted: str
) -> None:
    file = portal_copy / path
    file.write_text(file.read_text("utf-8") + "\nalso: [glemt\n", "utf-8")
    before = {path: path.read_bytes() for path in portal_copy.rglob("*") if path.is_file()}
    done = new(portal_copy, *arguments)
    assert done.exit_code == 2
    assert wanted in done.stderr
    assert "vejviser check" in done.stderr
    assert {path: path.read_bytes() for path in portal_copy.rglob("*") if path.is_file()} == before


def test_a_file_that_is_no_utf8_is_left_alone(portal_copy: Path) -> None:
    file = portal_copy / "data/glossary.yml"
    file.write_bytes("ven:\n  term: {da: Kære}\n".encode("cp1252"))
    done = new(portal_copy, "term", "frirum")
    assert (done.exit_code, done.stderr) == (
        2,
        "data/glossary.yml er ikke gemt som UTF-8. Gem den som UTF-8 i dit program, og prøv igen. Intet er skrevet.\n",
    )
