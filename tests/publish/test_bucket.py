"""Publishing into a bucket: the real client, over HTTP, against a small server that answers as S3 does."""

import hashlib
import threading
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit
from xml.sax.saxutils import escape

import pytest

from tests.publish.sites import STAMPS, make_site
from vejviser.base.engine import Engine
from vejviser.base.problems import PublishError
from vejviser.publish.bucket import BucketTarget, content_type
from vejviser.publish.releases import Published

OWN = (".vejviser/files.json", ".vejviser/publisher.json", "published-on.json")
"""What publishing keeps in the bucket for itself."""
XMLNS = "http://s3.amazonaws.com/doc/2006-03-01/"


class Bucket(ThreadingHTTPServer):
    """What was put, in the order it came: name -> content and headers."""

    daemon_threads = True  # a client keeps its connections; nobody waits for it to let go
    request_queue_size = 64

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), S3)
        self.objects: dict[str, tuple[bytes, dict[str, str]]] = {}
        self.put: list[str] = []
        self.refuse = ""
        self.encrypts = False
        self.answers: tuple[int, bytes] | None = None


class S3(BaseHTTPRequestHandler):
    server: Bucket
    protocol_version = "HTTP/1.1"

    def do_PUT(self) -> None:
        name = self._name()
        content = self.rfile.read(int(self.headers["Content-Length"]))
        if not self._may_be_put(name):
            self._answer(412, b"<Error><Code>PreconditionFailed</Code></Error>")
            return
        if name == self.server.refuse:
            self._answer(403, b"<Error><Code>AccessDenied</Code></Error>")
            return
        self.server.objects[name] = (content, dict(self.headers))
        if not name.endswith(OWN):
            self.server.put.append(name)
        self._answer(200, etag=self._etag(name))

    def do_DELETE(self) -> None:
        self.server.objects.pop(self._name(), None)
        self._answer(204)

    def do_HEAD(self) -> None:
        self._object(head=True)

    def do_GET(self) -> None:
        if "list-type" not in parse_qs(urlsplit(self.path).query):
            self._object()
            return
        prefix = parse_qs(urlsplit(self.path).query).get("prefix", [""])[0]
        found = "".join(
            f"<Contents><Key>{escape(name)}</Key><LastModified>2026-11-22T12:00:00.000Z</LastModified>"
            f"<ETag>{escape(self._etag(name))}</ETag><Size>{len(content)}</Size></Contents>"
            for name, (content, _) in sorted(self.server.objects.items())
            if name.startswith(prefix)
        )
        self._answer(200, f'<ListBucketResult xmlns="{XMLNS}">{found}</ListBucketResult>'.encode())

    def do_POST(self) -> None:
        asked = ET.fromstring(self.rfile.read(int(self.headers["Content-Length"])))
        gone = [item.text or "" for item in asked.iter() if item.tag.endswith("Key")]
        for name in gone:
            del self.server.objects[name]
        answer = "".join(f"<Deleted><Key>{escape(name)}</Key></Deleted>" for name in gone)
        self._answer(200, f'<DeleteResult xmlns="{XMLNS}">{answer}</DeleteResult>'.encode())

    def _object(self, *, head: bool = False) -> None:
        if (name := self._name()) not in self.server.objects:
            self._answer(404, b"" if head else b"<Error><Code>NoSuchKey</Code></Error>")
            return
        content = self.server.objects[name][0]
        self._answer(200, content, self._etag(name), head=head)

    def _may_be_put(self, name: str) -> bool:
        there = self.server.objects.get(name)
        if self.headers["If-None-Match"] == "*":
            return there is None
        return self.headers["If-Match"] in (None, self._etag(name) if there else "")

    def _etag(self, name: str) -> str:
        """The hash of the content; of a store that encrypts, something else that changes when the content does."""
        content = self.server.objects[name][0]
        return f'"{hashlib.md5((b"x" if self.server.encrypts else b"") + content, usedforsecurity=False).hexdigest()}"'

    def _name(self) -> str:
        return unquote(urlsplit(self.path).path).removeprefix("/spand/")

    def _answer(self, status: int, body: bytes = b"", etag: str = "", *, head: bool = False) -> None:
        assert self.headers["Authorization"].startswith("AWS4-HMAC-SHA256")
        status, body = self.server.answers or (status, body)
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        if etag:
            self.send_header("ETag", etag)
            self.send_header("Last-Modified", "Sun, 22 Nov 2026 12:00:00 GMT")
        self.end_headers()
        if not head:
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[Bucket]:
    with Bucket() as server:
        for name, value in {
            "AWS_ENDPOINT_URL": f"http://127.0.0.1:{server.server_port}",
            "NO_PROXY": "127.0.0.1",
            "AWS_REGION": "eu-north-1",
            "AWS_ACCESS_KEY_ID": "proeve",
            "AWS_SECRET_ACCESS_KEY": "proeve",
        }.items():
            monkeypatch.setenv(name, value)
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def test_everything_is_uploaded_with_its_type_and_time(bucket: Bucket, tmp_path: Path) -> None:
    site = make_site(tmp_path / "a", "a")
    done = BucketTarget.at("s3://spand/portal").publish(site, STAMPS[0])
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    assert {name.removeprefix("portal/") for name in bucket.objects} == {
        *files,
        ".vejviser/files.json",
        "published-on.json",
    }
    assert (done.prepared.files, done.prepared.fresh) == (len(files), len(files))
    content, headers = bucket.objects["portal/index.html"]
    assert content == (site / "index.html").read_bytes()
    assert (headers["content-type"], headers["cache-control"]) == ("text/html; charset=utf-8", "no-cache")
    assert "immutable" in bucket.objects["portal/assets/hashed/main.a.min.css"][1]["cache-control"]


