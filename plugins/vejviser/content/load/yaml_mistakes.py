"""What is wrong with YAML that cannot be read, in the terms of the person who wrote it.

The parser says where it gave up and what it had expected. That is often a line below the mistake, and never what the
writer did; so we look at the lines around it for the mistakes that people make.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from vejviser.base.problems import Position
from vejviser.content.languages import languages

_NO_SPACE_AFTER_COLON = re.compile(r"^\s*(?:- )?(?P<key>[\w-]+):(?P<value>[^\s/:].*)$")
_NO_COLON = re.compile(r"^\s*(?:- )?(?P<key>[\w-]+) *[\[{]")
_WORDS_ALONE = re.compile(r"^[^\W\d_][^:#\[\]{}]*\s[^:#\[\]{}]*$")
"""Words without a colon, at the very beginning of a line."""
_BARE_KEY = re.compile(r"^(?P<indent>\s*)(?P<key>[a-z][\w-]*)\s*$")
"""A word alone on its line, as a key stands there whose colon is forgotten."""
_KEY = re.compile(r"^\s*(?:- )?[\w-]+:(?:\s|$)")
_CURLY = re.compile("[“”„‟]")
_DASH_STUCK = re.compile(r"^(?P<indent>\s*)(?:-|[–—•·▪‣*][ \u00a0]?)(?P<words>[^\W\d_].*)$")
"""A point of a list whose dash has no space after it, or is the sign of Word."""
_LANGUAGE_ALONE = re.compile(r"^\s*(?:- )?(?P<key>[\w-]+):\s+\(?(?P<texts>(?P<language>[a-z]{2,3}): [^{}()]+)\)?$")
_NO_COMMA_WORDS = re.compile(r"[{,]\s*\w{2,3}:\s+(?P<before>[^{}\[\],:\"']+?)\s+(?P<after>[a-z]{2,3}):\s")
"""Between curly brackets, the next language right after a text."""
_AFTER_CLOSED = re.compile(r"^\s*(?:- )?(?:[\w-]+:\s+)?([\"'])(?:(?!\1).)*\1\s*[^\s#:]")
"""Text that goes on after its quotation mark, on a line without brackets."""
_AFTER_QUOTE = re.compile(r":\s+([\"'])(?:(?!\1).)*\1(?:[^\s\"',}\]]|\s+[^\s#])")
_LONGEST_LINE = 2_000
"""No person wrote a longer one, and to look at it takes its length squared."""
_NO_COMMA = re.compile(r"[{,].*?:\s+(?P<before>\"[^\"]*\"|'[^']*')\s+(?P<after>[\w-]+):\s")
"""Between curly brackets, the next key right after a text in quotation marks."""
_BEGINS_QUOTED = re.compile(r"^\s*(?:- )?(?:[\w-]+:\s+)?([\"'])(?P<rest>.*)$")
_ODD_SPACE = re.compile("(?:^\\s*|:)[\u00a0\u2007\u202f\u200b\ufeff]")
_SUSPECT = re.compile(
    "^[ ]*\t|^[^\\S\n]*[\u00a0\u2007\u202f\u200b\ufeff]|:[\u00a0\u2007\u202f\u200b\ufeff]|^[<=>]{7}", re.MULTILINE
)
"""Looks within a line: a space that might be a line break would look at all the empty lines below, over and over."""
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_CONFLICT = re.compile(r"^(?:<{7} |={7}$|>{7} )")


_OF_DEPTH = ("did not find expected key", "block mapping", "mapping values are not allowed")
_PARSER_MESSAGES = (
    (("',' or '", "flow"), "yaml-brackets"),
    (("block sequence entries are not allowed",), "yaml-dash"),
    (("alias", "anchor"), "yaml-alias"),
    (("quoted scalar",), "yaml-quote"),
    (("did not find expected key", "block mapping", "block end", "block collection"), "yaml-indentation"),
    (("cannot start any token",), "yaml-character"),
)
"""Words of the parser, and the rule they stand for; the first that fits."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """A rule that was broken, where, and what stands there."""

    rule: str
    line: int
    """Counted from 0, within the text."""
    column: int
    """Counted from 0."""
    found: str = ""
    fixed: str = ""

    def place(self, first_line: int) -> Position:
        """Return the place in the file whose line `first_line` is the text's first."""
        return Position(self.line + first_line, self.column + 1)


