"""Mistakes in the keys of a file, and values that do not fit their keys."""

from inline_snapshot import snapshot

from tests.check.mistakes import BOOK, LIST, MATERIAL, TOWN, wrong

MISTAKES = [
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
        snapshot(
            ['handbook.yml:1:1 »title« mangler teksten på portalens eget sprog. Skriv title: og under den da: "…".']
        ),
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
                "handbook.yml:5:1 »reviewed« er »2026-06-31«, og den dag findes ikke i kalenderen. Ret dagen eller måneden, fx reviewed: 2026-06-30"
            ]
        ),
    ),
    wrong(
        "a day that has not come yet",
        BOOK,
        "reviewed: 2026-06-01",
        "reviewed: 2027-06-01",
        snapshot(
            [
                "handbook.yml:5:1 »reviewed« er 2027-06-01 og ligger ude i fremtiden. Skriv, hvornår det skete, senest 2026-11-22: reviewed: 2026-11-22"
            ]
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
        snapshot(["foerste-moede.yml:20:9 id »hilse« står to gange, og her hed det før »tavshed«. Skriv id: tavshed"]),
    ),
]
