"""Fifty things that go wrong at an editor's desk, and what `vejviser check` answers to each.

Each mistake is made in the small portal of tests/site/portal: one place changed, everything else sound.
"""

from dataclasses import dataclass
from pathlib import Path

import pytest
from inline_snapshot import snapshot

from tests.conftest import ASIDE, TODAY
from tests.load.papers import CPR, docx, jpeg
from vejviser.build import gather
from vejviser.load.texts import load_messages
from vejviser.model.status import INDICATORS

BOOK = "docs/da/haandboeger/ven/handbook.yml"
CHAPTER = "docs/da/haandboeger/ven/moedet.md"
ENGLISH = "docs/en/haandboeger/ven/moedet.md"
MONEY = "docs/da/haandboeger/ven/penge.md"
GUIDE = "data/guides/modtage.yml"
LIST = "data/checklists/foerste-moede.yml"
MATERIAL = "materials/aftale/material.yml"
TOWN = "data/kommuner/0801-proeveby.yml"
SOURCES = "data/sources.yml"


@dataclass(frozen=True)
class Mistake:
    """What somebody did: in `path`, `new` stands where `old` should; or a whole file was put there."""

    what: str
    path: str
    old: str
    new: str | bytes
    answer: object


def wrong(what: str, path: str, old: str, new: str, answer: object) -> Mistake:
    return Mistake(what, path, old, new, answer)


def added(what: str, path: str, new: str | bytes, answer: object) -> Mistake:
    return Mistake(what, path, "", new, answer)