def before_reading(text: str) -> Mistake | None:
    """Return the first mistake that the parser would only tell in riddles: tabs, odd spaces, marks of a merge."""
    return next(_line_by_line(text.splitlines()), None) if _SUSPECT.search(text) else None


def _line_by_line(lines: list[str]) -> Iterator[Mistake]:
    for number, line in enumerate(lines):
        indent = line[: len(line) - len(line.lstrip())]
        if "\t" in indent:
            yield Mistake("yaml-tab", number, indent.index("\t"))
        elif _CONFLICT.match(line):
            yield Mistake("merge-conflict", number, 0, line)
        elif match := _ODD_SPACE.search(line):
            yield Mistake("yaml-odd-space", number, match.end() - 1, line.strip())


def explain(error: Any, text: str) -> Mistake:
    """Return the mistake behind what the parser said."""
    lines = text.splitlines()
    said = f"{getattr(error, 'context', '') or ''} {getattr(error, 'problem', '') or ''}"
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if "quoted scalar" in said and (begun := getattr(error, "context_mark", None)):
        mark = begun
    line, column = (mark.line, mark.column) if mark else (0, 0)
    here = lines[line].strip() if line < len(lines) else ""
    return (
        _open_bracket(said, lines, line)
        or _open_quote(said, lines, line)
        or dash_stuck(lines, line - 1)
        or dash_stuck(lines, line)
        or _without_colon(lines, line)
        or _between_keys(lines, line)
        or _language_alone(lines, line)
        or _moved_out(said, lines, line)
        or _at_the_colon(lines, line)
        or _in_the_line(lines, line)
        or Mistake(_rule_for(said, lines, line, column), line, column, here, _quoted(here))
    )


def _open_bracket(said: str, lines: list[str], line: int) -> Mistake | None:
    """Return the bracket that is never closed: it may stand some lines above the place where the parser gave up."""
    if not any(word in said for word in _PARSER_MESSAGES[0][0]):
        return None
    for number in range(min(line, len(lines) - 1), -1, -1):
        bare = _QUOTED.sub("", lines[number])
        if any(bare.count(opening) > bare.count(closing) for opening, closing in ("[]", "{}")):
            column = max(lines[number].rfind("["), lines[number].rfind("{"))
            return Mistake("yaml-brackets", number, column, lines[number].strip())
    return None


def _open_quote(said: str, lines: list[str], line: int) -> Mistake | None:
    """Return the quotation mark that is not closed on its line: the next one on the line below ends it too early."""
    if "quoted scalar" in said:
        return None  # nothing ends it at all, and the parser says where it began
    for number in (line - 1, line):
        match = _BEGINS_QUOTED.match(lines[number]) if 0 <= number < len(lines) else None
        if match and match[1] not in match["rest"]:
            return Mistake("yaml-quote", number, match.start(1), lines[number].strip())
    return None


def dash_stuck(lines: list[str], line: int) -> Mistake | None:
    """Return a dash without a space after it: the parser takes the line for more of what stands above it."""
    match = _DASH_STUCK.match(lines[line]) if 0 <= line < len(lines) else None
    if match is None:
        return None
    return Mistake("yaml-dash-space", line, len(match["indent"]), lines[line].strip(), f"- {match['words']}")


def dash_moved_in(lines: list[str], line: int) -> Mistake | None:
    """Return a point of a list that is moved in below another one: the parser takes it for more of its text."""
    text = lines[line] if line < len(lines) else ""
    if not text.lstrip().startswith("- "):
        return None
    return Mistake("yaml-indentation", line, len(text) - len(text.lstrip()), text.strip())


def _without_colon(lines: list[str], line: int) -> Mistake | None:
    """Return a key without its colon, above what belongs to it: the parser goes on to the next key, and stops there."""
    for number in range(min(line, len(lines) - 1) - 1, -1, -1):
        below = lines[number + 1]
        if (match := _BARE_KEY.match(lines[number])) and re.match(rf"{match['indent']}(?:\s+\S|- )", below):
            return Mistake("yaml-colon-missing", number, match.end("key"), match["key"], f"{match['key']}:")
        if _KEY.match(lines[number]) and not lines[number].startswith((" ", "-")):
            return None
    return None


def _between_keys(lines: list[str], line: int) -> Mistake | None:
    """Return a line of words that begins where keys do: it was meant as more of the text above it."""
    if not (0 < line < len(lines) and _KEY.match(lines[line]) and _WORDS_ALONE.match(lines[line - 1])):
        return None
    found = lines[line - 1].strip()
    return Mistake("yaml-words", line - 1, 0, found, f"  {found}")


