"""The texts and files of a new portal: written by us in a few languages, filled in for whoever begins.

The files lie in `starters/files`, the words in `starters/texts/<language>.yml`. Whose language has no words of its own
begins with the English ones.
"""

import html
import json
import re
import textwrap
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, partial
from importlib import resources
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined

from vejviser.content.content_type import resource
from vejviser.content.languages import SECOND_LANGUAGE, subtag
from vejviser.content.load.yaml import parse_yaml
from vejviser.content.model.language_entry import LanguageEntry

_FILES, _TEXTS = "vejviser/starters/files", "vejviser/starters/texts"
_WIDTH = 110
_FORMS = ("one", "many", "the_one", "the_many")
"""The forms of a word that are written in this order, without their names."""
_FORM = re.compile(r"[a-z][a-z0-9_]*")
_LONGEST = 120
_HIDDEN = frozenset(["Cc", "Cs", "Co", "Cn", "Zl", "Zp"])
"""The Unicode categories of signs that no page can show, and that YAML does not take."""
_DIRECTIONS = frozenset(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF)))
"""Signs that would turn the direction of whatever stands after a name."""
_ADDRESS = re.compile(r"https?://[a-z0-9.-]+(:\d+)?(/[\w./~-]*)?", re.ASCII | re.IGNORECASE)
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|~:@$^\"'=/])")


@dataclass(frozen=True, slots=True)
class Wishes:
    """What whoever begins a portal has said of it."""

    name: str
    organisation: str
    languages: tuple[str, ...]
    """The main one first."""
    url: str
    words: Mapping[str, str] = field(default_factory=dict)
    """The forms of the word for a place, where it is no municipality: one, many, the_one."""


def language_codes(text: str) -> tuple[str, ...]:
    """Return the languages in "nb, en"; raises ValueError("languages") where one is none, or there is none."""
    codes = tuple(dict.fromkeys(text.replace(",", " ").split()))
    try:
        found = tuple(LanguageEntry.model_validate(code).code for code in codes)
    except ValueError:
        raise ValueError("languages") from None
    if not found:
        raise ValueError("languages")
    return found


def shown_name(text: str) -> str:
    """Return a name as pages and files can show it; raises ValueError("name") for an empty one, or hidden signs."""
    name = " ".join(text.split())
    hidden = any(unicodedata.category(sign) in _HIDDEN or sign in _DIRECTIONS for sign in name)
    if not name or len(name) > _LONGEST or hidden:
        raise ValueError("name")
    return name


def word_forms(text: str) -> Mapping[str, str]:
    """Return the forms in "fylke, fylker, fylket, fylkene, gender=neuter" by their names.

    Raises ValueError("place") for one form alone, and for more without a name than there are names for.
    """
    parts = [part.strip() for part in text.split(",")] if text.strip() else []
    named = dict(part.split("=", 1) for part in parts if "=" in part)
    forms = [part for part in parts if "=" not in part]
    known = all(_FORM.fullmatch(name) for name in named)
    if parts and not (known and 2 <= len(forms) <= len(_FORMS)):
        raise ValueError("place")
    return {name: shown_name(form) for name, form in (*zip(_FORMS, forms, strict=False), *named.items())}


def web_address(text: str) -> str:
    """Return the address of a site, ending in a slash; raises ValueError("url") for anything that is none."""
    if not _ADDRESS.fullmatch(text):
        raise ValueError("url")
    return text.rstrip("/") + "/"


def starter_languages() -> tuple[str, ...]:
    """Return the languages that a portal can begin in."""
    folder = resources.files("vejviser") / "starters" / "texts"
    return tuple(sorted(item.name.removesuffix(".yml") for item in folder.iterdir() if item.name.endswith(".yml")))


def begun_in(language: str) -> str:
    """Return the language of the words that a portal in `language` begins with."""
    return subtag(language) if subtag(language) in starter_languages() else SECOND_LANGUAGE


