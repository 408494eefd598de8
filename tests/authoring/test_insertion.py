"""One thing more in a file that people wrote; every other letter stays."""

import pytest

from vejviser.authoring.templates import fill_template
from vejviser.authoring.yaml_edit.insertion import add_block, add_entry, add_to_list, has_key


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("chapters: [a, b]\n", "chapters: [a, b, c]\n"),
        ("chapters: []\n", "chapters: [c]\n"),
        ("chapters: [a,\n  b]  # remark\nowner: x\n", "chapters: [a,\n  b, c]  # remark\nowner: x\n"),
        ("chapters:\n  - a\n  - b  # last\nowner: x\n", "chapters:\n  - a\n  - b  # last\n  - c\nowner: x\n"),
        ("chapters:\n- a\nowner: x\n", "chapters:\n- a\n- c\nowner: x\n"),
        ("chapters:\n    - a", "chapters:\n    - a\n    - c\n"),
        ("chapters:\n  - a\n\n# remark\nowner: x\n", "chapters:\n  - a\n  - c\n\n# remark\nowner: x\n"),
    ],
)
def test_an_item_comes_last_however_the_list_is_written(text: str, new: str) -> None:
    assert add_to_list(text, "chapters", "c") == new


BLOCK = "  - id: b\n    title: {da: B}\n"


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("code: x\n", f"code: x\ncontacts:\n{BLOCK}"),
        ("contacts: []\nname: y\n", f"contacts:\n{BLOCK}name: y\n"),
        ("contacts:\n  - id: a\nname: y\n", f"contacts:\n  - id: a\n{BLOCK}name: y\n"),
        ("contacts:\n- id: a\nname: y\n", "contacts:\n- id: a\n- id: b\n  title: {da: B}\nname: y\n"),
        ("contacts:\n  - id: a\n\nname: y", f"contacts:\n  - id: a\n{BLOCK}\nname: y\n"),
    ],
)
def test_a_block_comes_last_in_line_with_the_others(text: str, new: str) -> None:
    assert add_block(text, "contacts", BLOCK) == new


def test_an_entry_stands_apart_at_the_end() -> None:
    assert add_entry("a: 1", "b: 2\n") == "a: 1\n\nb: 2\n"
    assert add_entry("", "b: 2\n") == "b: 2\n"
    assert (has_key("ab: 1\n# a: 2\n a: 3\n", "a"), has_key("a : 1\n", "a")) == (False, True)


def test_no_title_can_break_a_start() -> None:
    from vejviser.content.load.markdown import parse_markdown

    title = 'Penge: "nej" & [tak] {{ x }} [[ y ]] # \\ »æ«'
    assert parse_markdown(fill_template("chapter.md", title=title), "x").meta["title"] == title
