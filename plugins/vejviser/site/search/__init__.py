"""The search index: Pagefind reads the finished pages and writes one index a language, cut small here."""

import json
import subprocess
import sys
from pathlib import Path

from vejviser.base.problems import BrokenEnvironmentError
from vejviser.site.search.index_shards import split_index, unpacked


def make_index(site: Path, root: Path) -> None:
    """Run Pagefind over the folder `site`; raises BrokenEnvironmentError when it cannot be run or finds nothing."""
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--output-subdir", "pagefind", "--quiet"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    if done.returncode:
        raise BrokenEnvironmentError(f"Pagefind: {done.stderr.strip() or done.stdout.strip()}")
    split_index(site / "pagefind")


def indexed(site: Path) -> dict[str, str]:
    """Return the name Pagefind has for each page it has indexed, by the page's address: "/ven/" -> "da_53f1060"."""
    found = {}
    for path in sorted((site / "pagefind" / "fragment").glob("*.pf_fragment")):
        fragment = json.loads(unpacked(path))
        found[str(fragment["url"])] = path.stem
    return found
