"""One mistake, one message: at the file and the line where it was made, with what to write instead."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from tests.check import key_mistakes, text_mistakes
from tests.check.named_mistakes import MISTAKES, Named
from tests.conftest import ASIDE, TODAY, copy_portal
from vejviser.base.engine import Engine, engine_of
from vejviser.base.problems import Problem
from vejviser.content.load.interface_texts import load_messages
from vejviser.site.content_check import load_and_check


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Engine]]:
    """The small portal as it lies on an editor's desk: what has not changed is not read again."""
    root = copy_portal(tmp_path_factory.mktemp("desk") / "portal")
    ids = "checklist,kind,id,state\nfoerste-moede,field,sted,used\nfoerste-moede,item,gammelt-punkt,retired\n"
    ids += "foerste-moede,item,hilse,used\nfoerste-moede,item,tavshed,used\n"
    (root / "data/checklists/ids.csv").write_text(ids, "utf-8")
    with engine_of(root) as engine:
        yield root, engine


def first_difference(before: str, after: str) -> int:
    matcher = SequenceMatcher(None, before.splitlines(), after.splitlines(), autojunk=False)
    return next(start for kind, _, _, start, _ in matcher.get_opcodes() if kind != "equal") + 1


@pytest.mark.parametrize(
    "mistake",
    [*MISTAKES, *text_mistakes.MISTAKES, *key_mistakes.MISTAKES],
    ids=lambda item: f"{item.rule} {item.new[:30]}",
)
def test_a_mistake_is_told_once_where_it_was_made(desk: tuple[Path, Engine], mistake: Named) -> None:
    before, after, problems = found_with(desk, mistake.path, mistake.old, mistake.new)
    found = [item for item in problems if item.rule not in ASIDE or item.rule == mistake.rule]
    line = mistake.line or first_difference(before, after)
    assert [(item.path, item.line, item.rule) for item in found] == [(mistake.path, line, mistake.rule)]
    assert mistake.says in found[0].message(load_messages(desk[0], "da"))


@pytest.mark.parametrize(
    ("path", "old", "new"), [*text_mistakes.SOUND, *key_mistakes.SOUND], ids=lambda item: item[:40]
)
def test_what_only_looks_like_a_mistake_is_not_told(desk: tuple[Path, Engine], path: str, old: str, new: str) -> None:
    _, _, problems = found_with(desk, path, old, new)
    assert [item for item in problems if item.rule not in ASIDE] == []


def found_with(desk: tuple[Path, Engine], name: str, old: str, new: str) -> tuple[str, str, tuple[Problem, ...]]:
    """Return a file as it was, as it is with `new` in the place of `old`, and all that is told then."""
    root, engine = desk
    path = root / name
    before = path.read_text("utf-8") if path.is_file() else None
    assert old in (before or "")
    after = before.replace(old, new, 1) if before is not None else new
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(after, "utf-8")
    try:
        return before or "", after, load_and_check(root, TODAY, engine=engine).problems
    finally:
        path.write_text(before, "utf-8") if before is not None else path.unlink()
        if before is None and not any(path.parent.iterdir()):
            path.parent.rmdir()


def test_the_desk_is_clean_in_the_end(desk: tuple[Path, Engine]) -> None:
    root, engine = desk
    assert [item for item in load_and_check(root, TODAY, engine=engine).problems if item.rule not in ASIDE] == []
