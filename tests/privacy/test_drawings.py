"""Drawings that editors add: shapes and words pass, whatever program drew them; everything else is told with its line."""

from pathlib import Path

import pytest

from tests.cli.test_main import run
from vejviser.privacy.drawings import refused_in_drawing

ROOT = Path(__file__).parents[2]
HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">'
PIXEL = "data:image/png;base64,iVBORw0KGgo="
MORE = [
    "<script>alert(1)</script>",
    '<script href="https://evil.example/x.js"/>',
    '<x:script xmlns:x="http://www.w3.org/1999/xhtml">alert(1)</x:script>',
    '<s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script>',
    "<foreignObject><p>Hej</p></foreignObject>",
    '<circle r="4" onclick="alert(1)"/>',
    '<circle r="4" ONLOAD="alert(1)"/>',
    '<a href="https://example.org"><circle r="4"/></a>',
    '<a xlink:href="javascript:alert(1)"><circle r="4"/></a>',
    '<use href="https://evil.example/x.svg#a"/>',
    '<use xlink:href="data:image/svg+xml;base64,PHN2Zz4="/>',
    '<image href="https://evil.example/x.png"/>',
    '<image xlink:href="//evil.example/x.png"/>',
    '<image href="x.png"/>',
    '<image href="data:image/svg+xml,hej"/>',
    '<feImage href="https://evil.example/x.png"/>',
    '<circle r="4" style="fill: url(https://evil.example/x)"/>',
    '<circle r="4" style="fill: u\\72l(//evil.example)"/>',
    '<circle r="4" fill="url(//evil.example/x#a)"/>',
    "<style>@import 'https://evil.example/x.css';</style>",
    "<style>@font-face {font-family: x; src: url(x.woff)}</style>",
    "<style>circle {background: image-set('x.png' 1x)}</style>",
    '<animate attributeName="href" to="javascript:alert(1)"/>',
    '<set attributeName="onclick" to="alert(1)"/>',
    '<animateTransform attributeName="transform"/>',
    '<iframe src="x"/>',
    '<handler type="x">alert(1)</handler>',
    "<?php hej ?>",
    '<circle r="4" xml:base="https://evil.example/"/>',
    '<circle r="4" requiredExtensions="x"/>',
]
SHAPES = [
    '<circle r="4" fill="#fff" stroke-width="2" transform="scale(2)"/>',
    '<g id="a"><text x="1" y="2" font-family="Noto Sans" xml:space="preserve">Hej <tspan>du</tspan></text></g><use href="#a"/>',
    '<defs><linearGradient id="g"><stop offset="0" stop-color="red"/></linearGradient></defs><path d="M0 0h9" fill="url(#g)"/>',
    "<style>.a {fill: url('#g'); stroke: #000} @media (prefers-color-scheme: dark) {.a {fill: #fff}}</style>",
    '<circle r="4" style="fill:#ff0000;stroke:none;filter:url(#b)"/><filter id="b"><feGaussianBlur stdDeviation="2"/></filter>',
    f'<image width="1" height="1" href="{PIXEL}"/>',
    '<title>Et skilt</title><desc>Det peger mod højre</desc><g role="img" aria-label="Skilt" data-name="a"/>',
    "<!-- Generator: Adobe Illustrator 27.0 -->",
    (
        '<sodipodi:namedview xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" pagecolor="#fff"/>'
        '<g xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" inkscape:label="Lag 1"/>'
    ),
    (
        '<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:cc="http://creativecommons.org/ns#">'
        '<cc:Work rdf:about=""/></rdf:RDF></metadata>'
    ),
]


def found_in(drawing: str) -> list[tuple[int, str]]:
    return [(item.line, item.rule) for item in refused_in_drawing("x.svg", drawing.encode())]


@pytest.mark.parametrize("inside", MORE)
def test_what_does_more_than_draw_is_told_at_its_line(inside: str) -> None:
    assert found_in(f'<?xml version="1.0"?>\n{HEAD}\n{inside}\n</svg>')[0] == (3, "drawing-does-more")


@pytest.mark.parametrize("inside", SHAPES)
def test_what_draws_is_left_alone(inside: str) -> None:
    assert found_in(f'<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n{HEAD}\n{inside}\n</svg>') == []


@pytest.mark.parametrize(
    ("drawing", "rule"),
    [
        ('<!DOCTYPE svg [<!ENTITY a "<script>alert(1)</script>">]>' + HEAD + "&a;</svg>", "drawing-does-more"),
        ('<!DOCTYPE svg SYSTEM "file:///etc/hostname">' + HEAD + "</svg>", "drawing-does-more"),
        ('<?xml-stylesheet href="https://evil.example/x.xsl"?>' + HEAD + "</svg>", "drawing-does-more"),
        (f"<html><head/><body>{HEAD}</svg></body></html>", "drawing-does-more"),
        ('<html xmlns="http://www.w3.org/1999/xhtml"><script>alert(1)</script></html>', "drawing-does-more"),
        (f"{HEAD.replace('<svg', '<svg onload=' + chr(34) + 'alert(1)' + chr(34))}</svg>", "drawing-does-more"),
        (HEAD + "<circle></svg>", "drawing-broken"),
        (HEAD + "&nbsp;</svg>", "drawing-broken"),
        ("GIF89a", "drawing-broken"),
        ("", "drawing-broken"),
    ],
)
def test_a_whole_file_that_is_no_drawing(drawing: str, rule: str) -> None:
    assert rule in [found for _, found in found_in(drawing)]


def test_another_encoding_hides_nothing() -> None:
    drawing = f'<?xml version="1.0" encoding="UTF-16"?>{HEAD}<script>alert(1)</script></svg>'.encode("utf-16")
    assert [item.rule for item in refused_in_drawing("x.svg", drawing)] == ["drawing-does-more"]


def test_check_names_file_and_line(portal_copy: Path) -> None:
    (portal_copy / "docs/da/billeder").mkdir()
    (portal_copy / "docs/da/billeder/Tegning.SVG").write_text(f"{HEAD}\n<script>alert(1)</script></svg>", "utf-8")
    (portal_copy / "docs/da/billeder/pil.svg").write_text(f'{HEAD}<path d="M0 0h9"/></svg>', "utf-8")
    result = run(portal_copy, "check", "--today", "2026-11-22")
    assert result.exit_code == 1
    assert [line.split(" Tegningen")[0] for line in result.stdout.splitlines() if ".svg" in line.lower()] == [
        "docs/da/billeder/Tegning.SVG:2:1: error [drawing-does-more]"
    ]


def test_our_own_drawings_pass() -> None:
    drawings = sorted(ROOT.glob("plugins/vejviser/assets/**/*.svg"))
    assert drawings
    assert [item for path in drawings for item in refused_in_drawing(path.name, path.read_bytes())] == []
