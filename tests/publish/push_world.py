"""A server that publishes what is pushed to it, and the editors who push: a bare repository, nginx, readers."""

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import sleep

import pytest

from tests.conftest import copy_portal
from tests.publish.polling_readers import Readers
from tests.publish.servers import Server, nginx

SCRIPTS = Path(__file__).parents[2] / "scripts"
CHAPTER = "docs/da/haandboeger/ven/moedet.md"


@dataclass(frozen=True, slots=True)
class Desk:
    """An editor's working copy."""

    folder: Path

    def git(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(["git", *arguments], cwd=self.folder, capture_output=True, text=True, check=False)

    def write(self, title: str, name: str = CHAPTER) -> None:
        """Change the title of a page and commit it."""
        page = self.folder / name
        lines = page.read_text("utf-8").splitlines()
        page.write_text("\n".join(f"title: {title}" if line.startswith("title:") else line for line in lines), "utf-8")
        self.git("commit", "--quiet", "--all", "--message", title)

    def push(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return self.git("push", *(arguments or ("--quiet", "origin", "main")))

    def start_push(self, what: str = "main") -> subprocess.Popen[str]:
        return subprocess.Popen(["git", "push", "origin", what], cwd=self.folder, stderr=subprocess.PIPE, text=True)

    def undo(self) -> None:
        self.git("reset", "--quiet", "--hard", "origin/main")


@dataclass(frozen=True, slots=True)
class World:
    folder: Path
    desk: Desk
    server: Server
    readers: Readers

    @property
    def repository(self) -> Path:
        return self.folder / "portal.git"

    def seen(self) -> str:
        """What a reader sees of the chapter that is being worked on."""
        return self.server.get("/haandboeger/ven/moedet/").body.decode()

    def colleague(self) -> Desk:
        """Another editor, who has what is on the server now."""
        folder = self.folder / "colleague"
        subprocess.run(["git", "clone", "--quiet", self.repository, folder], check=True)
        return Desk(folder)

    def wait_for_builder(self) -> int:
        """The process that builds, when it has begun."""
        lock = self.repository / "vejviser/lock"
        while not (
            (text := lock.read_text("utf-8") if lock.exists() else "") and Path(f"/proc/{text.strip()}").exists()
        ):
            sleep(0.02)
        return int(text)


@contextmanager
def open_world() -> Iterator[World]:
    """The first push is done, nginx shows it, and readers keep asking until the last test is over."""
    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        patch.setenv("PYTHON", sys.executable)
        server_folder = [folder / "portal.git", folder / "www", folder / "preview" / "{branch}"]
        subprocess.run([SCRIPTS / "git-server", *server_folder], check=True, capture_output=True)
        desk = Desk(danish_portal(folder / "desk"))
        for command in (["init", "--quiet", "-b", "main"], ["remote", "add", "origin", str(folder / "portal.git")]):
            desk.git(*command)
        desk.git("add", "--all")
        desk.git("commit", "--quiet", "--message", "Første udgave")
        first = desk.push()
        assert "UDGIVET." in first.stderr, first.stderr
        (folder / "run").mkdir(mode=0o755)
        with nginx(folder / "run", folder / "www") as server:
            (sheet,) = re.findall(r'rel="stylesheet" href="([^"]+)"', server.get("/").body.decode())
            readers = Readers(server, pages=("/", "/ordliste/", f"/{sheet}"), pause=0.01)
            with readers:
                yield World(folder, desk, server, readers)
            sys.stdout.write(f"{readers.served} requests during the day, {len(readers.failed)} failed\n")
            assert readers.failed == []


def danish_portal(folder: Path) -> Path:
    """The small portal in one language: what is tried here is the way to the reader, not the pages."""
    copy_portal(folder)
    for language in ("en", "ar"):
        for path in sorted((folder / "docs" / language).rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()
    config = (folder / "mkdocs.yml").read_text("utf-8").replace("build: true}", "build: false}")
    config = config.replace("default: true, build: false}", "default: true, build: true}")
    (folder / "mkdocs.yml").write_text(config, "utf-8")
    (folder / ".gitignore").write_text("/site/\n/.cache/\n", "utf-8")
    return folder
