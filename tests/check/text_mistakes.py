"""Links, headings and citations as people write them who know another program's way of writing them."""

from tests.check.mistakes import CHAPTER
from tests.check.named_mistakes import HEADING, HELP, LINK, REDIRECTS, Named

CITED = "[@rapport-2024, afsnit 2]"
SIGNPOST = """fare:
  title: {da: Er der fare?}
  text: {da: Ring.}
  call: [alarm]
  to: /hjaelp/#alarm
  first: [/haandboeger/ven/moedet/#efter]
  words: {da: [fare]}
"""
SIGNPOSTS = "data/signposts.yml"

MISTAKES = [
    # --- Links -------------------------------------------------------------------------------------------------------
    Named(CHAPTER, LINK, "[om penge]:(penge.md)", "link-broken", "[ordene](adressen)"),
    Named(CHAPTER, LINK, "[om penge]-(penge.md)", "link-broken", "[ordene](adressen)"),
    Named(CHAPTER, LINK, "[om penge]: penge.md", "link-broken", "[ordene](adressen)"),
    Named(CHAPTER, LINK, "[om penge]{penge.md}", "link-broken", "[ordene](adressen)"),
    Named(CHAPTER, LINK, "{om penge}(penge.md)", "link-broken", "[ordene](adressen)"),
    Named(CHAPTER, LINK, "[om penge]<penge.md>", "link-broken", "[ordene](adressen)"),
    Named(CHAPTER, LINK, "[om penge(penge.md)", "link-broken", "[ordene](adressen)"),
    Named(CHAPTER, LINK, "om penge](penge.md)", "link-broken", "[ordene](adressen)"),
    Named(CHAPTER, LINK, "om penge (penge.md)", "link-broken", "[ordene](adressen)"),
    Named(CHAPTER, LINK, "[[om penge](penge.md)", "bracket-left", "[ordene](adressen)"),
    Named(CHAPTER, LINK, "[om penge](penge.md)#regler", "link-place-outside", "(side.md#sted)"),
    Named(CHAPTER, LINK, "[om penge](penge.md) (#regler)", "link-place-outside", "(side.md#sted)"),
    Named(CHAPTER, LINK, "[om penge](#penge.md)", "broken-link-suggestion", "»penge.md«"),
    Named(CHAPTER, LINK, "[om penge](penge#regler)", "broken-link-suggestion", "»penge.md#regler«"),
    Named(CHAPTER, LINK, "[om penge](penge.md/#regler)", "broken-link-suggestion", "»penge.md#regler«"),
    Named(CHAPTER, LINK, "[om penge](penge.md{#regler})", "broken-link-suggestion", "»penge.md#regler«"),
    Named(CHAPTER, LINK, "[om penge](/docs/da/haandboeger/ven/penge.md)", "broken-link-suggestion", "»penge.md«"),
    # --- Headings ----------------------------------------------------------------------------------------------------
    Named(CHAPTER, HEADING, "### Efter mødet {#Efter}", "heading-id-form", "{#efter}"),
    Named(CHAPTER, HEADING, "## Efter mødet {#væst}", "heading-id-form", "{#vaest}"),
    Named(CHAPTER, HEADING, "## Efter mødet ## {#efter}", "heading-closed", "## Overskrift {#navn}"),
    Named(CHAPTER, HEADING, "## Efter mødet\n{#efter}", "heading-without-id", "Skriv {#efter} til sidst"),
    Named(CHAPTER, HEADING, "## Efter mødet\n\n{#efter}", "heading-without-id", "Skriv {#efter} til sidst"),
    Named(CHAPTER, HEADING, "## {#efter} Efter mødet", "heading-without-id", "Skriv {#efter} til sidst"),
    Named(CHAPTER, HEADING, "## Efter mødet {#efter}.", "heading-without-id", "Skriv {#efter} til sidst"),
    Named(CHAPTER, HEADING, "## Efter mødet #efter", "heading-without-id", "Skriv {#efter} til sidst"),
    Named(CHAPTER, HEADING, "**Efter mødet**", "section-lost", "## Efter mødet {#efter}"),
    Named(CHAPTER, HEADING, "### Efter mødet {#efter}", "section-lost", "## Efter mødet {#efter}"),
    Named(CHAPTER, HEADING, "    ## Efter mødet {#efter}", "section-lost", "## Efter mødet {#efter}"),
    # --- Citations ---------------------------------------------------------------------------------------------------
    Named(CHAPTER, CITED, "[kilde: rapport-2024]", "citation-form", "[@rapport-2024]"),
    Named(CHAPTER, CITED, "(kilde: rapport-2024)", "citation-form", "[@rapport-2024]"),
    Named(CHAPTER, CITED, "[Kilde rapport-2024, afsnit 2]", "citation-form", "[@rapport-2024]"),
    Named(CHAPTER, CITED, "[@Rapport-2024, afsnit 2]", "citation-form", "[@rapport-2024]"),
    Named(CHAPTER, CITED, "[@rapport_2024, afsnit 2]", "citation-form", "[@rapport-2024]"),
    Named(CHAPTER, CITED, "[@rapport-2024 afsnit 2]", "citation-form", "[@rapport-2024]"),
    Named(CHAPTER, CITED, "[[@rapport-2024, afsnit 2]]", "citation-form", "[@rapport-2024]"),
    Named(CHAPTER, CITED, "[@rapport-2024, ]", "citation-form", "[@rapport-2024]"),
    Named(CHAPTER, CITED, "(rapport-2024)", "citation-form", "[@rapport-2024]"),
    Named(CHAPTER, CITED, "[#rapport-2024]", "citation-form", "[@rapport-2024]"),
    Named(CHAPTER, CITED, "[1]", "no-footnotes", "[@als-2023, afsnit 4]"),
    Named(CHAPTER, "mennesker mødes", "mennesker¹ mødes", "no-footnotes", "[@als-2023, afsnit 4]"),
    # --- Places on pages ---------------------------------------------------------------------------------------------
    Named(REDIRECTS, "#bolig", "#boligen", "link-place-unknown-suggestion", "/kommuneguider/modtage/#bolig"),
    Named(
        REDIRECTS,
        "/kommuneguider/modtage/#bolig",
        "/haandboeger/ven/moedet/#eftr",
        "link-place-unknown-suggestion",
        "/haandboeger/ven/moedet/#efter",
    ),
    Named(SIGNPOSTS, "", SIGNPOST.replace("#alarm", "#alarmen"), "link-place-unknown-suggestion", "/#alarm«", 5),
    Named(SIGNPOSTS, "", SIGNPOST.replace("#efter", "#bagefter"), "link-place-unknown-suggestion", "/#efter«", 6),
]
"""Each is told once, at its line."""

SOUND = [
    (CHAPTER, LINK, "[om penge](penge.md) [1. maj], (jf. § 3) og [sic]"),
    (CHAPTER, LINK, "[om penge](penge.md#regler), 20 m² og 3 km³"),
    (CHAPTER, HEADING, "## Efter mødet {#efter} ##"),
    (CHAPTER, HEADING, "## Efter mødet { #efter }"),
    (
        CHAPTER,
        "Sig goddag.",
        "Skriv i filen `penge.md`, eller penge.md (se kilde: bogen).\n\n**Husk:** nøgler.\n\n**Hvorfor?**\n",
    ),
    (CHAPTER, "Sig goddag.", "Brug C# eller *nr.* 3, #2 og **fed** (første gang)."),
    (REDIRECTS, "/kommuneguider/modtage/#bolig", "/hjaelp/#alarm"),
    (REDIRECTS, "/kommuneguider/modtage/#bolig", "/haandboeger/ven/moedet/#efter"),
    (SIGNPOSTS, "", SIGNPOST),
    (HELP, 'number: "112"', 'number: "1888"'),
]
"""What looks like one of them, and is none."""
