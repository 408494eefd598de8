"""The picture of the code: floors, the arrows that are needed, the stages of a build, and what is out of date."""

from pathlib import Path
from textwrap import dedent
from xml.etree import ElementTree as ET

import pytest
from scripts import architecture, rooms
from scripts.architecture import BEGIN, END, picture, table, with_table
from scripts.rooms import House, Stage, floors, needed, read, room_of

ROOT = Path(__file__).parents[1]


def arrows(drawn: str) -> dict[str, frozenset[str]]:
    """Rooms and what they import, from lines such as "pages > content base"."""
    pairs = [line.split(">") for line in drawn.splitlines() if ">" in line]
    return {room.strip(): frozenset(there.split()) for room, there in pairs}


SMALL = arrows(
    """
    cli > pages content
    pages > content
    check > content base
    content > base
    base >
    """
)


def test_a_room_lies_above_all_it_imports() -> None:
    assert floors(SMALL) == [["cli"], ["check", "pages"], ["content"], ["base"]]


def test_what_follows_from_other_arrows_is_not_drawn() -> None:
    assert needed(SMALL) == arrows("cli > pages\npages > content\ncheck > content\ncontent > base\nbase >")


def test_rooms_that_import_each_other_in_a_circle_are_an_error() -> None:
    with pytest.raises(ValueError, match=r"in a circle: check > pages > check"):
        floors(arrows("pages > check\ncheck > pages"))


@pytest.mark.parametrize(
    ("module", "room"),
    [("vejviser.check.laws", "check"), ("vejviser.cli.main", "cli"), ("vejviser", ""), ("mkdocs.config", "")],
)
def test_the_room_of_a_module(module: str, room: str) -> None:
    assert room_of(module) == room


CODE = {
    "site/pipeline.py": """
        from vejviser.base.files import write_tree as write
        from vejviser.content.load import load
        from vejviser.site.outputs import write_pages, write_search
        def build_site(root, stages):
            with stages("read"):
                portal = load(root)
            _make(portal, stages)
            with stages("place"):
                write(root)
        def _make(portal, stages):
            with stages("pages"):
                write(write_pages(portal))
            with stages("search"):
                write_search(portal)
        """,
    "site/outputs.py": """
        from vejviser import pages
        from vejviser.base.files import write_tree
        from vejviser.content.model import Portal
        from vejviser.opendata.all_files import open_data
        def write_pages(portal: Portal):
            return {**pages.composed(portal), **_data(portal)}
        def _data(portal: Portal):
            return open_data(portal)
        def write_search(portal: Portal):
            write_tree(portal)
        """,
}


def test_the_stages_are_read_from_the_pipeline_in_order_and_followed_to_other_rooms(tmp_path: Path) -> None:
    """What a type is called in an annotation does not count, and `base` only where there is nothing else to tell."""
    for name, text in CODE.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(dedent(text), "utf-8")
    assert [*rooms._stages(tmp_path, arrows("base >\ncontent >\npages >\nopendata >\nsite >"))] == [
        Stage("read", ("content",)),
        Stage("pages", ("pages", "opendata")),
        Stage("search", ("site",)),
        Stage("place", ("base",)),
    ]


def test_without_a_pipeline_there_is_no_picture(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"no module below .* defines build_site"):
        list(rooms._stages(tmp_path, {}))


def test_every_room_says_what_it_is_for() -> None:
    house = read(ROOT / "plugins/vejviser")
    assert [room for room, purpose in house.purposes.items() if not purpose] == []


HOUSE = House(
    {room: f"What {room} is for." for room in SMALL}, SMALL, (Stage("read", ("content",)), Stage("place", ()))
)


def test_the_picture_is_a_drawing_with_every_room_arrow_and_stage() -> None:
    drawn = ET.fromstring(picture(HOUSE))
    svg = "{http://www.w3.org/2000/svg}"
    texts = [item.text for item in drawn.iter(f"{svg}text")]
    assert set(SMALL) <= set(texts)
    assert {"1  read", "2  place", "content"} <= set(texts)
    assert len([item for item in drawn.iter(f"{svg}path") if item.get("class") == "arrow"]) == 4
    assert drawn.findtext(f"{svg}title") == "The way of the data, and 5 rooms with 6 arrows between them, all downwards"
    assert "prefers-color-scheme: dark" in picture(HOUSE)


def test_no_room_lies_on_another_and_all_lie_on_the_paper() -> None:
    house = read(ROOT / "plugins/vejviser")
    drawn = ET.fromstring(picture(house))
    _, _, width, height = map(float, (drawn.get("viewBox") or "").split())
    boxes = [item for item in drawn.iter("{http://www.w3.org/2000/svg}rect") if item.get("class") in ("room", "stage")]
    corners = [[float(box.get(name) or 0) for name in ("x", "y", "width", "height")] for box in boxes]
    assert len(corners) == len(house.arrows) + len(house.stages)
    assert all(x >= 0 and y >= 0 and x + w <= width and y + h <= height for x, y, w, h in corners)
    for here, (x, y, w, h) in enumerate(corners):
        for left, top, *_ in corners[here + 1 :]:
            assert abs(x - left) >= w or abs(y - top) >= h or left >= x + w


def test_the_table_tells_each_room_its_purpose_and_its_imports() -> None:
    assert table(HOUSE).splitlines()[2:] == [
        "| `cli` | What cli is for. | `content`, `pages` |",
        "| `check` | What check is for. | `base`, `content` |",
        "| `pages` | What pages is for. | `content` |",
        "| `content` | What content is for. | `base` |",
        "| `base` | What base is for. | – |",
    ]


def test_the_table_stands_between_its_marks_and_nothing_else_changes() -> None:
    page = f"# Title\n\n{BEGIN}\nold\n{END}\n\nmore\n"
    once = with_table(page, "| new |")
    assert once == f"# Title\n\n{BEGIN}\n\n| new |\n\n{END}\n\nmore\n"
    assert with_table(once, "| new |") == once
    with pytest.raises(ValueError, match=r"ARCHITECTURE\.md has no"):
        with_table("# Title\n", "")


def test_a_picture_that_is_out_of_date_is_told_and_made_anew(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / ".github").mkdir()
    (tmp_path / "plugins").symlink_to(ROOT / "plugins")
    (tmp_path / "ARCHITECTURE.md").write_text(f"{BEGIN}\n{END}\n", "utf-8")
    assert architecture.main(["--check"], tmp_path) == 1
    assert not (tmp_path / architecture.PICTURE).exists()
    assert capsys.readouterr().err.count(".venv/bin/python -m scripts.architecture") == 2
    assert architecture.main([], tmp_path) == 0
    assert architecture.main(["--check"], tmp_path) == 0
