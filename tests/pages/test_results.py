"""The figures on the results page are the reports' own: each is written down here by hand, with the place it stands.

The three reports are "Venner Viser Vej - Hvordan oplever kommunerne samarbejde og effekt af frivillige relationer?"
(2025, R), the evaluation of Livet Går Videre (2023, E) and "Modtagelse og integration" (2015, M). None of them has page
numbers in the text we hold, so the place is a section. Nothing here is read from the reports when the test runs.
"""

import re
from datetime import date
from html import unescape
from pathlib import Path

import pytest

from vejviser.content.addresses import at
from vejviser.content.load.portal import load_portal
from vejviser.content.model.portal import Portal
from vejviser.pages import results

ROOT = Path(__file__).parents[2]

# report and section, result, answer, the number as the Danish page shows it
FIGURES = """
R Om undersøgelsen | kommuner-til-stede | til-stede | 80 af 98
R Om undersøgelsen | kommuner-til-stede | formelt-samarbejde | 73 af 98
R Forord | matchede-i-alt | matchede | mere end 12.000
R Om Venner Viser Vej | frivillige-grupper | grupper | mere end 100
R Hvor bevæger vi os hen? | nye-ukrainere-halvaar | ophold-efter-saerloven | cirka 7.000
R Om undersøgelsen | svarprocent | svarede | 40 af 73 (54,79 %)
R Om undersøgelsen | stillinger | leder | 16 %
R Om undersøgelsen | stillinger | henviser-selv | 44 %
R Om undersøgelsen | stillinger | andet | 41 %
R Samarbejdet mellem organisationerne og kommunerne | samarbejdet | saerdeles-godt | 45 % (13)
R Samarbejdet mellem organisationerne og kommunerne | samarbejdet | godt | 34 % (10)
R Samarbejdet mellem organisationerne og kommunerne | samarbejdet | mindre-godt | 10 % (3)
R Samarbejdet mellem organisationerne og kommunerne | samarbejdet | daarligt | 3 % (1)
R Samarbejdet mellem organisationerne og kommunerne | samarbejdet | ved-ikke | 7 % (2)
R Danskkompetencer | udbytte-dansk | i-hoej-grad | 55 % (16)
R Danskkompetencer | udbytte-dansk | i-nogen-grad | 41 % (12)
R Danskkompetencer | udbytte-dansk | i-mindre-grad | 3 % (1)
R Danskkompetencer | udbytte-dansk | slet-ikke | 0 % (0)
R Danskkompetencer | udbytte-dansk | ved-ikke | 0 % (0)
R Beskæftigelsessituation | udbytte-beskaeftigelse | i-hoej-eller-nogen-grad | 76 %
R Beskæftigelsessituation | udbytte-beskaeftigelse | i-mindre-grad | 23 %
R Beskæftigelsessituation | udbytte-beskaeftigelse | slet-ikke | 0 %
R Medborgerskab | udbytte-medborgerskab | i-hoej-eller-nogen-grad | 86 %
R Medborgerskab | udbytte-medborgerskab | i-mindre-grad | 7 %
R Medborgerskab | udbytte-medborgerskab | slet-ikke | 0 %
R Medborgerskab | udbytte-medborgerskab | ved-ikke | 7 %
R Samfunds- og kulturforståelse | udbytte-samfunds-og-kulturforstaaelse | i-hoej-eller-nogen-grad | 93 %
R Samfunds- og kulturforståelse | udbytte-samfunds-og-kulturforstaaelse | i-mindre-grad | 3 %
R Samfunds- og kulturforståelse | udbytte-samfunds-og-kulturforstaaelse | ved-ikke | 3 %
R Mental trivsel | udbytte-mental-trivsel | i-hoej-eller-nogen-grad | 83 %
R Mental trivsel | udbytte-mental-trivsel | i-mindre-grad | 10 %
R Mental trivsel | udbytte-mental-trivsel | ved-ikke | 7 %
R Hverdagsmestring | udbytte-hverdagsmestring | i-hoej-eller-nogen-grad | 97 %
R Hverdagsmestring | udbytte-hverdagsmestring | ved-ikke | 3 %
R Hvor gør de frivillige den største forskel? | gennemsnitsscore | dansk | 70
R Hvor gør de frivillige den største forskel? | gennemsnitsscore | samfunds-og-kulturforstaaelse | 69
R Hvor gør de frivillige den største forskel? | gennemsnitsscore | medborgerskab | 68
R Hvor gør de frivillige den største forskel? | gennemsnitsscore | hverdagsmestring | 66
R Hvor gør de frivillige den største forskel? | gennemsnitsscore | mental-trivsel | 64
R Hvor gør de frivillige den største forskel? | gennemsnitsscore | beskaeftigelse | 60
E 4.1 | lgv-nye-frivillige | medio-juni-2023 | 100
E 3.1 | lgv-90-visiterede | matchede-medio-juni-2023 | 124
E 4.1, note 7 | lgv-match-om-aaret | hele-2022 | 69
E 4.1 | lgv-match-om-aaret | primo-august-2023 | 61
E 4.1 | lgv-match-i-perioden | medio-juni-2023 | 124
E 3.1, note 3 | lgv-match-i-perioden | august-2023 | 130
E 4.1 | lgv-match-i-perioden | paa-vej | 31
E 4.1 | lgv-match-hovedstaden | medio-juni-2023 | 100
E 4.1 | lgv-match-syddanmark | medio-juni-2023 | 24
E 4.1 | lgv-vellykkede-efter-seks-maaneder | match-fra-2022 | 65 %
E 4.1 | lgv-vellykkede-efter-seks-maaneder | match-fra-januar-februar-2023 | 79 %
R Forskning: tætte relationer styrker beskæftigelsen | taet-relation-og-job | i-job | 7 %
R Forskning: tætte relationer styrker beskæftigelsen | taet-relation-og-job | offentlig-forsoergelse | 8 %
R Forskning: tætte relationer styrker beskæftigelsen | taet-relation-og-job | indtaegt | 28 %
R Beskæftigelsessituation | ikke-vestlige-i-job | i-2015 | 36,1 %
R Beskæftigelsessituation | ikke-vestlige-i-job | i-2024 | 52,3 %
M Inddragelse af civilsamfundet | kommuner-samarbejder-med-frivillige-2015 | samarbejder | 74 %
"""

