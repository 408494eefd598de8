"""Whether a word of an address is a role, a place or a name: integrationsteam-sampleton, hanne-jensen."""

import re
from functools import cache, lru_cache
from importlib.resources import files

from vejviser.content.languages import main_language
from vejviser.content.place_words import words_in
from vejviser.content.settings import by_settings, current

_FOLDED = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ö": "oe", "ä": "ae", "ü": "ue", "é": "e"})
_LINKS = ("", "s", "e", "er", "en", "et", "erne", "ne", "ers", "ens")
"""What may stand after a word inside a compound."""
_SMALL = frozenset(["og", "for", "til", "af", "i", "paa", "the", "of", "and", "den", "det", "de"])
_SEPARATORS = re.compile(r"[._+\-0-9]+")


@cache
def _listed(*names: str) -> frozenset[str]:
    lines = (
        line for name in names for line in files("vejviser.privacy").joinpath(name).read_text("utf-8").splitlines()
    )
    return frozenset(word.translate(_FOLDED) for line in lines if not line.startswith("#") for word in line.split())


@by_settings
def _own_words() -> frozenset[str]:
    """Return the words of the portal's name, of those behind it, and of what its places are called."""
    settings = current()
    names = (settings.name, *(item.name for item in settings.organisations.values()))
    written = [*(text for name in names for text in name.root.values()), *settings.organisations]
    forms = words_in(main_language())
    written += [forms.get("place.one", ""), forms.get("place.the_one", "")]
    return frozenset(word for text in written for word in re.findall(r"[a-z]+", text.lower().translate(_FOLDED)))


def words_of(address: str) -> list[str]:
    """Return the words that signs and digits part in a part of an address."""
    return [word for word in _SEPARATORS.split(address.lower().translate(_FOLDED)) if word]


def is_role(address: str) -> bool:
    """Return whether a part of an address is made of roles and places alone: a role, or one place."""
    found = words_of(address)
    places = _listed("places.txt")
    if all(_made_of(word, places) for word in found):
        return len(found) == 1
    known = _listed("roles.txt", "places.txt") | _own_words()
    return any(word not in _SMALL for word in found) and all(word in _SMALL or _made_of(word, known) for word in found)


def is_name(address: str) -> bool:
    """Return whether a part of an address is made of persons' names alone."""
    found = words_of(address)
    return bool(found) and all(
        _made_of(word, _listed("names.txt"), ("", "s")) or word in ("al", "el", "van", "abu", "bin") for word in found
    )


def has_name(address: str) -> bool:
    """Return whether a part of an address has a person's name in it."""
    return any(_made_of(word, _listed("names.txt"), ("",)) for word in words_of(address))


@lru_cache(maxsize=4096)
def _made_of(word: str, known: frozenset[str], links: tuple[str, ...] = _LINKS) -> bool:
    """Return whether `word` is one of the known, or some of them written together."""
    if word in known:
        return True
    reached = {0}
    for end in range(1, min(len(word), 64) + 1):
        if any(_is_piece(word[start:end], known, links) for start in reached):
            reached.add(end)
    return len(word) in reached


def _is_piece(piece: str, known: frozenset[str], links: tuple[str, ...]) -> bool:
    return any(
        piece.endswith(link) and len(piece) - len(link) >= 3 and piece[: len(piece) - len(link)] in known
        for link in links
    )
