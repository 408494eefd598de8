"""The forge that the forms are tried against answers as GitHub's documentation says.

GraphQL is answered over GitHub's own schema, so only its refusals are tried here. Of the REST answers, the keys are those
that https://docs.github.com/en/rest says are always there, as far as the forms read them.
"""

import json
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from tests.conftest import PORTAL
from tests.forge import github, repository_of

pytestmark = [pytest.mark.node, pytest.mark.usefixtures("program")]
AT = "/repos/organisation/portal"
DOCUMENTED = {
    "users/users#get-the-authenticated-user": {"login", "id", "avatar_url", "html_url", "name", "email"},
    "git/trees#get-a-tree": {"sha", "url", "tree", "truncated"},
    "pulls/pulls#create-a-pull-request": {
        *("id", "number", "node_id", "html_url", "title", "state", "draft", "user", "head", "base", "labels"),
        *("created_at", "updated_at", "body"),
    },
    "pulls/pulls#merge-a-pull-request": {"sha", "merged", "message"},
    "checks/runs#list-check-runs-for-a-git-reference": {"total_count", "check_runs"},
    "checks/runs#list-check-run-annotations": {"path", "start_line", "annotation_level", "message"},
}


@dataclass(frozen=True)
class Asker:
    port: int

    def ask(self, method: str, path: str, body: object = None, login: str = "anna") -> tuple[int, Any]:
        data = None if body is None else json.dumps(body).encode()
        address = f"http://127.0.0.1:{self.port}{path}"
        headers = {"Authorization": f"token {login}"} if login else {}
        request = urllib.request.Request(address, data, headers, method=method)
        try:
            with urllib.request.urlopen(request) as answer:  # noqa: S310 - our own forge
                text = answer.read()
                return answer.status, json.loads(text) if text.startswith((b"{", b"[")) else text.decode()
        except urllib.error.HTTPError as refused:
            with refused:
                return refused.code, refused.read().decode()

    def rest(self, method: str, path: str, body: object = None) -> Any:
        return self.ask(method, f"/api/v3{path}", body)[1]

    def query(self, query: str, **variables: object) -> Any:
        return self.ask("POST", "/api/graphql", {"query": query, "variables": variables})[1]

    def commit(self, branch: str, head: str) -> Any:
        made = {
            "branch": {"repositoryNameWithOwner": "organisation/portal", "branchName": branch},
            "expectedHeadOid": head,
            "fileChanges": {
                "additions": [{"path": "ny.md", "contents": "Tnk="}],
                "deletions": [{"path": "mkdocs.yml"}],
            },
            "message": {"headline": "Ny"},
        }
        text = "mutation($input: CreateCommitOnBranchInput!) { createCommitOnBranch(input: $input) { commit { oid } } }"
        return self.query(text, input=made)


@pytest.fixture(scope="module")
def forge(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asker]:
    with github(repository_of(PORTAL, tmp_path_factory.mktemp("forge"))) as port:
        yield Asker(port)


def head_of(forge: Asker) -> str:
    text = '{ repository(owner: "organisation", name: "portal") { ref(qualifiedName: "main") { target { oid } } } }'
    return str(forge.query(text)["data"]["repository"]["ref"]["target"]["oid"])


def test_nobody_is_let_in_without_a_key(forge: Asker) -> None:
    assert forge.ask("GET", "/api/v3/user", login="")[0] == 401


def test_a_question_that_github_does_not_know_is_refused(forge: Asker) -> None:
    assert "Cannot query field" in forge.query("{ repository(owner: 1, name: 2) { colour } }")["errors"][-1]["message"]


def test_a_commit_on_another_head_than_was_read_is_refused(forge: Asker) -> None:
    answer = forge.commit("main", "0" * 40)
    assert answer["errors"][0]["message"].startswith('Expected branch to point to "000')


def test_a_draft_goes_the_way_that_the_documentation_says(forge: Asker) -> None:
    head = head_of(forge)
    text = "mutation($input: CreateRefInput!) { createRef(input: $input) { ref { name } } }"
    made = {"repositoryId": "R_1", "name": "refs/heads/cms/x/ny", "oid": head}
    assert "errors" not in forge.query(text, input=made)
    assert "already exists" in forge.query(text, input=made)["errors"][0]["message"]
    assert "errors" not in forge.commit("cms/x/ny", head)

    pull = {"title": "Ny", "head": "cms/x/ny", "base": "main", "draft": True, "body": ""}
    answers = {
        "users/users#get-the-authenticated-user": forge.rest("GET", "/user"),
        "git/trees#get-a-tree": forge.rest("GET", f"{AT}/git/trees/{head}?recursive=1"),
        "pulls/pulls#create-a-pull-request": forge.rest("POST", f"{AT}/pulls", pull),
    }
    assert answers["git/trees#get-a-tree"]["tree"][0].keys() == {"path", "mode", "type", "sha", "size"}
    assert answers["pulls/pulls#create-a-pull-request"]["head"]["ref"] == "cms/x/ny"
    assert forge.rest("POST", f"{AT}/issues/1/labels", {"labels": ["kladde"]}) == [{"name": "kladde"}]
    assert forge.ask("PUT", f"/api/v3{AT}/pulls/1/merge")[0] == 405, "a draft cannot be merged"

    note = {"path": "ny.md", "start_line": 1, "annotation_level": "failure", "message": "Nej"}
    run = {"id": 5, "name": "draft", "status": "completed", "conclusion": "failure", "annotations": [note]}
    forge.ask("POST", "/_checks", {"branch": "cms/x/ny", "runs": [run]})
    runs = forge.rest("GET", f"{AT}/commits/cms%2Fx%2Fny/check-runs")
    assert {"id", "head_sha", "status", "conclusion", "name"} <= runs["check_runs"][0].keys()
    answers["checks/runs#list-check-runs-for-a-git-reference"] = runs
    (answers["checks/runs#list-check-run-annotations"],) = forge.rest("GET", f"{AT}/check-runs/5/annotations")

    name, taken = "markPullRequestReadyForReview", "MarkPullRequestReadyForReviewInput"
    ready = f"mutation($input: {taken}!) {{ {name}(input: $input) {{ pullRequest {{ isDraft }} }} }}"
    forge.query(ready, input={"pullRequestId": "PR_1"})
    answers["pulls/pulls#merge-a-pull-request"] = forge.rest("PUT", f"{AT}/pulls/1/merge", {})
    assert {page: missing for page, keys in DOCUMENTED.items() if (missing := keys - answers[page].keys())} == {}
    assert forge.rest("GET", f"{AT}/contents/ny.md?ref=main") == "Ny"
    assert forge.ask("GET", f"/api/v3{AT}/contents/mkdocs.yml?ref=main")[0] == 404, "it was taken away"
    assert forge.ask("DELETE", f"/api/v3{AT}/git/refs/heads/cms/x/ny")[0] == 204
