"""What the night's run asks of GitHub, against a stand-in that answers as GitHub's documentation says."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from scripts.github_api import main


@dataclass
class GitHub:
    """A repository's issues; what was asked stands in `asked`, as method, path and body."""

    port: int = 0
    issues: list[dict[str, Any]] = field(default_factory=list)
    asked: list[tuple[str, str, Any]] = field(default_factory=list)

    @property
    def environment(self) -> dict[str, str]:
        return {
            "GITHUB_API_URL": f"http://127.0.0.1:{self.port}",
            "GITHUB_REPOSITORY": "forening/portal",
            "GITHUB_WORKFLOW_REF": "forening/portal/.github/workflows/publish.yml@refs/heads/main",
            "GH_TOKEN": "noegle",
        }


@pytest.fixture
def github() -> Iterator[GitHub]:
    there = GitHub()

    class Answer(BaseHTTPRequestHandler):
        def answer(self) -> None:
            assert self.headers["Authorization"] == "Bearer noegle"
            body = json.loads(self.rfile.read(int(self.headers.get("Content-Length") or 0)) or b"null")
            there.asked.append((self.command, self.path, body))
            found = json.dumps(there.issues if self.command == "GET" else {}).encode()
            self.send_response(204 if self.command == "PUT" else 200)
            self.end_headers()
            if self.command != "PUT":
                self.wfile.write(found)

        do_GET = do_POST = do_PUT = answer  # noqa: N815 - as http.server calls them

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    there.port = server.server_address[1]
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield there
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_what_fell_due_becomes_an_issue_and_is_added_to_the_one_that_is_open(github: GitHub, tmp_path: Path) -> None:
    due = tmp_path / "due.txt"
    due.write_text("docs/da/om.md:4:1: warning [review-overdue] …\n", "utf-8")
    main(["issue", str(due)], github.environment)
    (_, looked, _), (method, path, body) = github.asked
    assert looked == "/repos/forening/portal/issues?labels=vejviser&state=open&per_page=1"
    assert (method, path, body["labels"]) == ("POST", "/repos/forening/portal/issues", ["vejviser"])
    assert "[review-overdue]" in body["body"]

    github.issues.append({"number": 7})
    main(["issue", str(due)], github.environment)
    assert github.asked[-1][:2] == ("POST", "/repos/forening/portal/issues/7/comments")


def test_the_schedule_is_switched_on_again_every_night(github: GitHub) -> None:
    main(["keep-schedule"], github.environment)
    assert github.asked == [("PUT", "/repos/forening/portal/actions/workflows/publish.yml/enable", None)]
