"""The doorman of handbooks."""

from vejviser.mkdocs.content import ContentPlugin


class HandbooksPlugin(ContentPlugin):
    """`vejviser/handbooks` in mkdocs.yml."""

    content = "handbooks"
