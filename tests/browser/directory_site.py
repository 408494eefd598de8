"""A small directory with a map, below a sub-path, and a host that serves it."""

import functools
import http.server
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.browser.conftest import Server
from tests.conftest import TODAY, copy_portal
from vejviser.site.pipeline import build_site

BASE = "/venner/"
PLACES = {
    "0101": ("København", 671714, (3, 1)),
    "0169": ("Høje-Taastrup", 60458, (2, 1)),
    "0259": ("Køge", 63962, (2, 2)),
    "0461": ("Odense", 213168, (1, 2)),
    "0492": ("Ærø", 5766, (1, 4)),
    "0751": ("Aarhus", 378361, (0, 1)),
    "0851": ("Aalborg", 226033, (0, 0)),
    "0370": ("Næstved", 85163, (2, 3)),
}
SERVICE = {
    "id": "ven",
    "name": {"da": "Frivillig ven"},
    "organization": "roede-kors",
    "kind": "friend",
    "description": {"da": "En ven."},
    "source": "rapport-2024",
}


POLICY = """\
thresholds: [{since: 2024-Q1, threshold: 5}]
goal: {share: 67, source: "rapport-2024, afsnit 8"}
"""
TOWNS = """\
byer-aalborg:
  to: /kommuner/aalborg/
  words: {da: [Nørresundby, Vejgaard, "9000"]}
"""


def build_directory(root: Path, *, demo: bool = False) -> Path:
    """The small portal with eight more municipalities and a map, below a sub-path; with `demo`, invented figures."""
    write_directory(root)
    build_site(root, root / "site", TODAY, demo=demo)
    return root / "site"


def write_directory(root: Path) -> None:
    """What it is built of."""
    copy_portal(root)
    (root / "data/status/policy.yml").write_text(POLICY, "utf-8")
    config = root / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("portal.example/", "portal.example/venner/"), "utf-8")
    tiles = ["code,col,row,label", "0801,0,3,Prø", "0802,3,3,Åø"]
    for code, (name, population, (column, row)) in PLACES.items():
        data = {
            "code": code,
            "name": name,
            "regions": [{"region": "vest" if code > "0400" else "oest"}],
            "population": {"value": population, "period": "2026K1", "source": "rapport-2024"},
            "centre": [10.0, 56.0],
            "services": [SERVICE] if name == "Odense" else [],
        }
        slug = name.lower().translate(str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"}))
        text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
        text = re.sub(r"^code: .*$", f'code: "{code}"', text, flags=re.MULTILINE)  # as an editor writes it
        (root / f"data/kommuner/{code}-{slug}.yml").write_text(text, "utf-8")
        tiles.append(f"{code},{column},{row},{name[:3]}")
    (root / "data/words.yml").write_text(TOWNS, "utf-8")
    (root / "data/map").mkdir()
    (root / "data/map/tiles.csv").write_text("\n".join(tiles) + "\n", "utf-8")


@dataclass(frozen=True)
class Host:
    """A web host on this machine."""

    port: int

    def url(self, path: str) -> str:
        return f"http://localhost:{self.port}{BASE}{path}"


@contextmanager
def hosted(folder: Path) -> Iterator[Host]:
    """Serve a folder below `BASE`."""
    server = Server(("localhost", 0), functools.partial(_Handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    yield Host(server.server_port)
    server.shutdown()
    server.server_close()


class _Handler(http.server.SimpleHTTPRequestHandler):
    def translate_path(self, path: str) -> str:
        return super().translate_path(path.replace(BASE, "/", 1))

    def log_message(self, *args: Any) -> None: ...
