"""Plain pages by editors, the front page among them."""

from collections.abc import Iterator
from datetime import date

from vejviser.content.addresses import PUBLISHED_ON, at
from vejviser.content.model.approvals import standing
from vejviser.content.model.article import Article
from vejviser.content.model.download import Downloads
from vejviser.content.model.portal import Portal
from vejviser.pages import parallel
from vejviser.pages.compose import Composer
from vejviser.pages.page import Kind, Page
from vejviser.pages.page_layout import with_layout

INTRODUCTIONS = ("<guides>/", "<results>/")
FOR_EDITORS = "<editors>/"
"""Pages that help editors: published, but out of readers' way and out of the search."""
PATIENCE = 3
"""Days that may go by without a publishing before editors are told that the nights have stopped."""


def pages(portal: Portal, today: date, _downloads: Downloads = ()) -> Iterator[Page]:
    """Yield every plain page; a text that introduces a guide or the results is shown on that page instead."""
    for article in portal.articles:
        if not article.uri.startswith(tuple(map(at, INTRODUCTIONS))) and article.language in portal.languages:
            yield _page(portal, article, today)


def _page(portal: Portal, article: Article, today: date) -> Page:
    page = Composer(portal, article.language, article.uri, today)
    meta = article.meta
    template = "home.md.jinja" if meta.ways else "article.md.jinja"
    known = standing(portal, article) if meta.review and not article.uri.startswith(at(FOR_EDITORS)) else None
    languages = [
        item.language for item in portal.articles if item.uri == article.uri and item.language in portal.languages
    ]
    front = article.uri == at(f"{FOR_EDITORS}index.md")
    body = page.render(
        template,
        article=article,
        body=page.cited(with_base_path(article.body, portal)),
        built=f"{portal.base}{PUBLISHED_ON}" if front else "",
        patience=PATIENCE,
    )
    return Page(
        article.uri,
        article.language,
        _kind(article),
        meta.title,
        with_layout(
            page,
            body,
            review=meta.review,
            translation=meta.translation,
            related=meta.related,
            standing=known,
            folded=bool(meta.ways),
        ),
        meta.summary,
        meta.audience,
        meta.hide,
        meta.also,
        scripts=(*parallel.scripts_for_readers(meta.audience, languages), *(("night",) if front else ())),
        updated=meta.review.reviewed if meta.review else None,
    )


def _kind(article: Article) -> Kind:
    if article.uri.startswith(at(FOR_EDITORS)):
        return "help"
    return "home" if article.meta.ways else "article"


def with_base_path(markdown: str, portal: Portal) -> str:
    """Return a text in which links to files from the site's root, such as /api/v1/, lead there below a sub-path too."""
    return markdown.replace("](/", f"]({portal.base}")
