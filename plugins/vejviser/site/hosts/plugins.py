"""The plugins for MkDocs and ProperDocs: they give a host finished HTML, and it converts nothing."""

import logging
import os
from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path

from jinja2 import DictLoader, Environment
from mkdocs.config import base
from mkdocs.config import config_options as c
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from mkdocs.utils import get_build_datetime

from vejviser.base.files import write_tree
from vejviser.base.problems import BrokenEnvironmentError, ContentError, Problem
from vejviser.content.languages import Language, languages, main_language, own_name
from vejviser.content.load.interface_texts import load_messages
from vejviser.content.load.plain_texts import plain_texts
from vejviser.content.load.settings import Settings, read_settings
from vejviser.content.load.spoken_language import spoken_language
from vejviser.content.settings import using_root
from vejviser.content.time_zones import day_of
from vejviser.pages.navigation import navigation
from vejviser.site.embedded import embedded, embedded_files
from vejviser.site.locations import PageLocation
from vejviser.site.pipeline import Ready, prepare, write_site


class _Options(base.Config):
    """`root`: the folder that holds data/, docs/ and materials/, relative to mkdocs.yml."""

    root = c.Type(str, default="")


class ContentPlugin(BasePlugin[_Options]):
    """Adds to a site the pages of the content type that the plugin is named after: `vejviser/handbooks`."""

    previewing = False
    in_force = ExitStack()
    """What the plugin that has read the portal puts in force: its settings, until the site is written."""

    def on_startup(self, *, command: str, dirty: bool) -> None:  # noqa: ARG002
        """Note whether the host puts a script of its own into the pages."""
        self.previewing = command == "serve"

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Read, check and compose, once for all our plugins; with errors, stop before anything is written."""
        if "vejviser" not in config.extra:
            root = self._root(config)
            moment = get_build_datetime() or datetime.now(UTC)
            self.in_force = ExitStack()
            self.in_force.enter_context(using_root(root))
            try:
                ready = prepare(_settings(config, root, previewing=self.previewing), day_of(moment))
            except ContentError as error:
                raise _refused(error, root) from None
            except BrokenEnvironmentError as error:
                raise _broken(error, root) from error
            config.extra["vejviser"] = ready
            _log(ready.problems, root)

    def _root(self, config: MkDocsConfig) -> Path:
        return (Path(config.config_file_path).parent / self.config.root).resolve()

    @event_priority(50)
    def _announce(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Add a file for each page; static-i18n makes every file anew, and must find it without content."""
        content = next(name for name, plugin in config.plugins.items() if plugin is self).removeprefix("vejviser/")
        pages = _ready(config).site.by_content.get(content, ())
        self.pages = {f"{page.language}/{page.uri}" if "i18n" in config.plugins else page.uri: page for page in pages}
        for name in self.pages.keys() - files.src_uris.keys():
            files.append(File(name, config.docs_dir, config.site_dir, config.use_directory_urls))
        return files

    @event_priority(-150)
    def _fill(self, files: Files, /, *, config: MkDocsConfig) -> Files:  # noqa: ARG002
        for name in self.pages.keys() & files.src_uris.keys():
            files.src_uris[name].generated_by = "vejviser"
            files.src_uris[name].content_string = self.pages[name].markdown
        return files

    on_files = CombinedEvent(_announce, _fill)

    @event_priority(-1000)
    def on_page_markdown(self, markdown: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Leave the host nothing to convert."""
        return "" if page.file.src_uri in self.pages else markdown

    @event_priority(1000)
    def on_page_content(self, html: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Return the text as we have converted it, with its headings."""
        if found := self.pages.get(page.file.src_uri):
            text = _ready(config).cache.text(PageLocation(found.uri, found.language, _language(config)))
            page.toc, page.present_anchor_ids = get_toc([asdict(heading) for heading in text.headings]), {*text.places}  # type: ignore[misc]
            html = embedded(text.html, found, _ready(config).read.texts[_language(config)], "../" * page.url.count("/"))
        return html

    def _write(self, *, config: MkDocsConfig) -> None:
        """Put downloads and assets beside the pages; the whole portal does so itself."""
        if "vejviser/portal" not in config.plugins:
            write_tree(Path(config.site_dir), dict(embedded_files(_ready(config).files, _ready(config).site)))

    @event_priority(-5000)
    def _leave(self, *, config: MkDocsConfig) -> None:
        """Put the portal's settings out of force, when the last language is written."""
        if not _more_languages(config):
            for plugin in config.plugins.values():
                if isinstance(plugin, ContentPlugin):
                    plugin.in_force.close()

    on_post_build = CombinedEvent(_write, _leave)

    def on_build_error(self, *, error: Exception) -> None:  # noqa: ARG002
        """Put the portal's settings out of force."""
        self.in_force.close()


class PortalPlugin(ContentPlugin):
    """`vejviser/portal`: the whole portal in its own frame, with everything that is made of finished pages."""

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Give static-i18n, before it begins, the languages of portal.yml that mkdocs.yml leaves out."""
        i18n = config.plugins.get("i18n")
        if i18n and i18n.config.languages:
            with using_root(self._root(config)):
                given = {language.locale: language for language in i18n.config.languages}
                kind = type(i18n.config.languages[0])
                ours = [given.pop(code, None) or _host_language(kind, code) for code in languages()]
            i18n.config.languages = [*ours, *given.values()]
        return config

    @event_priority(-160)
    def _leave_out_theme(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        config.nav = navigation(_ready(config).site.portal, _language(config))
        config.theme.static_templates = set()
        return Files([file for file in files if file.is_documentation_page()])

    on_files = CombinedEvent(*ContentPlugin.on_files.methods, _leave_out_theme)

    def on_env(self, env: Environment, /, *, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG002
        """Spare the host the theme: its pages are replaced."""
        env.loader = DictLoader({"main.html": "{{ page.content }}"})
        return env

    @event_priority(-150)
    def _write_site(self, *, config: MkDocsConfig) -> None:
        """Write our site in the place of the host's, when the host has built the last language."""
        try:
            if not _more_languages(config):
                write_site(_ready(config), Path(config.site_dir))
        except ContentError as error:
            raise _refused(error, _ready(config).site.settings.root) from None
        except BrokenEnvironmentError as error:
            raise _broken(error, _ready(config).site.settings.root) from error

    on_post_build = CombinedEvent(_write_site, ContentPlugin._leave)


def _host_language(kind: type[base.Config], code: Language) -> base.Config:
    """Return what static-i18n is told of a language; it is asked nothing that it knows of some languages only."""
    found = kind()
    found.load_dict({"locale": code, "name": own_name(code), "link": f"/{code}/", "build": True})
    return found


def _settings(config: MkDocsConfig, root: Path, *, previewing: bool) -> Settings:
    i18n = config.plugins.get("i18n")
    wanted = {language.locale for language in i18n.config.languages if language.build} if i18n else {main_language()}
    built = tuple(language for language in languages() if language in wanted)
    ours = tuple(name.removeprefix("vejviser/") for name in config.plugins if name.startswith("vejviser/"))
    found = read_settings(Path(config.config_file_path).parent) if "portal" in ours else Settings(root, contents=ours)
    return replace(found, root=root, site_url=config.site_url or "", languages=built, previewing=previewing)


def _more_languages(config: MkDocsConfig) -> bool:
    """Return whether static-i18n has more languages to build."""
    return bool(getattr(config.plugins.get("i18n"), "building", False))


def _ready(config: MkDocsConfig) -> Ready:
    return config.extra["vejviser"]  # type: ignore[no-any-return]


def _language(config: MkDocsConfig) -> Language:
    return getattr(config.plugins.get("i18n"), "current_language", None) or main_language()


def _broken(error: BrokenEnvironmentError, root: Path) -> PluginError:
    return PluginError(error.message(plain_texts(root, spoken_language(root, os.environ), "build")))


def _refused(error: ContentError, root: Path) -> PluginError:
    _log(error.problems, root)
    count = sum(problem.severity == "error" for problem in error.problems)
    said = plain_texts(root, spoken_language(root, os.environ), "commands")["refused-content"]
    return PluginError(said.format(count=count))


def _log(problems: Iterable[Problem], root: Path) -> None:
    messages, log = load_messages(root, spoken_language(root, os.environ)), logging.getLogger("mkdocs.plugins.vejviser")
    for problem in problems:
        level, place = logging.ERROR if problem.severity == "error" else logging.INFO, (problem.line, problem.column)
        log.log(level, "%s:%d:%d: [%s] %s", problem.path, *place, problem.rule, problem.message(messages))
