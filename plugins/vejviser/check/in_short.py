"""The rule that what participants read begins with the most important in a few easy sentences."""

from collections.abc import Iterator

from vejviser.base.problems import Problem
from vejviser.content.languages import main_language
from vejviser.content.model.base import Audience, InShort
from vejviser.content.model.checklist import Checklist
from vejviser.content.model.portal import Portal
from vejviser.content.text_walker import long_texts_with_readers
from vejviser.content.types import types

READER: Audience = "participant"


def problems(portal: Portal) -> Iterator[Problem]:
    """Yield every text for participants that lacks the most important in short, in one of its languages or in all."""
    for kind in types():
        for content in () if kind.is_text else portal.all_of(kind):
            if isinstance(content, InShort) and READER in content.audience:  # type: ignore[attr-defined]
                yield from _in_yaml(content)
    for text, audience in long_texts_with_readers(portal):
        if READER in audience and not getattr(text.meta, "in_short", True):
            yield text.origin.error("in-short-missing", language=text.language)


def _in_yaml(content: InShort) -> Iterator[Problem]:
    origin = content.origin  # type: ignore[attr-defined]
    if not content.in_short:
        yield origin.error("in-short-missing", "audience", language=main_language())
    if isinstance(content, Checklist):
        return  # whatever a checklist says, it says in all of its languages: check/translations.py
    for language in getattr(content, "languages", ()):
        for index, text in enumerate(content.in_short):
            if language not in text:
                yield origin.error("in-short-missing", "in_short", index, language=language)
