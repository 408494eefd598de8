"""The doorman of checklists."""

from vejviser.mkdocs.content import ContentPlugin


class ChecklistsPlugin(ContentPlugin):
    """`vejviser/checklists` in mkdocs.yml."""

    content = "checklists"
