"""What calls itself the law's, what the register of laws must hold, and what is told when it does not."""

from pathlib import Path

import pytest
from inline_snapshot import snapshot

from tests.check.test_all_rules import edit, told

GUIDE, LIST, LAWS = (
    "data/guides/modtage.yml",
    "data/checklists/foerste-moede.yml",
    "data/laws.yml",
)
DEADLINE = "law: boligloven-12}"


@pytest.mark.parametrize(("said", "shown"), [("true", "true"), ("false", "false"), ("ja", "»ja«"), ('"yes"', "»yes«")])
def test_a_deadline_is_not_the_laws_because_somebody_says_so(portal_copy: Path, said: str, shown: str) -> None:
    edit(portal_copy, GUIDE, DEADLINE, f"statutory: {said}}}")
    assert [item for item in told(portal_copy) if " error: " in item] == [
        f"data/guides/modtage.yml:16:59 error: Her står statutory: {shown}. En frist er kun lovens, når den bygger på en"
        " regel i data/laws.yml. Skriv law: og reglens id, fx law: integrationsloven-15d, eller slet linjen."
    ]


def test_an_item_of_a_checklist_is_not_either(portal_copy: Path) -> None:
    edit(portal_copy, LIST, "      - id: hilse\n", "      - id: hilse\n        statutory: true\n")
    assert told(portal_copy) == snapshot(
        [
            "data/checklists/foerste-moede.yml:18:9 error: Her står statutory: true. En frist er kun lovens, når den bygger på en regel i data/laws.yml. Skriv law: og reglens id, fx law: integrationsloven-15d, eller slet linjen."
        ]
    )


def test_a_report_is_no_law(portal_copy: Path) -> None:
    edit(portal_copy, GUIDE, DEADLINE, "law: gammel-2010}")
    assert told(portal_copy) == snapshot(
        [
            "data/guides/modtage.yml:16:59 error: »gammel-2010« er en kilde fra 2010 og ikke en regel. En rapport kan ikke sætte en frist i loven. Skriv id'et på en regel i data/laws.yml, eller slet linjen."
        ]
    )


def test_a_provision_that_nobody_has_written_down(portal_copy: Path) -> None:
    edit(portal_copy, GUIDE, DEADLINE, "law: boligloven-21}")
    edit(portal_copy, LIST, "      - id: hilse\n", "      - id: hilse\n        law: skoleloven-1\n")
    assert told(portal_copy) == snapshot(
        [
            "data/checklists/foerste-moede.yml:18:9 error: Reglen »skoleloven-1« findes ikke i data/laws.yml. Mente du »boligloven-12«?",
            "data/guides/modtage.yml:16:59 error: Reglen »boligloven-21« findes ikke i data/laws.yml. Mente du »boligloven-12«?",
        ]
    )


def test_words_that_say_what_the_law_asks_for_must_rest_on_something(portal_copy: Path) -> None:
    edit(portal_copy, GUIDE, "En lov [@boligloven-12].", "Loven siger det [@gammel-2010, s. 2010].")
    edit(
        portal_copy,
        GUIDE,
        f"{{text: {{da: Ankomstdagen}}, offset: P1D, {DEADLINE}",
        "{text: {da: Fristen er lovbestemt}}",
    )
    assert told(portal_copy) == snapshot(
        [
            "data/guides/modtage.yml:16:27 error: Her står, hvad loven kræver, uden at det bygger på en regel: »Fristen er lovbestemt«. Skriv law: med id'et på en regel i data/laws.yml, henvis til den med [@id], eller skriv årstallet, fx »I 2015 sagde loven …«.",
            "data/guides/modtage.yml:17:23 error: Her står, hvad loven kræver, uden at det bygger på en regel: »Loven siger det [@gammel-2010, s. 2010].«. Skriv law: med id'et på en regel i data/laws.yml, henvis til den med [@id], eller skriv årstallet, fx »I 2015 sagde loven …«.",
            "data/guides/modtage.yml:17:23 warning: »[@gammel-2010, s. 2010]« nævner en side. Sidetal er ikke ens i web og PDF. Skriv afsnittet, så læseren kan finde det: [@gammel-2010, afsnit 3.2]",
            "data/laws.yml:1:1 warning: Reglen »boligloven-12« bliver ikke brugt nogen steder. Henvis til den med [@boligloven-12] eller law: boligloven-12, eller slet den.",
        ]
    )


def test_a_sentence_in_running_text_that_sets_a_deadline_must_rest_on_something(portal_copy: Path) -> None:
    edit(portal_copy, GUIDE, "Begynd i god tid.", '"Begynd i god tid. Loven siger senest tre måneder [@gammel-2010]."')
    assert told(portal_copy) == snapshot(
        [
            "data/guides/modtage.yml:19:19 error: Her står, hvad loven kræver, uden at det bygger på en regel: »Loven siger senest tre måneder [@gammel-2010].«. Skriv law: med id'et på en regel i data/laws.yml, henvis til den med [@id], eller skriv årstallet, fx »I 2015 sagde loven …«."
        ]
    )
    edit(portal_copy, GUIDE, '[@gammel-2010]."', '[@boligloven-12]."')
    assert told(portal_copy) == []


def test_a_year_or_a_provision_is_something(portal_copy: Path) -> None:
    edit(portal_copy, GUIDE, "En lov [@boligloven-12].", "I 2010 sagde loven det [@gammel-2010].")
    edit(portal_copy, GUIDE, "{text: {da: Ankomstdagen}", "{text: {da: Loven siger ankomstdagen}")
    assert told(portal_copy) == []


