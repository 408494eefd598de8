"""What is signed: in Danish, with words before every line; a translation stands beside it, with nothing to fill in."""

from dataclasses import replace

import page
import pytest

from tests.documents.samples import SOURCES, labels
from vejviser.base.problems import Origin
from vejviser.content.model.base import Translation
from vejviser.content.model.material import Material, MaterialText
from vejviser.documents import blocks as doc
from vejviser.documents.compose import Composed
from vejviser.documents.compose_material import compose_material
from vejviser.documents.compose_two_languages import compose_two_languages
from vejviser.documents.document import Document, Format
from vejviser.documents.engine import fill, template
from vejviser.documents.reading import fields_in, own_inlines, plain_text, words_of
from vejviser.documents.signing import as_help

CONSENT = Material.model_validate(
    {
        "id": "samtykke",
        "version": "1.0",
        "updated": "2026-11-22",
        "kind": "form",
        "title": {"da": "Samtykke", "ar": "موافقة"},
        "purpose": {"da": "Du bestemmer.", "ar": "القرار لك."},
        "use_when": {"da": "Før I begynder."},
        "audience": ["participant"],
        "languages": ["da", "ar"],
        "signed": True,
        "owner": "Redaktionen",
        "reviewed": "2026-11-22",
        "fields": [
            {"id": "navn", "type": "text", "label": {"da": "Navn", "ar": "الاسم"}},
            {"id": "ja", "type": "checkbox", "label": {"da": "Ja", "ar": "نعم"}},
            {"id": "underskrift", "type": "signature", "label": {"da": "Underskrift", "ar": "التوقيع"}},
        ],
        "changes": [{"version": "1.0", "date": "2026-11-22", "note": {"da": "Første."}}],
        "sources": ["rapport-2024"],
    }
)
DANISH = """\
Navn: {{ navn }}

## Ja {#ja}

- {{ ja }} Jeg siger ja [@rapport-2024].

| Linje | Mig |
| --- | --- |
| Underskrift | {{ underskrift }} |
"""
ARABIC = """\
الاسم: {{ navn }}

## نعم {#ja}

- {{ ja }} أوافق [@rapport-2024].

| السطر | أنا |
| --- | --- |
| التوقيع | {{ underskrift }} |
"""
TEXTS = {"da": DANISH, "ar": ARABIC}


def text(language: str, body: str = "") -> MaterialText:
    meta = {"title": {"da": "Samtykke", "ar": "موافقة"}[language], "translation": {"da": None, "ar": {}}[language]}
    body = body or TEXTS[language]
    return MaterialText.model_validate(
        {"material": "samtykke", "language": language, "meta": meta, "body": body, "body_line": 1}
        | {"origin": Origin(f"materials/samtykke/{language}.md")}
    )


def composed(language: str, material: Material = CONSENT, body: str = "", standing: str = "") -> Composed:
    own = text(language, body)
    return compose_material(material, own, sources=SOURCES, labels=labels(language), standing=standing)


def in_two(status: str = "machine") -> Document:
    read = {"reviewed_by": "En tolk", "reviewed": "2026-11-01"} if status == "reviewed" else {}
    translation = Translation.model_validate({"status": status, **read})
    return compose_two_languages(composed("da").document, composed("ar").document, translation, signed=True)


def test_the_danish_form_is_itself_and_has_no_sources_in_it() -> None:
    made = composed("da", standing="Endnu ikke gennemgået.")
    assert made.problems == ()
    assert made.document.notes == ()
    assert [field.id for field in made.document.fields] == ["navn", "ja", "underskrift"]
    tick = next(block for block in made.document.blocks if isinstance(block, doc.TickLine))
    assert tick.inlines == (doc.Text("Jeg siger ja."),), "no space is left before the full stop"
    assert made.document.blocks[-1] == doc.Paragraph((doc.Text("Endnu ikke gennemgået."),), quiet=True)


def test_a_translation_says_that_it_is_a_help_and_stands_beside_the_danish_text() -> None:
    first, *others = in_two().blocks
    assert isinstance(first, doc.SideBySide)
    danish, arabic = (passage[0] for passage in first.rows[0])
    for block, language in ((danish, "da"), (arabic, "ar")):
        said = (doc.Paragraph((doc.Text(labels(language)["help_signed_machine"]),)),)
        assert block == doc.Callout("note", labels(language)["help_title"], said)
    sides = [row for block in (first, *others) if isinstance(block, doc.SideBySide) for row in block.rows]
    assert [field for _, helps in sides for field in fields_in(helps)] == []
    assert [field.id for field in in_two().fields] == ["navn", "ja", "underskrift"]
    assert (words_of(sides[1][0]), words_of(sides[1][1])) == ("Jeg siger ja.", "أوافق.")


def test_the_danish_text_is_whole() -> None:
    danish, beside = composed("da").document, words_of(in_two().blocks)
    said = [plain_text(words) for block in danish.blocks for words in own_inlines(block)]
    assert [words for words in said if words not in beside] == []


def test_a_translation_somebody_has_read_is_still_only_a_help() -> None:
    assert labels("ar")["help_signed"] in words_of(in_two("reviewed").blocks)


def test_a_help_text_may_lack_a_place_that_the_danish_text_has() -> None:
    assert composed("ar", body="نعم").problems == ()
    assert [problem.rule for problem in composed("da", body="Ja").problems] == ["field-without-place"] * 3


def test_what_is_not_signed_is_translated_as_ever() -> None:
    guide = CONSENT.model_copy(update={"signed": False})
    document = composed("ar", guide).document
    assert [field.id for field in document.fields] == ["navn", "ja", "underskrift"]
    assert len(document.notes) == 1


def test_a_signature_without_words_before_it_is_told() -> None:
    wordless = DANISH.replace("| Linje | Mig |\n| --- | --- |\n| Underskrift | {{", "| Mig |\n| --- |\n| {{")
    problems = composed("da", body=wordless).problems
    assert [(problem.rule, dict(problem.values)["field"]) for problem in problems] == [
        ("signature-without-words", "underskrift")
    ]


def test_everything_one_fills_in_becomes_dots() -> None:
    field = doc.Field("navn", "text", "Navn")
    cell = (doc.InlineField(field),)
    blocks = (
        doc.FieldBlock(field),
        doc.Paragraph((doc.Text("Til "), *cell)),
        doc.TickLine(replace(field, type="checkbox"), (doc.Text("Ja"),)),
        doc.Table(((doc.Text("A"),), (doc.Text("B"),)), (((doc.Text("C"),), cell),)),
        doc.Callout("note", "", (doc.BulletList(((doc.FieldBlock(field),),)),)),
    )
    assert list(fields_in(as_help(blocks))) == []
    assert [type(item) for item in as_help(blocks)] == [
        doc.Paragraph,
        doc.Paragraph,
        doc.Paragraph,
        doc.Table,
        doc.Callout,
    ]


@pytest.mark.parametrize("made", [composed("da").document, in_two()], ids=["Danish", "in two languages"])
def test_the_pdf_is_pdf_ua(made: Document) -> None:
    file = fill(template(made, "pdf"), {"navn": "Amal"})
    assert [str(failure) for failure in page.validate_pdf_bytes(file, profile="ua1").failures] == []


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_nothing_is_printed_where_one_signs(form: Format) -> None:
    made = composed("da").document
    table = replace(made, blocks=tuple(block for block in made.blocks if isinstance(block, doc.Table)))
    one, other = (
        fill(template(replace(table, labels={**made.labels, "write_here": word}), form), {}) for word in ("Skriv", "X")
    )
    assert one == other
