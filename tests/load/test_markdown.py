from vejviser.load.markdown import parse_markdown, sections
from vejviser.model.fingerprint import fingerprint


def test_front_matter_and_body_keep_their_lines() -> None:
    parts = parse_markdown("---\ntitle: Møde\n---\n\nTekst\n", "x.md")
    assert (parts.meta, parts.body, parts.body_line) == ({"title": "Møde"}, "\nTekst\n", 4)
    assert parts.origin.at("title").line == 2


def test_a_file_without_front_matter_is_named() -> None:
    assert [it.rule for it in parse_markdown("Tekst\n", "x.md").problems] == ["front-matter-missing"]
    assert [it.rule for it in parse_markdown("---\ntitle: x\n", "x.md").problems] == ["front-matter-open"]


def test_sections_follow_the_headings_but_not_inside_code() -> None:
    body = "Indledning\n\n## Et {#et}\nTekst\n```\n## ikke en overskrift\n```\n## Uden id\nMere\n"
    found = sections(body, 5)
    assert [(it.id, it.heading, it.line) for it in found] == [("intro", "", 5), ("et", "Et", 7), ("", "Uden id", 12)]


def test_a_fingerprint_ignores_line_breaks_but_not_words() -> None:
    assert fingerprint("et par\nord") == fingerprint("et  par ord")
    assert fingerprint("et par ord") != fingerprint("et par andre ord")
