"""Who has reviewed the texts: how many of each kind each role has approved, and which have changed since."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from markupsafe import Markup

from vejviser.content.addresses import at
from vejviser.content.languages import Language, main_language
from vejviser.content.model.approvals import ApprovableText, approvable_texts
from vejviser.content.model.portal import Portal
from vejviser.pages.compose import Composer
from vejviser.pages.page import Page
from vejviser.pages.page_layout import with_layout

APPROVALS = "<approvals>.md"


@dataclass(frozen=True, slots=True)
class Row:
    """The texts of one kind: how many there are, how many each role has approved, how many have changed since."""

    title: Markup
    all: int
    approved: tuple[int, ...]
    changed: int


@dataclass(frozen=True, slots=True)
class Line:
    """An approved text with its approvals: the role's name, the day, and whether the text is the same today."""

    title: Markup
    address: str
    approvals: tuple[tuple[Markup, date, bool], ...]


def approvals_page(portal: Portal, language: Language, today: date) -> Page:
    """Return the page that counts approvals in a language."""
    page = Composer(portal, language, at(APPROVALS), today)
    texts = tuple(approvable_texts(portal))
    body = page.render(
        "approvals.md.jinja",
        approvers=tuple(portal.approvers.values()),
        rows=(*rows(page, texts), row(page, page.t("approvals.all"), texts)),
        lines=tuple(lines(page, texts)),
    )
    title, lead = page.text("approvals.title"), page.text("approvals.lead")
    return Page(at(APPROVALS), language, "languages", title, with_layout(page, body), lead)


def rows(page: Composer, texts: Iterable[ApprovableText]) -> Iterator[Row]:
    """Yield a row for each book, and one for each other kind of text, in the order of `texts`."""
    books = {handbook.id: handbook.title for handbook in page.portal.handbooks}
    for group, found in groupby(texts, key=lambda text: text.group):
        title = page.local(books[group]) if group in books else page.t(f"approvals.{group}")
        yield row(page, title, tuple(found))


def row(page: Composer, title: Markup, texts: tuple[ApprovableText, ...]) -> Row:
    """Count the approvals of texts; one that has changed since its approval counts as changed, not as approved."""
    valid = [{item.by for item in text.approved if item.text == text.hash} for text in texts]
    changed = sum(any(item.text != text.hash for item in text.approved) for text in texts)
    return Row(title, len(texts), tuple(sum(key in found for found in valid) for key in page.portal.approvers), changed)


def lines(page: Composer, texts: Iterable[ApprovableText]) -> Iterator[Line]:
    """Yield the texts that somebody has approved."""
    known = page.portal.approvers
    for text in texts:
        found = [
            (page.local(known[item.by].name), item.date, item.text == text.hash)
            for item in text.approved
            if item.by in known
        ]
        if found:
            title = page.marked_title(text.title, main_language())
            yield Line(title, page.portal.address(text.uri, page.language), tuple(found))
