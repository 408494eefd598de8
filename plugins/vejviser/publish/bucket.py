"""Publishing into an S3-compatible bucket: Amazon's, or any host's that speaks the same language.

A bucket cannot change many files in one step, so the order protects readers: first what pages need, then the pages,
then build.json, and only then what is no longer there goes. Nothing earlier is kept; to go back, publish it again.
Access comes from the environment: AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_REGION, AWS_ENDPOINT_URL.
"""

import hashlib
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from mimetypes import MimeTypes
from pathlib import Path

import obstore
from obstore.exceptions import BaseError
from obstore.store import S3Store

from vejviser.base.problems import PublishError
from vejviser.publish.folder import Published
from vejviser.publish.headers import cache_for
from vejviser.publish.manifest import NAME, publishable, site_files, verify
from vejviser.publish.prepare import Prepared

TYPES = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".epub": "application/epub+zip",
    ".ics": "text/calendar",
    ".js": "text/javascript",
    ".jsonld": "application/ld+json",
    ".odp": "application/vnd.oasis.opendocument.presentation",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
}
_TYPES = MimeTypes(filenames=())  # what this machine knows besides must not matter
AT_ONCE = 8


@dataclass(frozen=True, slots=True)
class BucketTarget:
    """A bucket, or a folder in one."""

    store: S3Store
    address: str

    @classmethod
    def at(cls, address: str) -> "BucketTarget":
        """Return the target of an address such as s3://bucket/folder; raises PublishError for one nobody can read."""
        try:
            return cls(S3Store.from_url(address), address)
        except (BaseError, ValueError) as error:
            raise PublishError("publish-target", target=address) from error

    def publish(self, site: Path, stamp: str, *, preview: bool = False) -> Published:
        """Upload what is new or changed in `site`, then remove what is gone; raises PublishError."""
        verify(site, publishable(site, preview=preview))
        names = tuple(site_files(site))
        try:
            there = {item["path"]: item["e_tag"] for chunk in self.store.list() for item in chunk}
            pages, others = _parted(names)
            fresh = sum(self._upload(site, part, there) for part in (others, pages, (NAME,)))
            if gone := sorted(there.keys() - {*names, NAME}):
                obstore.delete(self.store, gone)
        except (BaseError, OSError) as error:
            raise PublishError("publish-bucket", target=self.address, reason=_short(error)) from error
        return Published(stamp, Prepared(len(names) + 1, fresh))

    def roll_back(self, to: str | None = None) -> str:
        """Raise PublishError: a bucket keeps nothing earlier."""
        raise PublishError("publish-keeps-nothing", target=self.address, stamp=to or "")

    def forget(self) -> int:
        """Return 0: nothing earlier is kept here."""
        return 0

    def releases(self) -> tuple[()]:
        """Return none: a bucket keeps nothing earlier."""
        return ()

    def _upload(self, site: Path, names: Iterable[str], there: dict[str, str | None]) -> int:
        """Upload the files the bucket does not hold byte for byte; return how many."""

        def upload(name: str) -> bool:
            content = (site / name).read_bytes()
            digest = hashlib.md5(content, usedforsecurity=False).hexdigest()
            if (there.get(name) or "").strip('"') == digest:
                return False
            headers = {"Content-Type": content_type(name), "Cache-Control": cache_for(f"/{name}")}
            obstore.put(self.store, name, content, attributes=headers, use_multipart=False)
            return True

        with ThreadPoolExecutor(AT_ONCE) as pool:
            return sum(pool.map(upload, names))


def content_type(name: str) -> str:
    """Return the media type of a file by its name."""
    suffix = Path(name).suffix
    kind = TYPES.get(suffix) or _TYPES.guess_type(name)[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind


def _parted(names: Iterable[str]) -> tuple[list[str], list[str]]:
    parts: tuple[list[str], list[str]] = ([], [])
    for name in names:
        parts[not name.endswith(".html")].append(name)
    return parts


def _short(error: Exception) -> str:
    return " ".join(str(error).split())[:300]
