"""One mistake, one message: at the file and the line where it was made, with what to write instead."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from tests.check.named_mistakes import MISTAKES, Named
from tests.conftest import ASIDE, TODAY, copy_portal
from vejviser.base.engine import Engine, engine_of
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


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda item: f"{item.rule} {item.new[:30]}")
def test_a_mistake_is_told_once_where_it_was_made(desk: tuple[Path, Engine], mistake: Named) -> None:
    root, engine = desk
    path = root / mistake.path
    before = path.read_text("utf-8") if path.is_file() else None
    assert mistake.old in (before or "")
    after = before.replace(mistake.old, mistake.new, 1) if before is not None else mistake.new
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(after, "utf-8")
    try:
        found = [
            problem
            for problem in load_and_check(root, TODAY, engine=engine).problems
            if problem.rule not in ASIDE or problem.rule == mistake.rule
        ]
        messages = load_messages(root, "da")
    finally:
        path.write_text(before, "utf-8") if before is not None else path.unlink()
        if before is None and not any(path.parent.iterdir()):
            path.parent.rmdir()
    line = mistake.line or first_difference(before or "", after)
    assert [(item.path, item.line, item.rule) for item in found] == [(mistake.path, line, mistake.rule)]
    assert mistake.says in found[0].message(messages)


def test_the_desk_is_clean_in_the_end(desk: tuple[Path, Engine]) -> None:
    root, engine = desk
    assert [item for item in load_and_check(root, TODAY, engine=engine).problems if item.rule not in ASIDE] == []
