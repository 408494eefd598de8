"""Danish that a reader of another script is to say aloud."""

import pytest

from vejviser.pages.main_language_quotes import mark_main_language_quotes

SPAN = '<span lang="da" dir="ltr">'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قل: »Nej tak, ikke i dag.« (لا)", f"قل: »{SPAN}Nej tak, ikke i dag.</span>« (لا)"),
        ("»en <button popovertarget=x>tolk</button>.«", f"»{SPAN}en <button popovertarget=x>tolk</button>.</span>«"),
        ("»نعم« »ja«", f"»نعم« »{SPAN}ja</span>«"),
        ("[@vvv-2025, القسم »Om Venner Viser Vej«]", "[@vvv-2025, القسم »Om Venner Viser Vej«]"),
        ("`»ja«` »112«", "`»ja«` »112«"),
        ('<b title="»ja«">', '<b title="»ja«">'),
        ("» uden slut", "» uden slut"),
        (f"»{SPAN}ja</span>«", f"»{SPAN}ja</span>«"),
    ],
)
def test_quoted_danish_is_marked_and_nothing_else(text: str, expected: str) -> None:
    assert mark_main_language_quotes(text, "ar") == mark_main_language_quotes(text, "uk") == expected


def test_danish_and_english_pages_are_left_alone() -> None:
    assert {mark_main_language_quotes("»ja«", "da"), mark_main_language_quotes("»ja«", "en")} == {"»ja«"}
