"""Where pictures of the portal and of terminals are taken: a browser, copies to spoil, and what commands say."""

import functools
import html
import io
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from PIL import Image, ImageOps
from playwright.sync_api import Browser

ROOT = Path(__file__).parents[1]
PORTAL = ROOT / "tests/site/portal"
PICTURES = ROOT / "docs/da/redaktoer/billeder"
WIDTH = 760
COLOURS = 128
FRAME = "#7d8f88"
"""Around each picture: one of a page must not look like part of the page it stands on."""
STYLE = """
body { margin: 0; padding: 18px 20px; width: 820px; box-sizing: border-box; background: #1b2430; color: #e6ebf0;
  font: 15px/1.5 "DejaVu Sans Mono", "Liberation Mono", monospace; white-space: pre-wrap; overflow-wrap: anywhere }
b { color: #fff } .bad { color: #ff9c8f } .warn { color: #f4d37c } .good { color: #8fe0a4 } .dim { color: #9fb0c0 }
"""
GOOD = ("UDGIVET", "Udgivet som", "Ingen fejl", "Skrevet:", "Rullet tilbage")
BAD = ("error [", "AFVIST", "rejected]", "error: failed")


@dataclass(frozen=True, slots=True)
class Studio:
    """A browser, a copy of the portal to spoil, and the address of the built one."""

    browser: Browser
    folder: Path
    address: str

    def desk(self, name: str) -> Path:
        """Return a fresh copy of the portal's content."""
        return copy_portal(self.folder / name)

    def page(self, path: str, part: str = ".eyebrow, h1", height: int = 460) -> bytes:
        """Return the picture of a page of the portal, from `part` and down."""
        page = self.browser.new_context(
            bypass_csp=True, locale="da-DK", viewport={"width": WIDTH, "height": 1000}
        ).new_page()
        page.goto(f"{self.address}/{path}")
        page.wait_for_load_state("networkidle")
        page.add_style_tag(content="header, nav { visibility: hidden }")
        top = page.evaluate("part => document.querySelector(part).getBoundingClientRect().top + scrollY", part)
        clip = {"x": 0, "y": max(0, top - 24), "width": WIDTH, "height": height}
        return page.screenshot(clip=clip, full_page=True)

    def terminal(self, *shown: tuple[str, str]) -> bytes:
        """Return the picture of a terminal with commands and what they said."""
        page = self.browser.new_page(viewport={"width": 820, "height": 100})
        lines = [
            line
            for command, said in shown
            for line in (f"<b>$ {html.escape(command)}</b>", *map(_coloured, said.splitlines()))
        ]
        page.set_content(f"<style>{STYLE}</style><body>{chr(10).join(lines)}</body>")
        return page.locator("body").screenshot()


def copy_portal(target: Path) -> Path:
    """Copy the small portal to a place of its own."""
    shutil.copytree(PORTAL, target)
    (target / ".gitignore").write_text("/site/\n/.cache/\n", "utf-8")
    return target


def output_of(folder: Path, *command: str | Path) -> str:
    """Run a command in `folder` and return what it said, as the terminal shows it."""
    done = subprocess.run(command, cwd=folder, env=_environment(), capture_output=True, text=True, check=False)
    return "\n".join(line.rstrip() for line in (done.stdout + done.stderr).splitlines())


def vejviser(folder: Path, *arguments: str) -> tuple[str, str]:
    """Run vejviser, as an editor does."""
    return f"vejviser {' '.join(arguments)}", output_of(folder, sys.executable, "-m", "vejviser", *arguments)


def _coloured(line: str) -> str:
    kind = "bad" if any(item in line for item in BAD) else "good" if any(item in line for item in GOOD) else ""
    kind = kind or ("warn" if "warning [" in line else "")
    text = html.escape(line)
    return f'<span class="{kind}">{text}</span>' if kind else text


def _environment() -> dict[str, str]:
    who = {
        f"GIT_{item}_{key}": value
        for item in ("AUTHOR", "COMMITTER")
        for key, value in (("NAME", "Redaktør"), ("EMAIL", "r@example.org"))
    }
    return os.environ | who | {"GIT_CONFIG_GLOBAL": os.devnull, "PYTHON": sys.executable}


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder and return its address."""
    handler = functools.partial(Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://localhost:{server.server_port}"
        server.shutdown()


class Quiet(SimpleHTTPRequestHandler):
    """Serves without telling."""

    def log_message(self, *_: object) -> None:
        """Print nothing."""


def save(name: str, picture: bytes) -> None:
    """Keep a picture small, and without anything but what it shows."""
    image = ImageOps.expand(Image.open(io.BytesIO(picture)).convert("RGB"), border=2, fill=FRAME).quantize(COLOURS)
    PICTURES.mkdir(parents=True, exist_ok=True)
    image.save(PICTURES / f"{name}.png", optimize=True)
    sys.stdout.write(
        f"{name}.png  {image.width} × {image.height}  {(PICTURES / f'{name}.png').stat().st_size // 1024} kB\n"
    )
