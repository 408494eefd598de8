"""What an editor probably meant: the right value for a wrong one, or an example of the right form."""

import re
from calendar import monthrange
from collections.abc import Iterable, Mapping
from datetime import date
from difflib import get_close_matches

import yaml

from vejviser.content.addresses import at
from vejviser.content.content_type import resource
from vejviser.content.languages import languages, main_language, name_in, row
from vejviser.content.load.right_values import right_address, right_value
from vejviser.content.model.base import SLUG_PATTERN, slugify
from vejviser.content.model.place_code import right_place_code
from vejviser.content.place_words import words_in
from vejviser.content.settings import by_settings, current

_YES = frozenset(["ja", "j", "sandt", "rigtigt", "yes", "y", "x", "true", "tru", "ture"])
_NO = frozenset(["nej", "n", "falsk", "forkert", "no", "false", "fals", "flase"])
_MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_LAST_MONTH = 12
_NUMBERS = re.compile(r"(?<!\d)(?P<day>\d{1,2})[-./\s]+(?P<month>\d{1,2})[-./\s]+(?P<year>\d{4}|\d{2})(?!\d)")
_BACKWARDS = re.compile(r"(?<!\d)(?P<year>\d{4})[-./\s]+(?P<month>\d{1,2})[-./\s]+(?P<day>\d{1,2})(?!\d)")
_WORDS = re.compile(r"(?<!\d)(?P<day>\d{1,2})\.?\s+(?P<month>[a-zæøå]{3,9})\.?\s+(?P<year>\d{4})(?!\d)", re.IGNORECASE)
_TOGETHER = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)(?!\d)")
_MONTH = re.compile(
    r"(?P<year>\d{4})[-./\s]+(?P<month>\d{1,2})|(?P<word>[a-zæøå]{3,9})\.?\s+(?P<of>\d{4})", re.IGNORECASE
)
_DATES = (_BACKWARDS, _NUMBERS, _WORDS, _TOGETHER)
_PERIOD = re.compile(r"\+?(?P<sign>-?)\s*(?P<count>\d+)\s*(?P<unit>[a-zæøå]*)", re.IGNORECASE)
_UNITS = {"d": "D", "dag": "D", "dage": "D", "u": "W", "w": "W", "uge": "W", "uger": "W"}
_UNITS |= {"m": "M", "md": "M", "mdr": "M", "måned": "M", "måneder": "M", "y": "Y", "år": "Y"}
_ENDING = re.compile(r"\.(?:md|ya?ml|docx?|odt|pdf|html?)$", re.IGNORECASE)
"""The ending of a file, written where only the name of what is in it should stand."""
_CITING = ("source", "sources")
"""Keys whose value begins with the id of a source."""
_EXAMPLES = {
    "version": '"1.0"',
    "offset": "P1M",
    "repeat": "P3M",
    "until": "P6M",
    "period": "2026K1",
    "id": "tavshed-og-tillid",
    "country": "DK",
    "centre": "[10.39, 55.40]",
    "eli": "https://www.retsinformation.dk/eli/lta/2023/721",
    "url": "https://example.org/rapport",
    "source": "https://example.org/hjaelp",
    "website": "eksempelby.example",
    "number": '"00 00 00 00"',
    "object": "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391",
}


NOT_MISSPELT = frozenset(
    [
        *("required", "optional", "mandatory", "default", "enabled", "disabled", "hidden", "visible", "draft"),
        *("published", "type", "kind", "tags", "category", "order", "weight", "priority", "layout", "slug", "date"),
        *("keywords", "image", "icon", "color", "status", "state", "comment", "note", "value", "values", "label"),
    ]
)
"""Keys that people know from other programs. Where a file has none such, another that looks alike is not meant."""


@by_settings
def meant_words() -> Mapping[str, str]:
    """Return the words of the portal's languages that people write where a file wants an English one, with that one."""
    told = yaml.safe_load(resource("vejviser.content:meant_words.yml"))
    found = {word: meant for language in languages() for word, meant in told.get(language, {}).items()}
    places = (word for name, word in words_in(main_language()).items() if name.startswith("place."))
    return found | {word.lower(): "municipality" for word in places if word.isalpha()}


@by_settings
def language_words() -> Mapping[str, str]:
    """Return the words that people write where the files want the code of a language, with the code."""
    names = {name_in(language, main_language()): language for language in languages()}
    return names | {word: code for code in languages() for word in row(code).typed}


