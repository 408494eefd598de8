"""Cases: what municipalities did according to the reports, all on one page with a filter."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from vejviser.content.addresses import at
from vejviser.content.languages import Language, main_language
from vejviser.content.model.base import LanguageMap
from vejviser.content.model.guide import Case
from vejviser.content.model.municipality import Municipality
from vejviser.content.model.portal import Portal
from vejviser.pages.compose import Composer
from vejviser.pages.names import name_order
from vejviser.pages.page import Page
from vejviser.pages.page_layout import with_layout

CASES = "<guides>/<cases>.md"


@dataclass(frozen=True, slots=True)
class Use:
    """A guide's step that points to a case."""

    title: LanguageMap
    uri: str


@dataclass(frozen=True, slots=True)
class ShownCase:
    """A case with its municipality, where the source names one, and the steps that use it."""

    case: Case
    municipality: Municipality | None
    uses: tuple[Use, ...]


def pages(portal: Portal, today: date) -> Iterator[Page]:
    """Yield the page of cases. It is in the main language, as the cases are; other languages fall back to it."""
    if portal.cases:
        yield _page(portal, main_language(), today)


def shown_cases(portal: Portal) -> list[ShownCase]:
    """Return all cases by municipality, the oldest first; those without one come last."""
    by_code = {municipality.code: municipality for municipality in portal.municipalities}
    uses = _uses(portal)
    found = [
        ShownCase(case, by_code.get(case.municipality or ""), uses.get(case.id, ())) for case in portal.cases.values()
    ]
    return sorted(found, key=_order)


def _order(shown_case: ShownCase) -> tuple[bool, bytes, int, str]:
    name = shown_case.municipality.name if shown_case.municipality else ""
    return shown_case.municipality is None, name_order(name), shown_case.case.year, shown_case.case.id


def _uses(portal: Portal) -> dict[str, tuple[Use, ...]]:
    found: dict[str, tuple[Use, ...]] = {}
    for guide in portal.guides:
        for phase in guide.phases:
            for step in phase.steps:
                use = Use(step.title, at(f"<guides>/{guide.id}.md#{step.id}"))
                for key in step.cases:
                    found[key] = (*found.get(key, ()), use)
    return found


def _page(portal: Portal, language: Language, today: date) -> Page:
    page = Composer(portal, language, at(CASES), today)
    cases = shown_cases(portal)
    themes = sorted(
        {theme for case in cases for theme in case.case.themes},
        key=lambda theme: name_order(page.text(f"theme.{theme}")),
    )
    municipalities = {case.municipality.code: case.municipality for case in cases if case.municipality}
    body = page.render(
        "cases.md.jinja",
        cases=cases,
        themes=[(theme, sum(theme in case.case.themes for case in cases)) for theme in themes],
        municipalities=[
            (municipality, sum(case.case.municipality == code for case in cases))
            for code, municipality in municipalities.items()
        ],
        unnamed=sum(case.municipality is None for case in cases),
    )
    title, lead = page.text("cases.title"), page.text("cases.lead")
    return Page(
        at(CASES),
        language,
        "index",
        title,
        with_layout(page, body),
        lead,
        ("municipality", "coordinator"),
        styles=("knowledge",),
        scripts=("cases",),
    )
