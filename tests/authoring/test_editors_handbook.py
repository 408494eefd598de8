"""Every kind of content has a page in the editors' handbook, which says how it is begun and where its file lies."""

import re
from pathlib import Path

import click
import pytest

from vejviser.authoring.schemas import SETTINGS
from vejviser.content.content_type import ContentType
from vejviser.content.settings import using_root
from vejviser.content.types import types

ROOT = Path(__file__).parents[2]
PAGES = {path.name: path.read_text("utf-8") for path in (ROOT / "docs/da/redaktoer").glob("*.md")}
FILES = re.findall(r"^\| .* \| `(.+?)`", PAGES["ret-en-tekst.md"], re.MULTILINE)

with using_root(ROOT):
    KINDS = types()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_a_newcomer_finds_the_file_of_every_kind(kind: ContentType) -> None:
    place = kind.pattern.partition("{")[0].partition("*")[0]
    assert any(place.startswith(file) or file.startswith(place) for file in FILES)


@pytest.mark.parametrize("pattern", [kind.pattern for kind in SETTINGS if kind.pattern.startswith("data/")])
def test_and_of_what_is_no_kind_of_its_own(pattern: str) -> None:
    assert any(pattern.startswith(file.rpartition("/")[0]) for file in FILES)


def test_every_beginning_is_shown_on_a_page() -> None:
    from vejviser.cli.new import new

    with using_root(ROOT):
        commands = new.list_commands(click.Context(new))
    shown = "\n".join(PAGES.values())
    assert [name for name in commands if f"vejviser new {name}" not in shown] == []


def test_every_page_is_found_from_the_first() -> None:
    assert {*re.findall(r"\]\(([\w-]+\.md)\)", PAGES["index.md"])} == {*PAGES} - {"index.md"}


def test_what_the_handbook_types_is_a_command_that_works() -> None:
    from vejviser.cli.new import new

    with using_root(ROOT):
        known = new.list_commands(click.Context(new))
        typed = re.findall(r"vejviser new ([\w-]+)", "\n".join(PAGES.values()))
        assert {name for name in typed if name not in known} == set()
