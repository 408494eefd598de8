"""Rules about short texts in YAML that are shown letter by letter: bold, links and citations would be seen as signs."""

import re
from collections.abc import Iterator

from vejviser.base.problems import Location, Problem
from vejviser.content.model.base import Content, LanguageMap
from vejviser.content.model.checklist import Checklist
from vejviser.content.model.guide import Case, Guide
from vejviser.content.model.handbook import Handbook
from vejviser.content.model.help_lines import HelpLine
from vejviser.content.model.material import Material
from vejviser.content.model.portal import Portal
from vejviser.content.model.results import Result
from vejviser.content.model.sources import Term
from vejviser.content.model.track import Track
from vejviser.content.text_walker import Passage, walk_texts, yaml_contents

PLAIN: dict[type[Content], frozenset[str]] = {
    Checklist: frozenset(
        [
            "title",
            "when",
            "start",
            "sections.title",
            "sections.items.text",
            "sections.fields.label",
            "sections.fields.help",
            "sections.fields.choices.label",
            "follow_ups.title",
        ]
    ),
    Guide: frozenset(
        [
            "title",
            "summary",
            "start",
            "phases.title",
            "phases.period",
            "phases.steps.title",
            "phases.steps.deadline.text",
            "phases.steps.differs.who",
            "phases.steps.questions.question",
        ]
    ),
    Case: frozenset(["title"]),
    HelpLine: frozenset(["name", "numbers.note"]),
    Handbook: frozenset(["title", "summary"]),
    Material: frozenset(["title", "fields.label", "fields.help", "fields.choices.label"]),
    Result: frozenset(["title", "question", "answers.label"]),
    Term: frozenset(["term"]),
    Track: frozenset(["title", "start", "lists", "steps.title", "steps.when"]),
}
"""The places of headings, questions, boxes to tick and names of fields; everywhere else Markdown may be written."""

_MARKDOWN = re.compile(
    r"\[@[a-z0-9-]+[^\]]*\]"  # a citation
    r"|!?\[[^\]]+\]\([^)]*\)"  # a link or a picture
    r"|(?<![\w*])(\*{1,2})(?=[^\s*])[^*]*[^\s*]\1(?![\w*])"  # emphasis
    r"|(?<![\w_])(_{1,2})(?=[^\s_])[^_]*[^\s_]\2(?![\w_])"
    r"|`[^`]+`"
)


def problems(portal: Portal) -> Iterator[Problem]:
    """Yield every piece of Markdown in a place where readers would see its signs."""
    for content in yaml_contents(portal):
        plain = PLAIN.get(type(content), frozenset())
        for found, location in walk_texts(content):
            if isinstance(found, LanguageMap) and _name(location) in plain:
                for language, text in found.root.items():
                    for match in _MARKDOWN.finditer(text):
                        yield content.origin.warning("markdown-in-yaml", *location, language, found=match[0])


def shown_as_written(passage: Passage) -> bool:
    """Return whether readers see a text letter by letter, as the places in `PLAIN` are shown."""
    kind, places = passage.kind, PLAIN.get(passage.kind or Content, frozenset())
    return kind is not None and _name(passage.location[:-1]) in places


def _name(location: Location) -> str:
    return ".".join(part for part in location if isinstance(part, str))