# report and section, result, goal, how far
GOALS = """
E 4, short-term criteria | lgv-nye-frivillige | 100 | reached
E 4, short-term criteria | lgv-90-visiterede | 90 | not-measured
E 4, short-term criteria | lgv-match-om-aaret | 90 | not-reached
E 4.1 | lgv-match-i-perioden | 180 | under-way
E 4 | lgv-match-hovedstaden | 70 | under-way
E 4 | lgv-match-syddanmark | 20 | under-way
E 4.1 | lgv-vellykkede-efter-seks-maaneder | 67 | under-way
E 4, short-term criteria | lgv-klaedt-paa | - | not-measured
E 4, short-term criteria | lgv-fra-dag-et | - | not-measured
E 4, longer term | lgv-trivsel-og-deltagelse | - | not-measured
E 4, longer term | lgv-udvidelse | - | not-measured
"""


def lines(table: str) -> list[tuple[str, ...]]:
    return [tuple(part.strip() for part in line.split("|")) for line in table.strip().splitlines()]


@pytest.fixture(scope="module")
def content() -> Portal:
    return load_portal(ROOT).portal


@pytest.fixture(scope="module")
def page(content: Portal) -> str:
    pages = results.pages(content, date(2026, 11, 22))
    found = next(item.body for item in pages if item.language == "da" and item.uri == at(results.RESULTS))
    return found.replace("\xa0", " ")


