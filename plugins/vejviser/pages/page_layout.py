"""The frame around every generated page: notices above, sources and review date below."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from babel.lists import format_list
from markupsafe import Markup

from vejviser.content.content_type import ContentType
from vejviser.content.languages import locale, main_language
from vejviser.content.model.approvals import Standing, sentences
from vejviser.content.model.base import Reviewed, Translation
from vejviser.content.model.dates import next_review
from vejviser.content.model.handbook import Related
from vejviser.content.types import types
from vejviser.pages.compose import Composer

_NEXT_CITATION = re.compile(r'(?<=</sup>)[ \t]*\n?[ \t]*<sup class="cite"')
_PERCENT = re.compile(r"(?<=\d) (?=%)")
_NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class RelatedLink:
    """A page the reader may want next."""

    title: Markup
    uri: str
    kind: str


def with_layout(
    page: Composer,
    body: str,
    *,
    review: Reviewed | None = None,
    translation: Translation | None = None,
    related: Related | None = None,
    standing: Standing | None = None,
    folded: bool = False,
) -> str:
    """Return the whole Markdown of a page whose own part is `body`.

    `review` adds who answers for the text and, past its date, a notice; `translation` tells that nobody has read it;
    `standing` says who has approved it, and who has not yet; `folded`: its sources open when somebody asks for them.
    """
    body = _PERCENT.sub(_NO_BREAK_SPACE, _NEXT_CITATION.sub('<sup class="cite cite-next"', body))
    return page.render(
        "frame.md.jinja",
        body=Markup(body),  # noqa: S704 - written by one of our templates, or an editor's Markdown
        notes=page.notes,
        folded=folded,
        review=review,
        overdue=review is not None and page.overdue(review),
        next_review=next_review(review) if review else None,
        machine=translation is not None and translation.status == "machine",
        related=related_links(page, related or Related()),
        approval=[approval_sentence(page, key, values) for key, values in sentences(standing, page.language)]
        if standing
        else [],
        answered=not (standing and standing.awaited),
    )


def approval_sentence(page: Composer, key: str, values: Mapping[str, Any]) -> Markup:
    """Return a sentence about an approval, with names and days as the page's language writes them."""
    who = format_list(list(values["who"]), locale=locale(page.language))
    return page.t(key, who=who, **({"day": page.format_date(values["day"])} if "day" in values else {}))


def related_links(page: Composer, related: Related) -> tuple[RelatedLink, ...]:
    """Return the links to what is related; an id that is not there is left to the rules."""
    links: list[RelatedLink] = []
    by_plural = {item.plural: item for item in types()}
    for name in type(related).model_fields:
        kind, keys = by_plural[name], getattr(related, name)
        if kind.is_text:
            links += _texts(page, kind, keys)
        else:
            known = {kind.name_of(item): item for item in page.portal.all_of(kind)} if keys else {}
            links += [_link(page, kind, known[key]) for key in keys if key in known]
    return tuple(links)


def _link(page: Composer, kind: ContentType, content: Any) -> RelatedLink:
    return RelatedLink(page.local(content.title), page.to(kind.uri(content)), kind.id)


def _texts(page: Composer, kind: ContentType, keys: tuple[str, ...]) -> Iterator[RelatedLink]:
    """Yield the links to texts, in the page's language or else in the main language."""
    for key in keys:
        named = {item.language: item for item in page.portal.all_of(kind) if kind.name_of(item) == key}
        if text := named.get(page.language) or named.get(main_language()):
            yield RelatedLink(page.marked_title(text.meta.title, text.language), page.to(kind.uri(text)), kind.id)
