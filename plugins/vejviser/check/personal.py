"""E-mail addresses and phone numbers of persons in a text.

Role addresses (kontakt@…, frivillig-odense@…), addresses that can belong to nobody (…@proeveby.example) and short
numbers such as 112 are no one's, and pass.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

_AT = re.compile(r"@|[ ]?[\[(](?i:at|snabel-?a)[\])][ ]?")
_LOCAL = re.compile(r"(?<![\w.+-])\w[\w.+-]{0,63}$")
_DOMAIN = re.compile(
    r"[\w-]+(?:\.[\w-]+)*\.(?!(?:png|jpe?g|svg|webp|gif|css|js)\b)[a-zæøå]{2,24}(?![\w-])", re.IGNORECASE
)
_NOBODYS = re.compile(r"(^|\.)(example|invalid|test|localhost)$|(^|\.)example\.(com|net|org)$", re.IGNORECASE)
_ROLES = (
    "admin",
    "administration",
    "aktiv",
    "ansvar",
    "booking",
    "borger",
    "borgerservice",
    "data",
    "databeskyttelse",
    "dpo",
    "drift",
    "flygtning",
    "flygtninge",
    "forening",
    "formand",
    "frivillig",
    "frivilligcenter",
    "frivillige",
    "frivillighed",
    "gdpr",
    "henvendelse",
    "henvisning",
    "hjaelp",
    "hoved",
    "hovedpostkasse",
    "indsats",
    "info",
    "information",
    "integration",
    "jobcenter",
    "kommune",
    "kommunen",
    "kontakt",
    "kontor",
    "koordinator",
    "mail",
    "match",
    "netvaerk",
    "nyhedsbrev",
    "office",
    "post",
    "postkasse",
    "presse",
    "privacy",
    "raadgivning",
    "raadhus",
    "reception",
    "redaktion",
    "region",
    "regional",
    "sekretariat",
    "service",
    "sikkerhed",
    "socialforvaltning",
    "sprogcenter",
    "stoette",
    "support",
    "team",
    "tilmelding",
    "vejviser",
    "venner",
    "venskab",
    "webmaster",
)
"""The first words of addresses that several people read, or that stay when a person leaves."""
_LONG_ROLES = tuple(word for word in _ROLES if len(word) >= 6)
_SPACE = "[ \u00a0\u2009\u202f]"
_WORDS_BEFORE = re.compile(
    r"(?:tlf|telefon|mobil|phone|ring|tel|nummer|number|sms|тел|هاتف)[^\n\d]{0,25}$", re.IGNORECASE
)
_DIGITS = re.compile(r"[+\d](?:[ \u00a0\u2009\u202f.()-]{0,2}\d){7,}")
"""What may hold a phone number; everything else is passed over quickly."""
_PAIRS = rf"[2-9]\d{_SPACE}\d\d{_SPACE}\d\d{_SPACE}\d\d"
_ABROAD = r"(?:\+|\b00)[1-9]\d{0,2}[ \u00a0.()-]{0,2}\d(?:[ \u00a0.()-]?\d){6,12}"
_PHONE = re.compile(rf"(?<![\w.,/-])(?<!\d{_SPACE})(?:{_PAIRS}|{_ABROAD})(?!{_SPACE}?\d)(?![\w/-])")
_LOOSE = re.compile(rf"(?<![\w.,/+-])(?<!\d{_SPACE})[2-9]\d(?:[ \u00a0.-]?\d){{6}}(?!{_SPACE}?\d)(?![\w/-])")
"""Eight digits in any grouping: a phone number when a word before them says so."""


@dataclass(frozen=True, slots=True, order=True)
class Personal:
    """Something that leads to one person. `key` is the same for every way of writing it."""

    start: int
    end: int
    kind: Literal["email", "phone"]
    key: str


def personal_data(text: str) -> Iterator[Personal]:
    """Give the e-mail addresses and phone numbers in `text` that may be a person's."""
    yield from _emails(text)
    for run in _DIGITS.finditer(text):
        yield from _phones(text, run.start(), min(len(text), run.end() + 2))


def _phones(text: str, start: int, end: int) -> Iterator[Personal]:
    taken: set[int] = set()
    for match in _PHONE.finditer(text, start, end):
        taken.add(match.start())
        yield Personal(match.start(), match.end(), "phone", phone_key(match[0]))
    for match in _LOOSE.finditer(text, start, end):
        if match.start() not in taken and _WORDS_BEFORE.search(text[max(0, match.start() - 40) : match.start()]):
            yield Personal(match.start(), match.end(), "phone", phone_key(match[0]))


def _emails(text: str) -> Iterator[Personal]:
    for at in _AT.finditer(text):
        local = _LOCAL.search(text[max(0, at.start() - 65) : at.start()])
        domain = _DOMAIN.match(text, at.end())
        if local and domain and not _is_role(local[0]) and not _NOBODYS.search(domain[0]):
            key = f"{local[0]}@{domain[0]}".lower()
            yield Personal(at.start() - len(local[0]), domain.end(), "email", key)


def phone_key(text: str) -> str:
    """Give a phone number's digits, without spaces and without the Danish country code."""
    digits = "".join(letter for letter in text if letter.isdecimal())
    return re.sub(r"^(?:00)?45(?=\d{8}$)", "", digits)


def _is_role(local: str) -> bool:
    words = re.split(r"[._+-]|\d+", local.lower())
    return any(word in _ROLES or word.startswith(_LONG_ROLES) for word in words)
