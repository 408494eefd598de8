"""Readers who keep asking while something is published."""

import re
import threading
from dataclasses import dataclass, field
from time import sleep

from tests.publish.servers import Server


@dataclass
class Readers:
    """Two readers; each opens a page, and then the stylesheet that page's version asks for."""

    server: Server
    pause: float = 0.002
    pages: tuple[str, ...] = ("/", "/side-1/", "/side-3/", "/assets/same.css")
    served: int = 0
    failed: list[str] = field(default_factory=list)
    _stop: threading.Event = field(default_factory=threading.Event)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def __enter__(self) -> "Readers":
        self._threads = [threading.Thread(target=self._read) for _ in range(2)]
        for one in self._threads:
            one.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        for one in self._threads:
            one.join()

    def wait_for(self, more: int) -> None:
        """Let the readers ask for so much more, however busy the machine is."""
        wanted = self.served + more
        while self.served < wanted and any(one.is_alive() for one in self._threads):
            sleep(0.01)

    def _read(self) -> None:
        while not self._stop.is_set():
            for address in self.pages:
                self._stop.wait(self.pause)
                body = self._get(address)
                if versions := set(re.findall(r"<p>(old|new)</p>", body)):
                    self._note(f"{address}: {versions}" if len(versions) > 1 else "")
                    self._get(f"/assets/hashed/main.{versions.pop()}.min.css")

    def _get(self, address: str) -> str:
        try:
            answer = self.server.get(address)
        except OSError as error:
            self._note(f"{address}: {error!r}")
            return ""
        self._note("" if answer.status == 200 and answer.body else f"{address}: {answer.status}")
        return answer.body.decode("utf-8", "replace")

    def _note(self, failure: str) -> None:
        with self._lock:
            self.served += 1
            self.failed += [failure] * bool(failure)
