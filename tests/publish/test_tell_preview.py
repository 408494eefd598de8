"""GitHub is told where a draft is shown, so that the forms at /admin/ can link to it."""

import json

from scripts.tell_preview import request_of

RUNNER = {
    "GITHUB_API_URL": "https://api.github.com",
    "GITHUB_REPOSITORY": "organisation/portal",
    "GITHUB_REF_NAME": "cms/checklist/gaver",
    "GITHUB_SHA": "abc",
    "GITHUB_TOKEN": "key",
    "PREVIEW_URL": "https://kladder.example/{branch}",
}


def test_a_draft_s_address_is_a_status_of_its_commit() -> None:
    request = request_of(RUNNER)
    assert request.full_url == "https://api.github.com/repos/organisation/portal/statuses/abc"
    assert isinstance(request.data, bytes)
    said = json.loads(request.data)
    assert (said["state"], said["context"]) == ("success", "preview")
    assert said["target_url"].startswith("https://kladder.example/cms-checklist-gaver-")
