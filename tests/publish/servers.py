"""nginx and Apache from Debian, on a free port of 127.0.0.1, with our example configurations."""

import http.client
import os
import random
import re
import shutil
import socket
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import sleep

DEPLOY = Path(__file__).parents[2] / "deploy"
NGINX, APACHE = "/usr/sbin/nginx", "/usr/sbin/apache2"
MODULES = ("authz_core", "dir", "headers", "mime", "mpm_event", "rewrite")


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Server:
    port: int

    def get(self, address: str, **headers: str) -> Answer:
        """Ask once, on a connection of its own."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request("GET", address, headers={name.replace("_", "-"): text for name, text in headers.items()})
            answer = connection.getresponse()
            return Answer(answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read())
        finally:
            connection.close()


@contextmanager
def nginx(folder: Path, target: Path) -> Iterator[Server]:
    """Serve `target` with deploy/nginx.conf, in which only the lines marked <<< are changed."""
    port = _free_port()
    ours = (DEPLOY / "nginx.conf").read_text("utf-8")
    ours = ours.replace("127.0.0.1:8080;", f"127.0.0.1:{port};").replace("/srv/portal;", f"{target};")
    (folder / "site.conf").write_text(ours, "utf-8")
    temporary = "".join(
        f"{kind}_temp_path {folder}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    user = "user root;" if os.getuid() == 0 else ""
    (folder / "nginx.conf").write_text(
        f"{user} daemon off; worker_processes 1; pid {folder}/pid; error_log {folder}/error.log;\n"
        "load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;\n"
        f"events {{}}\nhttp {{ access_log off; {temporary} include {folder}/site.conf; }}\n",
        "utf-8",
    )
    yield from _running([NGINX, "-c", f"{folder}/nginx.conf", "-e", f"{folder}/error.log"], port)


@contextmanager
def apache(folder: Path, target: Path) -> Iterator[Server]:
    """Serve `target` with deploy/apache.htaccess as its .htaccess."""
    port = _free_port()
    shutil.copy(DEPLOY / "apache.htaccess", target / ".htaccess")
    modules = "\n".join(f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so" for name in MODULES)
    user = "User www-data\nGroup www-data\n" if os.getuid() == 0 else ""
    (folder / "apache.conf").write_text(
        f"{modules}\n{user}ServerName portal.example\nListen 127.0.0.1:{port}\nPidFile {folder}/pid\n"
        f"ErrorLog {folder}/error.log\nTypesConfig /etc/mime.types\nDocumentRoot {target}/current\n"
        f"<Directory {target}>\nAllowOverride All\nRequire all granted\n</Directory>\n",
        "utf-8",
    )
    yield from _running([APACHE, "-DFOREGROUND", "-f", f"{folder}/apache.conf"], port)


def example_times() -> set[str]:
    """Every Cache-Control that the two examples name."""
    return {
        value
        for name in ("nginx.conf", "apache.htaccess")
        for value in re.findall(r'"((?:public|no-cache)[^"]*)"', (DEPLOY / name).read_text("utf-8"))
    }


def _free_port() -> int:
    """A port that nobody listens on, below those the system lends to readers while the server is on its way."""
    ports = random.SystemRandom()
    while True:
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port := ports.randrange(15_000, 32_000)))
            except OSError:
                continue
            return port


def _running(command: list[str], port: int) -> Iterator[Server]:
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        for _ in range(600):
            if process.poll() is not None:
                raise AssertionError(process.communicate()[0])
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                break
            except OSError:
                sleep(0.1)
        else:
            raise AssertionError(f"nothing answers on port {port}")
        yield Server(port)
    finally:
        process.terminate()
        process.communicate(timeout=120)
