"""Publishing into an S3-compatible bucket: Amazon's, or any host's that speaks the same language.

A bucket cannot change many files in one step, so the order protects readers: first what pages need, then the pages,
then build.json, and only then what is no longer there goes. Nothing earlier is kept; to go back, publish it again.
Access comes from the environment: AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_REGION, AWS_ENDPOINT_URL.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from mimetypes import MimeTypes
from pathlib import Path

import obstore
from obstore.exceptions import BaseError
from obstore.store import S3Store

from vejviser.base.engine import Engine
from vejviser.base.problems import PublishError
from vejviser.publish.headers import cache_for
from vejviser.publish.manifest import NAME, whole_site
from vejviser.publish.prepare import Prepared
from vejviser.publish.releases import Published
from vejviser.publish.remembered import remember, remembered

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
_TAGS = "md5"


@dataclass(frozen=True, slots=True)
class BucketTarget:
    """A bucket, or a folder in one."""

    store: S3Store
    address: str
    engine: Engine = field(default_factory=Engine, compare=False)
    """What is remembered from one publishing to the next."""

    @classmethod
    def at(cls, address: str, engine: Engine | None = None) -> "BucketTarget":
        """Return the target of an address such as s3://bucket/folder; raises PublishError for one nobody can read."""
        try:
            return cls(S3Store.from_url(address), address, engine or Engine())
        except (BaseError, ValueError) as error:
            raise PublishError("publish-target", target=address) from error

    def publish(self, site: Path, stamp: str, *, preview: bool = False) -> Published:
        """Upload what is new or changed in `site`, then remove what is gone; raises PublishError."""
        files = whole_site(site, self.engine, preview=preview)
        tags = remembered(_TAGS, self.engine)
        known = {name: tags.get(facts.sha256, "") for name, facts in files.items()}
        try:
            there = {item["path"]: (item["e_tag"] or "").strip('"') for chunk in self.store.list() for item in chunk}
            new: dict[str, tuple[str, bool]] = {}
            for part in (*_parted(files), [NAME]):
                new |= self._upload(site, [name for name in part if not _is_there(name, known, there)], there)
            if gone := sorted(there.keys() - {*files, NAME}):
                obstore.delete(self.store, gone)
        except (BaseError, OSError) as error:
            raise PublishError("publish-bucket", target=self.address, reason=_short(error)) from error
        tags = {facts.sha256: new[name][0] if name in new else known[name] for name, facts in files.items()}
        remember(_TAGS, tags, self.engine)
        return Published(stamp, Prepared(len(files) + 1, sum(sent for _, sent in new.values())))

    def roll_back(self, to: str | None = None) -> str:
        """Raise PublishError: a bucket keeps nothing earlier."""
        raise PublishError("publish-keeps-nothing", target=self.address, stamp=to or "")

    def forget(self) -> int:
        """Return 0: nothing earlier is kept here."""
        return 0

    def releases(self) -> tuple[()]:
        """Return none: a bucket keeps nothing earlier."""
        return ()

    def _upload(self, site: Path, names: Sequence[str], there: Mapping[str, str]) -> dict[str, tuple[str, bool]]:
        """Upload the files that the bucket does not hold byte for byte; return the tag of each, and if it was sent."""

        def upload(name: str) -> tuple[str, bool]:
            content = (site / name).read_bytes()
            tag = hashlib.md5(content, usedforsecurity=False).hexdigest()
            if there.get(name) == tag:
                return tag, False
            headers = {"Content-Type": content_type(name), "Cache-Control": cache_for(f"/{name}")}
            obstore.put(self.store, name, content, attributes=headers, use_multipart=False)
            return tag, True

        with ThreadPoolExecutor(AT_ONCE) as pool:
            return dict(zip(names, pool.map(upload, names), strict=True))


def _is_there(name: str, known: Mapping[str, str], there: Mapping[str, str]) -> bool:
    """Return whether the bucket holds the file, as far as that is known without reading it."""
    return bool(known.get(name)) and there.get(name) == known[name]


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
