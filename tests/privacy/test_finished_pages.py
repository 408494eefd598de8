"""The gate over finished pages: what may stand in one is a list, and it holds whatever wrote the page."""

from pathlib import Path

import pytest

from tests.cli.test_main import run
from vejviser.content.html_tags import find_tags
from vejviser.privacy import finished_pages
from vejviser.privacy.scanner import read_markup

PAGE = '<!doctype html>\n<html lang="da">\n<body>\n{}\n</body>\n</html>\n'
MARKUP = [
    "<script>alert(1)</script>",
    '<script type="module">alert(1)</script>',
    '<script type="text/x-template"></script>',
    '<p onclick="alert(1)">Hej</p>',
    "<p onclick=alert(1)>Hej</p>",
    "<p class='a'>Hej</p>",
    '<p style="color: red">Hej</p>',
    "<style>p {}</style>",
    "<img\nsrc=x\nonerror=alert(1)>",
    '<p/onclick="alert(1)">Hej</p>',
    '<p a="1"onclick="alert(1)">Hej</p>',
    '<p id="a" id="b">Hej</p>',
    '<base href="/x/">',
    '<iframe src="/x/"></iframe>',
    '<object data="/x"></object>',
    '<embed src="/x">',
    "<svg><foreignObject></foreignObject></svg>",
    '<svg><animate attributeName="href" to="x"/></svg>',
    '<svg><a xlink:href="/x"></a></svg>',
    "<math><mi>x</mi></math>",
    "<!-- skjult -->",
    "<!--><script>alert(1)</script>-->",
    "<![CDATA[x]]>",
    "<?php x ?>",
    "<b onclick",
    "a < b",
    '<meta http-equiv="set-cookie" content="a=b">',
    '<a href="/x/" ping="/y/">x</a>',
    "<textarea></textarea><script\n>alert(1)</script>",
]
ADDRESS = [
    '<a href="javascript:alert(1)">x</a>',
    '<a href=" java&#115;cript:alert(1)">x</a>',
    '<a href="java&Tab;script:alert(1)">x</a>',
    '<a href="data:text/html,x">x</a>',
    '<a href="vbscript:x">x</a>',
    '<a href="//evil.example">x</a>',
    '<a href="/\\evil.example">x</a>',
    '<img src="https://evil.example/x.png" alt="">',
    '<img src="/a.png" srcset="/a.png 1x, //evil.example/x.png 2x" alt="">',
    '<img src="data:image/png;base64,AA" alt="">',
    '<script src="https://evil.example/x.js"></script>',
    '<link rel="stylesheet" href="https://evil.example/x.css">',
    '<link rel="preconnect" href="https://evil.example">',
    '<link href="https://evil.example">',
    '<form action="https://evil.example/"></form>',
    '<button formaction="javascript:alert(1)">x</button>',
    '<video poster="https://evil.example/x.png"></video>',
    '<meta http-equiv="refresh" content="0; url=https://evil.example/">',
    '<meta http-equiv="refresh" content="0; url=javascript:alert(1)">',
]
PLAIN = [
    '<p class="a" id="b" lang="ar" dir="rtl" data-x="1 &lt; 2 > 1" aria-label="Hej" hidden>Hej<br/></p>',
    '<a href="https://example.org/?a=b&amp;c=d:e" rel="noopener">x</a> <a href="../y/#a:b">y</a>',
    '<a href="mailto:post@proeveby.example">x</a> <a href="tel:+4500000000" download>y</a>',
    '<script src="/assets/a.js" type="module"></script><script type="application/ld+json">{"a": "b\\u003c"}</script>',
    '<link rel="canonical" href="https://portal.example/"><link rel="stylesheet" href="a.css">',
    '<meta http-equiv="refresh" content="0; url=/resultater/"><meta name="robots" content="noindex">',
    '<svg viewBox="0 0 1 1" role="img"><path d="M0 0" fill="none"/><text x="1">a &amp; b</text></svg>',
    '<table><tr><td align="right">1 &lt; 2, javascript: og <code>&lt;script></code></td></tr></table>',
    '<picture><source srcset="/a.webp 1x, /b.webp 2x"><img src="/a.png" alt=""></picture>',
]


def found_in(page: str) -> list[tuple[int, int, str]]:
    return [
        (problem.line, problem.column, problem.rule)
        for problem in finished_pages.problems([("site/x.html", page.encode())])
    ]


@pytest.mark.parametrize("inside", MARKUP)
def test_what_no_page_may_hold(inside: str) -> None:
    places = found_in(PAGE.format(inside))
    assert places[0][0] in (4, 5)
    assert {rule for _, _, rule in places} == {"page-markup"}


@pytest.mark.parametrize("inside", ADDRESS)
def test_where_no_page_may_lead(inside: str) -> None:
    assert {rule for _, _, rule in found_in(PAGE.format(inside))} == {"page-address"}


@pytest.mark.parametrize("inside", PLAIN)
def test_what_every_page_may_hold(inside: str) -> None:
    assert found_in(PAGE.format(inside)) == []


def test_the_place_of_what_is_found() -> None:
    assert found_in(PAGE.format('<p>Hej</p>\n <b style="x">')) == [(5, 2, "page-markup")]
    assert found_in("<p>Hej</p>\n<!doctype html>") == [(2, 1, "page-markup")]


@pytest.mark.parametrize("page", ["<a <a" * 60_000, '<a "' * 60_000, "<" * 200_000, "<a " + " " * 200_000])
def test_what_never_ends_is_looked_at_once(page: str) -> None:
    found = list(find_tags(page))
    assert len(found) == page.count("<")
    assert sum(len(written) for _, written in found) <= len(page)
    assert len(found_in(page)) == min(page.count("<"), 20)


def test_the_small_portal_passes(small_site: Path) -> None:
    assert len(list(read_markup(small_site))) > 40
    assert list(finished_pages.problems(read_markup(small_site))) == []


def test_the_command_looks_through_a_site(portal_copy: Path) -> None:
    site = portal_copy / "site"
    site.mkdir()
    (site / "a.html").write_text(PAGE.format("<script>alert(1)</script>"), "utf-8")
    (site / "b.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', "utf-8")
    result = run(portal_copy, "check", "--site", str(site), "--today", "2026-11-22")
    assert result.exit_code == 1
    assert [line.split(" error ")[1].split("]")[0] for line in result.stdout.splitlines()] == [
        "[page-markup",
        "[drawing-does-more",
    ]


@pytest.mark.slow
def test_a_template_of_ones_own_stops_the_build(portal_copy: Path) -> None:
    config = portal_copy / "mkdocs.yml"
    config.write_text(config.read_text("utf-8") + "extra_javascript:\n  - https://evil.example/x.js\n", "utf-8")
    result = run(portal_copy, "build", "--out", "site", "--today", "2026-11-22")
    assert result.exit_code == 1
    assert "page-address" in result.output
    assert not (portal_copy / "site").exists()
