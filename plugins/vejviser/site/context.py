"""What the templates show around a page's own text."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from vejviser.content.languages import Language, direction, own_name, script
from vejviser.content.model.texts import Texts
from vejviser.content.news import feed_path, has_news
from vejviser.content.types import type_named
from vejviser.pages.device import question, wipe_control
from vejviser.pages.escape import html_safe
from vejviser.pages.page import Page, address_of
from vejviser.site.assets import FRAME_SCRIPTS
from vejviser.site.composed import Composed
from vejviser.site.feedback import replies
from vejviser.site.locations import PageLocation
from vejviser.site.menu import menu
from vejviser.site.page_sheets import page_class
from vejviser.site.paper import on_paper
from vejviser.site.sharing import share, way
from vejviser.site.track_lines import track_lines

_PROPOSED = {
    "term": "glossary.title",
    "handbook": "nav.handbooks",
    "checklist": "nav.checklists",
    "municipality": "search.ask",
}
"""The types whose lists the search proposes, with the text of the link."""


@dataclass(frozen=True, slots=True)
class Alternate:
    """A language of the switcher. `translated` is false where the page would fall back to the main language."""

    language: Language
    name: str
    direction: str
    url: str
    absolute: str
    translated: bool

    @property
    def script(self) -> str:
        """The script its name is set in, as style sheets call it."""
        return script(self.language).name


@dataclass(frozen=True, slots=True)
class Crumb:
    """A page on the way from the front page to this one."""

    title: str
    url: str
    language: Language
    direction: str


@dataclass(frozen=True, slots=True)
class EscapedTexts:
    """The interface texts as the frame shows them: escaped, since the portal's name in them can hold anything."""

    texts: Texts

    def __call__(self, key: str, **values: object) -> Markup:
        """Return a text for HTML and for a quoted attribute."""
        return html_safe(self.texts(key, **values))

    @property
    def own(self) -> Mapping[str, str]:
        """The texts the language has itself."""
        return self.texts.own

    @property
    def direction(self) -> str:
        """The direction the language is written in."""
        return self.texts.direction

    @property
    def script(self) -> str:
        """The script the language is set in."""
        return self.texts.script


def language_context(site: Composed, language: Language) -> dict[str, Any]:
    """Return the template variables that all pages in a language's part of the site have in common."""
    texts = site.portal.texts[language]
    return {
        "t": EscapedTexts(texts),
        "language": language,
        "menu": menu(site, language),
        "search_links": search_links(site, language),
        "base": site.portal.base,
        "front": site.portal.root(language),
        "fronts": alternates("index.md", site),
        "wipe_control": wipe_control(texts),
        "feed": feed_path(language) if has_news(site.portal) else "",
        "favicon": site.settings.favicon,
        "stylesheets": site.assets.stylesheets,
        "scripts": site.settings.scripts,
        "previewing": site.settings.previewing,
        "draft": site.settings.draft,
    }


def running(site: Composed, scripts: Iterable[str]) -> dict[str, Any]:
    """Return what the frame needs to run a page's own `scripts` after those of every page."""
    return {"run": " ".join([*FRAME_SCRIPTS, *scripts]), "page_scripts": site.assets.page_scripts(scripts)}


def search_links(site: Composed, language: Language) -> list[dict[str, str]]:
    """Return the pages that the search proposes when it has found nothing, by their addresses below the front page."""
    texts = site.portal.texts[language]
    kinds = ((type_named(name), text) for name, text in _PROPOSED.items())
    return [
        {"text": texts(text), "url": address_of(kind.index)} for kind, text in kinds if site.page(kind.index, language)
    ]


def page_context(location: PageLocation, page: Page, site: Composed) -> dict[str, Any]:
    """Return the template variables of a page that are known before its text is converted."""
    portal, written = site.portal, location.text_language
    texts = portal.texts[location.site_language]
    languages, above = alternates(location.uri, site), crumbs(location, site)
    tracks = track_lines(location, site)
    canonical = next((language.absolute for language in languages if language.language == written), "")
    others = tuple(language.language for language in languages if language.translated and language.language != written)
    return {
        "page": page,
        **running(site, page.scripts),
        "location": location,
        "fallback": location.site_language != written,
        "written_direction": direction(written),
        "alternates": languages,
        "canonical": canonical,
        "crumbs": above,
        "way": way([(item.title, item.url) for item in above], page.title, canonical, portal),
        "paper": on_paper(location, page, portal),
        "share": share(page.title, location.address, (written, *others), portal, site.share_pictures),
        "tracks": tracks,
        "page_classes": [page_class(sheet) for sheet in dict.fromkeys([*page.styles, *["track"] * bool(tracks)])],
        "device_question": question(texts, page.scripts),
        "replies": replies(texts, page.title, canonical, page.body, site.settings.feedback_mail),
    }


def alternates(uri: str, site: Composed) -> tuple[Alternate, ...]:
    """Return a page's address in every language of the site."""
    return tuple(_alternate(PageLocation(uri, language, language), site) for language in site.portal.languages)


def _alternate(location: PageLocation, site: Composed) -> Alternate:
    language, portal = location.site_language, site.portal
    return Alternate(
        language,
        own_name(language),
        direction(language),
        portal.base + location.url,
        f"{portal.site_url.rstrip('/')}/{location.url}",
        location.source in site.pages,
    )


def crumbs(location: PageLocation, site: Composed) -> tuple[Crumb, ...]:
    """Return the pages above this one: the front page, then every page whose address begins this page's address."""
    shown, portal = location.site_language, site.portal
    parts = location.address.strip("/").split("/")
    home = [Crumb(portal.texts[shown]("nav.home"), portal.root(shown), shown, direction(shown))] if parts[0] else []
    above = ("/".join(parts[:length]) + "/" for length in range(1, len(parts)))
    pages = ((where, site.page_at(where, shown)) for where in above)
    steps = (
        Crumb(page.title, portal.root(shown) + at, page.language, direction(page.language))
        for at, page in pages
        if page
    )
    return (*home, *steps)
