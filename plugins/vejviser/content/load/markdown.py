"""Markdown files: front matter with line numbers, body, and its passages with a fingerprint each."""

import re
from dataclasses import dataclass
from typing import Any

from vejviser.base.problems import Origin, Problem
from vejviser.content.load.yaml import parse_yaml
from vejviser.content.markdown.reader import line_of, tree
from vejviser.content.model.handbook import Section
from vejviser.content.model.text_hash import hash_text

INTRO = "intro"
_ALMOST = re.compile(r"\s*(?:-{2}|-{4,}|[—–―-]*[—–―][—–―-]*)\s*")
"""What stands where the three hyphens should: too few of them, too many, or the dashes that Word makes of them."""


@dataclass(frozen=True, slots=True)
class MarkdownFile:
    """A Markdown file taken apart. `body_line` is the line on which the body begins, from 1."""

    meta: Any
    body: str
    body_line: int
    origin: Origin
    problems: tuple[Problem, ...] = ()


def parse_markdown(text: str, path: str) -> MarkdownFile:
    """Split a Markdown file into front matter and body."""
    lines = text.removeprefix("\ufeff").splitlines()
    if not lines or lines[0].strip() != "---":
        origin = Origin(path)
        return MarkdownFile({}, text, 1, origin, (origin.error("front-matter-missing"),))
    end = next((number for number, line in enumerate(lines[1:], 1) if line.strip() == "---"), None)
    if end is None:
        almost = next((number for number, line in enumerate(lines[1:], 2) if _ALMOST.fullmatch(line)), 1)
        problem = Problem(path, almost, 1, "error", "front-matter-open")
        return MarkdownFile({}, "", 1, Origin(path), (problem,))
    parsed = parse_yaml("\n".join(lines[1:end]), path, first_line=2)
    body = "\n".join(lines[end + 1 :]) + "\n"
    return MarkdownFile(parsed.data, body, end + 2, parsed.origin, parsed.problems)


def sections(body: str, body_line: int) -> tuple[Section, ...]:
    """Split a body at its second-level headings; what stands before the first is the section "intro"."""
    lines = body.splitlines()
    headings = (child for child in tree(body).children if child.type == "heading" and child.tag == "h2")
    found = ((line_of(heading), str(heading.attrs.get("id", "")), heading.children[0].content) for heading in headings)
    marks = [(0, INTRO, ""), *found]
    ends = [*(start for start, _, _ in marks[1:]), len(lines)]
    parts = (
        Section(
            id=section_id,
            heading=words,
            markdown="\n".join(lines[start:end]),
            line=body_line + start,
            hash=hash_text("\n".join(lines[start:end])),
        )
        for (start, section_id, words), end in zip(marks, ends, strict=True)
    )
    return tuple(section for section in parts if section.markdown.strip())
