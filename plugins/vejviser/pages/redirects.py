"""Redirects: a small page at each old address that sends the reader on, in every language."""

from markupsafe import escape

from vejviser.content.languages import Language, direction, main_language
from vejviser.content.model.portal import Portal
from vejviser.content.model.redirects import Redirect

_PAGE = """<!doctype html>
<html lang="{language}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'self'">
<meta http-equiv="refresh" content="0; url={path}">
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


def redirect_files(portal: Portal) -> dict[str, bytes]:
    """Return the pages by their path below the site."""
    return {
        _place(redirect, language): _page(portal, redirect, language).encode()
        for redirect in portal.redirects
        for language in portal.languages
    }


def _place(redirect: Redirect, language: Language) -> str:
    folder = "" if language == main_language() else f"{language}/"
    return f"{folder}{redirect.old.strip('/')}/index.html"


def _page(portal: Portal, redirect: Redirect, language: Language) -> str:
    path = portal.root(language) + redirect.new.lstrip("/")
    site = portal.site_url.removesuffix(portal.base) or portal.site_url.rstrip("/")
    return _PAGE.format(
        language=language,
        direction=direction(language),
        path=escape(path),
        canonical=escape(site + path.partition("#")[0]),
        address=escape(path),
        title=escape(portal.texts[language]("redirect.title")),
    )
