"""What is known about the effect: every figure as a chart and a table, and the most important ones on one page."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from markupsafe import Markup

from vejviser.content.addresses import at
from vejviser.content.languages import Language, main_language
from vejviser.content.model.approvals import standing
from vejviser.content.model.article import Article
from vejviser.content.model.download import Downloads
from vejviser.content.model.portal import Portal
from vejviser.content.model.results import ANCHORS, Result, ResultAnswer
from vejviser.pages.compose import Composer
from vejviser.pages.escape import plain
from vejviser.pages.page import Page
from vejviser.pages.page_layout import with_layout
from vejviser.statistics.charts import Bar, Part, round_steps, stacked_chart

FOLDER = "<results>/"
RESULTS, ONE_PAGE = f"{FOLDER}index.md", f"{FOLDER}<one_page>.md"

_ENDS = (".", "!", "?", "\u2026", "\u061f")
"""What ends a sentence; the last one is the Arabic question mark."""

TONES = {
    "i-hoej-grad": "high",
    "saerdeles-godt": "high",
    "i-nogen-grad": "some",
    "godt": "some",
    "i-hoej-eller-nogen-grad": "merged",
    "i-mindre-grad": "less",
    "mindre-godt": "less",
    "slet-ikke": "none",
    "daarligt": "none",
    "ved-ikke": "unknown",
}
"""The tone of an answer that has a place on a scale from good to bad; all others are "plain"."""


@dataclass(frozen=True, slots=True)
class Table:
    """The numbers behind a chart."""

    headers: tuple[Markup, ...]
    rows: tuple[tuple[Markup, ...], ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A result as the page shows it. Without a chart its single number is shown large."""

    result: Result
    table: Table
    chart: Markup | None = None
    large: Markup | None = None


def pages(portal: Portal, today: date, _downloads: Downloads = ()) -> Iterator[Page]:
    """Yield both pages in every language their introduction is written in."""
    texts = {(article.uri, article.language): article for article in portal.articles}
    for language in portal.languages:
        for uri in (at(RESULTS), at(ONE_PAGE)):
            text = texts.get((uri, language))
            if portal.results and (text or language == main_language()):
                yield _page(portal, uri, text, language, today)


def _page(portal: Portal, uri: str, text: Article | None, language: Language, today: date) -> Page:
    page = Composer(portal, language, uri, today)
    make = _all if uri == at(RESULTS) else _one_page
    lead = text.meta.summary if text else ""
    body = make(page, text.body if text else "", lead)
    title = text.meta.title if text else page.text("results.title" if uri == at(RESULTS) else "results.short_title")
    markdown = with_layout(
        page,
        body,
        review=text.meta.review if text else None,
        standing=standing(portal, text) if text else None,
        translation=text.meta.translation if text else None,
        related=text.meta.related if text else None,
    )
    audience = text.meta.audience if text else ()
    also = text.meta.also if text else ()
    styles, scripts = (("knowledge", "parts"), ("parts",)) if uri == at(RESULTS) else (("knowledge",), ())
    return Page(uri, language, "results", title, markdown, lead, audience, aliases=also, styles=styles, scripts=scripts)


def _all(page: Composer, intro: str, lead: str) -> str:
    results = page.portal.results.values()
    own = [result.group for result in results if result.group not in ANCHORS]
    groups = dict.fromkeys([*(group for group in ANCHORS if group != "research"), *own, "research"])
    parts = [
        (ANCHORS.get(group, group), [figure(page, result) for result in results if result.group == group])
        for group in groups
    ]
    return page.render(
        "results.md.jinja",
        intro=intro,
        lead=lead,
        parts=[(anchor, figures) for anchor, figures in parts if figures],
        overview=overview(page, [result for result in results if result.group == "outcome"]),
        short=page.to(at(ONE_PAGE)),
    )


def _one_page(page: Composer, text: str, lead: str) -> str:
    results = page.portal.results.values()
    return page.render(
        "results_short.md.jinja",
        text=text,
        lead=lead,
        overview=overview(page, [result for result in results if result.group == "outcome"]),
        headlines=[figure(page, result) for result in results if result.headline],
        amount=partial(amount, page),
        share=partial(share, page),
        full=page.to(at(RESULTS)),
    )


