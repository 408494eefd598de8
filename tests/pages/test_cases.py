"""Cases in, the page's order out."""

from dataclasses import replace

from tests.conftest import TODAY
from vejviser.content.model.guide import Case
from vejviser.content.model.portal import Portal
from vejviser.pages.cases import pages, shown_cases


def case(case_id: str, year: int, municipality: str | None = None) -> Case:
    return Case.model_validate(
        {
            "id": case_id,
            "title": {"da": case_id},
            "municipality": municipality,
            "themes": ["housing"],
            "year": year,
            "what": {"da": "Noget."},
            "source": "rapport-2024",
        }
    )


def test_cases_stand_by_municipality_and_year_and_those_of_nobody_last(portal: Portal) -> None:
    cases = [case("a", 2015), case("b", 2017, "0801"), case("c", 2015, "0801"), case("d", 2020, "0802")]
    order = shown_cases(replace(portal, cases={item.id: item for item in cases}))
    assert [item.case.id for item in order] == ["d", "c", "b", "a"]
    assert [item.municipality.name if item.municipality else None for item in order] == [
        "Høje-Åø",
        "Prøveby",
        "Prøveby",
        None,
    ]


def test_a_case_names_the_steps_that_use_it(portal: Portal) -> None:
    (only,) = shown_cases(portal)
    assert [(use.title.text("da"), use.uri) for use in only.uses] == [
        ("Find en bolig", "kommuneguider/modtage.md#bolig")
    ]


def test_without_cases_there_is_no_page(portal: Portal) -> None:
    assert list(pages(replace(portal, cases={}), TODAY)) == []
