"""What an editor may write: every way in is told at its line, and what only looks like one is left alone."""

import json
from pathlib import Path

import pytest

from tests.check.test_all_rules import edit
from tests.check.test_markdown_rules import AT, CHAPTER, broken
from tests.cli.test_main import run
from tests.conftest import ASIDE, TODAY
from vejviser.base.problems import Origin, Problem
from vejviser.check import allowed_markup
from vejviser.content.text_walker import Passage
from vejviser.site.content_check import load_and_check

HTML, LINK, PICTURE, ATTRIBUTE = "html-in-markdown", "link-scheme", "picture-elsewhere", "attribute-in-markdown"
WAYS_IN = [
    ("<img\nsrc=x onerror=alert(1)>", HTML, 0),
    ("<iframe\nsrc=//evil.example></iframe>", HTML, 0),
    ("<base\nhref=//evil.example>", HTML, 0),
    ("<link\nrel=stylesheet\nhref=//evil.example>", HTML, 0),
    ("<svg\nonload=alert(1)>", HTML, 0),
    ("Hej <b", HTML, 0),
    ("Hej </p", HTML, 0),
    ("<!-- skjult -->", HTML, 0),
    ("<![CDATA[<b>]]>", HTML, 0),
    ("<?php echo 1 ?>", HTML, 0),
    ("<div markdown>\n**hej**\n</div>", HTML, 0),
    ("\\<script>alert(1)</script>", HTML, 0),
    ("\\`<b>\\`", HTML, 0),
    ("{{ <img src=x onerror=alert(1)> }}", HTML, 0),
    ("!!! note\n    <b\n    onclick=alert(1)>", HTML, 1),
    ("> - <b onclick=alert(1)>", HTML, 0),
    ("[a](penge.md){: onclick=alert(1) }", ATTRIBUTE, 0),
    ('Hej.\n{: onclick="alert(1)" }', ATTRIBUTE, 1),
    ("Hej.\n{: style='color: red' }", ATTRIBUTE, 1),
    ("[a](penge.md){target=_blank}", ATTRIBUTE, 0),
    ("### Hej {#hej onclick=alert(1)}", ATTRIBUTE, 0),
    ("- a\n{: onclick=alert(1) }", ATTRIBUTE, 1),
    ("| a |\n|---|\n| *b*{: onclick=alert(1) } |", ATTRIBUTE, 2),
    ("~~~ {.x onclick=alert(1)}\nhej\n~~~", ATTRIBUTE, 0),
    ("![x](a.png){: onerror=alert(1) }", ATTRIBUTE, 0),
    ('[a](penge.md){: href="javascript:alert(1)" }', ATTRIBUTE, 0),
    ("[x]( javascript:alert(1))", LINK, 0),
    ("[x](\tjavascript:alert(1))", LINK, 0),
    ("[x](\njavascript:alert(1))", LINK, 1),
    ("[x](<javascript:alert(1)>)", LINK, 0),
    ("[x][r]\n\n[r]:javascript:alert(1)", LINK, 2),
    ("[x][r]\n\n[r]:\n javascript:alert(1)", LINK, 3),
    ("[x]\n\n[x]: <javascript:alert(1)>", LINK, 2),
    ("<javascript:alert(1)>", LINK, 0),
    ("[x](java&#115;cript:alert(1))", LINK, 0),
    ("[x](&#x6A;avascript:alert(1))", LINK, 0),
    ("[x](javascript&colon;alert(1))", LINK, 0),
    ("[x](java%73cript:alert(1))", LINK, 0),
    ("[x](java\tscript:alert(1))", "link-broken", 0),
    ("[x](\x01javascript:alert(1))", "link-broken", 0),
    ("[x](java\u200bscript:alert(1))", LINK, 0),
    ("[x](JaVaScRiPt:alert(1))", LINK, 0),
    ("[x](vbscript:msgbox)", LINK, 0),
    ("[x](data:text/html,hej)", LINK, 0),
    ("[x](blob:hej)", LINK, 0),
    ("[x](ms-word:ofe|u|https://example.org/a.docx)", LINK, 0),
    ("[x](//evil.example)", LINK, 0),
    ("[x](\\\\\\\\evil.example)", LINK, 0),
    ("- a\n- [x](javascript:alert(1))", LINK, 1),
    ("| a |\n|---|\n| [x](javascript:alert(1)) |", LINK, 2),
    ("### [x](javascript:alert(1)) {#x}", LINK, 0),
    ("> [x](javascript:alert(1))", LINK, 0),
    ("a\n:   [x](javascript:alert(1))", LINK, 1),
    ("[![x](a.png)](javascript:alert(1))", LINK, 0),
    ("![x](https://evil.example/x.png)", PICTURE, 0),
    ("![x][r]\n\n[r]: https://evil.example/x.png", PICTURE, 2),
    ("![x](//evil.example/x.png)", PICTURE, 0),
    ("![x](data:image/svg+xml,hej)", PICTURE, 0),
    ("![x](javascript:alert(1))", PICTURE, 0),
]
INNOCENT = [
    "a < b, 3<4, <3 og -> <- =>",
    "`<b>` og `{: onclick=x }` og ``[x](javascript:a)``",
    "```html\n<script>alert(1)</script>\n[x](javascript:a)\n```",
    "  ```\n<script>alert(1)</script>\n  ```",
    "&lt;b&gt; a & b, javascript: er et sprog, og data: er tal",
    "<https://example.org/a>",
    '[x](https://example.org/a?b=c:d&e=f%20g "Titel") og [y](tel:+4500000000)',
    "[x](penge.md#hvem) og [y](#efter) og [z](/tjeklister/foerste-moede/)",
    "[x][r] og [r][]\n\n[r]: https://example.org/ 'Titel'",
    "### Lille {#lille}\n\nHej.",
    "| a | b |\n|:-:|--:|\n| **1** | `2` |",
    "3. a\n4. b\n\n- [ ] c\n\n---\n\n> d",
    '!!! danger "Pas på"\n    Hej **du**.',
    "{navn} og {a=b} og (((se her))) [[ja]]",
    "[@rapport-2024, afsnit 4] kl. 12:30",
    "(" * 29 + ")" * 29 + " og a) b) c)" * 40,
]


