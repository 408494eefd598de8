"""What is new for readers: this portal and this history in, these news out."""

import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.check.test_all_rules import told
from vejviser.base.engine import Engine
from vejviser.base.git import history_head
from vejviser.content.load.history import read_history
from vejviser.content.load.portal import load_portal
from vejviser.content.model.history import TextHistory
from vejviser.content.model.portal import Portal
from vejviser.content.news import is_for, news, news_of_place
from vejviser.content.settings import using_root

TODAY = date(2026, 12, 24)
CHAPTER = "docs/da/haandboeger/ven/penge.md"
LINES = """\
alle:
  date: 2026-12-01
  text: {da: Noget er nyt., en: Something is new.}
en-kommune:
  date: 2026-12-02
  text: {da: Et nyt sted at mødes.}
  to: haandboeger/ven/penge.md
  audience: [volunteer]
  places: ["0801"]
i-morgen:
  date: 2026-12-25
  text: {da: Endnu ikke.}
for-laenge-siden:
  date: 2025-12-01
  text: {da: Det var i fjor.}
"""


@pytest.fixture
def root(portal_copy: Path) -> Iterator[Path]:
    (portal_copy / "data/news.yml").write_text(LINES, "utf-8")
    with using_root(portal_copy):
        yield portal_copy


def git(root: Path, *arguments: str, day: str = "2026-06-01") -> None:
    moment = day if "T" in day else f"{day}T12:00:00Z"
    who = {"GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_AUTHOR_DATE": moment}
    committer = {"GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org", "GIT_COMMITTER_DATE": moment}
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(root), **who, **committer}
    subprocess.run(["git", *arguments], cwd=root, env=environment, check=True, capture_output=True)


def commit(root: Path, day: str) -> None:
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "Skrevet af Nogen", day=day)


def history(root: Path) -> dict[str, TextHistory]:
    paths = {item.origin.path for item in load_portal(root).portal.chapters.values()}
    return dict(read_history(root, paths, Engine())[0])


def write(root: Path, words: str) -> None:
    path = root / CHAPTER
    path.write_text(path.read_text("utf-8") + f"\n{words}\n", "utf-8")


@pytest.fixture
def repository(root: Path) -> Path:
    git(root, "init", "-q", "-b", "main")
    commit(root, "2026-06-01")
    return root


def names(portal: Portal, reader: str = "", place: str = "") -> list[str]:
    return [f"{item.sort} {item.name}" for item in news(portal, TODAY) if is_for(item, reader, place)]


def test_lines_stand_from_their_day_for_a_year_the_newest_first(root: Path) -> None:
    assert [name for name in names(load_portal(root).portal) if name.startswith("line")] == [
        "line en-kommune",
        "line alle",
    ]


def test_a_reader_and_a_place_have_their_own(root: Path) -> None:
    portal = load_portal(root).portal
    assert "line en-kommune" in names(portal, "volunteer")
    assert "line en-kommune" not in names(portal, "municipality")
    assert "line alle" in names(portal, "municipality")
    assert names(portal, place="0801") == ["line en-kommune"]
    assert [item.name for item in news_of_place(portal, TODAY, "0801")] == ["en-kommune"]


def test_texts_are_told_of_under_the_titles_they_have_today(root: Path) -> None:
    portal = replace(load_portal(root).portal, history={CHAPTER: TextHistory(date(2026, 7, 1), date(2026, 8, 1))})
    found = [item for item in news(portal, TODAY) if item.name == "ven/penge"]
    assert [(item.sort, item.day.isoformat(), item.title and item.title.text("da")) for item in found] == [
        ("changed", "2026-08-01", "Penge"),
        ("new", "2026-07-01", "Penge"),
    ]
    assert found[0].audience == ("volunteer",)


