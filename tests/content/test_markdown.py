import pytest

from vejviser.content.load.markdown import parse_markdown, sections
from vejviser.content.markdown.headings import heading
from vejviser.content.model.text_hash import hash_text


def test_front_matter_and_body_keep_their_lines() -> None:
    parts = parse_markdown("---\ntitle: Møde\n---\n\nTekst\n", "x.md")
    assert (parts.meta, parts.body, parts.body_line) == ({"title": "Møde"}, "\nTekst\n", 4)
    assert parts.origin.at("title").line == 2


def test_a_file_without_front_matter_is_named() -> None:
    assert [problem.rule for problem in parse_markdown("Tekst\n", "x.md").problems] == ["front-matter-missing"]
    assert [problem.rule for problem in parse_markdown("---\ntitle: x\n", "x.md").problems] == ["front-matter-open"]


def test_sections_follow_the_headings_but_not_inside_code() -> None:
    body = "Indledning\n\n## Et {#et}\nTekst\n```\n## ikke en overskrift\n```\n## Uden id\nMere\n"
    found = sections(body, 5)
    assert [(item.id, item.heading, item.line) for item in found] == [
        ("intro", "", 5),
        ("et", "Et", 7),
        ("", "Uden id", 12),
    ]


def test_a_fingerprint_ignores_line_breaks_but_not_words() -> None:
    assert hash_text("et par\nord") == hash_text("et  par ord")
    assert hash_text("et par ord") != hash_text("et par andre ord")


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("## Hej {#hej}", (2, "Hej", "hej", 9)),
        ("### Hej  { #hej }  ", (3, "Hej", "hej", 12)),
        ("## Hej {: #hej .x}", (2, "Hej", "hej", 11)),
        ("## Hej {hej}", (2, "Hej {hej}", "", 12)),
        ("# a " + "{#b " * 20_000 + "}", (1, ("a " + "{#b " * 19_999).rstrip(), "b", 80_002)),
        ("# a " + "{#b" * 20_000, (1, "a " + "{#b" * 20_000, "", 60_004)),
        ("#### Hej", (4, "Hej", "", 8)),
    ],
)
def test_a_heading_is_read_from_its_line(line: str, found: tuple[int, str, str, int]) -> None:
    read = heading(line)
    assert read is not None
    assert (read.level, read.words, read.name, read.at) == found


@pytest.mark.parametrize("line", ["Hej", "#Hej", "####### Hej", " # Hej", ""])
def test_what_is_no_heading(line: str) -> None:
    assert heading(line) is None
