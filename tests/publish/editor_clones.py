"""An editor's clone and a server that has our hook before a push and none after it: what comes in, and what does not."""

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import copy_portal

ROOT = Path(__file__).parents[2]
CHAPTER = "docs/da/haandboeger/ven/moedet.md"


@dataclass(frozen=True, slots=True)
class Desk:
    """An editor's working copy. Commits are made on no branch, so that each way to smuggle begins from the same."""

    folder: Path

    @property
    def server(self) -> Path:
        return self.folder.parent / "portal.git"

    def git(self, *arguments: str, given: bytes = b"", **settings: str) -> str:
        """What git prints; fails where git fails."""
        done = self.run(*arguments, given=given, **settings)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def run(self, *arguments: str, given: bytes = b"", **settings: str) -> subprocess.CompletedProcess[str]:
        command = ["git", *arguments]
        environment = {**os.environ, **settings}
        done = subprocess.run(command, cwd=self.folder, env=environment, input=given, capture_output=True, check=False)
        return subprocess.CompletedProcess(command, done.returncode, done.stdout.decode(), done.stderr.decode())

    def write(self, files: Mapping[str, str | bytes | None]) -> None:
        """Write files; None takes one away."""
        for path, content in files.items():
            place = self.folder / path
            if content is None:
                place.unlink()
                continue
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content.encode() if isinstance(content, str) else content)

    def commit(self, *steps: Mapping[str, str | bytes | None], message: str = "rettet", **settings: str) -> str:
        """Make one commit a step after what the server has on main; return the last one."""
        self.git("checkout", "--quiet", "--force", "--detach", "origin/main")
        self.git("clean", "--quiet", "--force", "-dx")
        for files in steps or ({},):
            self.write(files)
            self.git("add", "--all", "--force")
            self.git("commit", "--quiet", "--allow-empty", "--message", message, **settings)
        return self.git("rev-parse", "HEAD")

    def text(self, path: str = CHAPTER) -> str:
        return self.git("show", f"origin/main:{path}") + "\n"

    def push(self, *refs: str) -> subprocess.CompletedProcess[str]:
        """Push without a look on this side: what the server says counts."""
        return self.run("push", "--no-verify", "origin", *refs)

    def has(self, ref: str) -> bool:
        """Return whether the server has the ref."""
        return bool(self.git("ls-remote", "origin", ref))


def open_desk(folder: Path) -> Desk:
    """Make the server, and an editor's clone of the small portal that has been pushed to it."""
    make_server(folder / "portal.git")
    desk = Desk(copy_portal(folder / "portal"))
    desk.git("init", "--quiet", "--initial-branch=main")
    desk.git("remote", "add", "origin", str(desk.server))
    desk.git("add", "--all")
    desk.git("commit", "--quiet", "--message", "start")
    first = desk.push("main")
    assert first.returncode == 0, first.stderr
    return desk


def make_server(place: Path) -> None:
    environment = {"PYTHON": sys.executable, "PATH": "/usr/bin:/bin"}
    made = [ROOT / "scripts/git-server", place, place.parent / "www"]
    subprocess.run(made, env=environment, check=True, capture_output=True)
    (place / "hooks/post-receive").unlink()