def _language_alone(lines: list[str], line: int) -> Mistake | None:
    """Return a text with its language and without the curly brackets around both: »title: da: Mødet«."""
    match = _LANGUAGE_ALONE.match(lines[line]) if line < len(lines) else None
    if match is None or match["language"] not in languages():
        return None
    fixed = f"{match['key']}: {{{match['texts'].strip()}}}"
    return Mistake("language-brackets", line, match.start("texts"), lines[line].strip(), fixed)


def _moved_out(said: str, lines: list[str], line: int) -> Mistake | None:
    """Return the line above, when it is the one that is not as far in as its neighbours: the parser stops below it."""
    if not 1 < line < len(lines) or not any(words in said for words in _OF_DEPTH):
        return None
    above, first = lines[line - 1], lines[line - 2]
    depths = [len(text) - len(text.lstrip()) for text in (first, above, lines[line])]
    opens = _KEY.match(first) and first.rstrip().endswith(":") and not above.lstrip().startswith("- ")
    if not (opens and _KEY.match(above) and _KEY.match(lines[line]) and depths[1] < depths[2] > depths[0]):
        return None
    fixed = " " * depths[2] + above.strip()
    return Mistake("yaml-indentation", line - 1, depths[1], above.strip(), fixed)


def _at_the_colon(lines: list[str], line: int) -> Mistake | None:
    """Return a colon without a space after it, on the line of the error or the one before."""
    for number in (line, line - 1):
        if 0 <= number < len(lines) and (match := _NO_SPACE_AFTER_COLON.match(lines[number])):
            fixed = f"{match['key']}: {match['value']}"
            return Mistake("yaml-colon-space", number, match.end("key"), lines[number].strip(), fixed)
    return None


def _in_the_line(lines: list[str], line: int) -> Mistake | None:
    """Return a mistake that shows in the line itself."""
    if line >= len(lines) or len(lines[line]) > _LONGEST_LINE:
        return None
    text = lines[line]
    if (match := _NO_COLON.match(text)) and not _KEY.match(text):
        return Mistake("yaml-colon-missing", line, match.end("key"), match["key"], f"{match['key']}: …")
    if match := _CURLY.search(text):
        return Mistake("yaml-curly-quotes", line, match.start(), text.strip(), _CURLY.sub('"', text.strip()))
    words = _NO_COMMA_WORDS.search(text)
    if match := _NO_COMMA.search(text) or (words if words and words["after"] in languages() else None):
        fixed = f"{text[: match.end('before')].strip()}, {text[match.start('after') :].strip()}"
        return Mistake("yaml-comma", line, match.end("before"), match["after"], fixed)
    if match := _AFTER_QUOTE.search(text) or _AFTER_CLOSED.match(text):
        fixed = _quoted_inside(text, match[1]) or _quoted(text.strip())
        return Mistake("yaml-after-quote", line, match.end() - 1, text.strip(), fixed)
    return None


def _rule_for(said: str, lines: list[str], line: int, column: int) -> str:
    """Return our rule for what the parser said."""
    if "mapping values are not allowed" in said:
        first = lines[line].find(":") if line < len(lines) else -1
        return "yaml-indentation" if first == column else "yaml-colon"
    return next((rule for words, rule in _PARSER_MESSAGES if any(word in said for word in words)), "yaml-syntax")


def _quoted(line: str) -> str:
    """Return a line with its value in quotation marks."""
    dash, line = ("- ", line[2:].strip()) if line.startswith("- ") else ("", line)
    key, colon, value = line.partition(": ") if _KEY.match(line) else ("", "", line)
    return f'{dash}{key}{colon}"{_bare(value.strip())}"'


def _quoted_inside(line: str, mark: str) -> str:
    """Return the one value between brackets that holds its own quotation mark, with single ones within."""
    for match in re.finditer(rf"{mark}(.*?){mark}(?=\s*(?:,\s*[\w-]+:|[}}\]]))", line):
        if mark in match[1]:
            return f'"{match[1].replace(mark, chr(39))}"'
    return ""


def _bare(value: str) -> str:
    """Return a value without the quotation marks around it, or the only ones in it; those within are single ones."""
    mark = value[:1]
    if mark in ('"', "'") and len(value) > 1:
        value = value[1:-1] if value.endswith(mark) else value.replace(mark, "")
    return value.replace('"', "'")
