"""What an editor may type after `vejviser new`, and what comes of it."""

STARTS = [
    (["handbook", "netvaerk", "--title", 'Netværk: "nye" venner'], "haandboeger/netvaerk/index.md"),
    (["chapter", "ven/gaver", "--title", "Gaver"], "haandboeger/ven/gaver.md"),
    (["guide", "opstart", "--title", "Opstart"], "kommuneguider/opstart.md"),
    (["checklist", "foer-turen", "--title", "Før turen"], "tjeklister/foer-turen.md"),
    (["material", "takkebrev", "--title", "Takkebrev"], "materialer/takkebrev.md"),
    (["municipality-contact", "Høje-Åø", "koordinator"], "kommuner/hoeje-aaoe.md"),
    (["source", "ny-2026", "--title", "Ny: rapport"], "kilder.md"),
    (["term", "frirum", "--term", "frirum"], "ordliste.md"),
    (["case", "faelles-kursus", "--title", "Fælles kursus"], "kommuneguider/eksempler.md"),
    (["step", "modtage/foer/find-en-ven", "--title", "Find en ven"], "kommuneguider/modtage.md"),
    (["track", "foerste-aar", "--title", "Det første år"], "forloeb/foerste-aar.md"),
    (["page", "om/historie", "--title", "Historien"], "om/historie.md"),
    (["place", "0803", "Ny By"], "kommuner/ny-by.md"),
    (["fact", "Høje-Åø", "styregruppe"], "kommuner/hoeje-aaoe.md"),
    (["service", "0802", "sprogcafe", "--title", "Sprogcafé"], "kommuner/hoeje-aaoe.md"),
    (["law", "barnets-lov-1", "--title", "Barnets lov"], "kilder/love.md"),
    (["result", "nye-par", "--title", "Nye par"], "resultater/index.md"),
    (["region", "fjernland", "--title", "Fjernland"], "kommuner/index.md"),
    (["news-line", "nye-regler", "--title", "Nye regler"], "news/index.md"),
    (["search-word", "nemid", "--title", "NemID"], "index.md"),
    (["search-question", "ud-alene", "--title", "Må hun gå ud alene"], "index.md"),
    (["signpost", "fare", "--title", "Er du i fare?"], "hjaelp.md"),
    (["help-line", "vagten", "--title", "Vagten"], "hjaelp.md"),
    (["translation", "docs/da/haandboeger/ven/moedet.md", "uk"], "haandboeger/ven/moedet.md"),
    (["translation", "docs/da/kommuneguider/modtage.md", "en"], "kommuneguider/modtage.md"),
    (["translation", "materials/aftale/da.md", "ar"], "materialer/aftale.md"),
]
"""The kind and its words; the page it becomes."""

TYPED = [
    ("checklist Før turen", "data/checklists/foer-turen.yml", '"Før turen"'),
    ("checklist »Før turen«", "data/checklists/foer-turen.yml", '"Før turen"'),
    ("checklist „Før turen“", "data/checklists/foer-turen.yml", '"Før turen"'),
    ("case kursus --title »Netværk«", "data/cases/kursus.yml", '"Netværk"'),
    ("case kursus --title=Gaver og penge", "data/cases/kursus.yml", '"Gaver og penge"'),
    ("case --title Gaver og penge", "data/cases/gaver-og-penge.yml", '"Gaver og penge"'),
    ("case kursus --title »Gaver og penge« --lang en", "data/cases/kursus.yml", '"Gaver og penge"'),
    ("chapter ven/Gaver og penge", "docs/da/haandboeger/ven/gaver-og-penge.md", '"Gaver og penge"'),
    ("chapter »ven/gaver« --title ”Gaver?”", "docs/da/haandboeger/ven/gaver.md", '"Gaver?"'),
    ("step modtage/foer/Find en ven", "data/guides/modtage.yml", '"Find en ven"'),
    ("term den gode ven", "data/glossary.yml", '"den gode ven"'),
    ("source En ny rapport --author Et institut", "data/sources.yml", '"Et institut"'),
    (
        "municipality-contact Høje-Åø Kommune Koordinator for frivillige",
        "data/kommuner/0802-hoeje-aaoe.yml",
        '"Koordinator for frivillige"',
    ),
    (
        "fact »Høje-Åø« styregruppe --text De mødes hver måned",
        "data/kommuner/0802-hoeje-aaoe.yml",
        '"De mødes hver måned"',
    ),
    ("place 803 Ny By", "data/kommuner/0803-ny-by.yml", '"Ny By"'),
    ("page om/Vores historie", "docs/da/om/vores-historie.md", '"Vores historie"'),
]
"""As typed, quotation marks and all; the file it lands in; the words it has there."""

WAITING = {
    "contact-stale",
    "not-written-yet",
    "uncited-source",
    "text-not-sealed",
    "checklist-ids-changed",
    "translation-not-begun",
    "translation-unrecorded",
    "chapter-missing",
    "hard-to-read",
    "law-not-used",
}
"""The warnings a start may have: what somebody has to write yet."""
