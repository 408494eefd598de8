"""Which quarters of status figures have ever been published, by what git remembers of data/status/."""

from pathlib import Path

from vejviser.base.git import is_repository, run_git
from vejviser.content.model.statistics import PUBLISHED_FILE


def ever_published_quarters(root: Path) -> frozenset[str]:
    """Return every quarter whose file any commit, branch or tag has ever held; nothing outside a git repository.

    Raises GitError where git cannot tell: what it cannot read may have been published.
    """
    if not is_repository(root):
        return frozenset()
    paths = run_git(root, "log", "--all", "--format=", "--name-only", "--relative", "--", "data/status").decode()
    return frozenset(item["period"] for item in map(PUBLISHED_FILE.fullmatch, paths.splitlines()) if item)
