"""Sentences of the main language in a text of another script: »Jeg vil gerne stoppe.« is marked and keeps its order.

Without it a full stop, or a word with a button, would change places with the rest in a page written from right to left,
and a screen reader would read the sentence with the other language's voice.
"""

import re

from vejviser.content.languages import Language, direction, main_language, same_script

_PHRASE = re.compile(
    r"""
      (?P<kept>
          ^(?P<fence>```|~~~).*?^(?P=fence)[^\n]*$ | `[^`\n]*`  # code
        | \[[@^][^\]]*\]                                       # citations and notes
        | <[^<>\n]{1,300}>                                      # tags
      )
    | »(?P<words>(?:<[^<>\n]{1,300}>|[^<>«»\n])+)«
    """,
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)
_TAG = re.compile(r"<[^<>]*>")
_LATIN_ONLY = re.compile(r"(?=.*[a-zæøå])[ -~æøåÆØÅéÉ…–’]+")


def mark_main_language_quotes(markdown: str, language: Language) -> str:
    """Mark the quotes in the main language in a page's Markdown."""
    return markdown if same_script(language, main_language()) else _PHRASE.sub(_with_language, markdown)


def _with_language(match: re.Match[str]) -> str:
    words = match["words"]
    if match["kept"] or words.startswith("<span lang=") or not _LATIN_ONLY.fullmatch(_TAG.sub("", words)):
        return match[0]
    return f'»<span lang="{main_language()}" dir="{direction(main_language())}">{words}</span>«'
