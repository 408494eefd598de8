"""What stands around digits, and what it says they are."""

import re

from vejviser.privacy import words
from vejviser.privacy.tables import Tables

_BEFORE, _AFTER, _LABEL = 40, 20, 45
_SHORT = 2
"""A number's own name says something when it has more letters than that: `nn` is in many words."""
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"']*$", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"(?<![0-9a-z])(?=[a-zæøå]{3})[a-zæøå]{0,20}[g-zæøå][a-zæøå]{0,20}$")
"""A word, and not the letters of a hash, whose letters end at f."""
_INSIDE = (".", ",", "/", "-")
_FRACTION = re.compile(r"(?<![0-9])[0-9]{1,5}[.,/-]$")
_NUMBER_BEFORE = re.compile(r"(?<![0-9])(?<![0-9]{6}[ -])[0-9]{1,7}[ ,;\t|.\"]{1,4}$")
_NUMBER_AFTER = re.compile(r"[ ,;\t|.\"]{1,4}(?![0-9]{6}[ -][0-9]{4}\b)[0-9]{1,7}(?![0-9])")

_PHONE = r"[0-9]{2}[ .-]?[0-9]{2}[ .-]?[0-9]{2}[ .-]?[0-9]{2}"
_PHONE_BEFORE = re.compile(rf"(?<![0-9 ]){_PHONE}(?:[,;/] ?|\n)$")
_NEXT_PHONE = re.compile(rf"(?:[,;/] ?|\n){_PHONE}(?![0-9])(?! [0-9])")


class Surroundings:
    """A text, and what it says about the digits at a place. `prose` is false for scripts, attributes and raw bytes."""

    def __init__(self, text: str, *, prose: bool = True) -> None:
        self.text = text
        self.prose = prose
        self._tables = Tables(text)
        self._place = -1
        self._said = ""
        self._speaks = False

    def heading(self, start: int) -> str:
        """Return the heading of the column that holds `start`."""
        return self._tables.heading(start)

    def _before(self, start: int) -> str:
        """Return what stands before `start`, in small letters; asked several times for the same place."""
        if self._place != start:
            self._place, self._said = start, self.text[max(0, start - _LABEL) : start].lower()
            self._speaks = bool(_LETTER.search(self._said))
        return self._said

    def says_national(self, start: int, end: int, name: str = "", title: str = "") -> bool:
        """Return whether words near the digits, or the heading of their column, speak of a national number.

        Also the number's own `name`, such as "no.fodselsnummer", and `title`, "Fødselsnummer", say so.
        """
        window = self.text[max(0, start - _BEFORE) : end + _AFTER].lower()
        if not _LETTER.search(window):
            window = ""
        said = (window, self.heading(start).lower())
        own = [word for word in (name.rpartition(".")[2], title.lower()) if len(word) > _SHORT]
        return any(words.NATIONAL.search(item) or any(word in item for word in own) for item in said)

    def says_other_number(self, start: int) -> bool:
        """Return whether the word right before the digits makes them something else, such as a case number."""
        said = self._before(start)
        return self._speaks and bool(words.OTHER_NUMBER.search(said))

    def says_phone(self, start: int) -> bool:
        """Return whether a word before the digits makes them a phone number."""
        said = self._before(start)
        return self._speaks and bool(words.PHONE.search(said))

    def says_amount(self, start: int, end: int) -> bool:
        """Return whether the digits are an amount, a time, a page or a date."""
        said = self._before(start)
        if (self._speaks or said.rstrip()[-1:] in words.SIGNS) and words.AMOUNT_BEFORE.search(said):
            return True
        return bool(words.AMOUNT_AFTER.match(self.text[end : end + _AFTER].lower()))

    def says_counted(self, start: int, end: int, *, in_steps: bool) -> bool:
        """Return whether words make pairs of digits figures in a row; for even steps, words near them are enough."""
        said = self._before(start)
        if self._speaks and words.COUNTED.search(said):
            return True
        return in_steps and bool(words.COUNTING.search(f"{said} {self.text[end : end + _LABEL].lower()}"))

    def in_uuid(self, start: int, end: int) -> bool:
        """Return whether the digits are part of a UUID."""
        if "-" not in self.text[max(0, start - 1) : end + 1]:
            return False
        nearby = _UUID.finditer(self.text, max(0, start - 36), min(len(self.text), end + 36))
        return any(item.start() < end and start < item.end() for item in nearby)

    def in_address(self, start: int) -> bool:
        """Return whether the digits are part of a web address."""
        token = self.text[max(0, start - 200) : start].rpartition(" ")[2]
        return ("/" in token or "." in token) and bool(_ADDRESS.search(token))

    def part_of_more(self, start: int, end: int) -> bool:
        """Return whether the digits are part of a longer sign: a hash, a decimal fraction, a phone number with +."""
        before, after = self.text[max(0, start - 1) : start], self.text[end : end + 1]
        if before in ("+", "#") or after.isalpha() or (before.isalpha() and not _WORD.search(self._before(start))):
            return True
        return before in _INSIDE and bool(_FRACTION.search(self.text[max(0, start - 7) : start]))

    def neighbours(self, start: int, end: int) -> int:
        """Count the numbers before (at most one) and after (at most two) on the same line, too short for a phone's."""
        said = self.text[max(0, start - 20) : start]
        before = None if _PHONE_BEFORE.search(said) else _NUMBER_BEFORE.search(said)
        after = None if _NEXT_PHONE.match(self.text, end) else _NUMBER_AFTER.match(self.text, end)
        second = after and _NUMBER_AFTER.match(self.text, after.end())
        return bool(before) + bool(after) + bool(second)
