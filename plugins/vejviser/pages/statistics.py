"""Status: a page for each municipality."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from vejviser.content.addresses import at
from vejviser.content.languages import Language, shows_figures
from vejviser.content.model.disclosure_policy import Goal
from vejviser.content.model.download import Downloads
from vejviser.content.model.municipality import NO_REGION, Municipality
from vejviser.content.model.portal import Portal
from vejviser.content.settings import current
from vejviser.pages.barometer import barometer_page, indicator_name
from vejviser.pages.compose import Composer
from vejviser.pages.page import Page
from vejviser.pages.page_layout import with_layout
from vejviser.statistics.charts import LOW, Chart, ChartTexts, Mark, Series, bar_chart, line_chart
from vejviser.statistics.figures import History, MunicipalityFigures, history, municipality_figures
from vejviser.statistics.load_published import load_quarters


@dataclass(frozen=True, slots=True)
class Figured:
    """What the charts of one municipality are drawn from."""

    municipality: Municipality
    figures: MunicipalityFigures
    region: str
    goal: Goal | None


def all_pages(portal: Portal, today: date, _downloads: Downloads = ()) -> Iterator[Page]:
    """Yield the status pages of the municipalities that figures are shown of, and the barometer, if there are any."""
    if portal.status:
        places = {status_uri(item) for item in portal.municipalities if item.code not in portal.figured}
        yield from (page for page in pages(portal, today) if page.uri not in places)


def pages(portal: Portal, today: date, only: str | None = None) -> Iterator[Page]:
    """Yield the status pages of all municipalities and the barometer, or the page of the one with the code `only`."""
    published = load_quarters(portal).published
    populations = {item.code: item.population.value for item in portal.municipalities if item.population}
    past = history(published, populations, portal.policy) if portal.policy and published else None
    for language in (item for item in portal.languages if shows_figures(item)):
        for municipality in portal.municipalities:
            if only in (None, municipality.code):
                figured = _figured(portal, municipality, past, today) if past else None
                yield _status(portal, municipality, figured, language, today)
        if only is None:
            yield barometer_page(portal, published, populations, language, today)


def status_uri(municipality: Municipality) -> str:
    """Return the address of a municipality's status page."""
    return at(f"<places>/{municipality.slug}/<status>.md")


def _figured(portal: Portal, municipality: Municipality, past: History, today: date) -> Figured | None:
    figures = municipality_figures(municipality.code, past)
    region = next((item for item in reversed(figures.regions) if item), municipality.region_on(today))
    name = portal.regions.get(region, NO_REGION).name
    return Figured(municipality, figures, name, past.policy.goal) if figures.latest else None


def _status(
    portal: Portal, municipality: Municipality, figured: Figured | None, language: Language, today: date
) -> Page:
    page = Composer(portal, language, status_uri(municipality), today)
    body = page.render(
        "status.md.jinja",
        municipality=municipality,
        figured=figured,
        charts=_charts(page, figured) if figured else (),
        comparisons=_comparisons(page, figured) if figured else (),
        policy=portal.policy,
        indicators=current().indicators,
        name_of=partial(indicator_name, language=language),
    )
    title = page.text("status.title", **municipality.names(language))
    description = page.text("status.description", **municipality.names(language))
    styles = ("status",) if figured else ()
    return Page(page.uri, language, "status", title, with_layout(page, body), description, styles=styles)


def _charts(page: Composer, figured: Figured) -> list[Chart]:
    """Return the share against the goal, and the trends, each as a line over the quarters."""
    figures, name = figured.figures, figured.municipality.name
    share = line_chart(
        "andel",
        figures.periods,
        [
            Series(name, "own", figures.shares),
            *([Series(figured.region, "region", figures.region_shares)] if figured.region else []),
            Series(page.text("status.country"), "country", figures.country_shares),
        ],
        _chart_texts(
            page, page.text("status.share_title"), page.text("status.share_description", name=name), "too_few"
        ),
        Mark(page.text("status.goal", share=figured.goal.share), figured.goal.share) if figured.goal else None,
    )
    trends = [
        line_chart(
            indicator.replace("_", "-"),
            figures.periods,
            [Series(name, "own", figures.trends[indicator])],
            replace(
                _chart_texts(
                    page, indicator_name(indicator, page.language), page.text("status.trend_description", name=name)
                ),
                zero=page.fewest(max(figures.bases)),
            ),
            plot=LOW,
        )
        for indicator in current().indicators.charts
    ]
    return [share, *trends] if current().indicators.share else trends


def _comparisons(page: Composer, figured: Figured) -> list[Chart]:
    """Return the figures that can be compared, per 10,000 inhabitants, beside region and country."""
    found = {comparison.indicator: comparison for comparison in figured.figures.comparisons}
    return [
        bar_chart(
            f"sammenlign-{indicator.replace('_', '-')}",
            [
                Series(figured.municipality.name, "own", (found[indicator].own,)),
                *([Series(figured.region, "region", (found[indicator].region,))] if figured.region else []),
                Series(page.text("status.country"), "country", (found[indicator].country,)),
            ],
            _chart_texts(page, indicator_name(indicator, page.language), page.text("status.compare_description")),
        )
        for indicator in current().indicators.compared
        if indicator in found
    ]


def _chart_texts(page: Composer, title: str, description: str, missing: str = "not_reported") -> ChartTexts:
    return ChartTexts(
        title=title,
        description=description,
        first_column=page.text("status.quarter"),
        missing=page.text(f"status.{missing}"),
        number=page.format_number,
    )
