"""One publisher at a time in a bucket, by an object that only one can make.

The store itself decides who is first: it makes an object only where there is none (`If-None-Match`), and replaces one
only as it was seen (`If-Match`). Who publishes says so again and again; who has been silent for long is gone.
"""

import json
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import monotonic, sleep

import obstore
from obstore.exceptions import AlreadyExistsError, PreconditionError
from obstore.store import S3Store

from vejviser.base.problems import PublishError

PATH = ".vejviser/publisher.json"
RENEW = 20.0
"""Seconds between two signs of life."""
SILENT = 120.0
"""Seconds of silence after which a publisher is taken for gone."""
STEP = 1.0


@dataclass
class BucketLock:
    """The right to write in a bucket, while it is held."""

    store: S3Store
    address: str
    owner: str = field(default_factory=lambda: secrets.token_hex(16))
    tag: str = ""
    said: float = 0.0

    def still_here(self) -> None:
        """Give a sign of life when it is time; raises PublishError when somebody else has taken over."""
        if monotonic() - self.said < RENEW:
            return
        try:
            self._say(self.tag)
        except (PreconditionError, AlreadyExistsError, FileNotFoundError) as error:
            raise PublishError("publish-overtaken", target=self.address) from error

    def _say(self, seen: str) -> None:
        """Write who publishes, in the place of what was `seen`; nothing: where nothing is."""
        self.said = monotonic()
        text = json.dumps({"publisher": self.owner, "sign": secrets.token_hex(8)}).encode()
        done = obstore.put(self.store, PATH, text, mode={"e_tag": seen} if seen else "create", use_multipart=False)
        self.tag = done["e_tag"] or ""

    def _take(self, wait: float) -> None:
        end, since, seen = monotonic() + wait, monotonic(), ""
        while True:
            if self._taken(seen if seen and monotonic() - since > SILENT else ""):
                return
            now = self._tag()
            if now != seen:
                since, seen = monotonic(), now
            if monotonic() > end:
                raise PublishError("publish-busy", target=self.address)
            sleep(STEP)

    def _taken(self, silent: str) -> bool:
        """Try to be the one, in the place of a publisher that has been `silent`; return whether it went well."""
        try:
            self._say(silent)
        except (AlreadyExistsError, PreconditionError):
            return False
        except FileNotFoundError:
            if silent:  # it has left meanwhile
                return False
            raise
        return self._is_ours()

    def _is_ours(self) -> bool:
        """Return whether the store holds what we wrote: one that takes no conditions lets the last one win."""
        try:
            found = json.loads(bytes(obstore.get(self.store, PATH).bytes()))
        except FileNotFoundError:
            return False
        return bool(found.get("publisher") == self.owner)

    def _tag(self) -> str:
        try:
            return obstore.head(self.store, PATH)["e_tag"] or ""
        except FileNotFoundError:
            return ""

    def _leave(self) -> None:
        if self._is_ours():
            obstore.delete(self.store, PATH)


@contextmanager
def locked_bucket(store: S3Store, address: str, wait: float) -> Iterator[BucketLock]:
    """Hold the right to write in a bucket; raises PublishError when somebody else still does after `wait` seconds."""
    lock = BucketLock(store, address)
    lock._take(wait)
    try:
        yield lock
    finally:
        lock._leave()
