"""Mistakes of people who write in the files now and then, each with the rule that names it and what it must say.

The line is the first one that differs from the sound file, unless it is given.
"""

from dataclasses import dataclass

from tests.check.mistakes import BOOK, CHAPTER, ENGLISH, GUIDE, LIST, MATERIAL, MONEY, SOURCES, TOWN

LAWS, HELP, GLOSSARY, RESULTS = (f"data/{name}.yml" for name in ("laws", "help_lines", "glossary", "results"))
TRACK = "data/tracks/foerste-ven.yml"
LINK = "[om penge](penge.md)"
CASE = "data/cases/proeveby-faellesspisning.yml"
REDIRECTS = "data/redirects.yml"
TEXT = "materials/aftale/da.md"
HILSE = "text: {da: Hils på hinanden,"
LIST_ITEM = "  - Kom til tiden [@rapport-2024]."
NEW_PAGE = "---\ntitle: Gaver\nsummary: Om gaver.\n---\nEn gave kan være et tak.\n"
COPY = 'code: "0801"\nname: Prøveby\nwebsite: proeveby.example\n'
WORDS = "Sig goddag."
HEADING = "## Efter mødet {#efter}"
PERSON = "    email: koordinator@proeveby.example"


@dataclass(frozen=True)
class Named:
    """In `path`, `new` stands where `old` should: `rule` is broken, and its message holds `says`."""

    path: str
    old: str
    new: str
    rule: str
    says: str = ""
    line: int = 0


