"""Mistakes in what a file says: links to nowhere, texts without a translation, what tells of people."""

from inline_snapshot import snapshot

from tests.check.mistakes import BOOK, CHAPTER, ENGLISH, TERMS, TOWN, added, wrong
from tests.privacy.attachments import CPR, docx, jpeg
from tests.statistics.counted import INDICATORS

MISTAKES = [
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
        "a word of the glossary that is explained already",
        TERMS,
        "also: [vennepar]",
        "also: [vennepar, match]",
        snapshot(["glossary.yml:4:20 »match« står allerede i posten »match«. Skriv ordet ét sted, og slet det her."]),
    ),
    wrong(
        "a page of the glossary that is not there",
        TERMS,
        "also: [vennepar]",
        "also: [vennepar]\n  pages: [/haandboeger/venner/]",
        snapshot(["glossary.yml:5:11 Siden /haandboeger/venner/ findes ikke. Mente du /haandboeger/ven/?"]),
    ),
    wrong(
        "a place in two regions at once",
        TOWN,
        "valid_to: 2026-12-31",
        "valid_to: 2027-12-31",
        snapshot(
            [
                "0801-proeveby.yml:4:20 Kommunen ville høre til to regioner på samme tid: vest og oest. Ret valid_to, så den er dagen før valid_from i den næste, fx valid_to: 2026-12-31 og valid_from: 2027-01-01."
            ]
        ),
    ),
    added(
        "translations of a file that is not there",
        "data/translations.yml",
        "data/glosary.yml:\n  en: {status: machine}\n",
        snapshot(
            [
                "translations.yml:1:1 Filen data/glosary.yml findes ikke. Mente du data/glossary.yml? Er filen slettet, så slet også det, der står om den her."
            ]
        ),
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
                "moedet.md:21:1 Overskriften »Efter mødet« mangler et id. Skriv {#efter-moedet} til sidst på linjen.",
            ]
        ),
    ),
    wrong(
        "HTML in the text",
        CHAPTER,
        "Sig goddag.",
        "<b>Sig goddag.</b>",
        snapshot(["moedet.md:12:1 Der står HTML i teksten: <b>. Skriv det som almindelig tekst eller Markdown."]),
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
        "an id that is translated too",
        ENGLISH,
        "## After {#efter}",
        "## After {#after}",
        snapshot(
            ["moedet.md:12:1 Afsnittet »after« findes ikke i originalen. Id'er er ens på alle sprog. Skriv {#efter}"]
        ),
    ),
    wrong(
        "a reviewer who is not named",
        ENGLISH,
        "status: machine",
        "status: reviewed",
        snapshot(
            [
                "moedet.md:4:15 status: reviewed kræver, at der står, hvem der læste oversættelsen (reviewed_by: en rolle) og hvornår (reviewed: en dato)."
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
