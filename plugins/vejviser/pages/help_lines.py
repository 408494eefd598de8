"""The page with every number one may call for help, and the box with some of them where a text needs it."""

from collections.abc import Iterable
from datetime import date

from vejviser.content.addresses import at
from vejviser.content.languages import Language, main_language
from vejviser.content.model.help_lines import HelpLine
from vejviser.content.model.portal import Portal
from vejviser.pages import parallel
from vejviser.pages.compose import Composer
from vejviser.pages.page import Page
from vejviser.pages.page_layout import with_layout

HELP = "<help>.md"
PATH = "data/help_lines.yml"


def help_page(portal: Portal, language: Language, today: date) -> Page:
    """Return the page in one language."""
    page = Composer(portal, language, at(HELP), today)
    lines = tuple(portal.help_lines.values())
    body = page.render("help_lines.md.jinja", lines=lines)
    translation = None if language == main_language() else portal.translation_of(PATH, language)
    title, lead = page.text("help_lines.title"), page.text("help_lines.lead")
    words = tuple(part for part in page.text("help_lines.search").split(", ") if part)
    names = tuple(
        word for line in lines for word in (line.name.text(language), *(number.number for number in line.numbers))
    )
    markdown = with_layout(page, body, translation=translation)
    return Page(
        at(HELP),
        language,
        "article",
        title,
        markdown,
        lead,
        aliases=(*words, *names),
        scripts=parallel.scripts(portal.languages),
    )


def chosen(portal: Portal, ids: Iterable[str]) -> tuple[HelpLine, ...]:
    """Return the lines a text asks for, in its order; an id that is not there is left to the rules."""
    return tuple(portal.help_lines[item] for item in ids if item in portal.help_lines)
