"""Rules about the days on which readers can see a text: the front page has none, and links to what is over are told."""

from collections.abc import Iterator
from datetime import date

from vejviser.base.problems import Problem
from vejviser.content.model.portal import Portal
from vejviser.content.on_days import links, without_taken_down
from vejviser.content.page_uris import page_uris
from vejviser.content.text_walker import passages
from vejviser.content.types import types

FRONT_PAGE = "index.md"


def problems(portal: Portal, today: date) -> Iterator[Problem]:
    """Yield days on the front page, and every link to a page that has been taken down."""
    for article in portal.articles:
        days = {key: getattr(article.meta, key) for key in ("publish_from", "publish_until")}
        for key in (key for key, day in days.items() if day and article.uri == FRONT_PAGE):
            yield article.origin.error("publish-days-front-page", key, key=key, found=days[key])
    left = without_taken_down(portal, today)
    if gone := page_uris(portal) - page_uris(left):
        own = {text.origin.path: kind.uri(text) for kind in types() if kind.is_text for text in left.all_of(kind)}
        there = {*own, *(item.origin.path for kind in types() if not kind.is_text for item in left.all_of(kind))}
        for passage in passages(portal):
            if passage.origin.path in there:
                page = own.get(passage.origin.path, "") if passage.line is not None else ""
                for link in links(passage.text, page):
                    if link.uris & gone:
                        yield passage.problem("warning", "link-to-taken-down", link.start, found=link.target)
