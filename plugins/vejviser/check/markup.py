"""Rules about what editors write in Markdown: no HTML, and links that lead somewhere."""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from posixpath import basename, dirname, normpath, relpath

from vejviser.check.passages import passages
from vejviser.model.article import Article
from vejviser.model.handbook import Chapter
from vejviser.model.portal import Portal
from vejviser.problems import Problem

_HTML = re.compile(r"</?[A-Za-z][^>\n]*>|<!--")
_CODE = re.compile(r"(```.*?```|`[^`\n]*`)", re.DOTALL)
_LINK = re.compile(r"\]\((?P<target>[^)\s]+)\)")
_SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*:|^//", re.IGNORECASE)
_PICTURES = (".jpg", ".png", ".svg", ".webp")
"""MkDocs sees whether these files are there."""
_GENERATED = ("index.md", "kilder.md", "ordliste.md", "sprog.md", "kommuner/status.md")


def problems(portal: Portal) -> Iterator[Problem]:
    """Give every piece of HTML in the texts, and every link between pages that leads nowhere."""
    for passage in passages(portal):
        for match in _HTML.finditer(_without_code(passage.text)):
            yield passage.problem("error", "html-in-markdown", match.start(), found=match[0])
    known = page_uris(portal)
    for chapter in portal.chapters.values():
        yield from _links(chapter, f"haandboeger/{chapter.book}/{chapter.id}.md", known)
    for article in portal.articles:
        yield from _links(article, article.uri, known)


def page_uris(portal: Portal) -> frozenset[str]:
    """Give the path, without the language, of every page that the content leads to."""
    return frozenset(
        {
            *_GENERATED,
            *(
                f"{folder}/index.md"
                for folder in ("haandboeger", "kommuneguider", "tjeklister", "materialer", "kommuner")
            ),
            *(f"haandboeger/{book.id}/{name}.md" for book in portal.handbooks for name in ("index", "samlet")),
            *(f"haandboeger/{book}/{chapter}.md" for book, chapter, _ in portal.chapters),
            *(f"kommuneguider/{guide.id}{page}.md" for guide in portal.guides for page in ("", "/plan")),
            *(["kommuneguider/eksempler.md"] if portal.cases else []),
            *(f"resultater/{page}.md" for page in ("index", "paa-en-side") if portal.results),
            *(f"tjeklister/{checklist.id}.md" for checklist in portal.checklists),
            *(f"materialer/{material.id}.md" for material in portal.materials),
            *(f"kommuner/{it.slug}{page}.md" for it in portal.municipalities for page in ("", "/status")),
            *(article.uri for article in portal.articles),
            *(f"redaktoer/regler/{family.id}.md" for family in portal.rules),
            *(["redaktoer/regler/index.md"] if portal.rules else []),
        }
    )


def _without_code(text: str) -> str:
    return _CODE.sub(lambda match: " " * len(match[0]), text)


def _links(text: Chapter | Article, own: str, known: frozenset[str]) -> Iterator[Problem]:
    for match in _LINK.finditer(_without_code(text.body)):
        target = match["target"].partition("#")[0]
        if not target or _SCHEME.match(target) or target.startswith("/") or target.endswith(_PICTURES):
            continue
        if normpath(f"{dirname(own)}/{target}").lstrip("/") not in known:
            line = text.body_line + text.body[: match.start()].count("\n")
            column = match.start() - text.body.rfind("\n", 0, match.start())
            meant = _meant(target, own, known)
            rule = "broken-link-suggestion" if meant else "broken-link"
            values = (("found", match["target"]), ("suggestion", meant))
            yield Problem(text.origin.path, line, column, "error", rule, values)


def _meant(target: str, own: str, known: frozenset[str]) -> str:
    """Give the link to the page that was probably meant, or nothing."""
    by_name: dict[str, str] = {}
    for uri in sorted(known, key=lambda uri: (dirname(uri) != dirname(own), uri)):
        by_name.setdefault(basename(uri).removesuffix(".md"), uri)
    close = get_close_matches(basename(target).removesuffix(".md"), by_name, n=1, cutoff=0.6)
    return relpath(by_name[close[0]], dirname(own) or ".") if close else ""