def figure(page: Composer, result: Result) -> Figure:
    """Return a result with its table, and its chart or its number."""
    table = _table(page, result)
    chart = _chart(page, result)
    if chart is None and result.answers:
        return Figure(result, table, large=amount(page, result, result.answers[0]))
    return Figure(result, table, chart)


def overview(page: Composer, results: list[Result]) -> Markup | None:
    """Return one chart of several distributions with the same answers, a bar a question."""
    if not results:
        return None
    bars = [Bar(result.title.text(page.language), tuple(_parts(page, result))) for result in results]
    ticks = _ticks(page, round_steps(100), "percent")
    return page.raw(stacked_chart("oversigt", page.text("results.overview_name"), bars, 100, ticks=ticks))


def amount(page: Composer, result: Result, answer: ResultAnswer) -> Markup:
    """Write an answer's number the way the source has it: with "more than", "about" or "of"."""
    if answer.percent is not None and answer.value is None:
        return page.t("results.percent", number=page.format_number(answer.percent))
    number = page.format_number(answer.value or 0)
    if answer.of:
        return page.t("results.of", number=number, total=page.format_number(answer.of))
    if result.unit == "percent":
        return page.t("results.percent", number=number)
    if answer.min or answer.approximate:
        return page.t("results.more_than" if answer.min else "results.about", number=number)
    return plain(number)


def share(page: Composer, answer: ResultAnswer, *, whole: bool = False) -> Markup:
    """Write the share a count is, where the source has one: as it stands there, or as a `whole` number of percent."""
    if answer.of is None or answer.percent is None:
        return Markup()
    return page.t("results.percent", number=page.format_number(round(answer.percent) if whole else answer.percent))


def _parts(page: Composer, result: Result) -> Iterator[Part]:
    for answer in result.answers:
        tone = TONES.get(answer.id, "plain")
        yield Part(answer.percent or 0, tone, str(amount(page, result, answer)))


def _chart(page: Composer, result: Result) -> Markup | None:
    """Draw a result; what is read aloud in its place names it and points to the table."""
    answers = result.answers
    top = _top(result)
    if not answers or top is None:
        return None
    bars = [
        Bar(
            answer.label.text(page.language),
            (Part(_size(answer), TONES.get(answer.id, "plain")),),
            str(amount(page, result, answer)),
        )
        for answer in answers
    ]
    ticks = _ticks(page, [] if answers[0].of else round_steps(top), result.unit or "")
    name = page.text("results.chart_name", title=_sentence(page.local(result.title).striptags()))
    return page.raw(stacked_chart(result.id, name, bars, top, ticks=ticks, mark=result.goal))


def _sentence(title: str) -> str:
    """End a title as a sentence is ended, unless it is a question or ends already."""
    return title if title.endswith(_ENDS) else f"{title}."


def _size(answer: ResultAnswer) -> float:
    """Return what a bar's length stands for: the count where there is one to compare, else the share."""
    return answer.value if answer.value is not None else answer.percent or 0


def _top(result: Result) -> float | None:
    """Return the end of the scale, or None for a number that has nothing to be compared with."""
    if result.unit in ("percent", "points"):
        return 100
    whole = max((answer.of or 0 for answer in result.answers), default=0)
    if whole:
        return whole
    if result.goal is None:
        return None
    return round_steps(max(result.goal, *(answer.value or 0 for answer in result.answers)))[-1]


def _ticks(page: Composer, steps: list[float], unit: str) -> tuple[tuple[float, str], ...]:
    def label(step: float) -> str:
        number = page.format_number(step)
        return str(page.t("results.percent", number=number)) if unit == "percent" else number

    return tuple((step, label(step)) for step in steps)


def _table(page: Composer, result: Result) -> Table:
    counted = any(answer.respondents is not None for answer in result.answers)
    first = page.t("results.answer" if result.kind == "distribution" else "results.what")
    second = page.t(f"results.unit.{result.unit}") if result.unit else Markup()
    headers = (first, second, page.t("results.respondents")) if counted else (first, second)
    rows = (
        (
            page.local(answer.label),
            Markup("{} ({})").format(found, part) if (part := share(page, answer)) else found,
            *([plain(page.format_number(answer.respondents))] if answer.respondents is not None else []),
        )
        for answer in result.answers
        for found in [amount(page, result, answer)]
    )
    return Table(headers, tuple(rows))