def test_a_wording_is_read_in_the_law_and_not_in_an_old_report(portal_copy: Path) -> None:
    edit(portal_copy, LAWS, "publisher: Lovsamlingen", "publisher: en gammel rapport")
    edit(portal_copy, LAWS, "et sted at bo.", "et sted at bo [@gammel-2010].")
    assert told(portal_copy) == snapshot(
        [
            "data/laws.yml:7:3 error: Reglen er læst i »gammel-2010«, som fortæller om 2010. En gammel rapport er ikke loven. Find ordlyden selv, og skriv, hvor den blev læst.",
            "data/laws.yml:9:13 error: Reglen er læst i »gammel-2010«, som fortæller om 2010. En gammel rapport er ikke loven. Find ordlyden selv, og skriv, hvor den blev læst.",
        ]
    )


def test_a_wording_read_long_ago_is_to_be_read_again(portal_copy: Path) -> None:
    edit(portal_copy, LAWS, "read: 2026-06-01", "read: 2025-11-22")
    assert told(portal_copy) == []
    edit(portal_copy, LAWS, "read: 2025-11-22", "read: 2025-11-21")
    assert told(portal_copy) == snapshot(
        [
            "data/laws.yml:8:3 warning: Boligloven § 12 blev læst 2025-11-21, for mere end et år siden. Læs ordlyden igen, og ret read."
        ]
    )


def test_days_that_cannot_be(portal_copy: Path) -> None:
    edit(portal_copy, LAWS, "read: 2026-06-01", "read: 2026-11-23\n  valid_from: 2026-02-01\n  valid_to: 2026-01-01")
    assert told(portal_copy) == snapshot(
        [
            "data/guides/modtage.yml:16:59 error: Reglen »boligloven-12« gjaldt til og med 2026-01-01. Find den regel, der gælder nu, eller slet linjen.",
            "data/laws.yml:8:3 error: »read« er 2026-11-23 og ligger ude i fremtiden. Skriv, hvornår det skete, senest 2026-11-22: read: 2026-11-22",
            "data/laws.yml:10:3 error: Reglen slutter 2026-01-01, før den begynder 2026-02-01. Ret valid_from eller valid_to.",
        ]
    )


def test_a_lawyer_confirms_the_wording_that_stands_there(portal_copy: Path) -> None:
    confirmed = "read: 2026-06-01\n  confirmed_by: Kommunens jurist\n  confirmed: 2026-06-01"
    edit(portal_copy, LAWS, "read: 2026-06-01", confirmed)
    assert told(portal_copy) == []
    edit(portal_copy, LAWS, "read: 2026-06-01", "read: 2026-07-01")
    assert told(portal_copy) == snapshot(
        [
            "data/laws.yml:10:3 error: En jurist kan ikke have bekræftet den 2026-06-01: ordlyden blev læst 2026-07-01. Skriv den dag, juristen så den ordlyd, der står her, eller slet confirmed og confirmed_by."
        ]
    )
    edit(portal_copy, LAWS, "  confirmed: 2026-06-01\n", "")
    assert told(portal_copy) == snapshot(
        [
            "data/laws.yml:1:1 error: En bekræftelse har både confirmed_by (juristens rolle) og confirmed (dagen). Skriv begge, eller ingen af dem."
        ]
    )


def test_an_address_of_another_act(portal_copy: Path) -> None:
    edit(portal_copy, LAWS, "lta/2020/12", "lta/2012/20")
    assert told(portal_copy) == snapshot(
        [
            "data/laws.yml:6:3 error: Adressen er en anden lovs. Nr. 12 fra 2020 har adressen https://www.retsinformation.dk/eli/lta/2020/12"
        ]
    )


def test_an_entry_has_one_name_and_a_use(portal_copy: Path) -> None:
    edit(portal_copy, LAWS, "boligloven-12:", "rapport-2024:")
    edit(portal_copy, GUIDE, DEADLINE, "law: rapport-2024}")
    edit(portal_copy, GUIDE, "En lov [@boligloven-12].", "En lov [@rapport-2024].")
    assert told(portal_copy) == snapshot(
        ["data/laws.yml:1:1 error: »rapport-2024« er også id på en kilde i data/sources.yml. Giv reglen et andet id."]
    )
    edit(portal_copy, LAWS, "rapport-2024:", "skoleloven-2:")
    edit(portal_copy, GUIDE, ", law: rapport-2024}", "}")
    edit(portal_copy, GUIDE, "En lov [@rapport-2024].", "En lov fra 2024 [@rapport-2024].")
    assert told(portal_copy) == snapshot(
        [
            "data/laws.yml:1:1 warning: Reglen »skoleloven-2« bliver ikke brugt nogen steder. Henvis til den med [@skoleloven-2] eller law: skoleloven-2, eller slet den."
        ]
    )


def test_an_entry_says_where_it_was_read(portal_copy: Path) -> None:
    edit(portal_copy, LAWS, "  read: 2026-06-01\n", "")
    edit(portal_copy, LAWS, '[{publisher: Lovsamlingen, kind: text, url: "https://lovsamlingen.example/12"}]', "[]")
    assert told(portal_copy)[:2] == snapshot(
        [
            "data/laws.yml:1:1 error: »read« mangler. Skriv linjen read: …",
            "data/laws.yml:8:3 error: »read_at« er tom, men skal have mindst ét punkt.",
        ]
    )
