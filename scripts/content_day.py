"""The day that tests build the real portal for: not before anything in its texts has happened.

The day of the last commit, which an editor's newest dates do not lie after; at least the last day of 2026.

    python -m scripts.content_day
"""

import subprocess
from datetime import date
from pathlib import Path

ROOT = Path(__file__).parents[1]
_EARLIEST = date(2026, 12, 31)


def content_day() -> date:
    """Return the day of the last commit; without a history, the earliest day."""
    done = subprocess.run(["git", "log", "-1", "--format=%cs"], cwd=ROOT, check=False, capture_output=True, text=True)
    return max(_EARLIEST, date.fromisoformat(done.stdout.strip())) if done.stdout.strip() else _EARLIEST


if __name__ == "__main__":
    print(content_day().isoformat())  # noqa: T201 - what it is for
