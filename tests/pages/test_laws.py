"""What pages say of a provision: confirmed, read long ago, no longer in force; and what the files say."""

from dataclasses import replace
from datetime import date

import pytest

from tests.conftest import TODAY
from vejviser.content.model.law import Law
from vejviser.content.model.portal import Portal
from vejviser.documents.blocks import Text, TickLine
from vejviser.documents.compose_checklist import compose_checklist
from vejviser.documents.interface_words import interface_words
from vejviser.site.content_check import all_pages

ID = "boligloven-12"
CONFIRMED = {"confirmed_by": "Kommunens jurist", "confirmed": date(2026, 6, 2)}


def changed(portal: Portal, **values: object) -> Portal:
    return replace(portal, laws={ID: portal.laws[ID].model_copy(update=values)})


def page(portal: Portal, uri: str, day: date = TODAY) -> str:
    return next(item.markdown for item in all_pages(portal, day) if item.uri == uri and item.language == "da")


@pytest.mark.parametrize("uri", ["kommuneguider/modtage.md", "kommuneguider/modtage/plan.md"])
def test_only_a_confirmed_reading_of_this_year_is_called_the_laws_deadline(portal: Portal, uri: str) -> None:
    confirmed = changed(portal, **CONFIRMED)
    assert "Frist i loven" not in page(portal, uri)
    assert "Ikke bekræftet af en jurist." in page(portal, uri)
    assert '<a class="tag tag-law" href="/kilder/love/#boligloven-12">Frist i loven</a>' in page(confirmed, uri)
    assert "Ikke bekræftet" not in page(confirmed, uri)
    late = page(confirmed, uri, date(2027, 6, 2))
    assert "Frist i loven" not in late
    assert "Det er mere end et år siden. Kontrollér gældende regler." in late


def test_the_list_says_who_confirmed_it_and_when_it_ends(portal: Portal) -> None:
    listed = page(changed(portal, valid_to=date(2026, 1, 1), **CONFIRMED), "kilder/love.md")
    assert "1 er bekræftet af en jurist." in listed
    assert 'Bekræftet <time datetime="2026-06-02">2. juni 2026</time>: Kommunens jurist.' in listed
    assert "Reglen gælder ikke i dag." in listed
    assert 'til og med <time datetime="2026-01-01">1. januar 2026</time>' in listed


def test_an_act_whose_number_nobody_knows_says_so(portal: Portal) -> None:
    listed = page(changed(portal, number=None, dated=None, eli=None), "kilder/love.md")
    assert "Vi kender ikke nummeret med sikkerhed." in listed
    assert "Vi kender ikke adressen med sikkerhed." in listed


def test_the_list_counts_pages_that_rest_on_a_provision_without_citing_it(portal: Portal) -> None:
    checklist = portal.checklists[0]
    section = checklist.sections[0]
    item = section.items[0].model_copy(update={"law": ID})
    resting = checklist.model_copy(
        update={"sections": (section.model_copy(update={"items": (item, *section.items[1:])}), *checklist.sections[1:])}
    )
    assert resting.title.text("da") in page(replace(portal, checklists=(resting,)), "kilder/love.md")


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({}, "Efter loven (læst 1. juni 2026). Ikke bekræftet af en jurist."),
        (CONFIRMED, "Efter loven (læst 1. juni 2026). Bekræftet 2. juni 2026: Kommunens jurist."),
    ],
)
def test_a_checklist_on_paper_says_the_same(portal: Portal, values: dict[str, object], said: str) -> None:
    checklist = portal.checklists[0]
    section = checklist.sections[0]
    items = tuple(item.model_copy(update={"law": ID}) for item in section.items)
    resting = checklist.model_copy(update={"sections": (section.model_copy(update={"items": items}),)})
    laws: dict[str, Law] = {ID: changed(portal, **values).laws[ID]}
    document = compose_checklist(resting, "da", sources=laws, labels=interface_words(portal.texts["da"])).document
    tick = next(block for block in document.blocks if isinstance(block, TickLine))
    assert any(isinstance(inline, Text) and said in inline.text for inline in tick.inlines)
    assert [note.number for note in document.notes][:1] == [1]
