"""A stylesheet for some pages, among the rules of all: it asks for such a page, and gets no stronger by it."""

import pytest

from vejviser.site.page_sheets import limited, page_class

LIMIT = ":where(.with-my-match,.with-my-match *)"


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (".a{b:c}", f".a{LIMIT}{{b:c}}"),
        (".a .b > c, d+e{b:c}", f".a{LIMIT} .b > c,d{LIMIT}+e{{b:c}}"),
        (":root{--a:1}", f":root{LIMIT}{{--a:1}}"),
        (".js .a:hover{b:c}", f".js{LIMIT} .a:hover{{b:c}}"),
        (".a::before{b:c}", f".a{LIMIT}::before{{b:c}}"),
        ("::before{b:c}", f"{LIMIT}::before{{b:c}}"),
        (":is(.a, .b) i{b:c}", f":is(.a, .b){LIMIT} i{{b:c}}"),
        ('[a="x,y"]~b{b:"}"}', f'[a="x,y"]{LIMIT}~b{{b:"}}"}}'),
        ("/* a */ a /* b */ {b:c}", f"a{LIMIT} {{b:c}}".replace(" {", "{")),
    ],
)
def test_each_selector_asks_for_a_page_that_wants_the_sheet(rule: str, expected: str) -> None:
    assert limited(rule, "my_match").strip() == expected


def test_rules_inside_others_do_too_and_what_is_about_no_element_stays() -> None:
    css = "@media print{@supports (a:b){a{b:c}}}@font-face{font-family:x}@keyframes k{from{a:b}}@page{margin:0}"
    assert "".join(limited(css, "my_match").split("\n")) == (
        f"@media print{{@supports (a:b){{a{LIMIT}{{b:c}}}}}}@font-face{{font-family:x}}@keyframes k{{from{{a:b}}}}@page{{margin:0}}"
    )
    assert page_class("my_match") == "with-my-match"
