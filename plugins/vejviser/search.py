"""The search index: Pagefind reads the finished pages and writes one index a language."""

import subprocess
import sys
from pathlib import Path

from vejviser.problems import BrokenEnvironmentError


def make_index(site: Path, root: Path) -> None:
    """Run Pagefind over the folder `site`; raises BrokenEnvironmentError when it cannot be run or finds nothing."""
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--output-subdir", "pagefind", "--quiet"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    if done.returncode:
        raise BrokenEnvironmentError(f"Pagefind: {done.stderr.strip() or done.stdout.strip()}")
