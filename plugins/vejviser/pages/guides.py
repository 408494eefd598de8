"""Municipality guides: phases with steps, and the cases the steps point to."""

from collections.abc import Iterator
from datetime import date

from vejviser.model.article import Article
from vejviser.model.base import MAIN_LANGUAGE, Language
from vejviser.model.guide import Guide
from vejviser.model.portal import Portal
from vejviser.pages.compose import Composer
from vejviser.pages.frame import framed
from vejviser.pages.page import Page

INDEX = "kommuneguider/index.md"


def pages(portal: Portal, today: date) -> Iterator[Page]:
    """Give the list of guides in every language, and each guide in the languages its own text is written in."""
    texts = {(it.uri, it.language): it for it in portal.articles}
    for language in portal.languages:
        yield _index(portal, language, today)
        for guide in portal.guides:
            text = texts.get((guide_uri(guide), language))
            if text or language == MAIN_LANGUAGE:
                yield _guide(portal, guide, text, language, today)


def guide_uri(guide: Guide) -> str:
    """Give the address of a guide."""
    return f"kommuneguider/{guide.id}.md"


def _index(portal: Portal, language: Language, today: date) -> Page:
    page = Composer(portal, language, INDEX, today)
    body = page.render("guide_index.md.jinja", guides=[(guide, page.to(guide_uri(guide))) for guide in portal.guides])
    return Page(INDEX, language, "index", page.text("guides.title"), framed(page, body), page.text("guides.lead"))


def _guide(portal: Portal, guide: Guide, text: Article | None, language: Language, today: date) -> Page:
    page = Composer(portal, language, guide_uri(guide), today)
    body = page.render(
        "guide.md.jinja",
        guide=guide,
        intro=page.cited(text.body) if text else "",
        cases=portal.cases,
        municipalities={it.code: it for it in portal.municipalities},
        materials={it.id: it for it in portal.materials},
        checklists={it.id: it for it in portal.checklists},
    )
    translation = text.meta.translation if text else None
    markdown = framed(page, body, review=guide, translation=translation, related=guide.related)
    title, summary = guide.title.text(language), guide.summary.text(language)
    return Page(page.uri, language, "guide", title, markdown, summary, guide.audience)
