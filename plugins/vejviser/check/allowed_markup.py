"""What editors' texts become: only tags, attributes and addresses of the allow-list, however they were written.

Two looks at every text. What stands in it: editors write no HTML, and nothing that makes a reader of Markdown labour.
And what it becomes: the text is converted as the pages are, and every tag that comes out is judged. What is found is
told at its line.
"""

import re
from collections.abc import Iterator
from functools import cache
from html import unescape

from markdown_it import MarkdownIt

from vejviser.base.memo import answers_once
from vejviser.base.problems import Problem
from vejviser.content.html_tags import find_tags, parse_tag
from vejviser.content.markdown.additions import AUTOLINK
from vejviser.content.markdown.reader import new_reader
from vejviser.content.model.allow_list import may_lead_to, refused_in_markdown
from vejviser.content.model.fenced_code import without_code
from vejviser.content.model.portal import Portal
from vejviser.content.text_walker import Passage, passages

MAX_CHARACTERS = 100_000
MAX_LINE = 10_000
MAX_OPEN = 30
"""How large a text may be, how long a line of it, and how many brackets may stand open: pages are made by a reader of
Markdown that needs the square of it, or more."""
_LONGEST = 60
"""How much of a mistake is shown."""
_PAGE = re.compile(r"<[\w./-]+\.md(?:#[\w-]*)?>")
"""A page in the brackets that are for addresses on the web."""
_RAW = re.compile(r"<(?=[A-Za-z/!?])")
_ENTITY = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,30}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});")
_MAY_BECOME_MARKUP = re.compile(r"[\[{<]|&[#\w]|!!!")

Finding = tuple[str, str]
"""A rule, and what breaks it."""


def problems(portal: Portal) -> Iterator[Problem]:
    """Yield everything in the texts that may not be written, or become part of a page."""
    for passage in passages(portal):
        yield from _in_passage(passage)


def _in_passage(passage: Passage) -> Iterator[Problem]:
    text = passage.text
    if not _MAY_BECOME_MARKUP.search(text):
        return
    for rule, offset, limit in labours(text):
        yield passage.problem("error", rule, offset, limit=limit)
        return
    yield from _entities(passage)
    raw = tuple(_raw(text))
    told = set()
    for (rule, found), offset in raw:
        problem = passage.problem("error", rule, offset, found=_short(found))
        if (rule, problem.line) not in told:
            yield problem
        told.add((rule, problem.line))
    if raw:
        text = _without(text, [offset for _, offset in raw])
    for finding, offset in _placed(text):
        yield passage.problem("error", finding[0], offset, found=_short(finding[1]))


def _entities(passage: Passage) -> Iterator[Problem]:
    """Yield the signs that HTML writes as a code, such as &nbsp;, where they stand for what they say."""
    for match in _ENTITY.finditer(without_code(passage.text)):
        sign = unescape(match[0])
        if sign != match[0] and sign not in "<>&":
            yield passage.problem("error", "html-entity", match.start(), found=match[0], fixed=sign)


def labours(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the first thing that is too much for a reader of Markdown: the rule, the place, the limit."""
    if len(text) > MAX_CHARACTERS:
        yield "text-too-long", 0, MAX_CHARACTERS
        return
    start = 0
    for line in text.splitlines(keepends=True):
        if len(line) > MAX_LINE:
            yield "line-too-long", start, MAX_LINE
        start += len(line)
    for opening, closing in ("[]", "()"):
        depth = 0
        for match in re.finditer(rf"[{re.escape(opening + closing)}]|\n[ \t]*\n", text):
            depth = 0 if match[0][0] == "\n" else max(0, depth + (1 if match[0] == opening else -1))
            if depth > MAX_OPEN:
                yield "brackets-open", match.start(), MAX_OPEN
                return


def _raw(text: str) -> Iterator[tuple[Finding, int]]:
    """Yield every piece of HTML, and every address in angle brackets that may not be led to."""
    plain = without_code(text)
    for match in _RAW.finditer(plain):
        link = AUTOLINK.match(plain, match.start())
        if link is None:
            end = plain.find(">", match.start(), match.start() + _LONGEST)
            stop = end + 1 if end >= 0 else match.start() + _LONGEST
            rule = "link-broken" if _PAGE.fullmatch(text[match.start() : stop]) else "html-in-markdown"
            yield (rule, text[match.start() : stop]), match.start()
        elif not may_lead_to(link["address"]):
            yield ("link-scheme", link["address"]), match.start()


def _without(text: str, offsets: list[int]) -> str:
    """Return the text with another sign where a tag begins that has been told of; everything keeps its place."""
    letters = list(text)
    for offset in offsets:
        letters[offset] = "‹"
    return "".join(letters)


@answers_once
def _placed(text: str) -> tuple[tuple[Finding, int], ...]:
    """Return what is found in what the text becomes, with the offset in the text that it comes from."""
    return tuple((fromkey, _place(text, fromkey)) for fromkey in dict.fromkeys(_in_page(text)))


def _in_page(text: str) -> Iterator[Finding]:
    """Judge what the reader of pages makes of the text."""
    for _, written in find_tags(_judge().render(text)):
        found = parse_tag(written)
        if found.name:
            yield from refused_in_markdown(found.name, found.attributes)
        else:
            yield "html-in-markdown", written


def _place(text: str, finding: Finding) -> int:
    """Return where a finding comes from.

    In the first lines that are enough for it, its words, or else the last line.
    """
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    ends = [*starts[1:], len(text)]
    first, last = 0, len(ends) - 1
    while first < last:
        middle = (first + last) // 2
        first, last = (first, middle) if finding in _in_page(text[: ends[middle]]) else (middle + 1, last)
    words = finding[1].partition('="')[0]
    literal = text.rfind(words, 0, ends[first]) if words else -1
    return literal if literal >= 0 else starts[first]


def _short(found: str) -> str:
    words = " ".join(found.split())
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"


@cache
def _judge() -> MarkdownIt:
    """Return a reader that makes every link there could be, so that each can be told."""
    reader = new_reader(html=True)
    reader.validateLink = lambda url: True  # type: ignore[method-assign] # noqa: ARG005
    return reader
