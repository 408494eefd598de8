#!/usr/bin/env python3
"""What the night's run asks of GitHub, with the key that GitHub gives it.

    python3 scripts/github_api.py issue due.txt     what fell due, as an issue: the one that is open, or a new one
    python3 scripts/github_api.py keep-schedule     the schedule stays switched on, also after 60 days without a commit

https://docs.github.com/en/rest/issues/issues and https://docs.github.com/en/rest/actions/workflows. Python alone: it
runs before anything is installed.
"""

import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from urllib.request import Request, urlopen

LABEL = "vejviser"
TITLE = "Det trænger til et eftersyn"
_MAX_BODY = 60_000
"""GitHub takes 65,536 characters."""


def main(arguments: list[str], environment: Mapping[str, str]) -> None:
    """Do one of the errands; raises urllib's HTTPError where GitHub refuses."""
    match arguments:
        case ["issue", path]:
            file_issue(Path(path).read_text("utf-8"), environment)
        case ["keep-schedule"]:
            workflow = environment["GITHUB_WORKFLOW_REF"].partition("@")[0].rpartition("/")[2]
            ask(environment, "PUT", f"actions/workflows/{workflow}/enable")
        case _:
            sys.exit(__doc__)


def file_issue(text: str, environment: Mapping[str, str]) -> None:
    """Write what fell due in the open issue about it, which its followers are told of, or in a new one."""
    told = f"```text\n{text.strip()[:_MAX_BODY]}\n```\n"
    query = urlencode({"labels": LABEL, "state": "open", "per_page": 1})
    for issue in ask(environment, "GET", f"issues?{query}"):
        ask(environment, "POST", f"issues/{issue['number']}/comments", {"body": told})
        return
    ask(environment, "POST", "issues", {"title": TITLE, "body": told, "labels": [LABEL]})


def ask(environment: Mapping[str, str], method: str, path: str, given: Mapping[str, Any] | None = None) -> Any:  # noqa: ANN401 - JSON
    """Return what GitHub answers about this repository."""
    request = Request(  # noqa: S310 - GitHub's own address, from its own environment
        f"{environment['GITHUB_API_URL']}/repos/{environment['GITHUB_REPOSITORY']}/{path}",
        data=json.dumps(given).encode() if given is not None else None,
        method=method,
        headers={
            "Accept": "application/vnd.github+json",
            "Authorization": f"Bearer {environment['GH_TOKEN']}",
            "X-GitHub-Api-Version": "2022-11-28",
        },
    )
    with urlopen(request, timeout=60) as answer:  # noqa: S310
        return json.loads(answer.read() or b"null")


if __name__ == "__main__":
    main(sys.argv[1:], os.environ)
