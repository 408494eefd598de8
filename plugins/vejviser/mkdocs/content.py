"""What the doormen of the content types have in common: announce their pages, then fill them."""

from mkdocs.config import base
from mkdocs.config import config_options as c
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import Files

from vejviser.mkdocs.kept import kept_pages
from vejviser.mkdocs.memory import announce, fill
from vejviser.mkdocs.workspace import workspace


class ContentConfig(base.Config):
    """`root`: the folder that holds data/, docs/ and materials/, relative to mkdocs.yml."""

    root = c.Type(str, default="")


class ContentPlugin(BasePlugin[ContentConfig]):
    """Shows the pages of one content type. A subclass names it."""

    content: str

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Stop before anything is written when the content has errors."""
        workspace(config, self.config.root).report()

    @event_priority(50)
    def _announce(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        return announce(workspace(config).pages(self.content), files, config)

    @event_priority(-150)
    def _fill(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        return fill(workspace(config).pages(self.content), files)

    on_files = CombinedEvent(_announce, _fill)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Put the files for download beside the pages; a build of pages alone leaves that to its caller."""
        if kept_pages(config) is None:
            workspace(config).deliver()
