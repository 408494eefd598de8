"""Publishing into a bucket: the real client, over HTTP, against a small server that answers as S3 does."""

import hashlib
import threading
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit
from xml.sax.saxutils import escape

import pytest

from tests.publish.sites import STAMPS, make_site
from vejviser.base.engine import Engine
from vejviser.base.problems import PublishError
from vejviser.publish.bucket import BucketTarget, content_type

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


class S3(BaseHTTPRequestHandler):
    server: Bucket
    protocol_version = "HTTP/1.1"

    def do_PUT(self) -> None:
        name = self._name()
        content = self.rfile.read(int(self.headers["Content-Length"]))
        if name == self.server.refuse:
            self._answer(403, b"<Error><Code>AccessDenied</Code></Error>")
            return
        self.server.objects[name] = (content, dict(self.headers))
        self.server.put.append(name)
        self._answer(200, etag=_etag(content))

    def do_GET(self) -> None:
        prefix = parse_qs(urlsplit(self.path).query).get("prefix", [""])[0]
        found = "".join(
            f"<Contents><Key>{escape(name)}</Key><LastModified>2026-11-22T12:00:00.000Z</LastModified>"
            f"<ETag>{escape(_etag(content))}</ETag><Size>{len(content)}</Size></Contents>"
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

    def _name(self) -> str:
        return unquote(urlsplit(self.path).path).removeprefix("/spand/")

    def _answer(self, status: int, body: bytes = b"", etag: str = "") -> None:
        assert self.headers["Authorization"].startswith("AWS4-HMAC-SHA256")
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        if etag:
            self.send_header("ETag", etag)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


def _etag(content: bytes) -> str:
    return f'"{hashlib.md5(content, usedforsecurity=False).hexdigest()}"'


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[Bucket]:
    with Bucket() as server:
        for name, value in {
            "AWS_ENDPOINT_URL": f"http://127.0.0.1:{server.server_port}",
            "AWS_ALLOW_HTTP": "true",
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
    assert {name.removeprefix("portal/") for name in bucket.objects} == files
    assert (done.prepared.files, done.prepared.fresh) == (len(files), len(files))
    content, headers = bucket.objects["portal/index.html"]
    assert content == (site / "index.html").read_bytes()
    assert (headers["content-type"], headers["cache-control"]) == ("text/html; charset=utf-8", "no-cache")
    assert "immutable" in bucket.objects["portal/assets/stylesheets/main.a.min.css"][1]["cache-control"]


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
    assert "assets/stylesheets/main.b.min.css" in bucket.objects
    assert "assets/stylesheets/main.a.min.css" not in bucket.objects


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
        assert {name: content for name, (content, _) in ours.items()} == {
            name: content for name, (content, _) in fresh.items()
        }


def test_a_bucket_that_refuses_is_told_and_no_page_has_changed(bucket: Bucket, tmp_path: Path) -> None:
    target = BucketTarget.at("s3://spand")
    target.publish(make_site(tmp_path / "a", "a"), STAMPS[0])
    bucket.refuse = "assets/stylesheets/main.b.min.css"
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
