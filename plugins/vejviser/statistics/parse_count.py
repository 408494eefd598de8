"""Read one count as a coordinator wrote it, or say what is wrong with it."""

import re

_THOUSANDS = re.compile(r"\d{1,3}([.   ]\d{3})+")
_DECIMAL = re.compile(r"\d+[.,]\d+")
_NO_FRACTION = re.compile(r"(?<=\d)[.,]0{1,2}$")
"""What Excel shows behind a whole number when a column has decimals. Three noughts may be thousands."""
_NAME = re.compile(r"[^\W\d_](?:[^\W\d_]|(?<=\w)['’-](?=\w))+")
_DATE = re.compile(r"(\d{1,2}[-./]\d{1,2}[-./](\d{4}|\d{2})|\d{4}-\d{2}-\d{2})(T[\d:.]+)?")
_MARK = re.compile(r"x|<\s*\d+|\d+\s*-\s*\d+", re.IGNORECASE)
LARGEST = 99_999
"""More than this is no count of persons in a municipality; ten digits could be a CPR number."""


def read_count(text: str) -> tuple[int | None, str, str]:
    """Return the count, or the rule that is broken and what would be right where one can tell.

    An empty cell is None: not reported.
    """
    if text == "":
        return None, "", ""
    text = _NO_FRACTION.sub("", text)
    if text.isascii() and text.isdecimal():
        return (int(text), "", "") if len(text) <= 9 and int(text) <= LARGEST else (None, "status-raw-huge", "")
    return None, *_wrong(text)


def mask_digits(text: str) -> str:
    """Return the text as a message may repeat it.

    So many digits that they could be a CPR or phone number are masked.
    """
    return re.sub(r"\d", "•", text) if sum(map(str.isdigit, text)) >= 6 else text


def masked(text: str, names: int = 1) -> str:
    """Return the text as a message may repeat it: numbers as `mask_digits` does, and what could be a name or a mail.

    Words with a capital letter are taken for a name when there are at least so many as `names`.
    """
    if "@" in text:
        return re.sub(r"\w", "•", text)
    capital = [word for word in _NAME.findall(text) if word[0].isupper()]
    shown = mask_digits(text)
    if len(capital) < names:
        return shown
    return _NAME.sub(lambda word: word[0][0] + "•" * (len(word[0]) - 1) if word[0][0].isupper() else word[0], shown)


def _wrong(text: str) -> tuple[str, str]:
    if re.fullmatch(r"[-\u2212\u2013]\s*\d+", text):
        return "status-raw-negative", ""
    if _THOUSANDS.fullmatch(text):
        return "status-raw-thousands", re.sub(r"\D", "", text)
    if _DATE.fullmatch(text):
        return "status-raw-date", ""
    if _DECIMAL.fullmatch(text):
        whole, fraction = re.split("[.,]", text)
        return "status-raw-decimal", "" if fraction.strip("0") else whole
    return ("status-raw-mark" if _MARK.fullmatch(text) else "status-raw-text"), ""
