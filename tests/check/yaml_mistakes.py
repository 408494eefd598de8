"""Mistakes in how a file is written, so that its YAML cannot be read."""

from inline_snapshot import snapshot

from tests.check.mistakes import BOOK, LIST, wrong

MISTAKES = [
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
                'handbook.yml:4:22 Der står noget efter det sidste anførselstegn. Sæt det hele i anførselstegn: owner: "Redaktionen m.fl."'
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
]
