"""`vejviser serve`: a saved change is seen without a click, and a mistake above the page as it was."""

import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import visit_in

pytestmark = pytest.mark.browser

CHAPTER = "/haandboeger/ven/moedet/"
PATIENCE = 90_000
"""Milliseconds a build of the small portal may take on a busy machine."""


@dataclass
class Served:
    """A small portal that somebody edits, and its preview."""

    root: Path
    address: str

    @property
    def chapter(self) -> Path:
        return self.root / "docs/da/haandboeger/ven/moedet.md"

    def change(self, old: str, new: str) -> None:
        text = self.chapter.read_text("utf-8")
        assert old in text
        self.chapter.write_text(text.replace(old, new), "utf-8")


@pytest.fixture
def served(portal_copy: Path) -> Iterator[Served]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "vejviser", "serve", "--address", f"127.0.0.1:{port}"]
    process = subprocess.Popen(command, cwd=portal_copy, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    assert process.stdout is not None
    said = []
    for line in process.stdout:
        said.append(line)
        if "Stop med Ctrl+C" in line:
            break
    else:
        pytest.fail("".join(said))
    yield Served(portal_copy, f"http://127.0.0.1:{port}")
    process.terminate()
    process.wait()
    process.stdout.close()


@pytest.fixture
def page(reader: Browser, served: Served) -> Iterator[Page]:
    visit = visit_in(reader, served.address, 390)
    yield visit.go(CHAPTER).page
    assert [error for error in visit.errors if "404" not in error] == []
    assert visit.foreign == []
    visit.page.context.close()


def test_a_saved_sentence_is_seen_by_itself(served: Served, page: Page) -> None:
    expect(page.get_by_text("Sig goddag.")).to_be_visible()
    served.change("Sig goddag.", "Sig godaften.")
    expect(page.get_by_text("Sig godaften.")).to_be_visible(timeout=PATIENCE)
    assert page.url == served.address + CHAPTER


def test_a_mistake_stands_above_the_page_as_it_was_until_it_is_mended(served: Served, page: Page) -> None:
    served.change("@rapport-2024, afsnit 2", "@raport-2024, afsnit 2")
    panel = page.get_by_role("alert")
    expect(panel).to_contain_text("docs/da/haandboeger/ven/moedet.md, linje 12", timeout=PATIENCE)
    expect(panel).to_contain_text("rapport-2024")
    expect(page.get_by_text("Sig goddag.")).to_be_visible()
    served.change("@raport-2024, afsnit 2", "@rapport-2024, afsnit 2")
    expect(panel).to_have_count(0, timeout=PATIENCE)


def test_what_stops_the_build_itself_is_told_too(served: Served, page: Page) -> None:
    config = served.root / "mkdocs.yml"
    before = config.read_text("utf-8")
    config.write_text(before.replace("docs_dir: docs", "docs_dir: nowhere"), "utf-8")
    expect(page.get_by_role("alert")).to_contain_text("mkdocs.yml", timeout=PATIENCE)
    config.write_text(before, "utf-8")
    expect(page.get_by_role("alert")).to_have_count(0, timeout=PATIENCE)


def test_readers_go_on_while_something_new_is_built(served: Served, page: Page) -> None:
    get = page.context.request.get
    served.change("Sig goddag.", "Sig godaften.")
    while "Sig godaften." not in (answer := get(served.address + CHAPTER)).text():
        assert answer.ok
    assert answer.ok


def test_search_and_files_are_there_when_asked_for_and_nothing_is_kept_offline(served: Served, page: Page) -> None:
    get = page.context.request.get
    assert get(f"{served.address}/search/da.json").ok
    assert get(f"{served.address}/materialer/aftale/aftale.da.docx").body().startswith(b"PK")
    assert get(f"{served.address}/api/v1/municipalities.json").ok
    assert "unregister" in get(f"{served.address}/sw.js").text()
    missing = get(f"{served.address}/findes/ikke/")
    assert missing.status == 404
    assert "Siden findes ikke" in re.sub(r"<[^>]+>", "", missing.text())


def test_a_taken_port_is_told_in_plain_danish(served: Served) -> None:
    place = served.address.removeprefix("http://")
    command = [sys.executable, "-m", "vejviser", "serve", "--address", place]
    done = subprocess.run(command, cwd=served.root, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert f"{place} er optaget af et andet program." in done.stderr
    assert "Traceback" not in done.stderr


def test_a_second_preview_at_a_taken_address_says_so_and_leaves_the_first_alone(served: Served) -> None:
    command = [sys.executable, "-m", "vejviser", "serve", "--address", served.address.removeprefix("http://")]
    done = subprocess.run(command, cwd=served.root, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "er optaget" in done.stderr
    with urlopen(served.address + CHAPTER) as answer:  # noqa: S310
        assert answer.status == 200