def test_a_text_with_a_first_day_is_new_on_it(root: Path) -> None:
    path = root / CHAPTER
    path.write_text(path.read_text("utf-8").replace("title:", "publish_from: 2026-12-03\ntitle:", 1), "utf-8")
    portal = replace(load_portal(root).portal, history={CHAPTER: TextHistory(date(2026, 11, 1), date(2026, 11, 2))})
    assert [(item.sort, str(item.day)) for item in news(portal, TODAY) if item.name == "ven/penge"] == [
        ("new", "2026-12-03")
    ]


def test_the_first_commit_is_no_news(repository: Path) -> None:
    assert history(repository) == {}


def test_ten_words_are_news_and_a_correction_is_none(repository: Path) -> None:
    write(repository, "Kun ni ord er en rettelse og ingen nyhed.")
    commit(repository, "2026-07-01")
    assert history(repository) == {}
    write(repository, "En to tre fire fem seks syv otte ni ti elleve.")
    commit(repository, "2026-07-02")
    assert history(repository) == {CHAPTER: TextHistory(None, date(2026, 7, 2))}
    write(repository, "Og lidt til.")
    commit(repository, "2026-07-03")
    assert history(repository) == {CHAPTER: TextHistory(None, date(2026, 7, 2))}


def test_who_has_approved_and_read_a_text_is_no_change_of_it(repository: Path) -> None:
    path = repository / CHAPTER
    approved = "approved:\n" + "".join(
        f"  - {{by: jurist, date: 2026-06-0{day}, text: 0123456789ab}}\n" for day in range(1, 8)
    )
    path.write_text(path.read_text("utf-8").replace("title:", f"{approved}title:", 1), "utf-8")
    commit(repository, "2026-07-01")
    assert history(repository) == {}


def test_a_new_text_is_new_and_a_renamed_one_is_not(repository: Path) -> None:
    new = repository / "docs/da/haandboeger/ven/nyt.md"
    new.write_text("---\ntitle: Nyt\nsummary: Et nyt.\n---\nNoget helt andet end det, der står i de andre.\n", "utf-8")
    commit(repository, "2026-07-01")
    assert history(repository) == {"docs/da/haandboeger/ven/nyt.md": TextHistory(date(2026, 7, 1))}
    new.rename(new.with_name("nyere.md"))
    commit(repository, "2026-07-02")
    assert history(repository) == {"docs/da/haandboeger/ven/nyere.md": TextHistory(date(2026, 7, 1))}


def test_the_day_is_the_portals_own(repository: Path) -> None:
    write(repository, "En to tre fire fem seks syv otte ni ti elleve.")
    commit(repository, "2026-06-30T22:30:00Z")
    assert history(repository) == {CHAPTER: TextHistory(None, date(2026, 7, 1))}


def test_a_clone_that_is_cut_off_tells_only_what_it_knows(repository: Path, tmp_path: Path) -> None:
    write(repository, "En to tre fire fem seks syv otte ni ti elleve.")
    commit(repository, "2026-07-01")
    cut = tmp_path / "cut"
    git(tmp_path, "clone", "-q", "--depth=1", f"file://{repository}", str(cut))
    assert history_head(cut) != history_head(repository)
    assert history(cut) == {}
    assert "line alle" in names(load_portal(cut).portal)


def test_a_folder_in_somebody_elses_repository_has_no_history(repository: Path) -> None:
    inside = repository / "docs"
    assert history_head(inside) == ""


def test_a_page_that_is_not_there_is_told_and_so_is_a_place(portal_copy: Path) -> None:
    (portal_copy / "data/news.yml").write_text(
        'a:\n  date: 2026-06-01\n  text: {da: Nyt.}\n  to: haandboeger/ven/peng.md\n  places: ["0899"]\n', "utf-8"
    )
    found = told(portal_copy)
    assert [line.partition(" error")[0] for line in found] == ["data/news.yml:4:3", "data/news.yml:5:12"]
    assert "haandboeger/ven/penge.md" in found[0]
