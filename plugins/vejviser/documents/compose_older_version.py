"""An older version of a material as a document that says on every page, and in its first words, that it is old."""

from dataclasses import replace

from vejviser.content.languages import Language
from vejviser.content.older_versions import Version
from vejviser.documents import blocks as doc
from vejviser.documents.compose import Labels, Sources
from vejviser.documents.compose_material import compose_material
from vejviser.documents.document import Document
from vejviser.documents.pictures import NO_PICTURES, Pictures


def compose_older_version(
    older: Version,
    language: Language,
    newest: str,
    *,
    sources: Sources,
    labels: Labels,
    pictures: Pictures = NO_PICTURES,
) -> Document:
    """Return an older version in a language it has a text in; `newest` is the number of the newest version.

    What is wrong with the text is not told: nobody may change it any more. What can no longer be shown is left out,
    such as a source that the portal has not got any longer.
    """
    text = older.texts[language]
    found = compose_material(older.material, text, sources=sources, labels=labels, pictures=pictures).document
    words = labels["old_version"].format(version=older.number, newest=newest)
    notice = doc.Callout("warning", "", (doc.Paragraph((doc.Text(words),)),))
    return replace(
        found,
        id=f"{older.material.id}-{older.number}",
        title=labels["old_title"].format(title=found.title, version=older.number),
        blocks=(notice, *found.blocks),
        can_be_filled=False,
    )
