"""What publishing has put in a bucket: only that may it take away again.

The list lies in the bucket itself, so it holds whoever publishes. It also says what the store answered for each file,
for a store may give tags that are no hash of the content, as Amazon's does where it encrypts with a key of one's own.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

import obstore
from obstore.store import S3Store

PATH = ".vejviser/files.json"


@dataclass(frozen=True, slots=True)
class Sent:
    """A file in the bucket: the SHA-256 of its content and its headers, and the tag the store gave it.

    `until` is the last day of a file that the site has no longer, as ISO 8601 writes it; else it is empty.
    """

    sha256: str
    tag: str
    until: str = ""


def digest_of(sha256: str, headers: Mapping[str, str]) -> str:
    """Return what changes when a file's content or its headers do."""
    return hashlib.sha256(json.dumps([sha256, sorted(headers.items())]).encode()).hexdigest()


def read_list(store: S3Store) -> Mapping[str, Sent]:
    """Return what publishing has put in the bucket, by name; nothing where it has not, or has kept no list."""
    try:
        found = json.loads(bytes(obstore.get(store, PATH).bytes()))
        return {name: Sent(*facts) for name, facts in found.items()}
    except (FileNotFoundError, ValueError, TypeError, AttributeError):
        return {}


def write_list(store: S3Store, files: Mapping[str, Sent]) -> None:
    """Keep the list in the bucket."""
    lines = {name: [sent.sha256, sent.tag, *([sent.until] * bool(sent.until))] for name, sent in sorted(files.items())}
    attributes = {"Content-Type": "application/json", "Cache-Control": "no-cache"}
    obstore.put(store, PATH, json.dumps(lines, indent=0).encode(), attributes=attributes, use_multipart=False)