MISTAKES = [
    # --- The facts at the top ----------------------------------------------------------------------------------------
    Named(CHAPTER, "summary: Sådan går", "summary: Sådan: går", "yaml-colon", '"Sådan: går mødet."'),
    Named(CHAPTER, "title: Mødet", 'title: "Mødet", igen', "yaml-after-quote", '"Mødet, igen"'),
    Named(CHAPTER, "title: Mødet", "title: ”Mødet”", "yaml-curly-quotes", '"Mødet"'),
    Named(CHAPTER, LIST_ITEM, f"{LIST_ITEM}\n  -Sig goddag.", "yaml-dash-space", "- Sig goddag."),
    Named(CHAPTER, LIST_ITEM, f"{LIST_ITEM}\n  • Sig goddag.", "yaml-dash-space", "- Sig goddag."),
    Named(CHAPTER, LIST_ITEM, f"{LIST_ITEM}\n   - Sig goddag.", "yaml-indentation"),
    Named(CHAPTER, LIST_ITEM, f'{LIST_ITEM}\n  - "Sig nej" er svært.', "yaml-after-quote", '- "Sig nej er svært."'),
    Named(CHAPTER, LIST_ITEM, "  - Husk: kom til tiden.", "text-expected", '"Husk: kom til tiden."'),
    Named(CHAPTER, "title: Mødet", "titel: Mødet", "unknown-key-suggestion", "title"),
    Named(CHAPTER, "chapters: [ven/penge]\n---\n", "chapters: [ven/penge]\n", "front-matter-open", "---", 1),
    Named(CHAPTER, "chapters: [ven/penge]", "chapters: [ven/pengene]", "unknown-chapters-suggestion", "ven/penge"),
    Named(BOOK, "chapters: [moedet, penge]", "chapters: [moedet, penge, moedet]", "listed-twice", "moedet"),
    Named(BOOK, "chapters: [moedet, penge]", "chapters: [moedet, pengene]", "chapter-missing-suggestion", "penge"),
    Named(BOOK, "chapters: [moedet, penge]", "chapters: [moedet, penge, gaver]", "chapter-missing", "gaver"),
    # --- The text ----------------------------------------------------------------------------------------------------
    Named(CHAPTER, HEADING, "## Efter mødet", "heading-without-id", "{#efter-moedet}"),
    Named(CHAPTER, HEADING, "## Efter mødet (#efter)", "heading-without-id", "{#efter}"),
    Named(CHAPTER, HEADING, "##Efter mødet {#efter}", "heading-space", "mellemrum"),
    Named(CHAPTER, HEADING, "##\u00a0Efter mødet {#efter}", "heading-space", "mellemrum"),
    Named(CHAPTER, HEADING, "# Efter mødet {#efter}", "heading-too-high", "## Efter mødet"),
    Named(CHAPTER, HEADING, "#### Efter mødet {#efter}", "heading-skipped", "### Efter mødet"),
    Named(CHAPTER, HEADING, "## Efter mødet {#ef-tør}", "heading-id-form", "{#ef-toer}"),
    Named(CHAPTER, HEADING, "## Efter mødet {#bagefter}", "section-renamed", "{#efter}"),
    Named(CHAPTER, HEADING, "## Efter mødet {#foer}", "duplicate-id", "foer"),
    Named(CHAPTER, "(penge.md)", "(penge)", "broken-link-suggestion", "penge.md"),
    Named(CHAPTER, "(penge.md)", "(penge.html)", "broken-link-suggestion", "penge.md"),
    Named(CHAPTER, "(penge.md)", "(Penge.md)", "broken-link-suggestion", "penge.md"),
    Named(CHAPTER, "(penge.md)", "(penge.md#regel)", "link-place-unknown-suggestion", "penge.md#regler"),
    Named(CHAPTER, "(penge.md)", "(#efterr)", "link-place-unknown-suggestion", "#efter"),
    Named(CHAPTER, "(penge.md)", "(www.eksempelby.example)", "link-scheme-missing", "https://www.eksempelby.example"),
    Named(CHAPTER, "(penge.md)", "(http:/eksempelby.example)", "link-scheme-missing", "http://eksempelby.example"),
    Named(CHAPTER, "(penge.md)", "(om penge.md)", "link-broken", "mellemrum"),
    Named(
        CHAPTER, "[om penge](penge.md)", "(om penge)[https://eksempelby.example]", "link-broken", "[ordene](adressen)"
    ),
    Named(CHAPTER, "(penge.md)", "(skema.pdf)", "file-missing", "skema.pdf"),
    Named(CHAPTER, "afsnit 2]", "afsnit 2", "citation-form", "[@rapport-2024]"),
    Named(CHAPTER, "[@rapport-2024, afsnit 2]", "(@rapport-2024, afsnit 2)", "citation-form", "[@rapport-2024]"),
    Named(CHAPTER, "[@rapport-2024, afsnit 2]", "[ @rapport-2024, afsnit 2]", "citation-form", "[@rapport-2024]"),
    Named(CHAPTER, "[@rapport-2024, afsnit 2]", "[@raport-2024, afsnit 2]", "unknown-source", "rapport-2024"),
    Named(CHAPTER, WORDS, "Husk:\n- nøgler\n- telefon", "blank-line-missing", "tom linje", 13),
    Named(
        CHAPTER, WORDS, "Planen:\n| Uge | Hvad |\n| --- | --- |\n| 1 | Te |\n\n", "blank-line-missing", "tom linje", 13
    ),
    Named(CHAPTER, WORDS, "| Uge | Hvad |\n| --- | --- |\n| 1 | Te | Kl. 3 |", "table-cells", "felter", 14),
    Named(CHAPTER, WORDS, "1) Ring.\n2) Skriv.", "number-sign", "1."),
    Named(CHAPTER, WORDS, "– Ring.\n– Skriv.", "bullet-sign", "- "),
    Named(CHAPTER, WORDS, "-Ring.\n-Skriv.", "bullet-sign", "- "),
    Named(CHAPTER, WORDS, "Sig **goddag.", "signs-left", "**"),
    Named(CHAPTER, WORDS, "Sig&nbsp;goddag.", "html-entity", "tegnet"),
    Named(CHAPTER, WORDS, "<p><span>Sig goddag.</span></p>", "html-in-markdown", "HTML"),
    Named(CHAPTER, '!!! example "Eks', '!! example "Eks', "box-signs", "!!!"),
    Named(CHAPTER, '!!! example "Eks', '!!! eksempel "Eks', "box-unknown-suggestion", "example"),
    Named(CHAPTER, "    To mennesker mødes", "To mennesker mødes", "box-empty", "fire"),
    Named(CHAPTER, WORDS, f"<<<<<<< HEAD\n{WORDS}\n=======\nHej.\n>>>>>>> origin/main", "merge-conflict", "git"),
    Named(CHAPTER, WORDS, f"{WORDS}\n=======\nHej.\n>>>>>>> origin/main", "merge-conflict", "git", 13),
    Named(CHAPTER, WORDS, f"{WORDS}\n>>>>>>> origin/main", "merge-conflict", "git", 13),
    Named(CHAPTER, WORDS, "VÃ¦lg et sted â€“ ogsÃ¥ ude.", "letters-garbled", "Vælg"),
    Named(CHAPTER, WORDS, "Ga\u030a en tur pa\u030a o\u0308en.", "letters-decomposed", "Gå"),
    Named(CHAPTER, WORDS, "Sig god\u200bdag.", "letter-invisible", "usynligt"),
    Named(CHAPTER, WORDS, "Sig go\ufffdddag.", "letter-lost", "tabt"),
    Named(ENGLISH, "{#efter}", "{#after}", "translation-section-unknown-suggestion", "{#efter}"),
    Named(CHAPTER, "[@rapport-2024, afsnit 2]", "[@rapport-2024, s. 2]", "citation-page", "afsnit"),
    Named(ENGLISH, "status: machine", "status: reviewed", "translation-reviewer-missing", "reviewed_by"),
    Named(LIST, "title: {da: Første", "id: foerste\ntitle: {da: Første", "key-of-path", "id: foerste-moede"),
    Named(CHAPTER, WORDS, "1.**Ring.**\n2. Skriv.\n3. Spørg.", "number-space", "mellemrum"),
    Named(CHAPTER, WORDS, "• Ring.\n• Skriv.\n• Spørg.", "bullet-sign", "- "),
    Named(CHAPTER, WORDS, "| Uge | Hvad |\n| 1 | Te |\n| 2 | Kaffe |", "table-broken", "| --- | --- |"),
    Named(CHAPTER, "[om penge](penge.md)", "(om penge)[penge.md]", "link-broken", "[ordene](adressen)"),
    # --- Files -------------------------------------------------------------------------------------------------------
    Named("docs/da/haandboeger/ven/gaver.MD", "", NEW_PAGE, "file-ending", "gaver.md", 1),
    Named("docs/da/haandboeger/ven/gaver.md.txt", "", NEW_PAGE, "file-ending", "gaver.md", 1),
    Named("docs/da/haandboeger/ven/gaver.markdown", "", NEW_PAGE, "file-ending", "gaver.md", 1),
    Named("docs/da/haandboeger/ven/~$gaver.docx", "", "Mette", "file-lock", "slet", 1),
    Named("docs/da/haandboeger/ven/Gaver.md", "", NEW_PAGE, "file-name-form", "ven/gaver.md", 1),
    Named("docs/da/haandboeger/ven/små gaver.md", "", NEW_PAGE, "file-name-form", "ven/smaa-gaver.md", 1),
    Named("docs/da/haandboeger/ven/gaver.md", "", NEW_PAGE, "chapter-not-listed", "handbook.yml", 2),
    Named("docs/ua/index.md", "", NEW_PAGE, "folder-not-language-suggestion", "docs/uk", 1),
    Named("docs/da/haandbog/ven/gaver.md", "", NEW_PAGE, "file-not-read-suggestion", "haandboeger/ven", 1),
    Named("data/kommuner/0801-proeveby.yml.txt", "", "code: x\n", "file-ending", "0801-proeveby.yml", 1),
    Named(TOWN.replace(".yml", "-kopi.yml"), "", COPY, "municipality-twice", TOWN, 1),
    # --- Lists, places, sources --------------------------------------------------------------------------------------
    Named(LIST, HILSE, 'text: {da: "Hils på "hinanden"",', "yaml-after-quote", "Hils på 'hinanden'", 18),
    Named(LIST, "        safety: true", "        safety: yes", "true-or-false", "safety: true"),
    Named(LIST, "        safety: true", '        safety: "true"', "true-or-false", "safety: true"),
    Named(LIST, "da: Hils på hinanden", "da: Hils på hinanden 😊❤️", "unknown-sign", "😊", 18),
    Named(LIST, "- id: tavshed", "- id: hilse", "duplicate-id-suggestion", "tavshed"),
    Named(LIST, "        who: volunteer", "        who: frivillig", "value-not-allowed-suggestion", "volunteer"),
    Named(TOWN, 'code: "0801"', "code: 0801", "yaml-leading-zero", '"0801"'),
    Named(TOWN, 'code: "0801"', 'code: "0803"', "municipality-code-name", '"0801"'),
    Named(
        TOWN,
        "website: proeveby.example",
        "website: https://www.proeveby.example/",
        "wrong-form",
        "www.proeveby.example",
    ),
    Named(TOWN, "website: proeveby.example", "website: www.proeveby,example", "wrong-form", "www.proeveby.example"),
    Named(TOWN, "centre: [10.4, 55.4]", "centre: [10,4, 55,4]", "wrong-form", "[10.4, 55.4]"),
    Named(TOWN, PERSON, '    email: "koordinator(at)proeveby.example"', "wrong-form", '"koordinator@proeveby.example"'),
    Named(TOWN, PERSON, "    phone: 20304050", "text-expected", '"'),
    Named(TOWN, "    consent: true\n", "", "contact-without-consent", "consent: true", 13),
    Named(TOWN, "    consent: true", "    consent: ja", "true-or-false", "consent: true"),
    Named(TOWN, "period: 2026K1", "period: 1. kvartal 2026", "wrong-form", "2026K1"),
    Named(TOWN, "since: 2020", "since: 2032", "date-in-future", "fremtiden"),
    Named(CASE, 'municipality: "0801"', "municipality: Prøveby", "unknown-municipalities-suggestion", '"0801"'),
    Named(
        SOURCES,
        "  title: En rapport\n",
        "  title: En rapport\n  kind: hjemmeside\n",
        "value-not-allowed-suggestion",
        "web",
    ),
    Named(GUIDE, "who: [municipality]", "who: municipality", "list-expected", "[municipality]"),
    Named(REDIRECTS, "/gammelt/:", "/gammelt:", "redirect-form", "/gammelt/"),
    Named(CASE, "themes: [volunteers]", "themes: [frivillige]", "theme-unknown-suggestion", "volunteers"),
    Named(
        CASE, "source: rapport-2024, afsnit 5", "source: Rapporten fra 2024", "wrong-form", '"rapport-2024, afsnit 3.2"'
    ),
    Named(BOOK, "owner: Redaktionen", "owner: Redaktionen for #venner", "yaml-hash", '"Redaktionen for #venner"'),
    # --- What a hundred and sixty more showed ------------------------------------------------------------------------
    Named(CHAPTER, "chapters: [ven/penge]\n---", "chapters: [ven/penge]\n----", "front-matter-open", "---"),
    Named(CHAPTER, "chapters: [ven/penge]\n---", "chapters: [ven/penge]\n—", "front-matter-open", "---"),
    Named(CHAPTER, "discuss:\n", "discuss\n", "yaml-colon-missing", "discuss:"),
    Named(CHAPTER, "summary: Sådan går mødet.", "summary: #1 er mødet.", "yaml-hash", '"#1 er mødet."'),
    Named(CHAPTER, LIST_ITEM, f"{LIST_ITEM}\n  - !Husk smilet.", "yaml-character", '"!Husk smilet."'),
    Named(CHAPTER, "discuss:\n", "also: (møde, træf)\ndiscuss:\n", "list-expected", "[møde, træf]"),
    Named(CHAPTER, HEADING, "## Efter mødet {{#efter}}", "heading-without-id", "{#efter}"),
    Named(CHAPTER, HEADING, "## Efter mødet {##efter}", "heading-without-id", "{#efter}"),
    Named(CHAPTER, "(penge.md)", "(..\\ven\\penge.md)", "broken-link-suggestion", "penge.md"),
    Named(CHAPTER, "(penge.md)", "(../ven/)", "broken-link-suggestion", "index.md"),
    Named(CHAPTER, "(penge.md)", "(htps://www.eksempelby.example)", "link-scheme-missing", "https://www.eksempelby"),
    Named(CHAPTER, "(penge.md)", "(112)", "link-scheme-missing", "tel:112"),
    Named(CHAPTER, LINK, "<penge.md>", "link-broken", "[ordene](adressen)"),
    Named(CHAPTER, WORDS, "Uge | Hvad\n1 | Te\n\n", "table-broken", "| --- | --- |"),
    Named(CHAPTER, WORDS, "1 Ring.\n2 Skriv.\n\n", "number-sign", "1."),
    Named(CHAPTER, "- Skriv ned, hvad", "*Skriv ned, hvad", "bullet-sign", "- "),
    Named(CHAPTER, '"Eksempel (opdigtet)"', '"Eksempel (opdigtet)', "box-signs", '!!! tip "Husk"'),
    Named(CHAPTER, "går mødet.", "går mødet.\nOg sådan slutter det.", "yaml-words", "én linje"),
    Named(CHAPTER, HEADING, "## Efter mødet {#efter", "heading-without-id", "{#efter}"),
    Named(
        CHAPTER, "(penge.md)", "(https://www,eksempel,example)", "link-scheme-missing", "https://www.eksempel.example"
    ),
    Named(
        CHAPTER, "(penge.md)", "(https://https://eksempel.example)", "link-scheme-missing", "https://eksempel.example"
    ),
    Named(CHAPTER, "(penge.md)", "(mailto://info@by.example)", "link-scheme-missing", "mailto:info@by.example"),
    Named(CHAPTER, LINK, "[penge.md]", "link-broken", "[ordene](adressen)"),
    Named(TRACK, "offset: -P1W", "offset: -1 uge", "wrong-form", "-P1W"),
    Named("docs/da/haandboeger/ven/gaver.md.md", "", NEW_PAGE, "file-name-form", "ven/gaver.md", 1),
    Named("portal.yml", "  - en\n", "  - English\n", "portal-language-code", "»en«"),
    Named(BOOK, "reviewed: 2026-06-01", "reviewed: 01-06-26", "date-expected", "2026-06-01"),
    Named(BOOK, "chapters: [moedet, penge]", "chapters: [moedet.md, penge]", "wrong-form", "fx moedet."),
    Named(TOWN, "valid_to: 2026-12-31", "valid_to: 2026-31-12", "date-expected", "2026-12-31"),
    Named(CASE, "year: 2023", "year: 23", "number-too-small", "1945"),
    Named(CASE, 'municipality: "0801"', "municipality: 801", "text-expected", '"0801"'),
    Named(TRACK, "- chapter: ven/moedet", "- kapitel: ven/moedet", "unknown-key-suggestion", "chapter"),
    Named(LAWS, "dated: 2020-03-01", "dated: 1. marts 2020", "date-expected", "2020-03-01"),
    Named(LAWS, "eli: https://www.", "eli: www.", "wrong-form", "https://www.retsinformation.dk"),
    Named(HELP, 'number: "112", source', 'number: "112" source', "yaml-comma", '"112", source:'),
    Named(HELP, 'source: "https://www.alarm', 'source: "www.alarm', "wrong-form", '"https://www.alarm.example/112"'),
    Named(RESULTS, "percent: 75,", "percent: 75,5,", "decimal-comma", "7.5"),
    Named(RESULTS, "percent: 75,", "percent: 750,", "number-too-large", "100"),
    Named(RESULTS, "value: 1200,", "value: 1.200,", "number-expected", "1200"),
    Named(GLOSSARY, "match:\n", "Vennskab:\n", "wrong-form", "vennskab"),
    Named(SOURCES, "facts_from: 2023", "facts_from: 2025", "facts-years-order", "facts_from: 2023"),
    Named(REDIRECTS, "/gammelt/: /", "/gammelt/:/", "yaml-colon-space", "/gammelt/: /kommuneguider/modtage/#bolig"),
    Named(REDIRECTS, "/gammelt/: /", "/gammelt/ -> /", "yaml-colon-space", "/gammelt/: /kommuneguider/modtage/#bolig"),
    Named(REDIRECTS, "/gammelt/:", "/nyt/: /gammelt/\n/gammelt/:", "redirect-target", "/kommuneguider/modtage/"),
    Named("mkdocs.yml", "- vejviser/guides", "- vejviser/guide", "value-not-allowed-suggestion", "vejviser/guides"),
    Named("mkdocs.yml", "site_url: https://portal", "site_url: portal", "wrong-form", "https://portal.example/"),
    Named("portal.yml", "country: DK", "land: DK", "unknown-key-suggestion", "country"),
    Named("data/status/2026-Q3.xlsx", "", "PK", "status-folder-file", "rå tal", 1),
    Named("docs/en/haandboeger/ven/gifts.md", "", NEW_PAGE, "translation-without-original", "originalen", 2),
    Named("docs/da/billeder/foto.heic", "", "ftypheic", "file-kind", "billede", 1),
    # --- Materials ---------------------------------------------------------------------------------------------------
    Named(TEXT, "{{ dato }}", "{ dato }", "field-brackets", "{{ dato }}"),
    Named(TEXT, "{{ dato }}", "{{ dato", "field-brackets", "{{ dato }}"),
    Named(TEXT, "{{ dato }}", "[dato]", "field-brackets", "{{ dato }}"),
    Named(TEXT, "{{ dato }}", "{{ datoen }}", "unknown-field-suggestion", "{{ dato }}"),
    Named(MATERIAL, "label: {da: Dato}", "label: {da: Dit CPR-nummer}", "field-asks-number", "CPR"),
    Named(MATERIAL, 'version: "1.1"', "version: 1.1", "text-expected", '"1.1"'),
    Named(MATERIAL, "type: date", "type: choice", "choice-without-choices", "choices"),
    Named(MONEY, "safety: [regler]", "safety: [regle]", "safety-unknown-suggestion", "regler"),
]
