"""What every composed text has in common. Each kind of content has a module of its own, compose_*.

What is wrong with a text comes back as data, beside the document.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from vejviser.base.problems import Problem
from vejviser.content.model.allow_list import SCHEMES, scheme_of
from vejviser.content.model.base import LanguageMap, LocalText, Translation
from vejviser.content.model.fields import FieldSpec
from vejviser.content.model.portal import Work
from vejviser.documents import blocks as doc
from vejviser.documents.document import Document
from vejviser.documents.markdown import Reader
from vejviser.documents.reading import anchors_in

Labels = Mapping[str, str]
Sources = Mapping[str, Work]
Resolve = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Composed:
    """A document, and everything that was wrong with the text it was made from."""

    document: Document
    problems: tuple[Problem, ...] = ()


def web_links(address: str) -> str | None:
    """Keep links to other sites and inside the document; links to the portal's own pages become plain words."""
    return address if address.startswith("#") or scheme_of(address) in SCHEMES else None


def make_field(spec: FieldSpec, language: str) -> doc.Field:
    """Return the field of `spec` with its words in `language`, or in the main language where there are none."""
    label = spec.label.get(language)
    return doc.Field(
        id=spec.id,
        type=spec.type,
        label=label.text,
        help=spec.help.text(language) if spec.help else "",
        choices=tuple(doc.Choice(choice.id, choice.label.text(language)) for choice in spec.choices),
        language=other_language(label, language),
    )


def other_language(text: LocalText, language: str) -> str | None:
    """Return the language of `text` when it is not the document's."""
    return None if text.language == language else text.language


def own_words(texts: LanguageMap, language: str) -> str:
    """Return a text only if it exists in `language`: a subtitle may be missing, but not be in another language."""
    return texts.text(language) if language in texts else ""


def translation_note(translation: Translation | None, labels: Labels) -> doc.Blocks:
    """Return the line that says a machine made the translation, where it did and nobody has read it."""
    if translation and translation.status == "machine":
        return (doc.Paragraph((doc.Text(labels["machine_translation"]),), quiet=True),)
    return ()


def standing_note(standing: str) -> doc.Blocks:
    """Return the line that says who has approved the text, and who has not yet; nothing where there is none to say."""
    return (doc.Paragraph((doc.Text(standing),), quiet=True),) if standing else ()


def in_short(texts: Sequence[LanguageMap], language: str, reader: Reader, labels: Labels) -> doc.Blocks:
    """Return the box with the most important in a few sentences; nothing where there are none."""
    found = [text.get(language) for text in texts]
    points = ((doc.Paragraph(reader.inlines(text.text), other_language(text, language)),) for text in found)
    return (doc.Callout("tip", labels["in_short"], (doc.BulletList(tuple(points)),)),) if found else ()


def problems_of(document: Document, readers: list[Reader]) -> tuple[Problem, ...]:
    """Return what the readers found, and the links that lead to no place in the finished document."""
    places = set(anchors_in(document.blocks))
    dangling = [problem for reader in readers for target, problem in reader.inner_links if target not in places]
    return (*(problem for reader in readers for problem in reader.problems), *dangling)