def shown(page: str) -> dict[tuple[str, str], list[str]]:
    """Return the cells of every table on the page, by the anchor of its section and the label of its row."""
    found = {}
    for section in re.split(r'<section class="result"', page)[1:]:
        anchor = re.search(r"\{ #([\w-]+) \}", section)
        large = re.search(r'<p class="result-large"><strong>(.*?)</strong> (.*?)</p>', section)
        assert anchor
        for label, cells in re.findall(r'<tr><th scope="row">(.*?)</th>(.*?)</tr>', section):
            found[anchor[1], unescape(label)] = [unescape(cell) for cell in re.findall(r"<td>(.*?)</td>", cells)]
        if large:
            found[anchor[1], unescape(large[2])] = [unescape(large[1])]
    return found


def test_every_figure_on_the_page_is_the_reports_own(page: str, content: Portal) -> None:
    on_page = shown(page)
    wrong = []
    for place, result, answer, number in lines(FIGURES):
        label = next(item.label.text("da") for item in content.results[result].answers if item.id == answer)
        cells = on_page.get((result, label), [])
        if f"{cells[0]} ({cells[1]})" != number if len(cells) == 2 else cells != [number]:
            wrong.append((place, result, answer, number, cells))
    assert wrong == []


def test_no_figure_is_left_out_of_the_table_above(content: Portal) -> None:
    written = {(result, answer) for _, result, answer, _ in lines(FIGURES)}
    assert {(result.id, answer.id) for result in content.results.values() for answer in result.answers} == written


def test_goals_and_how_far_they_were_met(content: Portal) -> None:
    goals = [result for result in content.results.values() if result.kind == "goal"]
    assert [(goal.id, f"{goal.goal:g}" if goal.goal else "-", goal.status) for goal in goals] == [
        tuple(line[1:]) for line in lines(GOALS)
    ]


def test_each_figure_says_how_to_read_it_and_each_conflict_is_told(page: str, content: Portal) -> None:
    assert page.count("Sådan skal tallet læses.") == len(content.results)
    conflicts = [result.id for result in content.results.values() if result.conflict]
    assert page.count("Kildens tal passer ikke sammen.") == len(conflicts)
    assert set(conflicts) >= {
        "samarbejdet",  # 99 %, and 29 answers of 40
        "stillinger",  # 101 %, and no count of answers fits but 32
        "udbytte-dansk",  # 96 % is two rounded shares; 28 of 29 is 97 %
        "udbytte-beskaeftigelse",  # 99 %, below the 78 % the report gives as its lowest
        "udbytte-hverdagsmestring",  # 97 %, above the 96 % it gives as its highest
        "gennemsnitsscore",  # cannot be recalculated from the answers
        "lgv-match-i-perioden",  # 124 is used for two different things
    }


def test_a_chart_is_read_aloud_by_its_name_and_has_no_style_of_its_own(page: str) -> None:
    charts = re.findall(r"<svg .*?</svg>", page, re.DOTALL)
    assert len(charts) > 15
    for chart in charts:
        assert 'role="img" aria-label="Diagram' in chart
        assert not re.search(r"[.!?…]\.", chart.partition(">")[0])
        assert " style=" not in chart


def test_the_page_for_a_meeting_has_the_headlines(content: Portal) -> None:
    pages = {item.uri: item for item in results.pages(content, date(2026, 11, 22)) if item.language == "da"}
    short = unescape(pages[at(results.ONE_PAGE)].body).replace("\xa0", " ")
    for number in ("80 af 98", "73 af 98", "40 af 73", "45 % + 34 %"):
        assert number in short
    assert "(55 %)" in short, "a manager reads a whole number; the table on the long page has what the source has"
    assert "54,79" not in short


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_results_exist_in_danish_and_english(content: Portal, language: str) -> None:
    assert [item.uri for item in results.pages(content, date(2026, 11, 22)) if item.language == language] == [
        at(results.RESULTS),
        at(results.ONE_PAGE),
    ]
