"""What a reader's browser is told, by nginx and by Apache, with the examples in deploy/."""

import gzip
import re
import subprocess
from pathlib import Path

import brotli
import pytest
import yaml

from tests.publish.servers import DEPLOY, NGINX, Server, example_times
from vejviser.publish.headers import ADMIN, ADMIN_SECURITY, ASK, CACHE, OPEN, POLICY, SECURITY, cache_for, headers_file

ROOT = Path(__file__).parents[2]
ADDRESSES = [
    "/",
    "/side-1/",
    "/assets/hashed/main.new.min.css",
    "/assets/same.css",
    "/api/data.csv",
    "/admin/rediger.html",
    "/ikke/her/",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_answer_carries_the_headers(server: Server, address: str) -> None:
    told = server.get(address).headers
    security = ADMIN_SECURITY if address.startswith(ADMIN) else SECURITY
    assert {name: told.get(name.lower()) for name in SECURITY} == dict(security)
    assert told["cache-control"] == cache_for(address)
    assert told.get("access-control-allow-origin") == ("*" if address.startswith(OPEN) else None)


def test_a_browser_gets_the_twin_it_can_read(server: Server) -> None:
    plain = server.get("/side-1/")
    small = server.get("/side-1/", Accept_Encoding="gzip")
    smaller = server.get("/side-1/", Accept_Encoding="br, gzip")
    assert (small.headers["content-encoding"], smaller.headers["content-encoding"]) == ("gzip", "br")
    assert gzip.decompress(small.body) == brotli.decompress(smaller.body) == plain.body
    assert len(smaller.body) < len(small.body) < len(plain.body)
    assert all(item.headers["content-type"].startswith("text/html") for item in (plain, small, smaller))
    assert "Accept-Encoding" in small.headers["vary"]


def test_types_are_right(server: Server) -> None:
    assert server.get("/api/data.csv").headers["content-type"].lower() == "text/csv; charset=utf-8"
    assert server.get("/assets/same.css").headers["content-type"].startswith("text/css")
    assert server.get("/build.json").headers["content-type"].startswith("application/json")


def test_a_page_asked_for_again_is_not_sent_again(server: Server) -> None:
    first = server.get("/side-1/")
    again = server.get("/side-1/", If_None_Match=first.headers["etag"])
    assert (again.status, again.body) == (304, b"")


def test_an_address_without_its_slash_leads_to_the_page(server: Server) -> None:
    answer = server.get("/side-1")
    assert (answer.status, answer.headers["location"].endswith("/side-1/")) == (301, True)


def test_a_page_that_is_not_there_is_our_own(server: Server) -> None:
    answer = server.get("/ikke/her/")
    assert (answer.status, "Siden findes ikke" in answer.body.decode()) == (404, True)


@pytest.mark.parametrize(
    ("address", "now"),
    [
        ("/kommuner/hjoerring/samarbejdsaftale.da.docx", "/kommuner/hjoerring/samarbejdsaftale-hjoerring.da.docx"),
        ("/kommuner/hjoerring/kommunepakke.ar.zip", "/kommuner/hjoerring/kommunepakke-hjoerring.ar.zip"),
        ("/kommuner/faaborg-midtfyn/brev.da.odt", "/kommuner/faaborg-midtfyn/brev-faaborg-midtfyn.da.odt"),
    ],
)
def test_a_filled_in_file_is_found_at_its_address_from_before_it_named_its_place(
    server: Server, address: str, now: str
) -> None:
    answer = server.get(address)
    assert (answer.status, answer.headers["location"].removeprefix(f"http://127.0.0.1:{server.port}")) == (301, now)
    again = server.get(now)
    said = 'lang="ar"' if ".ar." in now else "Siden findes ikke"
    assert (again.status, said in again.body.decode()) == (404, True), "this small site has no such file"


@pytest.mark.parametrize(
    "address", ["/ar/findes/ikke/", "/ar/x.pdf", "/filer/aftale.ar.docx", "/filer/aftale.da-ar.pdf"]
)
def test_a_page_that_is_not_there_answers_in_the_readers_language(server: Server, address: str) -> None:
    answer = server.get(address)
    assert (answer.status, 'lang="ar"' in answer.body.decode()) == (404, True)


@pytest.mark.parametrize("address", ["/api/", "/assets/", "/assets/hashed/"])
def test_a_folder_without_a_page_is_no_page(server: Server, address: str) -> None:
    answer = server.get(address)
    assert answer.status in {403, 404}
    assert "Siden findes ikke" in answer.body.decode()


@pytest.mark.server
def test_nginx_has_nothing_to_say_of_the_example_beside_debians_own_settings(tmp_path: Path) -> None:
    ours = (DEPLOY / "nginx.conf").read_text("utf-8").replace("/srv/portal;", f"{tmp_path};")
    (tmp_path / "site.conf").write_text(ours, "utf-8")
    (tmp_path / "nginx.conf").write_text(
        f"pid {tmp_path}/pid;\nload_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;\n"
        f"events {{}}\nhttp {{ include /etc/nginx/mime.types; include {tmp_path}/site.conf; }}\n",
        "utf-8",
    )
    command = [NGINX, "-t", "-c", f"{tmp_path}/nginx.conf", "-e", f"{tmp_path}/error.log"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "warn" not in done.stderr
    assert "syntax is ok" in done.stderr


def test_the_examples_know_the_languages_of_the_portal() -> None:
    _, *others = yaml.safe_load((ROOT / "portal.yml").read_text("utf-8"))["languages"]
    known = re.search(r"\(\?<part>([a-z|]+)\)", (DEPLOY / "nginx.conf").read_text("utf-8"))
    assert known
    assert f"(?<of>{known[1]})" in (DEPLOY / "nginx.conf").read_text("utf-8")
    apache = re.findall(r"ErrorDocument 404 /([a-z]+)/404\.html", (DEPLOY / "apache.htaccess").read_text("utf-8"))
    assert sorted(known[1].split("|")) == sorted(apache) == sorted(others)


@pytest.mark.parametrize("address", ["/_headers", "/.lock", "/.htaccess", "/../.lock", "/../releases/"])
def test_what_is_not_for_readers_is_not_served(server: Server, address: str) -> None:
    assert server.get(address).status in {400, 404}


@pytest.mark.parametrize("server", ["nginx"], indirect=True)
def test_a_page_from_before_the_publishing_still_gets_its_files(server: Server) -> None:
    assert server.get("/assets/hashed/main.old.min.css").body == b"/* old */"


def test_the_examples_and_the_pages_say_what_the_code_says() -> None:
    assert example_times() == {ASK, *CACHE.values()}
    for name in ("nginx.conf", "apache.htaccess"):
        assert POLICY in (DEPLOY / name).read_text("utf-8")
    page = (ROOT / "plugins/vejviser/site/frame/partials/head.html").read_text("utf-8")
    assert POLICY.removesuffix("; frame-ancestors 'none'") in page  # a page cannot say who may frame it


@pytest.mark.parametrize("admin", [False, True])
def test_headers_file_names_each_header_once_for_any_address(admin: bool) -> None:
    rules = re.findall(r"^(/\S*)\n((?:  .+\n)+)", headers_file(admin=admin).decode(), re.MULTILINE)
    names = {pattern: [line.split(":")[0].strip() for line in lines.splitlines()] for pattern, lines in rules}
    assert {*names.pop("/*"), *names.pop("/admin/*", [])} == set(SECURITY)
    assert sorted({name for others in names.values() for name in others}) == [
        "Access-Control-Allow-Origin",
        "Cache-Control",
    ]
