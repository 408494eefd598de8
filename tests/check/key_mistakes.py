"""Keys and values as people write them: another code of a language, a day that is not there, a number with too little."""

from tests.check.mistakes import BOOK, CHAPTER
from tests.check.named_mistakes import HELP, TRACK, Named

TITLE = "title: {da: Din første ven, en: Your first friend}"
QUESTION = "  - Hvad håber du på?"
LISTS = "  checklists: [foerste-moede]"
PORTAL = "portal.yml"
REVIEWED = "reviewed: 2026-06-01"

MISTAKES = [
    # --- Languages ---------------------------------------------------------------------------------------------------
    Named(PORTAL, "  - uk", "  - ua", "portal-language-code", "»uk«"),
    Named(PORTAL, "  - uk", "  - ukr", "portal-language-code", "»uk«"),
    Named(PORTAL, "  - da", "  - dk", "portal-language-code", "»da«"),
    Named(PORTAL, "  - ar", "  - arabisk", "portal-language-code", "»ar«"),
    Named(PORTAL, "in_sentence: {da: DRC,", "in_sentence: {dk: DRC,", "language-unknown-suggestion", "»da«"),
    Named(PORTAL, "Red Cross, uk: Данський", "Red Cross, ua: Данський", "language-unknown-suggestion", "»uk«"),
    Named(TRACK, TITLE, "title: {da: Din ven, ua: Друг}", "language-unknown-suggestion", "»uk«"),
    Named(TRACK, TITLE, "title: {da: Din ven, gb: Friend}", "language-unknown-suggestion", "»en«"),
    Named(TRACK, TITLE, "title: {da Din ven, en: Friend}", "yaml-colon-missing", "da: Din ven"),
    Named(TRACK, TITLE, "title: {da: Din ven en: Friend}", "yaml-comma", "{da: Din ven, en: Friend}"),
    Named(TRACK, TITLE, "title: da: Din ven", "language-brackets", "title: {da: Din ven}"),
    Named(TRACK, TITLE, "title: (da: Din ven, en: Friend)", "language-brackets", "title: {da: Din ven, en: Friend}"),
    # --- Lists -------------------------------------------------------------------------------------------------------
    Named(CHAPTER, LISTS, "  checklists: foerste-moede", "list-expected", "checklists: [foerste-moede]"),
    Named(CHAPTER, LISTS, "  checklists: {foerste-moede}", "list-expected", "checklists: [foerste-moede]"),
    Named(CHAPTER, LISTS, " checklists: [foerste-moede]", "yaml-indentation", "checklists"),
    Named(CHAPTER, LISTS, "checklists: [foerste-moede]", "yaml-indentation", "checklists"),
    Named(CHAPTER, "title: Mødet", "title: [Mødet]", "text-expected", '"Mødet"'),
    Named(CHAPTER, "title: Mødet", "title: Mødet {#moedet}", "attribute-in-markdown", "{#moedet}"),
    Named(CHAPTER, QUESTION, "  Hvad håber du på?", "list-expected", "[Hvad håber du på?]"),
    Named(CHAPTER, QUESTION, "  a) Hvad håber du på?", "list-expected", "[Hvad håber du på?]"),
    Named(CHAPTER, QUESTION, "  1. Hvad håber du på?", "list-expected", "[Hvad håber du på?]"),
    Named(BOOK, "[volunteer]", "[volunteer; municipality]", "wrong-form", "fx volunteer, municipality."),
    Named(BOOK, "[moedet, penge]", "[moedet.md; penge.md]", "wrong-form", "fx moedet, penge."),
    Named(BOOK, "[moedet, penge]", "[moedet, ven/penge]", "wrong-form", "fx penge."),
    # --- Days --------------------------------------------------------------------------------------------------------
    Named(BOOK, REVIEWED, "reviewed: 31-11-2026", "date-impossible", "reviewed: 2026-11-30"),
    Named(BOOK, REVIEWED, "reviewed: 1.2.26", "date-expected", "reviewed: 2026-02-01"),
    Named(BOOK, REVIEWED, "reviewed: d. 1. juni 2026", "date-expected", "reviewed: 2026-06-01"),
    Named(BOOK, REVIEWED, "reviewed: juni 2026", "date-expected", "reviewed: 2026-06-01"),
    Named(BOOK, REVIEWED, "reviewed: 2026-06-01 kl. 12", "date-expected", "reviewed: 2026-06-01"),
    Named(BOOK, REVIEWED, "reviewed: 20260601", "date-expected", "reviewed: 2026-06-01"),
    # --- Telephone numbers -------------------------------------------------------------------------------------------
    Named(HELP, 'number: "19 99"', 'number: "20 30 40"', "phone-digits", '"00 00 00 00"'),
    Named(HELP, 'number: "112"', 'number: "112112"', "phone-digits", '"00 00 00 00"'),
    Named(HELP, 'number: "19 99"', 'number: "+45 1999"', "wrong-form", '"00 00 00 00"'),
    Named(PORTAL, 'number: "00 11 22 33"', 'number: "00 11 22"', "phone-digits", '"00 00 00 00"'),
]
"""Each is told once, at its line."""

SOUND = [
    (HELP, 'number: "112"', 'number: "116 111"'),
    (HELP, 'number: "112"', 'number: "1888"'),
    (PORTAL, "{da: Røde Kors, en: Røde Kors (Danish", "{da: Røde Kors, de: Rotes Kreuz, en: Røde Kors (Danish"),
    (TRACK, TITLE, "title: {da: Et en-til-en møde}"),
    (BOOK, REVIEWED, 'reviewed: "2026-06-01"'),
]
"""What looks like one of them, and is none."""
