"""Markdown in, blocks out."""

from datetime import date

import pytest

from tests.documents.samples import SOURCES, labels
from vejviser.documents import blocks as doc
from vejviser.documents.footnotes import Notes
from vejviser.documents.markdown import Reader
from vejviser.documents.reading import plain_text

FIELDS = {
    "navn": doc.Field("navn", "text", "Navn"),
    "ja": doc.Field("ja", "checkbox", "Ja"),
}


def reader() -> Reader:
    notes = Notes(SOURCES, labels("da"), "da", date(2026, 11, 22))
    return Reader(notes, FIELDS, path="x/da.md", line=5)


def text(words: str, **look: bool) -> doc.Text:
    return doc.Text(words, **look)


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("## Ord {#ord}", doc.Heading(1, "ord", (text("Ord"),))),
        ("### Ord", doc.Heading(2, "", (text("Ord"),))),
        ("a **b** *c*", doc.Paragraph((text("a "), text("b", bold=True), text(" "), text("c", italic=True)))),
        ("- **a** b", doc.BulletList(((doc.Paragraph((text("a", bold=True), text(" b"))),),))),
        ("en\nto", doc.Paragraph((text("en to"),))),
        ("[ord](https://a.dk)", doc.Paragraph((doc.Link("https://a.dk", (text("ord"),)),))),
        ("Sagt [@rapport-2024, afsnit 3].", doc.Paragraph((text("Sagt"), doc.NoteRef(1), text(".")))),
        ("[@ukendt] Sagt", doc.Paragraph((text(" Sagt"),))),
        ("{{ navn }}", doc.FieldBlock(FIELDS["navn"])),
        ("Navn: {{ navn }}", doc.FieldBlock(FIELDS["navn"], (text("Navn"),))),
        ("Jeg {{ navn }} lover", doc.Paragraph((text("Jeg "), doc.InlineField(FIELDS["navn"]), text(" lover")))),
        ("{{ ja }}", doc.TickLine(FIELDS["ja"], (text("Ja"),))),
        ("- {{ ja }} Ja tak", doc.TickLine(FIELDS["ja"], (text("Ja tak"),))),
        ("- a\n- b", doc.BulletList(((doc.Paragraph((text("a"),)),), (doc.Paragraph((text("b"),)),)))),
        ("3. a", doc.NumberedList(((doc.Paragraph((text("a"),)),),), 3)),
        ("> a", doc.Quote((doc.Paragraph((text("a"),)),))),
        ('!!! warning "Pas på"\n    a', doc.Callout("warning", "Pas på", (doc.Paragraph((text("a"),)),))),
        (
            "| A | B |\n| --- | --- |\n| c | d |",
            doc.Table(((text("A"),), (text("B"),)), (((text("c"),), (text("d"),)),)),
        ),
        ("    rykket ind", doc.Paragraph((text("rykket ind"),))),
        ("---", doc.PageBreak()),
    ],
)
def test_a_block_of_each_kind(markdown: str, expected: doc.Block) -> None:
    found = reader()
    assert found.blocks(markdown) == (expected,)
    assert found.problems == []


@pytest.mark.parametrize(
    ("markdown", "problem"),
    [
        ("Ord\n\nog {{ nanv }} her", (7, 4, "unknown-field-suggestion", (("field", "nanv"), ("suggestion", "navn")))),
        ("- a\n- b {{nanv}}", (6, 5, "unknown-field-suggestion", (("field", "nanv"), ("suggestion", "navn")))),
        (
            "| A |\n| --- |\n| {{ nanv }} |",
            (7, 3, "unknown-field-suggestion", (("field", "nanv"), ("suggestion", "navn"))),
        ),
        ("```\nkode\n```", (5, 1, "markdown-not-supported", (("found", "kode"),))),
        ("En 🙂 dag", (5, 4, "unknown-sign", (("sign", "🙂"), ("code", "U+1F642")))),
    ],
)
def test_what_is_wrong_is_told_with_its_place(markdown: str, problem: tuple[object, ...]) -> None:
    found = reader()
    found.blocks(markdown)
    assert [(item.line, item.column, item.rule, item.values) for item in found.problems] == [problem]
    assert found.problems[0].path == "x/da.md"


def test_html_is_only_text() -> None:
    (block,) = reader().blocks("<b>a</b> <script>x</script>")
    assert isinstance(block, doc.Paragraph)
    assert plain_text(block.inlines) == "<b>a</b> <script>x</script>"


def test_the_same_place_of_a_source_is_one_note() -> None:
    found = reader()
    found.blocks("A [@rapport-2024, afsnit 3.2]. B [@rapport-2024, section 3.2]. C [@rapport-2024, afsnit 4].")
    assert [plain_text(note.inlines) for note in found.notes.written()] == [
        "Analyse (2024): En rapport. Udgiver, afsnit 3.2.",
        "Analyse (2024): En rapport. Udgiver, afsnit 4.",
    ]


def test_an_old_source_says_so() -> None:
    found = reader()
    found.blocks("A [@gammel-2015].")
    (note,) = found.notes.written()
    assert plain_text(note.inlines).endswith("Udgiver. old_source da")


@pytest.mark.parametrize(
    "address", ["ms-word:ofe|u|https://a.dk", "//a.dk", "ftp://a.dk", "x-apple:a", "javascript&#58;//a.dk", "blob:a"]
)
def test_a_link_that_may_not_be_followed_leads_nowhere(address: str) -> None:
    (block,) = reader().blocks(f"[ord]({address})")
    assert isinstance(block, doc.Paragraph)
    assert not any(isinstance(inline, doc.Link) for inline in block.inlines)