def closest_match(word: str, known: Iterable[str]) -> str:
    """Return the word of `known` that was probably meant, or nothing."""
    words = list(known)
    written = word.strip().lower()
    translated = meant_words().get(written) or language_words().get(written, "")
    for meant in (translated, f"{translated}s"):
        if translated and meant in words:
            return meant
    if written in NOT_MISSPELT and written not in words:
        return ""
    close = get_close_matches(written, words, n=1, cutoff=0.6)
    return close[0] if close else ""


def to_boolean(value: object) -> str:
    """Return "true" or "false" for a word that means it; for any other, the first as an example."""
    word = str(value).strip().lower().rstrip(".!")
    if word in _YES or value == 1:
        return "true"
    return "false" if word in _NO or value == 0 else "true"


def to_date(value: object) -> tuple[str, bool]:
    """Return a date as the files want it, and whether what was written is one that the calendar does not have.

    Of a day that is not there it gives the last one of its month.
    """
    text = ", ".join(map(str, value)) if isinstance(value, list) else str(value).strip()
    parts = next((found for pattern in _DATES if (found := pattern.search(text))), None)
    if parts is None:
        return _first_of_month(text) or "2026-11-22", False
    year, month, day = int(parts["year"]), _month(parts["month"]), int(parts["day"])
    year += 2000 if len(parts["year"]) == 2 else 0
    if month > _LAST_MONTH >= day:
        month, day = day, month
    try:
        return date(year, month, day).isoformat(), False
    except ValueError:
        if not 1 <= month <= _LAST_MONTH or year < 1:
            return "2026-11-22", True
        return date(year, month, monthrange(year, month)[1]).isoformat(), True


def _first_of_month(text: str) -> str:
    """Return the first day of a month that stands alone: "juni 2026", "2026-06"."""
    parts = _MONTH.search(text)
    if parts is None:
        return ""
    year, month = int(parts["year"] or parts["of"]), _month(parts["month"] or parts["word"])
    return date(year, month, 1).isoformat() if year and 1 <= month <= _LAST_MONTH else ""


def _month(text: str) -> int:
    if text.isdecimal():
        return int(text)
    short = text.lower()[:3].replace("oct", "okt").replace("may", "maj")
    return _MONTHS.index(short) + 1 if short in _MONTHS else 0


def example_form(key: str, value: object, pattern: str) -> str:
    """Return an example of the right form, made of the wrong value where that can be done."""
    text = str(value)
    made = _slugs(text) if pattern == SLUG_PATTERN and key not in _CITING else right_value(key, text)
    made = made or (language_words().get(text.lower(), "") if key == "code" else "")
    if made:
        return made
    if key in ("code", "municipality", "places") and text.isdecimal():
        return f'"{right_place_code(text)}"'
    if key in ("offset", "repeat", "until") and (parts := _PERIOD.match(text)):
        return f"{parts['sign']}P{parts['count']}{_UNITS.get(parts['unit'].lower(), 'D')}"
    if key == "to":
        is_address = pattern.lstrip("^").startswith("/")
        return (right_address(text) or "/") if is_address else at("<handbooks>/index.md")
    if key in ("code", "places", "municipality"):
        return f'"{current().places.code.example}"'
    return _EXAMPLES.get(key, "")


def _slugs(text: str) -> str:
    """Return the id in a text, without the folder and the ending of a file, or the ids with commas between them.

    Nothing of a text without letters: a number is nobody's name.
    """
    if not re.search(r"[^\W\d_]", text):
        return ""
    parts = [_ENDING.sub("", part.rstrip("/").rpartition("/")[2]) for part in text.split(";")]
    return ", ".join(slug for part in parts if (slug := slugify(part)))


def with_commas(value: object, allowed: Iterable[str]) -> str:
    """Return the words in one, with commas between them; nothing when they are not several, or not all allowed."""
    parts = [part for part in re.split(r"[;/|,+&\s]+", str(value)) if part]
    return ", ".join(parts) if len(parts) > 1 and set(parts) <= set(allowed) else ""


def to_number(value: object, *, whole: bool) -> str:
    """Return the number in something that should have been one: 12.345 -> 12345, or 10,4 -> 10.4 when not `whole`."""
    if not whole:
        found = re.search(r"\d+(?:[.,]\d+)?", str(value))
        return found[0].replace(",", ".") if found else "10.4"
    found = re.search(r"\d+", re.sub(r"[.\s](?=\d{3}\b)", "", str(value)))
    return found[0] if found else "12"
