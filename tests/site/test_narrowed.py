"""Stylesheets for whole pages of our own, made such that they reach only our text on somebody else's page."""

from importlib import resources

import pytest
import tinycss2

from vejviser.site.narrowed import narrowed

INSIDE = ".vejviser.vejviser.vejviser"
SHEETS = sorted((resources.files("vejviser") / "assets" / "css").iterdir(), key=lambda path: path.name)


@pytest.mark.parametrize(
    ("css", "expected"),
    [
        (".item { color: red }", f"{INSIDE} .item {{color: red}}\n"),
        (".a, .b > c { margin: 0 }", f"{INSIDE} .a, {INSIDE} .b > c {{margin: 0}}\n"),
        (":is(.a, .b) svg {x: y}", f"{INSIDE} :is(.a, .b) svg {{x: y}}\n"),
        (":root { --paper: #fff }", ".vejviser {--paper: #fff}\n"),
        ('[dir="rtl"] { line-height: 2 }', '.vejviser[dir="rtl"] {line-height: 2}\n'),
        ('[dir="rtl"] .a { left: 0 }', f'{INSIDE}[dir="rtl"] .a {{left: 0}}\n'),
        (".js .a { left: 0 }", f".js {INSIDE} .a {{left: 0}}\n"),
        (
            ".a { margin: 1rem -0.5rem calc(2rem + 1px) .25rem }",
            f"{INSIDE} .a {{margin: 0.8rem -0.4rem calc(1.6rem + 1px) 0.2rem}}\n",
        ),
        ("@media print { .a { top: 0 } h1 { top: 0 } }", f"@media print {{\n{INSIDE} .a {{top: 0}}\n}}\n"),
    ],
)
def test_a_rule_about_a_part_of_our_text_is_said_of_it_alone(css: str, expected: str) -> None:
    assert narrowed(css) == expected


@pytest.mark.parametrize(
    "css",
    [
        "h1, p a:hover { color: red }",
        "html { font-size: 17px }",
        "body.kind-home { margin: 0 }",
        ':root[data-colours="dark"] .a { color: red }',
        ".prose h2 { color: red }",
        ".prose > h2 { color: red }",
        "* { box-sizing: border-box }",
        ":focus-visible { outline: none }",
        "@font-face { font-family: X; src: url(x.woff2) }",
        "@page { size: a4 }",
        "@media (prefers-color-scheme: dark) { .a { color: white } }",
        "@media (min-width: 64rem) { .a { display: grid } }",
        "@media print { h1 { color: black } }",
    ],
)
def test_what_is_said_of_pages_and_of_bare_elements_is_left_to_the_site(css: str) -> None:
    assert narrowed(css) == ""


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda item: item.name)
def test_no_rule_of_our_own_sheets_reaches_outside_our_text(sheet: object) -> None:
    css = narrowed(sheet.read_text("utf-8"))  # type: ignore[attr-defined]
    rules = [*tinycss2.parse_stylesheet(css, skip_whitespace=True)]
    for rule in [*rules]:
        if rule.type == "at-rule":
            rules += tinycss2.parse_rule_list(rule.content, skip_whitespace=True)
    assert not [item for item in rules if item.type == "error"]
    selectors = [tinycss2.serialize(item.prelude) for item in rules if item.type == "qualified-rule"]
    assert selectors
    assert [selector for selector in selectors if ".vejviser" not in selector] == []