def found_in(text: str) -> list[Problem]:
    return list(allowed_markup._in_passage(Passage(text, "da", Origin("x.md"), line=1)))


@pytest.mark.parametrize(("text", "rule", "line"), WAYS_IN)
def test_a_way_in_is_told_at_its_line(portal_copy: Path, text: str, rule: str, line: int) -> None:
    told = [(found, at) for found, at, _ in broken(portal_copy, f"Hej.\n\n{text}\n\nHej.") if found == rule]
    assert told
    assert told[0] == (rule, 18 + line)


@pytest.mark.parametrize("text", INNOCENT)
def test_what_only_looks_like_a_way_in_is_left_alone(text: str) -> None:
    assert found_in(f"Hej.\n\n{text}\n\nHej.") == []


@pytest.mark.parametrize("text", [text for text, rule, _ in WAYS_IN if "\n" not in text and rule == LINK])
def test_a_short_text_in_yaml_is_no_way_in_either(portal_copy: Path, text: str) -> None:
    path = portal_copy / "data/checklists/foerste-moede.yml"
    old = '"Det giver *tryghed* [@rapport-2024]."'
    assert old in path.read_text("utf-8")
    path.write_text(path.read_text("utf-8").replace(old, json.dumps(text), 1), "utf-8")
    problems = [problem for problem in load_and_check(portal_copy, TODAY).problems if problem.rule not in ASIDE]
    assert {(problem.path, problem.line, problem.rule) for problem in problems} >= {
        ("data/checklists/foerste-moede.yml", 22, LINK)
    }


def test_the_command_tells_all_at_once(portal_copy: Path) -> None:
    path = portal_copy / CHAPTER
    text = path.read_text("utf-8").replace(AT, "<b\nonclick=x>\n\n[x]( javascript:a)\n\nHej\n{: onclick=x }\n")
    path.write_text(text, "utf-8")
    result = run(portal_copy, "check", "--today", "2026-11-22")
    places = [line.split(" ")[:3] for line in result.stdout.splitlines() if CHAPTER in line and "error" in line]
    assert places == [
        [f"{CHAPTER}:16:1:", "error", "[html-in-markdown]"],
        [f"{CHAPTER}:19:6:", "error", "[link-scheme]"],
        [f"{CHAPTER}:22:1:", "error", "[attribute-in-markdown]"],
    ]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("[" * 50_000, "brackets-open"),
        ("[a](" * 10_000, "brackets-open"),
        ("a\n\n" + "![" * 40, "brackets-open"),
        ("a [" * 4_000, "line-too-long"),
        (("*a " * 1_000 + "[b](c.md)\n") * 100, "text-too-long"),
    ],
)
def test_no_reader_of_markdown_is_given_what_it_would_labour_with(
    text: str, rule: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(allowed_markup, "_placed", lambda _: pytest.fail("it was converted"))
    assert {item.rule for item in found_in(text)} <= {rule, "brackets-open", "line-too-long"}
    assert found_in(text) != []


@pytest.mark.parametrize(
    ("path", "old", "new", "example"),
    [
        ("data/sources.yml", "title: En rapport", 'title: En rapport\n  url: "javascript:alert(1)"', "url"),
        ("data/sources.yml", "title: En rapport", 'title: En rapport\n  url: "img src=x onerror=alert(1)"', "url"),
        ("data/sources.yml", "title: En rapport", 'title: En rapport\n  url: "https://a.example/>"', "url"),
        ("docs/da/index.md", "to: haandboeger/ven/index.md", 'to: "javascript:alert(1)"', "to"),
        ("docs/da/index.md", "to: haandboeger/ven/index.md", 'to: "a.md){: onclick=alert(1) }"', "to"),
        (
            "data/kommuner/0801-proeveby.yml",
            "website: proeveby.example",
            "website: https://proeveby.example",
            "website",
        ),
        ("data/kommuner/0801-proeveby.yml", "website: proeveby.example", "website: 'a\" onclick=\"b'", "website"),
    ],
)
def test_an_address_in_yaml_is_an_address(portal_copy: Path, path: str, old: str, new: str, example: str) -> None:
    edit(portal_copy, path, old, new)
    messages = [problem for problem in load_and_check(portal_copy, TODAY).problems if problem.rule == "wrong-form"]
    assert [(message.path, dict(message.values)["key"]) for message in messages] == [(path, example)]
