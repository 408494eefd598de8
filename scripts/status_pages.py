#!/usr/bin/env python3
"""Status data -> status pages: the same as `vejviser status pages`.

    scripts/status_pages.py              all municipalities, into build/status/
    scripts/status_pages.py --only 0461  one of them
    scripts/status_pages.py --check      are the pages up to date? (exit code 1 when not)

Reads data/status/<year>-Q<n>.csv. A wrong row is named by file, line and column, and then nothing is written.
"""

import sys

from vejviser.cli.main import main

main(["status", "pages", *sys.argv[1:]])
