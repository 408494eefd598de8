"""`vejviser serve`: an HTTP server that shows a preview, and builds it again when a file has changed."""

import ipaddress
import mimetypes
import posixpath
import re
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Condition, Event, Thread
from time import sleep, time_ns
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers.polling import PollingObserver

from vejviser.site.preview import Preview
from vejviser.site.preview_panel import OWN, PanelTexts, equipped, preview_asset

WATCHED = ("data", "docs", "materials", "overrides", "mkdocs.yml", "portal.yml")
_LOOKED_AT_EVERY = 0.2
"""Seconds; looking at the few hundred files of a portal takes some milliseconds, and works on every kind of disk."""
_QUIET_FOR = 0.1
"""Seconds without another change before a build begins: an editor's program may write several files."""
_ANSWERED_AFTER = 60
"""Seconds after which a browser that waits for news is told that there are none."""
_POLL = re.compile(r"livereload/(?P<epoch>[0-9]+)/[0-9]+")


class PreviewServer(ThreadingHTTPServer):
    """Shows the pages of `preview` below `front` ("/" or "/venner/"); calls `built` after every build."""

    daemon_threads = True

    def __init__(
        self, preview: Preview, host: str, port: int, front: str, words: PanelTexts, built: Callable[[], None]
    ) -> None:
        with suppress(ValueError):
            if ipaddress.ip_address(host).version == 6:
                self.address_family = socket.AF_INET6
        super().__init__((host, port), _Handler, bind_and_activate=False)
        self.preview, self.words, self._built = preview, words, built
        self.front = f"/{front.strip('/')}/".replace("//", "/")
        self.url = f"http://{f'[{host}]' if ':' in host else host}:{port}{self.front}"
        self.epoch = _now()
        self._news = Condition()
        self._changed = Event()
        self._answering = Thread(target=self.serve_forever, daemon=True)
        self._observer = PollingObserver(timeout=_LOOKED_AT_EVERY)
        for path in (preview.root / name for name in WATCHED):
            if path.exists():
                self._observer.schedule(_Watcher(self._changed), str(path), recursive=True)

    def start(self, ready: Callable[[], None]) -> None:
        """Build once, call `ready`, then answer browsers and build again on every change until interrupted.

        Raises OSError when the port is taken, before anything is built.
        """
        self.server_bind()
        self.server_activate()
        self._rebuild()
        self._observer.start()
        self._answering.start()
        ready()
        while True:
            if self._changed.wait(timeout=0.5):  # awake now and then, so that Ctrl+C is heard
                while self._changed.is_set():
                    self._changed.clear()
                    sleep(_QUIET_FOR)
                self._rebuild()

    def stop(self) -> None:
        """Stop answering and watching, however far the start has come."""
        if self._answering.is_alive():
            self.shutdown()
            self._observer.stop()
        self.server_close()

    def newer_than(self, epoch: int) -> int:
        """Return the number of the newest build, as soon as it is newer than `epoch` or a minute has passed."""
        with self._news:
            self._news.wait_for(lambda: self.epoch > epoch, _ANSWERED_AFTER)
        return self.epoch

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 - as the library has it
        """Print nothing about browsers that went away while they were answered."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)

    def _rebuild(self) -> None:
        """Build while readers go on with the pages there are."""
        stale = self.preview.rebuild()
        self._built()
        with self._news:
            self.epoch = max(_now(), self.epoch + 1)
            self._news.notify_all()
        if stale:
            self._changed.set()


class _Watcher(FileSystemEventHandler):
    def __init__(self, changed: Event) -> None:
        self._changed = changed

    def on_any_event(self, event: FileSystemEvent) -> None:
        if not event.is_directory:
            self._changed.set()


class _Handler(BaseHTTPRequestHandler):
    server: PreviewServer

    def do_GET(self) -> None:
        """Answer with a page, a file, news of a build, or that there is nothing."""
        path = unquote(urlsplit(self.path).path)
        front = self.server.front
        if not path.startswith(front):
            if f"{path}/" in ("//", front):
                self._lead_to(front)
            else:
                self._missing()
        elif poll := _POLL.fullmatch(path.removeprefix(front)):
            self._answer(f"{self.server.newer_than(int(poll['epoch']))}".encode(), "text/plain")
        else:
            self._file(path.removeprefix(front), path)

    do_HEAD = do_GET  # noqa: N815 - as the library calls it

    def log_message(self, *_: object) -> None:
        """Keep from telling what the editor need not know."""

    def _file(self, asked: str, path: str) -> None:
        own = "sw.js" if asked == "sw.js" else asked.removeprefix(OWN) if asked.startswith(OWN) else ""
        name = posixpath.normpath(f"/{asked}index.html" if not asked or asked.endswith("/") else f"/{asked}").lstrip(
            "/"
        )
        content = preview_asset(own) if own else self._page(name)
        if content is not None:
            self._answer(content, _kind(name))
        elif self._page(f"{name}/index.html") is not None:
            self._lead_to(f"{path}/")
        elif (edition := self.server.preview.edition) and (content := edition.file(name)) is not None:
            self._answer(content, _kind(name))
        else:
            self._missing()

    def _page(self, name: str) -> bytes | None:
        edition = self.server.preview.edition
        return edition.page(name) if edition else None

    def _missing(self) -> None:
        trouble, words = self.server.preview.trouble, self.server.words
        page = None if trouble else self._page("404.html")
        title = words["panel-title"] if trouble else str(HTTPStatus.NOT_FOUND.value)
        self._answer(page or words.bare(title), "text/html", HTTPStatus.NOT_FOUND)

    def _lead_to(self, path: str) -> None:
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", quote(path))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _answer(self, content: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        server = self.server
        if kind == "text/html":
            content = equipped(content, server.epoch, server.preview.trouble, server.front, server.words)
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)


def _kind(name: str) -> str:
    return mimetypes.guess_type(name)[0] or "application/octet-stream"


def _now() -> int:
    """Return the time in milliseconds: a preview that is started again has newer builds than the one before."""
    return time_ns() // 1_000_000
