"""One thing more in a file that people wrote; every other letter stays."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import ndiff
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from vejviser.authoring.templates import fill_template
from vejviser.authoring.yaml_edit.edit import EditError, append_entry, append_item, keys, set_value, value_at
from vejviser.authoring.yaml_edit.front_matter import in_front_matter
from vejviser.authoring.yaml_edit.values import Quoted, Snippet

LAST = "chapters"


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("chapters: [a, b]\n", "chapters: [a, b, c]\n"),
        ("chapters: []\n", "chapters:\n  - c\n"),
        ("chapters: [a, b]  # [c kommer]\n", "chapters: [a, b, c]  # [c kommer]\n"),
        ("chapters: [a, b,]\n", "chapters: [a, b, c,]\n"),
        ("chapters: [a,\n  b]  # remark\nowner: x\n", "chapters: [a,\n  b, c]  # remark\nowner: x\n"),
        ("chapters: [\n  a,\n  b,  # b]\n]\n", "chapters: [\n  a,\n  b, c,  # b]\n]\n"),
        ("chapters:  # [rækkefølge]\n  - a\n", "chapters:  # [rækkefølge]\n  - a\n  - c\n"),
        ("chapters:\n  - a\n  - b  # last\nowner: x\n", "chapters:\n  - a\n  - b  # last\n  - c\nowner: x\n"),
        ("chapters:\n  - a\n# nu b\n  - b\n", "chapters:\n  - a\n# nu b\n  - b\n  - c\n"),
        ("chapters:\n- a\nowner: x\n", "chapters:\n- a\n- c\nowner: x\n"),
        ("chapters:\n    - a", "chapters:\n    - a\n    - c"),
        ("chapters:\n  - a\n\n# remark\nowner: x\n", "chapters:\n  - a\n  - c\n\n# remark\nowner: x\n"),
        ("chapters:\r\n  - a\r\nowner: x\r\n", "chapters:\r\n  - a\r\n  - c\r\nowner: x\r\n"),
        ("\ufeffchapters: [a]\n", "\ufeffchapters: [a, c]\n"),
        ("# kun en bemærkning\n", "# kun en bemærkning\nchapters:\n  - c\n"),
        ("title: x\n...\n", "title: x\nchapters:\n  - c\n...\n"),
    ],
)
def test_an_item_comes_last_however_the_list_is_written(text: str, new: str) -> None:
    assert append_item(text, ("chapters",), "c") == new


BLOCK = Snippet("id: b\n# en bemærkning\ntitle: {da: B}")


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("code: x\n", "code: x\ncontacts:\n  - id: b\n    # en bemærkning\n    title: {da: B}\n"),
        (
            "contacts: []  # ingen endnu\nname: y\n",
            "contacts:  # ingen endnu\n  - id: b\n    # en bemærkning\n    title: {da: B}\nname: y\n",
        ),
        (
            "contacts:\n  - id: a\n    # a's egen\nname: y\n",
            "contacts:\n  - id: a\n    # a's egen\n  - id: b\n    # en bemærkning\n    title: {da: B}\nname: y\n",
        ),
        (
            "contacts:\n- id: a\nname: y\n",
            "contacts:\n- id: a\n- id: b\n  # en bemærkning\n  title: {da: B}\nname: y\n",
        ),
        ("contacts: [{id: a}]\n", "contacts: [{id: a}, {id: b, title: {da: B}}]\n"),
    ],
)
def test_a_block_comes_last_in_line_with_the_others(text: str, new: str) -> None:
    assert append_item(text, ("contacts",), BLOCK) == new


def test_a_new_key_comes_where_the_keys_order_has_it() -> None:
    order = ("code", "name", "contacts", "facts")
    text = "code: x\nname: y  # navnet\n# det, vi ved\nfacts: []\n"
    assert append_item(text, ("contacts",), "c", order) == (
        "code: x\nname: y  # navnet\ncontacts:\n  - c\n# det, vi ved\nfacts: []\n"
    )
    assert set_value('- {version: "1.0", date: x}\n', (0, "text_hash"), Quoted("ab"), ("version", "text_hash")) == (
        '- {version: "1.0", text_hash: "ab", date: x}\n'
    )


def test_an_entry_stands_apart_where_the_others_do() -> None:
    assert append_entry("a: 1\n\n\n", "b: 2\n") == "a: 1\n\nb: 2\n\n\n"
    assert append_entry("a: 1\nb: 2\n", "c: 3\n") == "a: 1\nb: 2\nc: 3\n"
    assert append_entry("a: 1\n\n# om b\nb: 2", "c: 3\n") == "a: 1\n\n# om b\nb: 2\n\nc: 3"
    assert append_entry("", "b: 2\n") == "b: 2\n"
    assert append_entry("# om filen\n", "b: 2\n") == "# om filen\n\nb: 2\n"
    assert keys("ab: 1\n# a: 2\n'b' : 3\n") == ("ab", "b")


@pytest.mark.parametrize(
    "text",
    [
        "a: [1\n",  # cannot be read
        "a: &x [1]\nb: *x\n",  # a change here would be one there
        "a: text\n",  # is no list
    ],
)
def test_what_cannot_be_changed_alone_is_refused_with_what_to_write(text: str) -> None:
    with pytest.raises(EditError) as refused:
        append_item(text, ("a",), "c")
    assert refused.value.wanted == "a:\n  - c"


def test_the_front_matter_is_all_that_is_touched() -> None:
    text = "\ufeff---\r\ntitle: x\r\n---\r\na: 1\n"
    assert in_front_matter(text, lambda front: set_value(front, ("a",), 2)) == (
        "\ufeff---\r\ntitle: x\r\na: 2\r\n---\r\na: 1\n"
    )
    with pytest.raises(EditError):
        in_front_matter("no front matter\n", lambda front: front)


def test_no_title_can_break_a_start() -> None:
    from vejviser.content.load.markdown import parse_markdown

    title = 'Penge: "nej" & [tak] {{ x }} [[ y ]] # \\ »æ«'
    assert parse_markdown(fill_template("chapter.md", title=title), "x").meta["title"] == title


# Any file that people may write

WORDS = ("ven", "møde 7", "§ 12", "да", "مرحبا", "😀 ja", "a#b", "x: y", "it's", 'si "ja"', "100", "no", "-")
TEXTS = st.sampled_from(WORDS)
REMARKS = st.sampled_from(["", "", "  # en bemærkning", "  # [a, b] {c: d}", " # key: »x«"])
BETWEEN = st.lists(st.sampled_from(["", "", "# i kolonne 1", "#- x", "# nøgle: værdi"]), max_size=2)


@st.composite
def scalars(draw: st.DrawFn) -> str:
    """Draw a text on one line, in any of the ways of writing one."""
    word = draw(TEXTS)
    way = draw(st.sampled_from(["plain", "single", "double"]))
    if way == "plain" and not re.search(r"[:#'\"{}\[\]-]", word):
        return word
    return "'" + word.replace("'", "''") + "'" if way == "single" else '"' + word.replace('"', '\\"') + '"'


@st.composite
def values(draw: st.DrawFn, depth: int = 2) -> list[str]:
    """Draw a value: its first line, which goes behind a key or a dash, and lines below, from column 1."""
    ways = ["scalar", "scalar", "null", "flow", "folded"]
    way = draw(st.sampled_from([*ways, "mapping", "list"] if depth else ways))
    remark = draw(REMARKS)
    match way:
        case "scalar":
            return [f" {draw(scalars())}{remark}"]
        case "null":
            return [remark]
        case "flow":
            items = draw(st.lists(scalars(), max_size=3))
            shape = draw(st.sampled_from(["[{}]", "[ {} ]", "{{a: {}}}"])) if len(items) == 1 else "[{}]"
            return [f" {shape.format(', '.join(items))}{remark}"]
        case "folded":
            lines = draw(
                st.lists(st.sampled_from(["en linje", "", "# ingen bemærkning", "to: tre"]), min_size=1, max_size=3)
            )
            header = draw(st.sampled_from(["|", ">", "|-", ">-", "|+"]))
            return [f" {header}{remark}", *(f"  {line}" if line else "" for line in ["tekst", *lines])]
    entries = draw(st.lists(values(depth - 1), min_size=1, max_size=3))
    found = [remark]
    indent = draw(st.sampled_from(["  ", "    "] if way == "mapping" else ["  ", ""]))
    for number, (first, *rest) in enumerate(entries):
        start = f"k{number}:" if way == "mapping" else "-"
        found += draw(BETWEEN) if number else []
        found += [f"{indent}{start}{first}", *(f"{indent}  {line}" if line else "" for line in rest)]
    return found


def says(text: str) -> Any:
    """Return what a file says; a last line without an end gets one, as it does when another follows."""
    return value_at(text if text.endswith("\n") else f"{text}\n", ())


@dataclass(frozen=True)
class File:
    """A file, and what is drawn to be done with it."""

    text: str
    data: Any


@st.composite
def files(draw: st.DrawFn) -> File:
    """Draw a file of a few keys, with remarks, blank lines, and line ends of one kind."""
    lines = draw(st.sampled_from([[], ["# om filen", ""], ["---"], ["# om filen", "---"]]))
    for number, (first, *rest) in enumerate(draw(st.lists(values(), min_size=1, max_size=4))):
        key = draw(st.sampled_from([f"key{number}", f'"key{number}"', f"key{number} "]))
        lines = [*lines, *(draw(BETWEEN) if number else []), f"{key}:{first}", *rest]
    lines = [*lines, *draw(BETWEEN)]
    line_break = draw(st.sampled_from(["\n", "\r\n"]))
    end = draw(st.sampled_from([line_break, ""]))
    text = draw(st.sampled_from(["", "\ufeff"])) + line_break.join(lines) + end
    return File(text, says(text))


def changed(before: str, after: str) -> tuple[list[str], list[str]]:
    """Return the lines that are gone, and those that are new, without their line ends."""
    diff = [*ndiff(before.splitlines(), after.splitlines())]
    return [line[2:] for line in diff if line[0] == "-"], [line[2:] for line in diff if line[0] == "+"]


def assert_the_rest_is_kept(before: str, after: str) -> None:
    assert after.startswith("\ufeff") == before.startswith("\ufeff")
    assert after.endswith("\n") == before.endswith("\n")
    if "\r\n" in before:
        assert after.count("\n") == after.count("\r\n")
    else:
        assert "\r" not in after


def locations(data: Any, wanted: type) -> Sequence[tuple[str | int, ...]]:
    """Return the places of a file whose value is of a kind."""
    found: list[tuple[str | int, ...]] = []

    def look(value: Any, place: tuple[str | int, ...]) -> None:
        if place and isinstance(value, wanted):
            found.append(place)
        entries = enumerate(value) if isinstance(value, list) else value.items() if isinstance(value, dict) else ()
        for key, item in entries:
            look(item, (*place, key))

    look(data, ())
    return found


def with_value(data: Any, place: tuple[str | int, ...], value: Any) -> Any:
    if not place:
        return value
    part, *rest = place
    if isinstance(data, list):
        return [with_value(item, tuple(rest), value) if index == part else item for index, item in enumerate(data)]
    return {**data, part: with_value(data.get(part), tuple(rest), value)}


NEW = st.one_of(TEXTS, st.integers(0, 10**9), st.booleans())


@given(files(), st.data(), NEW)
@settings(max_examples=300)
def test_of_any_file_only_the_line_of_a_changed_value_is_another(file: File, data: st.DataObject, new: Any) -> None:
    places = [
        place for place in locations(file.data, str) if "\n" not in value_at(file.text, place) and place[-1] != "a"
    ]
    assume(places)
    place = data.draw(st.sampled_from(places))
    after = set_value(file.text, place, new)
    assert says(after) == with_value(file.data, place, new)
    assert_the_rest_is_kept(file.text, after)
    gone, fresh = changed(file.text, after)
    assert len(fresh) <= 1
    assert len(gone) == len(fresh) or re.search(r"[|>][-+]?( +#.*)?$", gone[0])
    assert [line.partition(" # ")[2] for line in gone[:1]] == [line.partition(" # ")[2] for line in fresh]


@given(files(), st.data(), st.sampled_from(["gaver", "møde 7", Snippet("id: ny\n# tekst\ntitle:\n  da: x")]))
@settings(max_examples=300)
def test_to_any_list_of_any_file_an_item_is_added(file: File, data: st.DataObject, item: Any) -> None:
    places = [place for place in (*locations(file.data, list), *locations(file.data, type(None))) if len(place) == 1]
    assume(places)
    place = data.draw(st.sampled_from(places))
    after = append_item(file.text, place, item)
    expected = item.data if isinstance(item, Snippet) else item
    assert says(after) == with_value(file.data, place, [*(file.data[place[0]] or []), expected])
    assert_the_rest_is_kept(file.text, after)
    gone, fresh = changed(file.text, after)
    assert len(gone) <= 1  # a list on one line, or the line of a key with nothing behind it
    assert [line.partition(" # ")[2] for line in gone] == [line.partition(" # ")[2] for line in fresh[: len(gone)]]


RECORD = {"status": "machine", "of": {"title": Quoted("0a1b2c3d4e5f"), "intro": Quoted("123456789012")}}


@given(files(), st.data())
@settings(max_examples=200)
def test_in_any_file_a_block_is_added_and_changed(file: File, data: st.DataObject) -> None:
    after = set_value(file.text, ("translation",), RECORD, remarks={"of": "skrives af maskinen"})
    assert says(after) == {**file.data, "translation": {"status": "machine", "of": {**RECORD["of"]}}}  # type: ignore[dict-item]
    assert_the_rest_is_kept(file.text, after)
    assert changed(file.text, after)[0] == []
    name = data.draw(st.sampled_from(["title", "intro"]))
    again = set_value(after, ("translation",), {**RECORD, "of": {**RECORD["of"], name: Quoted("ffffffffffff")}})  # type: ignore[dict-item]
    assert changed(after, again) == ([f'    {name}: "{RECORD["of"][name]}"'], [f'    {name}: "ffffffffffff"'])  # type: ignore[index]
    fewer = set_value(after, ("translation",), {**RECORD, "of": {name: RECORD["of"][name]}})  # type: ignore[index]
    assert len(changed(after, fewer)[0]) == 1
    assert changed(after, fewer)[1] == []


@given(files())
@settings(max_examples=200)
def test_to_any_file_of_entries_one_is_added(file: File) -> None:
    entry = 'ny:\n  # en bemærkning\n  title: "x"\n'
    after = append_entry(file.text, entry)
    assert says(after) == {**file.data, "ny": {"title": "x"}}
    assert list(says(after))[-1] == "ny"
    assert_the_rest_is_kept(file.text, after)
    gone, fresh = changed(file.text, after)
    assert gone == []
    assert [line for line in fresh if line] == entry.splitlines()