MISTAKES = [
    # --- YAML that cannot be read -----------------------------------------------------------------------------------
    wrong(
        "a tab instead of spaces",
        LIST,
        "      - id: hilse",
        "\t- id: hilse",
        snapshot(["foerste-moede.yml:17:1 Linjen begynder med et tabulatortegn. Brug mellemrum, to for hvert trin."]),
    ),
    wrong(
        "a line that has slipped to the left",
        LIST,
        "      - id: hilse",
        "     - id: hilse",
        snapshot(
            [
                "foerste-moede.yml:18:13 Indrykningen passer ikke ved »text: {da: Hils på hinanden, en: Greet each other, uk: Привітайтеся, ar: رحبوا ببعضكم}«. Linjer på samme trin skal begynde i samme kolonne."
            ]
        ),
    ),
    wrong(
        "a colon in the text",
        BOOK,
        "owner: Redaktionen",
        "owner: Redaktionen: os",
        snapshot(
            [
                'handbook.yml:4:19 Der står et kolon for meget i »owner: Redaktionen: os«. Sæt teksten i anførselstegn: owner: "Redaktionen: os"'
            ]
        ),
    ),
    wrong(
        "no space after the colon",
        BOOK,
        "owner: Redaktionen",
        "owner:Redaktionen",
        snapshot(["handbook.yml:4:6 Der mangler et mellemrum efter kolonet: owner: Redaktionen"]),
    ),
    wrong(
        "no colon",
        LIST,
        "title: {da",
        "title {da",
        snapshot(["foerste-moede.yml:1:6 Der mangler et kolon efter »title«: title: …"]),
    ),
    wrong(
        "a bracket that is never closed",
        BOOK,
        "audience: [volunteer]",
        "audience: [volunteer",
        snapshot(
            [
                "handbook.yml:3:11 Der er noget galt mellem klammerne i »audience: [volunteer«. Hver { og [ skal have sin makker, og en tekst med komma eller kolon skal stå i anførselstegn."
            ]
        ),
    ),
    wrong(
        "a comma in a text in brackets",
        LIST,
        "da: Til mødet.",
        "da: Til mødet, måske.",
        snapshot(
            [
                "foerste-moede.yml:3:23 »måske.« er ikke et sprog. Brug da, en, uk eller ar. Står der komma eller kolon i teksten, så sæt den i anførselstegn."
            ]
        ),
    ),
    wrong(
        "a quotation mark without its partner",
        BOOK,
        "owner: Redaktionen",
        "owner: 'Redaktionen",
        snapshot(
            [
                "handbook.yml:4:8 Et anførselstegn mangler sin makker i »owner: 'Redaktionen«. Sæt det samme tegn i begge ender."
            ]
        ),
    ),
    wrong(
        "words after the quotation mark",
        BOOK,
        "owner: Redaktionen",
        'owner: "Redaktionen" m.fl.',
        snapshot(
            [
                "handbook.yml:4:22 Der står noget efter det sidste anførselstegn. Sæt det hele i anførselstegn: owner: \"'Redaktionen' m.fl.\""
            ]
        ),
    ),
    wrong(
        "curly quotation marks from Word",
        BOOK,
        "owner: Redaktionen",
        "owner: “Redaktionen: os”",
        snapshot(['handbook.yml:4:8 Anførselstegnene er de krøllede fra Word. Brug de lige: owner: "Redaktionen: os"']),
    ),
    wrong(
        "an invisible space from a web page",
        BOOK,
        "owner: Redaktionen",
        "owner:\u00a0Redaktionen",
        snapshot(
            [
                "handbook.yml:4:7 Her er et usynligt tegn, der ligner et mellemrum (fra Word eller en hjemmeside). Slet det, og skriv et almindeligt mellemrum: »owner:\xa0Redaktionen«"
            ]
        ),
    ),
    wrong(
        "a text that begins with @",
        BOOK,
        "owner: Redaktionen",
        "owner: @redaktionen",
        snapshot(
            [
                'handbook.yml:4:8 Teksten begynder med et tegn, der har en særlig betydning. Sæt den i anførselstegn: owner: "@redaktionen"'
            ]
        ),
    ),
    wrong(
        "a text that begins with *",
        BOOK,
        "owner: Redaktionen",
        "owner: *Redaktionen*",
        snapshot(
            [
                'handbook.yml:4:20 Tegnene & og * har en særlig betydning først i en tekst. Sæt den i anførselstegn: owner: "*Redaktionen*"'
            ]
        ),
    ),
    wrong(
        "a dash after the colon",
        BOOK,
        "owner: Redaktionen",
        "owner: - Redaktionen",
        snapshot(
            [
                "handbook.yml:4:8 Punkter med streg skal stå på linjer for sig under nøglen, ikke efter kolonet: »owner: - Redaktionen«."
            ]
        ),
    ),
    wrong(
        "a key that stands twice",
        BOOK,
        "owner: Redaktionen",
        "owner: Redaktionen\nowner: Andre",
        snapshot(["handbook.yml:5:1 Nøglen »owner« står to gange samme sted. Slet den ene."]),
    ),
    wrong(
        "two people changed the same line",
        BOOK,
        "owner: Redaktionen",
        "<<<<<<< HEAD\nowner: Redaktionen\n=======\nowner: Andre\n>>>>>>> main",
        snapshot(
            [
                "handbook.yml:4:1 To har rettet det samme sted, og git har sat mærket »<<<<<<< HEAD«. Vælg den rigtige tekst, og slet mærkerne <<<<<<<, ======= og >>>>>>>."
            ]
        ),
    ),
    # --- Keys and values --------------------------------------------------------------------------------------------
    wrong(
        "a misspelt key",
        BOOK,
        "owner: Redaktionen",
        "ovner: Redaktionen",
        snapshot(["handbook.yml:4:1 »ovner« er ikke en nøgle, der kan bruges her. Mente du »owner«?"]),
    ),
    wrong(
        "a key in Danish",
        BOOK,
        "audience: [volunteer]",
        "målgruppe: [volunteer]",
        snapshot(["handbook.yml:3:1 »målgruppe« er ikke en nøgle, der kan bruges her. Mente du »audience«?"]),
    ),
    wrong(
        "a key left out",
        BOOK,
        "owner: Redaktionen\n",
        "",
        snapshot(["handbook.yml:1:1 »owner« mangler. Skriv linjen owner: …"]),
    ),
    wrong(
        "an empty key",
        BOOK,
        "owner: Redaktionen",
        "owner:",
        snapshot(["handbook.yml:4:1 »owner« er tom. Skriv en tekst, eller slet linjen."]),
    ),
    wrong(
        "a misspelt value",
        BOOK,
        "audience: [volunteer]",
        "audience: [voluntear]",
        snapshot(
            [
                "handbook.yml:3:12 »audience« er »voluntear«. Mente du »volunteer«? Det kan være: volunteer, coordinator, municipality, participant."
            ]
        ),
    ),
    wrong(
        "a value in Danish",
        BOOK,
        "audience: [volunteer]",
        "audience: [frivillig]",
        snapshot(
            [
                "handbook.yml:3:12 »audience« er »frivillig«. Mente du »volunteer«? Det kan være: volunteer, coordinator, municipality, participant."
            ]
        ),
    ),
    wrong(
        "a list without brackets",
        BOOK,
        "audience: [volunteer]",
        "audience: volunteer",
        snapshot(
            [
                "handbook.yml:3:1 »audience« skal være en liste, men er »volunteer«. Skriv den i kantede klammer: audience: [volunteer]"
            ]
        ),
    ),
    wrong(
        "a text without its language",
        BOOK,
        "{da: Om at være ven., en: On being a friend.}",
        "Om at være ven",
        snapshot(['handbook.yml:2:1 »summary« skal have et sprog foran teksten. Skriv summary: {da: "…"}']),
    ),
    wrong(
        "a language nobody knows",
        LIST,
        "uk: Перша зустріч",
        "ua: Перша зустріч",
        snapshot(["foerste-moede.yml:1:45 »ua« er ikke et sprog her. Mente du »uk«? Sprogene er da, en, uk og ar."]),
    ),
    wrong(
        "only English",
        BOOK,
        "title: {da: Ven, en: Friend}",
        "title: {en: Friend}",
        snapshot(['handbook.yml:1:1 »title« mangler den danske tekst. Skriv title: og under den da: "…".']),
    ),
    wrong(
        "Nej instead of false",
        TOWN,
        "consent: true",
        "consent: Nej",
        snapshot(
            [
                "0801-proeveby.yml:14:5 »consent« er »Nej«, men her kan kun stå true (ja) eller false (nej). Skriv consent: false"
            ]
        ),
    ),
    wrong(
        "a date the Danish way",
        BOOK,
        "reviewed: 2026-06-01",
        "reviewed: 1. juni 2026",
        snapshot(
            ["handbook.yml:5:1 »reviewed« er »1. juni 2026«, men en dato skrives år-måned-dag: reviewed: 2026-06-01"]
        ),
    ),
    wrong(
        "a day that does not exist",
        BOOK,
        "reviewed: 2026-06-01",
        "reviewed: 2026-06-31",
        snapshot(
            [
                "handbook.yml:5:1 »reviewed« er »2026-06-31«, og den dag findes ikke i kalenderen. Ret dagen eller måneden."
            ]
        ),
    ),
    wrong(
        "a day that has not come yet",
        BOOK,
        "reviewed: 2026-06-01",
        "reviewed: 2027-06-01",
        snapshot(
            ["handbook.yml:5:1 Datoen 2027-06-01 ligger ude i fremtiden. Skriv den dag, teksten blev læst igennem."]
        ),
    ),
    wrong(
        "a municipality's code without its zero",
        TOWN,
        'code: "0801"',
        "code: 801",
        snapshot(['0801-proeveby.yml:1:1 »code« er 801, men skal være tekst. Sæt den i anførselstegn: code: "0801"']),
    ),
    wrong(
        "a number with a point",
        TOWN,
        "value: 12345",
        "value: 12.345",
        snapshot(["0801-proeveby.yml:6:14 »value« er 12.345, men skal være et tal: value: 12345"]),
    ),
    wrong(
        "a version without quotation marks",
        MATERIAL,
        'version: "1.1"\nupdated',
        "version: 1.1\nupdated",
        snapshot(['material.yml:1:1 »version« er 1.1, men skal være tekst. Sæt den i anførselstegn: version: "1.1"']),
    ),
    wrong(
        "a time in words",
        LIST,
        "offset: P1D",
        "offset: 1 uge",
        snapshot(["foerste-moede.yml:30:79 »offset« er »1 uge«, men skal skrives på en anden måde, fx P1W."]),
    ),
    wrong(
        "an id with Danish letters",
        LIST,
        "id: hilse",
        "id: Hils på",
        snapshot(["foerste-moede.yml:17:9 »id« er »Hils på«, men skal skrives på en anden måde, fx hils-paa."]),
    ),
    wrong(
        "an id used twice",
        LIST,
        "id: tavshed",
        "id: hilse",
        snapshot(["foerste-moede.yml:20:9 id »hilse« er brugt før (17). Hvert id må kun bruges én gang."]),
    ),
    # --- What points to something -----------------------------------------------------------------------------------
    wrong(
        "a checklist misspelt",
        CHAPTER,
        "checklists: [foerste-moede]",
        "checklists: [foerste-mode]",
        snapshot(["moedet.md:9:16 Tjeklisten »foerste-mode« findes ikke. Mente du »foerste-moede«?"]),
    ),
    wrong(
        "a source misspelt",
        CHAPTER,
        "[@rapport-2024, afsnit 2]",
        "[@raport-2024, afsnit 2]",
        snapshot(["moedet.md:12:25 Kilden »raport-2024« findes ikke i data/sources.yml. Mente du: rapport-2024?"]),
    ),
    wrong(
        "a citation without its @",
        CHAPTER,
        "[@rapport-2024, afsnit 2]",
        "[rapport-2024, afsnit 2]",
        snapshot(
            [
                "moedet.md:12:25 »[rapport-2024« ligner en henvisning til en kilde, men læserne ser kun tegnene. Skriv [@rapport-2024] eller [@rapport-2024, afsnit 3.2]."
            ]
        ),
    ),
    wrong(
        "a link without .md",
        CHAPTER,
        "(penge.md)",
        "(penge)",
        snapshot(["moedet.md:16:14 Linket »penge« fører ingen steder hen. Mente du »penge.md«?"]),
    ),
    wrong(
        "a chapter in the list without a file",
        BOOK,
        "[moedet, penge]",
        "[moedet, penge, gaver]",
        snapshot(["handbook.yml:7:27 Kapitlet »gaver« står i bogens liste, men filen findes ikke på sproget da."]),
    ),
    wrong(
        "a heading without its id",
        CHAPTER,
        "## Efter mødet {#efter}",
        "## Efter mødet",
        snapshot(
            [
                "moedet.md:21:1 Overskriften »Efter mødet« mangler et id. Skriv {#et-kort-navn} til sidst på linjen.",
                "moedet.md:12:1 Afsnittet »efter« findes ikke på dansk. Brug samme id som i den danske tekst.",
            ]
        ),
    ),
    wrong(
        "HTML in the text",
        CHAPTER,
        "Sig goddag.",
        "<b>Sig goddag.</b>",
        snapshot(
            [
                "moedet.md:12:1 Der står HTML i teksten: <b>. Skriv det som almindelig tekst eller Markdown.",
                "moedet.md:12:15 Der står HTML i teksten: </b>. Skriv det som almindelig tekst eller Markdown.",
            ]
        ),
    ),
    added(
        "a page without the dashes at its top",
        "docs/da/nyt.md",
        "Nyt fra os.\n",
        snapshot(
            ["nyt.md:1:1 Filen mangler de tre streger --- øverst. Begynd med ---, så title: Sidens titel, så --- igen."]
        ),
    ),
    # --- Languages --------------------------------------------------------------------------------------------------
    wrong(
        "a safety passage changed in Danish only",
        MONEY,
        "Sig nej",
        "Sig ja",
        snapshot(
            [
                "penge.md:7:1 Den danske tekst i »regler« er ændret, siden den blev oversat (en), og den handler om tavshed, penge eller retten til at sige nej. Ret oversættelsen, før siden kan udgives, og kør: vejviser translate confirm docs/en/haandboeger/ven/penge.md --section regler"
            ]
        ),
    ),
    wrong(
        "a reviewer who is not named",
        ENGLISH,
        "status: machine",
        "status: reviewed",
        snapshot(
            [
                "moedet.md:4:1 status: reviewed kræver, at der står, hvem der læste oversættelsen (reviewed_by: en rolle) og hvornår (reviewed: en dato)."
            ]
        ),
    ),
    # --- People -----------------------------------------------------------------------------------------------------
    wrong(
        "a CPR number",
        CHAPTER,
        "Sig goddag.",
        f"Sig goddag til {CPR}.",
        snapshot(
            [
                "moedet.md:12:16 Her står et CPR-nummer (01••••-••••). Slet det. Vil du vise formen, så skriv DDMMÅÅ-XXXX."
            ]
        ),
    ),
    wrong(
        "a volunteer's phone number",
        CHAPTER,
        "Sig goddag.",
        "Ring til Mona, 20 30 40 50.",
        snapshot(
            [
                "moedet.md:12:16 20… ser ud til at være en persons telefonnummer. Det må kun stå under contacts med consent: true. Er det et hovednummer, så skriv det i data/privacy.yml."
            ]
        ),
    ),
    added(
        "a CPR number inside a Word file",
        "docs/da/referat.docx",
        docx(f"<w:p><w:t>{CPR}</w:t></w:p>"),
        snapshot(
            [
                "referat.docx:1:1 Inde i filen (word/document.xml) står et CPR-nummer (01••••-••••). Slet det i filen, eller slet filen."
            ]
        ),
    ),
    added(
        "a photo that says where it was taken",
        "docs/da/foto.jpg",
        jpeg(value="x", place=True),
        snapshot(
            [
                "foto.jpg:1:1 Billedet (docs/da/foto.jpg) fortæller, hvor det er taget. Gem det igen uden sted, eller tag et skærmbillede af det."
            ]
        ),
    ),
    added(
        "a raw status file",
        "docs/da/tal.csv",
        ",".join(["code", *INDICATORS]),
        snapshot(
            [
                "tal.csv:1:1 Det ligner en rå statusfil med små tal. Den må ikke ligge her. Slet den, og kør: vejviser status protect"
            ]
        ),
    ),
]


def answers(root: Path) -> list[str]:
    messages = load_messages(root, "da")
    return [
        f"{it.path.rsplit('/', 1)[-1]}:{it.line}:{it.column} {it.message(messages)}"
        for it in gather(root, TODAY).problems
        if it.rule not in ASIDE or it.severity == "error"
    ]


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.what)
def test_the_answer_says_what_to_do(portal_copy: Path, mistake: Mistake) -> None:
    path = portal_copy / mistake.path
    if isinstance(mistake.new, bytes):
        path.write_bytes(mistake.new)
    else:
        before = path.read_text("utf-8") if mistake.old else ""
        assert mistake.old in before
        path.write_text(before.replace(mistake.old, mistake.new, 1) if mistake.old else mistake.new, "utf-8")
    assert answers(portal_copy) == mistake.answer


def test_there_are_at_least_fifty() -> None:
    assert len(MISTAKES) >= 50


@pytest.mark.parametrize("words", ["expected", "mapping", "scalar", "token", "Traceback", "NoneType", "Input should"])
def test_no_answer_quotes_the_parser(words: str) -> None:
    assert [it.what for it in MISTAKES if words in str(it.answer)] == []
