"""Mistakes in how a file is written: YAML that cannot be read, keys and values that do not fit."""

from inline_snapshot import snapshot

from tests.check.mistakes import BOOK, LIST, MATERIAL, TOWN, wrong

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
]
