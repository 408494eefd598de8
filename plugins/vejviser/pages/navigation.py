"""The menu of each language, as MkDocs' `nav`."""

from typing import Any

from vejviser.model.base import MAIN_LANGUAGE, Language
from vejviser.model.portal import Portal
from vejviser.pages.cases import CASES
from vejviser.pages.results import ONE_PAGE, RESULTS


def navigation(portal: Portal, language: Language) -> list[Any]:
    """Give the menu in a language: titles and paths of pages; municipalities stay out of it, there are too many."""
    t = portal.texts[language]
    articles = {it.uri for it in portal.articles}
    friend = [{t("nav.friend"): "faa-en-ven.md"}] if "faa-en-ven.md" in articles else []
    data = [{t("nav.data"): "data.md"}] if "data.md" in articles else []
    access = [{t("nav.accessibility"): "tilgaengelighed.md"}] if "tilgaengelighed.md" in articles else []
    known = [{t("results.title"): [RESULTS, {t("results.short_title"): ONE_PAGE}]}] if portal.results else []
    examples = [{t("cases.title"): CASES}] if portal.cases else []
    return [
        {t("nav.home"): "index.md"},
        *friend,
        {t("nav.handbooks"): ["haandboeger/index.md", *_books(portal, language)]},
        {t("nav.checklists"): ["tjeklister/index.md", *_titled(portal.checklists, "tjeklister", language)]},
        {t("nav.materials"): ["materialer/index.md", *_titled(portal.materials, "materialer", language)]},
        {t("nav.guides"): ["kommuneguider/index.md", *_titled(portal.guides, "kommuneguider", language), *examples]},
        {t("nav.municipalities"): "kommuner/index.md"},
        *known,
        {
            t("nav.about"): [
                {t("sources.title"): "kilder.md"},
                {t("glossary.title"): "ordliste.md"},
                {t("languages.title"): "sprog.md"},
                *data,
                *access,
            ]
        },
    ]


def _titled(contents: Any, folder: str, language: Language) -> list[dict[str, str]]:
    return [{it.title.text(language): f"{folder}/{it.id}.md"} for it in contents]


def _books(portal: Portal, language: Language) -> list[Any]:
    return [
        {
            book.title.text(language): [
                f"haandboeger/{book.id}/index.md",
                *(_chapter(portal, book.id, chapter, language) for chapter in book.chapters),
            ]
        }
        for book in portal.handbooks
    ]


def _chapter(portal: Portal, book: str, chapter: str, language: Language) -> Any:
    uri = f"haandboeger/{book}/{chapter}.md"
    found = portal.chapters.get((book, chapter, language)) or portal.chapters.get((book, chapter, MAIN_LANGUAGE))
    return {found.meta.title: uri} if found else uri
