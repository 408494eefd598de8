"""Which quarters of status figures have ever been published, by what git remembers of data/status/."""

import subprocess
from pathlib import Path

from vejviser.model.status import PUBLISHED_FILE


def ever_published(root: Path) -> frozenset[str]:
    """Give every quarter whose file any commit, branch or tag has ever held; nothing outside a git repository."""
    try:
        done = subprocess.run(
            ["git", "log", "--all", "--format=", "--name-only", "--relative", "--", "data/status"],
            cwd=root, check=False, capture_output=True, text=True,
        )  # fmt: skip
    except FileNotFoundError:
        return frozenset()
    found = (PUBLISHED_FILE.fullmatch(path) for path in done.stdout.splitlines())
    return frozenset(it["period"] for it in found if it)
