"""Cases: what municipalities did according to the reports, all on one page with a filter."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from vejviser.model.base import MAIN_LANGUAGE, Language, LanguageMap
from vejviser.model.guide import Case
from vejviser.model.municipality import Municipality
from vejviser.model.portal import Portal
from vejviser.pages.compose import Composer
from vejviser.pages.danish import danish_order
from vejviser.pages.frame import framed
from vejviser.pages.page import Page

CASES = "kommuneguider/eksempler.md"


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
    """Give the page of cases. It is in Danish, as the cases are; other languages fall back to it."""
    if portal.cases:
        yield _page(portal, MAIN_LANGUAGE, today)


def shown(portal: Portal) -> list[ShownCase]:
    """Give all cases by municipality, the oldest first; those without one come last."""
    by_code = {it.code: it for it in portal.municipalities}
    uses = _uses(portal)
    found = [
        ShownCase(case, by_code.get(case.municipality or ""), uses.get(case.id, ())) for case in portal.cases.values()
    ]
    return sorted(found, key=_order)


def _order(it: ShownCase) -> tuple[bool, str, int, str]:
    name = it.municipality.name if it.municipality else ""
    return it.municipality is None, danish_order(name), it.case.year, it.case.id


def _uses(portal: Portal) -> dict[str, tuple[Use, ...]]:
    found: dict[str, tuple[Use, ...]] = {}
    for guide in portal.guides:
        for phase in guide.phases:
            for step in phase.steps:
                use = Use(step.title, f"kommuneguider/{guide.id}.md#{step.id}")
                for key in step.cases:
                    found[key] = (*found.get(key, ()), use)
    return found


def _page(portal: Portal, language: Language, today: date) -> Page:
    page = Composer(portal, language, CASES, today)
    cases = shown(portal)
    themes = sorted(
        {theme for it in cases for theme in it.case.themes}, key=lambda it: danish_order(page.text(f"theme.{it}"))
    )
    municipalities = {it.municipality.code: it.municipality for it in cases if it.municipality}
    body = page.render(
        "cases.md.jinja",
        cases=cases,
        themes=[(theme, sum(theme in it.case.themes for it in cases)) for theme in themes],
        municipalities=[
            (it, sum(case.case.municipality == code for case in cases)) for code, it in municipalities.items()
        ],
        unnamed=sum(it.municipality is None for it in cases),
    )
    title, lead = page.text("cases.title"), page.text("cases.lead")
    return Page(
        CASES,
        language,
        "index",
        title,
        framed(page, body),
        lead,
        ("municipality", "coordinator"),
        styles=("knowledge",),
        scripts=("cases",),
    )
