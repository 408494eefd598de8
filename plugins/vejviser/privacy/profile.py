"""Persons' profiles in social media, in a text as it is read: facebook.com/fornavn.efternavn, Telegram: @fornavn."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from vejviser.privacy.vocabulary import has_name, is_role

_LINK = re.compile(
    r"(?<![\w-])(?:(?:[\w-]{1,10}\.)?(?:facebook|fb|instagram|linkedin|tiktok|snapchat|telegram|twitter|threads|vk|ok)"
    r"\.(?:com|me|net|ru)|"
    r"(?:t|m|x)\.(?:me|com))/([\w@.?=%+\-/]{2,100})",
    re.IGNORECASE,
)
_HANDLE = re.compile(
    r"\b(?:instagram|insta|telegram|snapchat|snap|tiktok|facebook|messenger|twitter|threads|discord|signal)"
    r"[\w-]{0,6}\W{1,4}(?:\w{1,12}\W{1,2})?@([\w.]{3,30})",
    re.IGNORECASE,
)
_HANDLE_BEFORE = re.compile(
    r"@([\w.]{3,30}) (?:på|on|в|у|على) (?:instagram|telegram|snapchat|tiktok|signal|x)\b", re.IGNORECASE
)
_SKYPE = re.compile(r"\bskype: ?(?:live:)?([\w.-]{4,40})", re.IGNORECASE)
_PERSONS = frozenset(["in", "add", "people", "u"])
_NOT_PERSONS = frozenset(
    """
    company school showcase groups group pages page events event sharer sharer.php share share.php watch
    plugins p reel reels tr policies policy privacy legal help hashtag explore stories joinchat s c dialog
    intent home search login tag video videos photo photos profile marketplace business ads about settings
    feed pulse jobs learning posts
    """.split()  # noqa: SIM905 - a list of names reads best as words
)


@dataclass(frozen=True, slots=True)
class Profile:
    """A person's profile between `start` and `end` of the text."""

    start: int
    end: int
    key: str


def profiles(text: str) -> Iterator[Profile]:
    """Yield the profiles in `text` that may be a person's."""
    if ".com/" in text or ".me/" in text or ".ru/" in text or ".net/" in text:
        for match in _LINK.finditer(text):
            if _is_persons(match[1]):
                yield Profile(match.start(), match.end(), match[0].lower().rstrip("./"))
    patterns = (_HANDLE, _HANDLE_BEFORE) if "@" in text else ()
    for match in chain.from_iterable(item.finditer(text) for item in (*patterns, *_skype(text))):
        if not is_role(match[1]):
            yield Profile(match.start(), match.end(), "@" + match[1].lower())


def _skype(text: str) -> tuple[re.Pattern[str], ...]:
    return (_SKYPE,) if "kype:" in text else ()


def _is_persons(path: str) -> bool:
    first, _, rest = path.strip("/").partition("/")
    name = first.partition("?")[0].lstrip("@").lower()
    if first.startswith("profile.php?id="):
        return True
    if name in _PERSONS:
        return bool(rest)
    if name in _NOT_PERSONS or is_role(name):
        return False
    parts = name.split(".")
    two_words = len(parts) == 2 and all(part.isalpha() and len(part) > 1 for part in parts)
    return has_name(name) or (two_words and not any(is_role(part) for part in parts))
