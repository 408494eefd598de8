"""The rules of `vejviser check` in the editors' handbook: what each says, why, and how it is done right."""

import re
from collections.abc import Iterator
from datetime import date

from markupsafe import Markup

from vejviser.content.addresses import at
from vejviser.content.languages import main_language
from vejviser.content.model.portal import Portal
from vejviser.content.model.rule_explanations import RuleEntry, RuleFamily
from vejviser.pages.compose import Composer
from vejviser.pages.page import Page
from vejviser.pages.page_layout import with_layout

INDEX = "<editors>/<rules>/index.md"
_PLACE = re.compile(r"\{\w+\}")
_LANGUAGES = {".yml": "yaml", ".md": "markdown", ".csv": "text"}


def pages(portal: Portal, today: date) -> Iterator[Page]:
    """Yield a page for every family of rules, and one that lists them."""
    if portal.rules:
        page = Composer(portal, main_language(), at(INDEX), today)
        body = page.render("rules_index.md.jinja", families=[(rule, page.to(uri(rule))) for rule in portal.rules])
        yield Page(
            page.uri,
            main_language(),
            "rule",
            page.text("rules.title"),
            with_layout(page, body),
            page.text("rules.lead"),
        )
    for family in portal.rules:
        page = Composer(portal, main_language(), uri(family), today)
        body = page.render(
            "rules.md.jinja",
            family=family,
            said=lambda rule: message_with_gaps(portal.messages.get(rule, "")),
            example=example,
            index=page.to(at(INDEX)),
        )
        yield Page(page.uri, main_language(), "rule", family.title, with_layout(page, body), family.lead)


def uri(family: RuleFamily) -> str:
    """Return the page of a family."""
    return at(f"<editors>/<rules>/{family.id}.md")


def message_with_gaps(message: str) -> str:
    """Return a message as people meet it, with three dots in the places that are filled in."""
    return _PLACE.sub("…", message.replace("{{", "\0")).replace("\0", "{").replace("}}", "}")


def example(entry: RuleEntry, text: str) -> Markup:
    """Return an example as a block of code, in the language of its file; nothing in it means anything to Markdown."""
    longest = max((len(match) for match in re.findall(r"`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    language = _LANGUAGES.get(entry.file[entry.file.rfind(".") :], "yaml")
    shown = text.rstrip() or "…"
    return Markup(f"{fence}{language}\n{shown}\n{fence}")  # noqa: S704 - code, which Markdown shows as it stands
