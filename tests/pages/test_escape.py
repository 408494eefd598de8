"""The law: text from content shows as itself, in Markdown and in HTML, and never becomes markup."""

import html
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from vejviser.content.markdown.html import to_html
from vejviser.pages.escape import plain, rich

PRINTABLE = st.text(
    alphabet=st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp", "Zs"], include_characters=" ")
)


def shown(markdown_text: str) -> str:
    page = to_html(f"Før {markdown_text} efter").html.rstrip("\n")
    assert re.sub(r"</?p>", "", page).count("<") == 0, page
    return html.unescape(re.sub(r"</?p>", "", page))


@given(PRINTABLE)
@example("*fed* _skrå_ `kode` [link](x) <b> & &amp; \\ # | ~ ^ ! {#id} $x$")
@example("https://x.example <script>alert(1)</script>")
def test_plain_text_shows_letter_by_letter_in_markdown(text: str) -> None:
    assert shown(plain(text)) == " ".join(f"Før {' '.join(text.split())} efter".split()) or text.split() == []


@given(PRINTABLE)
def test_plain_text_is_safe_in_an_attribute(text: str) -> None:
    assert not set('<>"') & set(plain(text))
    assert html.unescape(plain(text)) == " ".join(text.split())


@given(st.sampled_from(["# ", "- ", "1. ", "> ", "    ", "!!! note ", ": ", "| a |", "---"]), PRINTABLE)
def test_plain_text_begins_no_block(start: str, text: str) -> None:
    page = to_html(plain(start + text)).html
    assert page == "" or page.startswith("<p>")


@pytest.mark.parametrize("start", ["1. ", "1) ", "+ ", "* ", "# "])
def test_plain_text_begins_no_block_in_commonmark_either(start: str) -> None:
    assert to_html(plain(f"{start}ord")).html == f"<p>{html.escape(start)}ord</p>\n"


@given(PRINTABLE)
@example("a | b")
def test_plain_text_stays_in_its_cell_of_a_table(text: str) -> None:
    page = to_html(f"| Navn | By |\n| --- | --- |\n| {plain(text)} | Ribe |").html
    cells = re.findall(r"<td>(.*?)</td>", page)
    assert [html.unescape(cell) for cell in cells] == [" ".join(text.split()), "Ribe"]


@given(PRINTABLE)
def test_rich_text_keeps_markdown_but_no_html(text: str) -> None:
    assert "<" not in rich(text)


def test_rich_text_keeps_emphasis_and_links() -> None:
    assert to_html(rich("*her* [der](x.md) <i>ikke</i>")).html == (
        '<p><em>her</em> <a href="x.md">der</a> &lt;i&gt;ikke&lt;/i&gt;</p>\n'
    )


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("https://example.org/a_(b)?c=d&e=f", "https://example.org/a_(b)?c=d&amp;e=f"),
        ("navn@example.org", "mailto:navn@example.org"),
    ],
)
def test_an_address_in_angle_brackets_is_a_link(address: str, target: str) -> None:
    found = html.unescape(to_html(f"Se {rich(f'<{address}>')}.").html)
    assert (
        found == f'<p>Se <a href="{html.unescape(target).replace("(", "%28").replace(")", "%29")}">{address}</a>.</p>\n'
    )


def test_an_address_that_may_not_be_led_to_is_no_link() -> None:
    assert "<a" not in to_html(rich("<javascript:alert(1)>")).html
