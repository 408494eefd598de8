"""A text -> HTML -> a page: our own renderer, Jinja and nothing else around it."""

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, TemplateError, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from vejviser.base.problems import BrokenEnvironmentError
from vejviser.content.addresses import at
from vejviser.content.bidi import isolated
from vejviser.content.languages import Language, direction, main_language
from vejviser.content.load.settings import Script
from vejviser.content.markdown.html import Converted, to_html
from vejviser.content.telephone import Directory, directory
from vejviser.site.composed import Composed
from vejviser.site.context import language_context, page_context, running
from vejviser.site.link_resolver import LinkResolver, relative_url
from vejviser.site.locations import PageLocation
from vejviser.site.menu import section_of
from vejviser.site.telephone_links import with_telephone_links

NOT_FOUND = "404.html"
FRAME = Path(__file__).with_name("frame")
"""What stands around every text. A part of a portal's own can have the one here in it: it includes "frame/…"."""


@dataclass(frozen=True)
class Renderer:
    """Renders the pages of one site."""

    site: Composed
    _common: dict[Language, dict[str, Any]] = field(default_factory=dict)
    _resolvers: dict[Language, LinkResolver] = field(default_factory=dict)

    @cached_property
    def templates(self) -> Environment:
        """The templates: the portal's own, and the frame that comes with Vejviser for all it has none of."""
        folder = self.site.settings.templates
        return _environment([folder] if folder else [], self.site.assets.names)

    def common(self, language: Language) -> dict[str, Any]:
        """Return the template variables that all pages in a language's part of the site share."""
        if language not in self._common:
            self._common[language] = language_context(self.site, language)
        return self._common[language]

    def resolver(self, language: Language) -> LinkResolver:
        """Return what knows where links lead in a language's part of the site."""
        return self._resolvers.setdefault(language, LinkResolver(language, self.site.sources))

    def context(self, location: PageLocation) -> dict[str, Any]:
        """Return a page's own template variables, but for its text."""
        return page_context(location, self.site.pages[location.source], self.site)

    def text(self, location: PageLocation) -> Converted:
        """Convert the text of a page."""
        resolver = self.resolver(location.site_language)
        body = self.site.pages[location.source].body
        found = to_html(
            body,
            lambda written: resolver.resolve(location.source, written),
            lambda written: self.picture_size(location, written),
        )
        return replace(found, html=with_telephone_links(found.html, self.telephones[location.text_language]))

    def picture_size(self, location: PageLocation, written: str) -> tuple[int, int] | None:
        """Return the width and height in pixels of a picture in a page's text, by its address as it was written."""
        source = self.resolver(location.site_language).target(location.source, written)
        picture = self.site.portal.files.get(source or "")
        return (picture.width, picture.height) if picture else None

    @cached_property
    def telephones(self) -> Mapping[Language, Directory]:
        """The numbers that texts call, by the language a text is in."""
        return {language: directory(self.site.portal, language) for language in self.site.portal.languages}

    def page(self, location: PageLocation, context: Mapping[str, Any], text: Converted) -> str:
        """Return a whole page as HTML: its `context` and its converted `text` in the templates."""
        common, page = self.common(location.site_language), context["page"]
        book = section_of(common["menu"], location.url) if page.kind == "chapter" else None
        own = {"content": text.html, "toc": text.headings, "book": book}
        html = self._filled("main.html", {**common, **context, **own})
        return isolated(html) if direction(location.site_language) == "rtl" else html

    def gone(self, language: Language) -> str:
        """Return the page at the address of one that has been taken down."""
        return self._filled(NOT_FOUND, {**self.common(language), **running(self.site, ()), "missing": "gone"})

    def not_found(self, language: Language) -> str:
        """Return the page for addresses that do not exist in a language's part of the site.

        That of the main language answers in the other languages too: many a host knows only one.
        """
        others = [self.common(other) for other in self.site.portal.languages if other != language]
        answers = {
            "others": others if language == main_language() else [],
            "places": self.site.portal.base + at("<places>/"),
        }
        return self._filled(NOT_FOUND, {**self.common(language), **running(self.site, ("not_found",)), **answers})

    def _filled(self, name: str, values: Mapping[str, Any]) -> str:
        """Return a template with its values; raises BrokenEnvironmentError where a portal's own part has a mistake."""
        with _told():
            return self.templates.get_template(name).render(values)

    def compile(self) -> None:
        """Read the page around every text once, before there are several processes; raises BrokenEnvironmentError."""
        with _told():
            self.templates.get_template("main.html")


def not_found_place(language: Language) -> str:
    """Return where a language's page for addresses that do not exist lies: "404.html", "ar/404.html"."""
    return NOT_FOUND if language == main_language() else f"{language}/{NOT_FOUND}"


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except TemplateError as error:
        line = getattr(error, "lineno", None)
        path = f"{getattr(error, 'filename', None) or error.__class__.__name__}{f':{line}' if line else ''}"
        raise BrokenEnvironmentError("machine-template", path=path, reason=error.message) from error


def _environment(own: Sequence[Path], names: Mapping[str, str]) -> Environment:
    frame = FileSystemLoader(FRAME)
    loader = ChoiceLoader([FileSystemLoader(own), frame, PrefixLoader({FRAME.name: frame})])
    found = Environment(loader=loader, auto_reload=False)  # noqa: S701 - the templates escape by `e`
    found.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    found.filters["url"] = _url
    found.globals["at"] = at
    found.globals["published"] = names
    found.filters["script_tag"] = _script_tag
    return found


@pass_context
def _url(context: Context, path: str) -> str:
    """Return a path below the site's root as the page sees it; from the root where the page's place is unknown.

    An asset is asked for where it is published, under its hash.
    """
    location = context.get("location")
    path = context["published"].get(path, path)
    if "://" in path:
        return path
    return relative_url(path, location.url) if location else posixpath.join(context["base"], path)


@pass_context
def _script_tag(context: Context, script: Script) -> Markup:
    attributes = "".join(f" {attribute}" for attribute in script.attributes)
    address = script.path if "//" in script.path else _url(context, script.path)
    return Markup('<script src="{}"{}></script>').format(address, Markup(attributes))  # noqa: S704 - of our settings
