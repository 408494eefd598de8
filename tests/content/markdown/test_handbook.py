"""The page of what may be written: made from the reader's own list, and true."""

from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from tests.conftest import TODAY
from vejviser.check.accidents import _accidents
from vejviser.check.habits import _habits
from vejviser.content.load.portal import load_portal
from vejviser.content.load.rule_explanations import load_writing
from vejviser.content.markdown.additions import ADDITIONS, COMMONMARK, LEFT_OUT
from vejviser.content.markdown.reader import text_reader
from vejviser.pages import writing

ROOT = Path(__file__).parents[3]
ENTRIES = {item.id: item for item in load_writing(ROOT, [])}


def test_the_handbook_shows_everything_that_may_be_written_and_nothing_else() -> None:
    assert tuple(ENTRIES) == (*COMMONMARK, *ADDITIONS)


@pytest.mark.parametrize("name", ENTRIES)
def test_nothing_is_told_of_an_example(name: str) -> None:
    assert (_habits(ENTRIES[name].text), _accidents(ENTRIES[name].text, "da")) == ((), ())


@pytest.mark.parametrize("name", ADDITIONS)
def test_an_example_of_an_addition_needs_it(name: str) -> None:
    reader = MarkdownIt("commonmark", {"html": False}).disable(list(LEFT_OUT))
    for other, teach in ADDITIONS.items():
        if other != name:
            teach(reader)
    assert seen(reader, ENTRIES[name].text) != seen(text_reader(), ENTRIES[name].text)


def seen(reader: MarkdownIt, text: str) -> list[str]:
    """Return what a reader sees in a text: the HTML, and the kinds of what stands in it."""
    return [reader.render(text), *(inline.type for item in reader.parse(text) for inline in item.children or ())]


def test_the_page_shows_an_example_as_it_is_written_and_as_readers_see_it() -> None:
    portal = load_portal(ROOT).portal
    (page,) = writing.pages(portal, TODAY)
    assert '````markdown\n!!! tip "Husk"\n    Ring først.\n````' in page.body
    assert '<div class="admonition tip">\n<p class="admonition-title">Husk</p>' in page.body
