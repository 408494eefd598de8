"""The most important in short: first in the document, in both languages of one, and never in what people sign."""

from tests.documents.samples import CHECKLIST, SOURCES, labels
from tests.documents.test_signing import CONSENT, text
from vejviser.content.model.base import LanguageMap
from vejviser.content.model.material import Material, version_hash
from vejviser.documents import blocks as doc
from vejviser.documents.compose_checklist import compose_checklist
from vejviser.documents.compose_material import compose_material
from vejviser.documents.compose_two_languages import compose_two_languages
from vejviser.documents.document import Document
from vejviser.documents.reading import words_of

SHORT = tuple(
    LanguageMap.model_validate(said) for said in ({"da": "Du bestemmer.", "ar": "القرار لكم."}, {"da": "Sig nej."})
)
LETTER = CONSENT.model_copy(update={"in_short": SHORT, "signed": False})


def composed(material: Material, language: str) -> Document:
    return compose_material(material, text(language), sources=SOURCES, labels=labels(language)).document


def test_a_checklist_begins_with_it() -> None:
    checklist = CHECKLIST.model_copy(update={"in_short": SHORT})
    made = compose_checklist(checklist, "da", sources=SOURCES, labels=labels("da")).document
    (box,) = [block for block in made.blocks if isinstance(block, doc.Callout) and block.kind == "tip"]
    assert box.title == labels("da")["in_short"]
    assert all(text.text("da") in words_of((box,)) for text in SHORT)
    heading = next(at for at, block in enumerate(made.blocks) if isinstance(block, doc.Heading))
    assert made.blocks.index(box) < heading


def test_a_sentence_that_is_not_translated_is_danish_and_marked_so() -> None:
    (box,) = [
        block for block in composed(LETTER, "ar").blocks if isinstance(block, doc.Callout) and block.kind == "tip"
    ]
    (points,) = box.blocks
    assert isinstance(points, doc.BulletList)
    assert [getattr(block, "language", None) for (block,) in points.items] == [None, "da"]


def test_what_is_signed_says_it_on_its_page_alone() -> None:
    signed = CONSENT.model_copy(update={"in_short": SHORT})
    assert composed(signed, "da") == composed(CONSENT, "da")
    assert version_hash(signed, text("da")) == version_hash(CONSENT, text("da"))


def test_the_version_of_other_documents_knows_it() -> None:
    without = LETTER.model_copy(update={"in_short": ()})
    assert version_hash(LETTER, text("da")) != version_hash(without, text("da"))


def test_in_two_languages_it_stands_side_by_side() -> None:
    two = compose_two_languages(composed(LETTER, "da"), composed(LETTER, "ar"), text("ar").meta.translation)
    beside = [block for block in two.blocks if isinstance(block, doc.SideBySide)]
    rows = [row for block in beside for row in block.rows]
    said = [(words_of(one), words_of(other)) for one, other in rows]
    assert any("Du bestemmer." in one and "القرار لكم." in other for one, other in said)
