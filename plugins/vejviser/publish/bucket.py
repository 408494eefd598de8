"""Publishing into an S3-compatible bucket: Amazon's, or any host's that speaks the same language.

A bucket cannot change many files in one step, so the order protects readers: first what pages need, then the pages,
then build.json, and only then what is no longer there goes; files named by their content stay for a
while, for the pages that were written for them. One publisher works at a time, so that no mixture of two
sites stays. Nothing earlier is kept; to go back, publish it again.
Access comes from the environment: AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_REGION, AWS_ENDPOINT_URL.
"""

import errno
import hashlib
import os
from collections.abc import Container, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import date
from mimetypes import MimeTypes
from pathlib import Path

import obstore
from obstore.exceptions import BaseError, PermissionDeniedError, UnauthenticatedError
from obstore.store import S3Store

from vejviser.base.engine import Engine
from vejviser.base.problems import PublishError
from vejviser.content.addresses import PUBLISHED_ON
from vejviser.publish.bucket_list import PATH as LIST
from vejviser.publish.bucket_list import Sent, digest_of, read_list, write_list
from vejviser.publish.bucket_lock import PATH as LOCK
from vejviser.publish.bucket_lock import BucketLock, locked_bucket
from vejviser.publish.headers import cache_for, is_unchanging
from vejviser.publish.manifest import NAME, published_on, whole_site
from vejviser.publish.older import Lasting, day_of, left
from vejviser.publish.prepare import Prepared
from vejviser.publish.releases import Published

TYPES = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".epub": "application/epub+zip",
    ".ics": "text/calendar",
    ".js": "text/javascript",
    ".jsonld": "application/ld+json",
    ".odp": "application/vnd.oasis.opendocument.presentation",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".ttf": "font/ttf",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
}
_TYPES = MimeTypes(filenames=())  # what this machine knows besides must not matter
AT_ONCE = 8
_LOAD = 200
"""Files between two looks at the clock."""
_OWN = frozenset({LIST, LOCK, PUBLISHED_ON})
_TOLD = {
    FileNotFoundError: "publish-bucket-missing",
    PermissionDeniedError: "publish-bucket-denied",
    UnauthenticatedError: "publish-bucket-denied",
}
_NOT_YET = Sent("", "")


