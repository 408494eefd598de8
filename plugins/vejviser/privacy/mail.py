"""E-mail addresses in a text as it is read, however the @ and the dot are written.

Addresses of roles (kontakt@…, frivillig-sampleton@…) and addresses that can belong to nobody (…@proeveby.example) pass.
A role passes only when every word of it is one: info.ali@… is Ali's. At the hosts where anybody opens an address of
their own, and at a domain that is itself a name, a role is a person's too.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vejviser.privacy.vocabulary import is_name, is_role, words_of

_AT = re.compile("@")
_IN_BRACKETS = re.compile(
    r"[\[({<]\s?(?:at|@|a|ät|snabel[- ]?a|alfakrøl|krøllealfa|ат|ет|собака|равлик|آت)\s?[\])}>]", re.IGNORECASE
)
_BRACKETED = tuple(
    f"{sign}{word}" for sign in "[({<" for word in ("at", " at", "@", "a)", "a]", "a}", "AT", "A)", "A]", "ät")
)
_SITE_FOLLOWS = r"(?=[\w-]{1,63}(?:\s{0,3}[.,]|\s{0,2}[\[({]?(?:dot|punktum|prik|крапка|точка|نقطة)\b))"
_SPELLED = {word: re.compile(f"{word}(?i:{_SITE_FOLLOWS})") for word in (" at ", " AT ", "-at-", "_at_", " -at- ")}
_RARE = ("nabel", "NABEL", "собака", "равлик", "آت", "lfakrøl", "rølle", "(ат", "(ет")
_RARELY_SPELLED = re.compile(
    rf"\s{{0,3}}(?:snabel[- ]?a|alfakrøl|krøllealfa|собака|равлик|آت)\s{{1,3}}{_SITE_FOLLOWS}", re.IGNORECASE
)
_BARE_AT = re.compile(r"\s{1,3}at\s{1,3}", re.IGNORECASE)
_LOCAL = re.compile(r"[\"'*`@]{0,3}\s{0,2}([\w.+\-]{0,63}\w)")
"""The part before the @, read backwards."""
_DOT = (
    r"(?:\.|\s{0,2}[\[({<]\s?(?:\.|dot|punktum|prik|punkt|крапка|точка|نقطة)\s?[\])}>]\s{0,2}|"
    r"\s{1,2}(?:dot|punktum|prik|крапка|точка|نقطة)\s{1,2}|(?:,| \. ?|\. )(?=(?:com|dk|net|org|eu|ua|se|no|de)\b))"
)
_TOP = r"(?!(?:png|jpe?g|svg|webp|gif|css|js|mjs|html?|pdf|docx?)\b)(?:xn--[a-z0-9-]{2,40}|[^\W\d_]{2,24})"
_DOMAIN = re.compile(
    rf"\s{{0,3}}[\"'*`]{{0,3}}([\w-]{{1,63}}(?:{_DOT}[\w-]{{1,63}}){{0,6}}{_DOT}{_TOP})(?![\w-])", re.IGNORECASE
)
_DOTS = re.compile(rf"{_DOT}", re.IGNORECASE)
_RESERVED_HOSTS = re.compile(
    r"(^|\.)(example|invalid|test|localhost|local)$|(^|\.)example\.(com|net|org|dk)$", re.IGNORECASE
)
_FREE_MAIL_HOSTS = re.compile(
    r"(?:^|\.)(?:(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|rocketmail|icloud|me|mac|aol|gmx|web|proton|"
    r"protonmail|pm|tutanota|zoho|fastmail|mail|email|inbox|yandex|ya|rambler|bk|list|i|ukr|meta|bigmir|jubii|ofir|"
    r"stofanet|tdcadsl|tdcspace|youmail|sol|post|privat|mailbox|duck|hey)\.(?:com|dk|net|org|me|de|ru|ua|se|no|eu|ch|"
    r"co\.uk|fr|pl|info)|укр)$",
    re.IGNORECASE,
)
"""Hosts where anybody opens an address of their own."""


@dataclass(frozen=True, slots=True)
class Address:
    """A person's address between `start` and `end` of the text."""

    start: int
    end: int
    key: str


def addresses(text: str) -> Iterator[Address]:
    """Yield the e-mail addresses in `text` that may be a person's, in order."""
    done = 0
    for at in sorted(_signs(text), key=re.Match.start):
        found = _address(text, at)
        if found and found.start >= done:
            done = found.end
            yield found


def _signs(text: str) -> Iterator[re.Match[str]]:
    yield from _AT.finditer(text)
    rare = any(word in text for word in _RARE)
    if rare or any(word in text for word in _BRACKETED):
        yield from _IN_BRACKETS.finditer(text)
    if rare:
        yield from _RARELY_SPELLED.finditer(text)
    for word, pattern in _SPELLED.items():
        if word in text:
            yield from pattern.finditer(text)


def _address(text: str, at: re.Match[str]) -> Address | None:
    before = text[max(0, at.start() - 72) : at.start()]
    local = _LOCAL.match(before[::-1])
    domain = _DOMAIN.match(text, at.end()) if local else None
    if not local or not domain:
        return None
    name, host = local[1][::-1].lstrip(".+-"), _DOTS.sub(".", domain[1]).lower()
    spaced = before[-1:].isspace(), text[at.end() : at.end() + 1].isspace()
    if at[0] == "@" and (spaced[0] != spaced[1]) and not _FREE_MAIL_HOSTS.search(host):
        return None
    if _BARE_AT.fullmatch(at[0]) and "." in domain[1] and not _FREE_MAIL_HOSTS.search(host):
        return None
    if not name or _RESERVED_HOSTS.search(host) or is_role_address(name, host):
        return None
    return Address(at.start() - len(before) + len(before) - local.end(), domain.end(), f"{name}@{host}".lower())


def is_role_address(name: str, host: str) -> bool:
    """Return whether an address is a role's at a host that is no person's own."""
    site = host.split(".")[-2]
    if _FREE_MAIL_HOSTS.search(host) or is_name(site):
        return False
    return is_role(name) or {*words_of(name)} <= {*words_of(site)}
