"""The doorman of the municipality directory and its status pages."""

from vejviser.mkdocs.content import ContentPlugin


class DirectoryPlugin(ContentPlugin):
    """`vejviser/directory` in mkdocs.yml."""

    content = "directory"