def test_what_pages_need_comes_before_them_and_the_manifest_last(bucket: Bucket, tmp_path: Path) -> None:
    BucketTarget.at("s3://spand").publish(make_site(tmp_path / "a", "a"), STAMPS[0])
    pages = [name.endswith(".html") for name in bucket.put[:-1]]
    assert pages == sorted(pages)
    assert bucket.put[-1] == "build.json"


def test_only_changes_are_uploaded_and_what_is_gone_goes(bucket: Bucket, tmp_path: Path) -> None:
    target = BucketTarget.at("s3://spand")
    target.publish(make_site(tmp_path / "a", "a"), STAMPS[0])
    bucket.put.clear()
    target.publish(make_site(tmp_path / "b", "b"), STAMPS[1])
    assert "assets/same.css" not in bucket.put
    assert "kun-b.txt" in bucket.objects
    assert "kun-a.txt" not in bucket.objects


def test_what_is_remembered_changes_nothing_in_the_bucket(bucket: Bucket, tmp_path: Path) -> None:
    """What somebody else has put there, or taken away, is put right, though we remember having sent it."""
    target = BucketTarget.at("s3://spand/ens", Engine(tmp_path / "cache"))
    for number, version in enumerate(("a", "b", "b", "a")):
        site = make_site(tmp_path / version, version)
        if number == 2:
            bucket.objects["ens/assets/same.css"] = (b"fremmed", {})
            del bucket.objects["ens/404.html"]
        bucket.put.clear()
        target.publish(site, STAMPS[number])
        if number == 2:
            assert sorted(bucket.put) == ["ens/404.html", "ens/assets/same.css"]
        BucketTarget.at(f"s3://spand/ny-{number}").publish(site, STAMPS[number])
        ours, fresh = (
            {name.partition("/")[2]: item for name, item in bucket.objects.items() if name.startswith(f"{folder}/")}
            for folder in ("ens", f"ny-{number}")
        )
        older = {f"assets/hashed/main.{other}.min.css" for other in "ab" if other != version}
        assert {name: content for name, (content, _) in ours.items() if name not in {*OWN, *older}} == {
            name: content for name, (content, _) in fresh.items() if name not in OWN
        }


def test_a_bucket_that_refuses_is_told_and_no_page_has_changed(bucket: Bucket, tmp_path: Path) -> None:
    target = BucketTarget.at("s3://spand")
    target.publish(make_site(tmp_path / "a", "a"), STAMPS[0])
    bucket.refuse = "assets/hashed/main.b.min.css"
    with pytest.raises(PublishError, match="publish-bucket"):
        target.publish(make_site(tmp_path / "b", "b"), STAMPS[1])
    assert b"<p>a</p>" in bucket.objects["index.html"][0]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.html", "text/html; charset=utf-8"),
        ("a.js", "text/javascript; charset=utf-8"),
        ("a.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("a.pdf", "application/pdf"),
        ("a.pf_index", "application/octet-stream"),
    ],
)
def test_types_do_not_depend_on_the_machine(name: str, expected: str) -> None:
    assert content_type(name) == expected


def test_what_is_not_ours_stays(bucket: Bucket, tmp_path: Path) -> None:
    theirs = ["backup/budget.xlsx", "kladder/gaver/index.html", "assets/hashed/main.old.min.css"]
    bucket.objects |= {name: (b"deres", {}) for name in theirs}
    target = BucketTarget.at("s3://spand")
    done = [target.publish(make_site(tmp_path / version, version), STAMPS[0]) for version in ("a", "b")]
    assert [name for name in theirs if name not in bucket.objects] == []
    assert [item.others for item in done] == [3, 0]


def test_drafts_in_the_same_bucket_do_not_touch_each_other(bucket: Bucket, tmp_path: Path) -> None:
    for address, version in [("s3://spand/kladder/x", "a"), ("s3://spand", "b"), ("s3://spand", "c")]:
        BucketTarget.at(address).publish(make_site(tmp_path / version, version), STAMPS[0])
    assert b"<p>a</p>" in bucket.objects["kladder/x/index.html"][0]
    assert b"<p>c</p>" in bucket.objects["index.html"][0]


