"""Redirects: a small page at each old address that sends the reader on, in every language.

Beside what editors write, every page has a short address, which stands on paper; so has every old address, so that a
code on paper leads to its page for ever.
"""

from collections.abc import Container, Iterable

from markupsafe import escape

from vejviser.content.languages import Language, direction, main_language
from vejviser.content.model.portal import Portal
from vejviser.content.model.redirects import Redirect
from vejviser.content.model.short_address import FOLDER, PLACE, short_code
from vejviser.content.page_uris import waiting_pages
from vejviser.pages.page import address_of

SCRIPT = "assets/vejviser/js/hand_on.js"
"""What such a page runs: it hands on the place that an old link names."""
_PAGE = """<!doctype html>
<html lang="{language}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'self'">
<script src="{script}" type="module"></script>
<noscript><meta http-equiv="refresh" content="0; url={path}"></noscript>
<meta name="robots" content="noindex">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="canonical" href="{canonical}">
<title>{title}</title>
</head>
<body>
<p>{title}: <a href="{path}">{address}</a></p>
</body>
</html>
"""
_SHORT = """<!doctype html>
<html lang="{language}" dir="{direction}">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'self'">
<script src="{script}" type="module"></script>
<noscript><meta http-equiv="refresh" content="0; url={path}{place}"></noscript>
<meta name="robots" content="noindex">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<p>{title}: <a href="{path}">{path}</a>
"""


def redirect_files(portal: Portal, script: str, there: Container[str] = ()) -> dict[str, bytes]:
    """Return the pages by their path below the site; `script` is the path of `SCRIPT` there.

    At the old address of a file lies a folder of its name with a page in it, which every host shows. Files that are
    `there` themselves, by their paths, are let be.
    """
    return {
        place: _page(portal, redirect, language, script).encode()
        for redirect in (*portal.redirects, *_waiting(portal))
        for language in portal.languages
        if (place := _place(redirect, language)).removesuffix("/index.html") not in there
    }


def short_address_files(portal: Portal, addresses: Iterable[str], script: str) -> dict[str, bytes]:
    """Return the pages at the short addresses of all `addresses`, by their path below the site.

    They hand on which edition somebody holds in their hand; `script` is the path of `SCRIPT` in the site.
    """
    leads = {short_code(address): f"/{address}" for address in addresses}
    known = {short_code(redirect.old): redirect.new for redirect in (*portal.redirects, *_waiting(portal))}
    short = [Redirect(old=f"/{FOLDER}/{code}/", new=new) for code, new in sorted({**known, **leads}.items())]
    return {
        _place(redirect, language): _short_page(portal, redirect, language, script).encode()
        for redirect in short
        for language in portal.languages
    }


def _waiting(portal: Portal) -> list[Redirect]:
    """Return what leads to a municipality's page while there are no figures for a page of its own."""
    pages = waiting_pages(portal).items()
    return [Redirect(old=f"/{address_of(old)}", new=f"/{address_of(new)}") for old, new in pages]


def _place(redirect: Redirect, language: Language) -> str:
    folder = "" if language == main_language() else f"{language}/"
    return f"{folder}{redirect.old.strip('/')}/index.html"


def _page(portal: Portal, redirect: Redirect, language: Language, script: str) -> str:
    path = portal.root(language) + redirect.new.lstrip("/")
    site = portal.site_url.removesuffix(portal.base) or portal.site_url.rstrip("/")
    return _PAGE.format(
        language=language,
        direction=direction(language),
        script=portal.base + script,
        path=escape(path),
        canonical=escape(site + path.partition("#")[0]),
        address=escape(path),
        title=escape(portal.texts[language]("redirect.title")),
    )


def _short_page(portal: Portal, redirect: Redirect, language: Language, script: str) -> str:
    """Return the page at a short address. There are as many as pages, so it holds no more than it must."""
    place = "" if "#" in redirect.new else f"#{PLACE}"
    return _SHORT.format(
        language=language,
        direction=direction(language),
        script=portal.base + script,
        path=escape(portal.root(language) + redirect.new.lstrip("/")),
        place=place,
        title=escape(portal.texts[language]("paper.title")),
    )