@cache
def starter_texts(language: str) -> Mapping[str, Any]:
    """Return the words of a language, by keys such as "book.title"; raises KeyError for one that has none."""
    if language not in starter_languages():
        raise KeyError(language)
    return dict(_flattened(parse_yaml(resource(f"{language}.yml", _TEXTS), f"{language}.yml").data))


def _flattened(data: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in data.items():
        if isinstance(value, Mapping) and (prefix or key not in ("addresses",)):
            yield from _flattened(value, f"{prefix}{key}.")
        else:
            yield prefix + key, value


@dataclass(frozen=True)
class Starter:
    """The files of one new portal, as text."""

    wishes: Wishes
    today: str

    @property
    def main(self) -> Mapping[str, Any]:
        """The words of the main language."""
        return starter_texts(begun_in(self.wishes.languages[0]))

    @property
    def translated(self) -> tuple[str, ...]:
        """The languages the portal has texts in from the beginning, the main one first."""
        first, *others = self.wishes.languages
        written = {*starter_languages()} - {begun_in(first)}
        return (first, *(item for item in others if subtag(item) in written))

    def texts(self, language: str) -> Mapping[str, Any]:
        """Return the words of one of its languages."""
        return self.main if language == self.wishes.languages[0] else starter_texts(subtag(language))

    def fill(self, template: str, language: str = "", **values: Any) -> str:  # noqa: ANN401 - whatever it shows
        """Return the text of a file, in a language where it is written in one."""
        shown = language or self.wishes.languages[0]
        is_translation = shown != self.wishes.languages[0]
        return (
            _environment()
            .get_template(f"{template}.jinja")
            .render(
                t=self.texts(shown).__getitem__,
                main=self.main.__getitem__,
                said=self._said,
                items=partial(_items, self.texts(shown)),
                note=self._note,
                translation="translation:\n  status: machine\n" if is_translation else "",
                translated=self.translated,
                today=self.today,
                name=self.wishes.name,
                organisation=self.wishes.organisation,
                ids=self.ids,
                **values,
            )
        )

    @property
    def ids(self) -> Mapping[str, str]:
        """The names of its pages in addresses, by what they are."""
        return {key.removeprefix("ids."): value for key, value in self.main.items() if key.startswith("ids.")}

    def _said(self, key: str, indent: int) -> str:
        """Return a short text in every language it is written in, as a mapping in YAML."""
        lines = (f"{language}: {quoted(self.texts(language)[key])}" for language in self.translated)
        return "".join(f"\n{' ' * indent}{line}" for line in lines)

    def _note(self, key: str) -> str:
        """Return a comment for those who edit the file."""
        found = textwrap.wrap(self.main[f"comments.{key}"], _WIDTH, break_long_words=False, break_on_hyphens=False)
        return "\n".join(f"# {line}" for line in found)


def quoted(text: str) -> str:
    """Return a text in the quotation marks of YAML, whatever is in it."""
    return json.dumps(text, ensure_ascii=False)


def prose(text: str) -> str:
    """Return a text that somebody typed so that Markdown shows it as it is."""
    return _MARKDOWN.sub(r"\\\1", html.escape(text, quote=False))


def _items(texts: Mapping[str, Any], key: str, indent: int) -> str:
    return "".join(f"\n{' ' * indent}- {quoted(item)}" for item in texts[key])


@cache
def _environment() -> Environment:
    environment = Environment(  # noqa: S701 - YAML and Markdown, where HTML's escapes would be letters
        loader=FunctionLoader(lambda name: resource(name, _FILES)),
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        trim_blocks=True,
        variable_start_string="<<",  # the files hold {{ field }}, {#id} and [[…]] of their own
        variable_end_string=">>",
        block_start_string="<%",
        block_end_string="%>",
        comment_start_string="<#",
        comment_end_string="#>",
    )
    environment.filters |= {"quoted": quoted, "prose": prose}
    return environment
