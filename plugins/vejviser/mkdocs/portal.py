"""The doorman of the whole portal: plain pages, navigation, assets, and what is made after the pages."""

from typing import cast

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from vejviser.mkdocs import finish
from vejviser.mkdocs.assets import asset_files, leave_out_unused, slim
from vejviser.mkdocs.content import ContentPlugin
from vejviser.mkdocs.kept import kept_pages
from vejviser.mkdocs.view import fronts, page_view
from vejviser.mkdocs.workspace import workspace
from vejviser.pages.device import wipe_control
from vejviser.pages.navigation import navigation


class PortalPlugin(ContentPlugin):
    """`vejviser/portal` in mkdocs.yml."""

    content = "portal"

    @event_priority(60)
    def _equip(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        config.nav = navigation(workspace(config).portal, finish.language(config))
        return leave_out_unused(asset_files(files, config), config)

    @event_priority(40)
    def _narrow(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        if kept := kept_pages(config):
            kept.narrow(files)
        return files

    @event_priority(-160)
    def _find(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        if kept := kept_pages(config):
            kept.mark(files)
        slim(files)
        return files

    on_files = CombinedEvent(_equip, *ContentPlugin.on_files.methods, _narrow, _find)

    @event_priority(-1000)
    def on_page_markdown(self, markdown: str, /, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Spare MkDocs a text that an earlier build has converted."""
        kept = kept_pages(config)
        return kept.before_text(markdown, page) if kept else markdown

    @event_priority(1000)
    def on_page_content(self, html: str, /, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Give the text as that build has converted it, or keep what this one made."""
        kept = kept_pages(config)
        return kept.after_text(html, page, files) if kept else html

    @event_priority(-1000)
    def on_post_page(self, output: str, /, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Keep the finished page for the next build."""
        if kept := kept_pages(config):
            kept.after_page(output, page)
        return output

    def on_page_context(
        self,
        context: TemplateContext,
        /,
        *,
        page: MkDocsPage,
        config: MkDocsConfig,
        nav: Navigation,  # noqa: ARG002
    ) -> TemplateContext:
        """Give the templates what they show: texts, languages, directions, alternates."""
        context.update(cast("TemplateContext", page_view(page, config, workspace(config))))
        return context

    def on_env(self, env: Environment, /, *, config: MkDocsConfig, files: Files) -> Environment:
        """Give the templates without a page (404) their texts too."""
        if kept := kept_pages(config):
            kept.join(files)
            env.bytecode_cache = kept.compiled
        work = workspace(config)
        env.globals["t"] = work.portal.texts[finish.language(config)]
        env.globals["wipe_control"] = wipe_control(work.portal.texts[finish.language(config)])
        env.globals["fronts"] = fronts(work)
        return env

    @event_priority(0)
    def _keep(self, *, config: MkDocsConfig) -> None:
        finish.keep_404(config)

    @event_priority(-150)
    def _finish(self, *, config: MkDocsConfig) -> None:
        finish.finish(config, workspace(config))

    on_post_build = CombinedEvent(_keep, _finish)
