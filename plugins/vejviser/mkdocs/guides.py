"""The doorman of municipality guides."""

from vejviser.mkdocs.content import ContentPlugin


class GuidesPlugin(ContentPlugin):
    """`vejviser/guides` in mkdocs.yml."""

    content = "guides"
