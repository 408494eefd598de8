"""Municipality guides: phases with steps, a picture of their time, and a plan of all tasks to print."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from markupsafe import Markup

from vejviser.content.addresses import at
from vejviser.content.content_type import ContentType
from vejviser.content.languages import Language, main_language
from vejviser.content.markdown.additions import CITATION
from vejviser.content.model.approvals import standing
from vejviser.content.model.article import Article
from vejviser.content.model.base import LanguageMap
from vejviser.content.model.download import Downloads
from vejviser.content.model.guide import Guide, Phase
from vejviser.content.model.portal import Portal
from vejviser.content.types import type_named
from vejviser.pages import cases, linked_data
from vejviser.pages.compose import Composer
from vejviser.pages.page import Page, address_of
from vejviser.pages.page_layout import with_layout
from vejviser.pages.timeline import numbered, roles, timeline

STYLES, SCRIPTS = ("knowledge", "glossary", "parts"), ("guide", "parts")


def _kind() -> ContentType:
    return type_named("guide")


def pages(portal: Portal, today: date, _downloads: Downloads = ()) -> Iterator[Page]:
    """Yield the list of guides in every language, and each guide in the languages its own text is written in."""
    texts = {(article.uri, article.language): article for article in portal.articles}
    for language in portal.languages:
        own = [item for item in portal.guides if language == main_language() or (guide_uri(item), language) in texts]
        yield _index(portal, own, language, today)
        for guide in own:
            yield _guide(portal, guide, texts.get((guide_uri(guide), language)), language, today)
            yield _plan(portal, guide, language, today)
    yield from cases.pages(portal, today)


def unconfirmed(portal: Portal, text: LanguageMap) -> bool:
    """Return whether a text rests on a provision that no lawyer has confirmed."""
    cited = {match["key"] for match in CITATION.finditer(text.text(main_language()))}
    return any(portal.laws[key].confirmed is None for key in cited if key in portal.laws)


def guide_uri(guide: Guide) -> str:
    """Return the address of a guide."""
    return _kind().uri(guide)


def plan_uri(guide: Guide) -> str:
    """Return the address of a guide's plan."""
    return _kind().pages[1].format(guide)


def _index(portal: Portal, own: list[Guide], language: Language, today: date) -> Page:
    """Return the list of guides; `own` are those that can be read in the language of the page."""
    page = Composer(portal, language, _kind().index, today)
    body = page.render(
        "guide_index.md.jinja",
        guides=[(guide, page.to(guide_uri(guide)), guide in own) for guide in portal.guides],
        cases_uri=page.to(at(cases.CASES)) if portal.cases else None,
        cases_are_own=language == main_language(),
    )
    return Page(
        page.uri,
        language,
        "index",
        page.text("guides.title"),
        with_layout(page, body),
        page.text("guides.lead"),
    )


def _guide(portal: Portal, guide: Guide, text: Article | None, language: Language, today: date) -> Page:
    page = Composer(portal, language, guide_uri(guide), today, guide.audience)
    body = page.render(
        "guide.md.jinja",
        guide=guide,
        phases=numbered(guide),
        picture=picture(page, guide),
        roles=roles(guide),
        plan_address=page.address(address_of(plan_uri(guide))),
        intro=page.cited(page.explain(text.body)) if text else "",
        unconfirmed=partial(unconfirmed, portal),
        cases=portal.cases,
        municipalities={municipality.code: municipality for municipality in portal.municipalities},
        materials={material.id: material for material in portal.materials},
        checklists={checklist.id: checklist for checklist in portal.checklists},
        linked_data=linked_data.element(*linked_data.of_guide(portal, guide, language)),
    )
    translation, known = text.meta.translation if text else None, standing(portal, guide)
    markdown = with_layout(page, body, review=guide, translation=translation, related=guide.related, standing=known)
    title, summary = guide.title.text(language), guide.summary.text(language)
    return Page(
        page.uri,
        language,
        "guide",
        title,
        markdown,
        summary,
        guide.audience,
        styles=STYLES,
        scripts=SCRIPTS,
        updated=guide.reviewed,
    )


def _plan(portal: Portal, guide: Guide, language: Language, today: date) -> Page:
    page = Composer(portal, language, plan_uri(guide), today)
    body = page.render(
        "guide_plan.md.jinja",
        guide=guide,
        phases=numbered(guide),
        roles=roles(guide),
        back=page.to(guide_uri(guide)),
    )
    title = page.text("guide.plan_title", title=guide.title.text(language))
    markdown = with_layout(page, body, review=guide, standing=standing(portal, guide))
    return Page(
        page.uri,
        language,
        "guide",
        title,
        markdown,
        audience=guide.audience,
        hide=("toc",),
        updated=guide.reviewed,
        styles=STYLES,
        scripts=SCRIPTS[:1],
    )


def picture(page: Composer, guide: Guide) -> Markup:
    """Draw when the guide's steps fall."""

    def name(phase: Phase) -> str:
        return phase.title.text(page.language)

    def moment(offset: str) -> tuple[str, ...]:
        if offset == "P0D":
            return (page.text("guide.day_zero"),)
        when = "guide.before" if offset.startswith("-") else "guide.after"
        return str(page.duration(offset, "short").unescape()), page.text(when)

    read = page.t("guide.timeline_name", title=guide.title.text(page.language))
    return page.render("timeline.svg.jinja", picture=timeline(guide, name, moment), name=read)
