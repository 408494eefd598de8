"""Where the versions of materials are kept: material.yml and the texts as they were when the version was locked.

They are no content types: nobody writes in them, and no rule about texts is for them.
"""

from vejviser.content.content_type import ContentType

FOLDER = "materials/{material}/versions/{version}"
MATERIAL = ContentType(
    id="kept-material",
    plural="kept_materials",
    title="",
    pattern="materials/{id}/versions/{version}/material.yml",
    model="vejviser.content.model.material:Material",
    key=("id", "version"),
)
TEXT = ContentType(
    id="kept-text",
    plural="kept_texts",
    title="",
    pattern=f"{FOLDER}/{{language}}.md",
    model="vejviser.content.model.material:KeptText",
    meta="vejviser.content.model.material:MaterialMeta",
    key=("material", "version", "language"),
)
PATTERNS = tuple(kind.glob().partition("/")[2] for kind in (MATERIAL, TEXT))
"""Their files, below materials/."""
