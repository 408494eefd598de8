"""Generated pages into a MkDocs build, in memory, with and without mkdocs-static-i18n.

static-i18n runs `on_files` at priority -100, makes every File anew and drops the content of generated ones. So pages
are announced before it (priority 50) and given their content after it (priority -150).
"""

from collections.abc import Iterable, Mapping

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from vejviser.model.base import LANGUAGES, MAIN_LANGUAGE, Language
from vejviser.pages.page import Page


def languages(config: MkDocsConfig) -> tuple[Language, ...]:
    """Give the languages the site is built in: those of static-i18n, or Danish alone."""
    i18n = config.plugins.get("i18n")
    if i18n is None:
        return (MAIN_LANGUAGE,)
    wanted = {language.locale for language in i18n.config.languages if language.build}
    return tuple(language for language in LANGUAGES if language in wanted)


def by_source(pages: Iterable[Page], config: MkDocsConfig) -> dict[str, Page]:
    """Give the pages by the path MkDocs knows them under: with the language's folder where there are several."""
    several = "i18n" in config.plugins
    return {f"{page.language}/{page.uri}" if several else page.uri: page for page in pages}


def announce(pages: Mapping[str, Page], files: Files, config: MkDocsConfig) -> Files:
    """Add a file for every page that no hand-written file stands for; static-i18n must find it without content."""
    for source, page in pages.items():
        if source not in files.src_uris:
            file = File(source, config.docs_dir, config.site_dir, config.use_directory_urls)
            if "i18n" not in config.plugins:
                _fill(file, page)
            files.append(file)
    return files


def fill(pages: Mapping[str, Page], files: Files) -> Files:
    """Give every announced file its content; a hand-written file gets its composed form."""
    for source, page in pages.items():
        if (file := files.src_uris.get(source)) is not None:
            _fill(file, page)
    return files


def _fill(file: File, page: Page) -> None:
    file.generated_by = "vejviser"
    file.content_string = page.markdown
