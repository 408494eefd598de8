"""The law: text from content shows as itself, in Markdown and in HTML, and never becomes markup."""

import html
import re

import markdown
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from vejviser.pages.escape import plain, rich

PRINTABLE = st.text(
    alphabet=st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp", "Zs"], include_characters=" ")
)
EXTENSIONS = ["admonition", "attr_list", "md_in_html", "tables"]


def shown(markdown_text: str) -> str:
    page = markdown.markdown(f"Før {markdown_text} efter", extensions=EXTENSIONS)
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
    page = markdown.markdown(plain(start + text), extensions=EXTENSIONS)
    assert page == "" or page.startswith("<p>")


@pytest.mark.parametrize("start", ["1. ", "1) ", "+ ", "* ", "# "])
def test_plain_text_begins_no_block_in_commonmark_either(start: str) -> None:
    assert MarkdownIt("commonmark").render(plain(f"{start}ord")) == f"<p>{html.escape(start)}ord</p>\n"


@given(PRINTABLE)
@example("a | b")
def test_plain_text_stays_in_its_cell_of_a_table(text: str) -> None:
    page = markdown.markdown(f"| Navn | By |\n| --- | --- |\n| {plain(text)} | Ribe |", extensions=EXTENSIONS)
    cells = re.findall(r"<td>(.*?)</td>", page)
    assert [html.unescape(cell) for cell in cells] == [" ".join(text.split()), "Ribe"]


@given(PRINTABLE)
def test_rich_text_keeps_markdown_but_no_html(text: str) -> None:
    assert "<" not in rich(text)


def test_rich_text_keeps_emphasis_and_links() -> None:
    assert markdown.markdown(rich("*her* [der](x.md) <i>ikke</i>")) == (
        '<p><em>her</em> <a href="x.md">der</a> &lt;i&gt;ikke&lt;/i&gt;</p>'
    )