@dataclass(frozen=True, slots=True)
class BucketTarget:
    """A bucket, or a folder in one; `wait` is how many seconds to wait for another publisher."""

    store: S3Store
    address: str
    engine: Engine = field(default_factory=Engine, compare=False)
    """What is remembered of the site."""
    wait: float = 600

    @classmethod
    def at(cls, address: str, engine: Engine | None = None, wait: float = 600) -> "BucketTarget":
        """Return the target of an address such as s3://bucket/folder; raises PublishError for one nobody can read."""
        plain = os.environ.get("AWS_ENDPOINT_URL", "").startswith("http://")  # a store on one's own machine
        try:
            store = S3Store.from_url(address, client_options={"allow_http": True} if plain else {})
        except (BaseError, ValueError) as error:
            raise PublishError("publish-target", target=address) from error
        return cls(store, address, engine or Engine(), wait)

    def publish(self, site: Path, stamp: str, *, preview: bool = False) -> Published:
        """Upload what is new or changed in `site`, then remove what earlier publishings put there and is gone.

        Raises PublishError.
        """
        files = whole_site(site, self.engine, preview=preview)
        wanted = {name: digest_of(facts.sha256, _headers(name)) for name, facts in files.items()}
        wanted[NAME] = digest_of(hashlib.sha256((site / NAME).read_bytes()).hexdigest(), _headers(NAME))
        try:
            with locked_bucket(self.store, self.address, self.wait) as lock:
                return self._publish(site, stamp, wanted, lock)
        except (BaseError, OSError) as error:
            raise PublishError(_rule(error), target=self.address, reason=_short(error)) from error

    def _publish(self, site: Path, stamp: str, wanted: Mapping[str, str], lock: BucketLock) -> Published:
        there = {item["path"]: (item["e_tag"] or "").strip('"') for chunk in self.store.list() for item in chunk}
        ours = read_list(self.store)
        seen = {name: replace(sent, until="") for name, sent in ours.items()}
        kept = {name: sent for name, sent in seen.items() if sent == Sent(wanted.get(name, ""), there.get(name, ""))}
        changed = [name for name in wanted if name not in kept and name != NAME]
        if changed and not wanted.keys() <= ours.keys():  # who is killed on the way leaves nothing that nobody knows
            write_list(self.store, {**dict.fromkeys(wanted, _NOT_YET), **ours})
        sent = kept | self._upload(site, changed, wanted, lock)
        last = sent | self._upload(site, [] if NAME in kept else [NAME], wanted, lock)
        still = _older(ours, wanted, None if NAME in kept else day_of(stamp))
        gone = sorted((ours.keys() - wanted.keys() - still.keys()) & there.keys())
        if gone:
            obstore.delete(self.store, gone)
        self._say_day(stamp)
        if {**last, **still} != ours:
            write_list(self.store, {**last, **still})
        others = 0 if ours else len(there.keys() - wanted.keys() - _OWN)
        return Published(stamp, Prepared(len(wanted), len(last) - len(kept)), others=others)

    def _say_day(self, stamp: str) -> None:
        obstore.put(
            self.store, PUBLISHED_ON, published_on(stamp), attributes=_headers(PUBLISHED_ON), use_multipart=False
        )

    def roll_back(self, to: str | None = None) -> str:
        """Raise PublishError: a bucket keeps nothing earlier."""
        raise PublishError("publish-keeps-nothing", target=self.address, stamp=to or "")

    def forget(self) -> int:
        """Remove what pages from before still need; return 0, since no whole release is kept. Raises PublishError."""
        try:
            with locked_bucket(self.store, self.address, self.wait):
                ours = read_list(self.store)
                older = sorted(name for name, sent in ours.items() if sent.until)
                if older:
                    obstore.delete(self.store, older)
                    write_list(self.store, {name: sent for name, sent in ours.items() if not sent.until})
        except (BaseError, OSError) as error:
            raise PublishError(_rule(error), target=self.address, reason=_short(error)) from error
        return 0

    def releases(self) -> tuple[()]:
        """Return none: a bucket keeps nothing earlier."""
        return ()

    def _upload(self, site: Path, names: Sequence[str], wanted: Mapping[str, str], lock: BucketLock) -> dict[str, Sent]:
        """Upload files, what pages need before the pages; return what the bucket holds then."""

        def upload(name: str) -> tuple[str, Sent]:
            content = (site / name).read_bytes()
            if digest_of(hashlib.sha256(content).hexdigest(), _headers(name)) != wanted[name]:
                raise OSError(errno.ESTALE, os.strerror(errno.ESTALE), name)  # somebody is building the site again
            done = obstore.put(self.store, name, content, attributes=_headers(name), use_multipart=False)
            return name, Sent(wanted[name], (done["e_tag"] or "").strip('"'))

        sent: dict[str, Sent] = {}
        with ThreadPoolExecutor(AT_ONCE) as pool:
            for part in _parted(names):
                for start in range(0, len(part), _LOAD):
                    lock.still_here()
                    sent.update(pool.map(upload, part[start : start + _LOAD]))
        return sent


def _older(ours: Mapping[str, Sent], wanted: Container[str], day: date | None) -> dict[str, Sent]:
    """Return what pages from before still need, on a `day` on which another site is published."""
    if day is None:
        return {name: sent for name, sent in ours.items() if sent.until}
    older = left({name: Lasting("", sent.until) for name, sent in ours.items()}, wanted, day)
    return {name: replace(ours[name], until=it.until) for name, it in older.items() if is_unchanging(name)}


def _headers(name: str) -> dict[str, str]:
    return {"Content-Type": content_type(name), "Cache-Control": cache_for(f"/{name}")}


def _rule(error: Exception) -> str:
    """Return what to tell about an answer of the store."""
    return next((rule for kind, rule in _TOLD.items() if isinstance(error, kind)), "publish-bucket")


def content_type(name: str) -> str:
    """Return the media type of a file by its name."""
    suffix = Path(name).suffix
    kind = TYPES.get(suffix) or _TYPES.guess_type(name)[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind


def _parted(names: Iterable[str]) -> tuple[list[str], list[str]]:
    """Return what pages need, and the pages."""
    parts: tuple[list[str], list[str]] = ([], [])
    for name in names:
        parts[name.endswith(".html")].append(name)
    return parts


def _short(error: Exception) -> str:
    return " ".join(str(error).split())[:300]
