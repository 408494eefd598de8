"""The doorman of the materials library."""

from vejviser.mkdocs.content import ContentPlugin


class MaterialsPlugin(ContentPlugin):
    """`vejviser/materials` in mkdocs.yml."""

    content = "materials"
