"""What the theme's templates show beside the page's own text."""

import re
from dataclasses import dataclass
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page as MkDocsPage

from vejviser.content.languages import MAIN_LANGUAGE, Language, direction, own_name, script
from vejviser.mkdocs.feedback import replies
from vejviser.mkdocs.sharing import share, way
from vejviser.mkdocs.spot import Spot
from vejviser.mkdocs.workspace import Workspace
from vejviser.pages.catalogue import words_about
from vejviser.pages.danish import spellings
from vejviser.pages.device import question, wipe_control


@dataclass(frozen=True, slots=True)
class Alternate:
    """A language of the switcher. `translated` is false where the page would fall back to Danish."""

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


def page_view(page: MkDocsPage, config: MkDocsConfig, work: Workspace) -> dict[str, Any]:
    """Give the template variables of a page: `t`, its languages and directions, and the other languages' addresses."""
    spot = Spot.of(page.file)
    shown, written = spot.shown, spot.written
    texts = work.portal.texts[shown]
    title = str(page.meta.get("title") or page.title)
    languages, above = alternates(spot, work), crumbs(spot, work)
    canonical = next((it.absolute for it in languages if it.language == written), "")
    others = tuple(it.language for it in languages if it.translated and it.language != written)
    return {
        "t": texts,
        "shown_language": shown,
        "written_language": written,
        "written_direction": direction(written),
        "fallback": shown != written,
        "alternates": languages,
        "canonical": canonical,
        "crumbs": above,
        "way": way([(it.title, it.url) for it in above], title, canonical, work),
        "share": share(title, spot.address, (written, *others), config, work),
        "wipe_control": wipe_control(texts),
        "device_question": question(texts, page.meta.get("scripts") or ()),
        "replies": replies(texts, title, canonical, page.markdown or "", config),
        "aliases": (
            *page.meta.get("aliases", ()),
            *words_about(work.portal, spot.address),
            *title_spellings(page, written),
        ),
    }


def alternates(spot: Spot, work: Workspace) -> list[Alternate]:
    """Give a page's address in every language of the site."""
    return [_alternate(language, spot.address, spot.uri, work) for language in work.portal.languages]


def fronts(work: Workspace) -> list[Alternate]:
    """Give the front page in every language, for a page that has no address of its own (404)."""
    return [_alternate(language, "", "index.md", work) for language in work.portal.languages]


def _alternate(language: Language, own_part: str, uri: str, work: Workspace) -> Alternate:
    path = own_part if language == MAIN_LANGUAGE else f"{language}/{own_part}"
    portal = work.portal
    return Alternate(
        language,
        own_name(language),
        direction(language),
        portal.base + path,
        f"{portal.site_url.rstrip('/')}/{path}",
        work.exists(f"{language}/{uri}"),
    )


def crumbs(spot: Spot, work: Workspace) -> list[Crumb]:
    """Give the pages above this one: the front page, then every page whose address begins this page's address."""
    shown, portal = spot.shown, work.portal
    parts = spot.address.strip("/").split("/")
    home = [Crumb(portal.texts[shown]("nav.home"), portal.root(shown), shown, direction(shown))] if parts[0] else []
    above = ("/".join(parts[:length]) + "/" for length in range(1, len(parts)))
    pages = ((where, work.page_at(where, shown)) for where in above)
    return home + [
        Crumb(it.title, portal.root(shown) + where, it.language, direction(it.language)) for where, it in pages if it
    ]


def title_spellings(page: MkDocsPage, written: Language) -> list[str]:
    """Give the words of a Danish page's title and headings as typed without Danish letters: møde -> mode, moede."""
    if written != MAIN_LANGUAGE:
        return []
    headings = (it.title for top in page.toc for it in (top, *top.children))
    words = re.findall(r"\w*[æøå]\w*", " ".join([str(page.meta.get("title", "")), *headings]).lower())
    return sorted({other for word in words for other in spellings(word)})