def test_a_store_that_encrypts_gets_only_what_changed(bucket: Bucket, tmp_path: Path) -> None:
    bucket.encrypts = True
    site = make_site(tmp_path / "a", "a")
    for _ in range(2):
        bucket.put.clear()
        BucketTarget.at("s3://spand").publish(site, STAMPS[0])
    assert bucket.put == []


def test_a_header_that_is_another_now_is_sent(bucket: Bucket, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = make_site(tmp_path / "a", "a")
    BucketTarget.at("s3://spand").publish(site, STAMPS[0])
    bucket.put.clear()
    monkeypatch.setattr(
        "vejviser.publish.bucket.cache_for", lambda address: "max-age=60" if "css" in address else "no-cache"
    )
    BucketTarget.at("s3://spand").publish(site, STAMPS[0])
    assert {name.rpartition(".")[2] for name in bucket.put} == {"css"}
    assert bucket.objects["assets/same.css"][1]["cache-control"] == "max-age=60"


def test_of_two_publishers_at_once_one_wins_whole_and_the_other_is_told(bucket: Bucket, tmp_path: Path) -> None:
    """However their requests are mixed: what lies there afterwards is one site."""
    sites = [make_site(tmp_path / version, version, pages=30) for version in ("a", "b")]

    def publish(site: Path) -> str:
        try:
            BucketTarget.at("s3://spand", wait=0).publish(site, STAMPS[0])
        except PublishError as error:
            return error.rule
        return ""

    with ThreadPoolExecutor(2) as pool:
        told = list(pool.map(publish, sites))
    assert sorted(told) == ["", "publish-busy"]
    won = sites[told.index("")]
    files = {path.relative_to(won).as_posix(): path.read_bytes() for path in won.rglob("*") if path.is_file()}
    assert {name: content for name, (content, _) in bucket.objects.items() if name not in OWN} == files
    assert ".vejviser/publisher.json" not in bucket.objects


def test_who_waits_publishes_when_the_other_is_done(bucket: Bucket, tmp_path: Path) -> None:
    sites = [make_site(tmp_path / version, version, pages=30) for version in ("a", "b")]
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda site: BucketTarget.at("s3://spand").publish(site, STAMPS[0]), sites))
    pages = {content[15:22] for name, (content, _) in bucket.objects.items() if name.startswith("side-")}
    assert pages in ({b"<p>a</p"}, {b"<p>b</p"})


def test_a_publisher_that_has_gone_is_not_waited_for_for_ever(
    bucket: Bucket, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bucket.objects[".vejviser/publisher.json"] = (b'{"publisher": "en der blev slukket", "sign": "1"}', {})
    site = make_site(tmp_path / "a", "a")
    with pytest.raises(PublishError, match="publish-busy"):
        BucketTarget.at("s3://spand", wait=0).publish(site, STAMPS[0])
    monkeypatch.setattr("vejviser.publish.bucket_lock.SILENT", 0.0)
    monkeypatch.setattr("vejviser.publish.bucket_lock.STEP", 0.01)
    BucketTarget.at("s3://spand").publish(site, STAMPS[0])
    assert "index.html" in bucket.objects


def test_a_publisher_that_was_taken_for_gone_stops(
    bucket: Bucket, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vejviser.publish.bucket_lock.RENEW", 0.0)
    look = BucketTarget._publish

    def overtaken(self: BucketTarget, *arguments: Any) -> Published:
        bucket.objects[".vejviser/publisher.json"] = (b'{"publisher": "en anden", "sign": "2"}', {})
        return look(self, *arguments)

    monkeypatch.setattr(BucketTarget, "_publish", overtaken)
    with pytest.raises(PublishError, match="publish-overtaken"):
        BucketTarget.at("s3://spand").publish(make_site(tmp_path / "a", "a"), STAMPS[0])
    assert set(bucket.objects) == {".vejviser/files.json", ".vejviser/publisher.json"}


@pytest.mark.parametrize(
    ("status", "code", "expected"),
    [
        (403, "InvalidAccessKeyId", "publish-bucket-denied"),
        (401, "Unauthorized", "publish-bucket-denied"),
        (404, "NoSuchBucket", "publish-bucket-missing"),
        (400, "Weird", "publish-bucket"),
    ],
)
def test_what_the_store_answers_is_told_in_plain_words(
    bucket: Bucket, tmp_path: Path, status: int, code: str, expected: str
) -> None:
    bucket.answers = (status, f"<Error><Code>{code}</Code></Error>".encode())
    with pytest.raises(PublishError) as told:
        BucketTarget.at("s3://spand", wait=0).publish(make_site(tmp_path / "a", "a"), STAMPS[0])
    assert told.value.rule == expected
