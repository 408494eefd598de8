"""Where in a text a telephone number stands for readers to call, so that it can be a `tel:` link wherever it is shown.

A number the portal knows is one to call, but `112` may count people, too. A short one is a telephone's only where the
words beside it say so: "ring 112", "fare nu: 112", never "112 deltagere", "§ 112" or "side 112". Which words these are
says each language's `telephone` among the interface texts.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from vejviser.base.fingerprints import cache_key
from vejviser.base.identity_key import IdentityKey
from vejviser.content.languages import Language
from vejviser.content.model.help_lines import numbers
from vejviser.content.model.portal import Portal

GAP = "\ufffc"
"""Stands, in a text to look through, for what is no text: a note, a picture, the border between two cells."""
_SHORTEST_ALONE = 6
"""From so many digits on, a number the portal knows can be nothing else."""
_SPACE = "[ \u00a0\u202f\n]"
_LETTERS = "[^\\W\\d_](?:[^\\W\\d_]|[\u064b-\u0652])*"
_WORD = rf"{_LETTERS}(?:[-'’]{_LETTERS})*"
_BEFORE = re.compile(rf"({_WORD}){_SPACE}+$")
_SHORTENED = re.compile(rf"(?<!\w)([^\W\d_]{{1,3}})\.:?{_SPACE}*$")
_AFTER = re.compile(rf"{_SPACE}+({_WORD})")
_CITED_LAW = re.compile(r"§[^.;]{0,12}$")
_ENDED = re.compile(rf"[.!?]{_SPACE}")
_ACCENTS = re.compile("[\u0640\u064b-\u0652]")
_NOT_BEFORE = r"(?<![\w§#%€$£+/=@&-])(?<!\d[.,:])(?<![€$£] )"
_NOT_AFTER = rf"(?![\w%/=@])(?!-\w)(?![.,:]\d)(?!{_SPACE}?(?:%|€|kr\b))"
_WRITTEN = rf"\+?\d{{2,4}}(?:{_SPACE}\d{{2,4}}){{1,4}}|\+?\d{{8,15}}"
"""A number nobody has told the portal, as people write them: 70 20 12 34, +45 70201234."""
_FEWEST, _MOST = 7, 15


@dataclass(frozen=True, slots=True)
class Call:
    """A number to call between `start` and `end` of a text: what is dialled, and who answers, where that is known."""

    start: int
    end: int
    dialled: str
    whose: str = ""


@dataclass(frozen=True)
class Directory:
    """The numbers a portal knows, by their digits, each with who answers; and the words that say a number is called.

    `call` are words for calling, `near` others that speak of danger and help, `before` and `after` what may stand
    between them and the number.
    """

    names: Mapping[str, str] = field(default_factory=dict)
    call: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()
    speakers: tuple[str, ...] = ()
    """What those who answer are called, in small letters, in every language."""

    def calls(self, text: str) -> Iterator[Call]:
        """Yield the numbers to call in the text of one block, or one row of a table, in order."""
        for match in self._pattern.finditer(text):
            written = match[0]
            digits = "".join(sign for sign in written if sign.isdecimal() or sign == "+")
            known = digits in self.names
            if not known and not _FEWEST <= len(digits) <= _MOST:
                continue
            if (known and len(digits) >= _SHORTEST_ALONE) or self._is_called(text, *match.span(), known=known):
                yield Call(match.start(), match.end(), digits, self.names.get(digits, ""))

    def is_in(self, text: str) -> bool:
        """Return whether a text has figures that may be a number to call; quickly, for most have none."""
        return bool(self._pattern.search(text))

    @cached_property
    def fingerprint(self) -> str:
        """What is another when a text could get other links."""
        words = (sorted(each) for each in (self.call, self.near, self.before, self.after))
        return cache_key(repr(sorted(self.names.items())), *map(repr, words), repr(self.speakers))

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        known = sorted(self.names, key=len, reverse=True)
        spaced = [f"{_SPACE}?".join(digits) for digits in known]
        return re.compile(rf"{_NOT_BEFORE}(?:{'|'.join([*spaced, _WRITTEN])}){_NOT_AFTER}")

    def _is_called(self, text: str, start: int, end: int, *, known: bool) -> bool:
        """Return whether the words beside figures say that somebody is to call them."""
        before, after = text[:start], text[end:]
        word, follows = _BEFORE.search(before) or _SHORTENED.search(before), _AFTER.match(after)
        last = _plain(word[1]) if word else ""
        if known and last in self.call:
            return True
        counted = follows is not None and _plain(follows[1]) not in self.after
        return (
            not counted
            and self._stands(before, last)
            and self._is_said(text, before, after, last if not known else None)
        )

    def _stands(self, before: str, last: str) -> bool:
        """Return whether a number to call may stand after `before`, whose last word is `last` unless a sign ends it."""
        if last:
            return last in self.before or last in self.near or last in self.call
        return not (before.strip()[-1:].isalnum() or _CITED_LAW.search(before))

    def _is_said(self, text: str, before: str, after: str, last: str | None) -> bool:
        """Return whether a text speaks of calling or of danger.

        A number nobody knows must be called in its own sentence; its `last` word before it is given for that.
        """
        sentence = _ENDED.split(before)[-1]
        if last is not None:
            return last in self.call or not self.call.isdisjoint(_words(sentence))
        alone = before.rstrip().endswith("(") and after.lstrip().startswith(")")
        told = (sentence if alone else text).lower()
        if any(name in told for name in self.speakers):
            return True
        return not alone and not (self.call | self.near).isdisjoint(_words(text))


def directory(portal: Portal, language: Language) -> Directory:
    """Return the numbers a portal knows, with the names of those who answer in one language."""
    texts = tuple(portal.texts[each] for each in portal.languages)
    return _directory(IdentityKey(portal.help_lines, *texts), language)


@lru_cache(maxsize=64)
def _directory(same: IdentityKey, language: Language) -> Directory:
    lines, *texts = same.objects
    names = {number.dialled: line.name.text(language) for line, _, number in numbers(lines.values())}

    def said(kind: str) -> frozenset[str]:
        return frozenset(_plain(word) for each in texts for word in each(f"telephone.{kind}").split(", "))

    speakers = {text.lower() for line in lines.values() for text in line.name.root.values()}
    return Directory(names, said("call"), said("near"), said("before"), said("after"), tuple(sorted(speakers)))


def _words(text: str) -> set[str]:
    return {_plain(word) for word in re.findall(_WORD, text)}


def _plain(word: str) -> str:
    """Return a word in small letters, without the vowel signs that Arabic may be written with."""
    return _ACCENTS.sub("", word).lower()
