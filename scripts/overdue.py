#!/usr/bin/env python
"""What has fallen due: texts past their review date, contacts past their confirmation.

    python scripts/overdue.py [--today 2026-11-22] [--format text|json|github]

Run every night by the workflows in .github and .gitlab-ci.yml. Prints all of it, and ends with 1, so that somebody is
sent a mail, when something is new since the day before, and on Mondays as long as anything is left.
"""

import argparse
import sys
from datetime import date, timedelta
from pathlib import Path

from vejviser.base.problems import Problem
from vejviser.cli.output import format_problems
from vejviser.content.languages import main_language
from vejviser.content.load.interface_texts import load_messages
from vejviser.content.settings import activate
from vejviser.content.time_zones import today
from vejviser.site.content_check import load_and_check

DUE = frozenset({"contact-stale", "review-overdue"})
MONDAY = 0


def overdue(root: Path, today: date) -> set[Problem]:
    """Return what has fallen due on or before `today`."""
    return {problem for problem in load_and_check(root, today).problems if problem.rule in DUE}


def main(arguments: list[str], root: Path) -> int:
    """Print what is due; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--today", type=date.fromisoformat, default=today())
    parser.add_argument("--format", choices=["text", "json", "github"], default="text")
    given = parser.parse_args(arguments)
    due = overdue(root, given.today)
    new = due - overdue(root, given.today - timedelta(days=1))
    if due:
        sys.stdout.write(format_problems(sorted(due), load_messages(root, main_language()), given.format) + "\n")
    return 1 if new or (due and given.today.weekday() == MONDAY) else 0


if __name__ == "__main__":
    activate(Path.cwd())
    sys.exit(main(sys.argv[1:], Path.cwd()))
