"""Tell GitHub where a draft is shown: a commit status with an address, which the forms at /admin/ link to.

    PREVIEW_URL='https://drafts.example.org/{branch}' python scripts/tell_preview.py

Runs in GitHub's own runners, which give the rest of the environment. A branch is called in the address what it is
called in the target of its preview.
"""

import json
import os
import urllib.request
from collections.abc import Mapping

from vejviser.publish.preview import preview_name


def request_of(environment: Mapping[str, str]) -> urllib.request.Request:
    """Return the request that tells it; raises KeyError outside a runner.

    https://docs.github.com/en/rest/commits/statuses#create-a-commit-status
    """
    root, repository = environment["GITHUB_API_URL"], environment["GITHUB_REPOSITORY"]
    branch = preview_name(environment["GITHUB_REF_NAME"])
    shown = {
        "state": "success",
        "context": "preview",
        "description": "The draft as readers will see it",
        "target_url": environment["PREVIEW_URL"].replace("{branch}", branch),
    }
    return urllib.request.Request(  # noqa: S310 - the runner's own API
        f"{root}/repos/{repository}/statuses/{environment['GITHUB_SHA']}",
        data=json.dumps(shown).encode(),
        headers={
            "Accept": "application/vnd.github+json",
            "Authorization": f"Bearer {environment['GITHUB_TOKEN']}",
            "Content-Type": "application/json",
        },
        method="POST",
    )


if __name__ == "__main__":
    with urllib.request.urlopen(request_of(os.environ)):  # noqa: S310
        pass
