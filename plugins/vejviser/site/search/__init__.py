"""Search: the finished pages go in, and for each language a file comes out that answers on the reader's own device.

Beside it lie small files with the text of each page as a result shows it. assets/js/search/ reads both.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from vejviser.base.contents import Content
from vejviser.base.engine import Engine
from vejviser.base.fingerprints import program_fingerprint
from vejviser.content.languages import Language, main_language
from vejviser.content.model.portal import Portal
from vejviser.pages.page import Page
from vejviser.pages.search import PLACE, SearchPage, asked_by_page, led_to, search_file
from vejviser.pages.speech import little_words
from vejviser.site.search.page_text import BODY, Passage, passages
from vejviser.site.search.word_index import word_index

FOLDER = "search"
MARK = BODY.encode()
"""What a page has that is to be found."""
_PART = 3
"""So many passages of a page stand in one file: a result shows one of them, and a long page has a hundred."""
_NAME = 9
"""So long is the name of a page's text. Ten could all be digits and read as a CPR number, which stops the build."""


@dataclass(frozen=True, slots=True)
class Indexed:
    """A page to be found, with its finished file."""

    page: Page
    content: Content


def search_files(portal: Portal, pages: Mapping[Language, Sequence[Indexed]], engine: Engine) -> dict[str, bytes]:
    """Return the files of the search by their paths in the site, of the pages that are to be found, by language."""
    texts = _texts([item.content for of in pages.values() for item in of], engine)
    files: dict[str, bytes] = {}
    names = {key: sha256(_shown(found)).hexdigest()[:_NAME] for key, found in texts.items()}
    main = {item.page.address: item for item in pages[main_language()]}
    for language, of in pages.items():
        rows: list[SearchPage] = []
        every: list[Passage] = []
        questions: list[str] = []
        asked = asked_by_page(portal, language)
        for item in sorted(of, key=lambda item: item.page.address):
            found = texts[item.content.sha256]
            name = names[item.content.sha256]
            if item.page.kind == PLACE:  # it is found by its name, and no text is shown of it
                name, found = "", ()
            files |= {f"{FOLDER}/texts/{part}.json": content for part, content in _parts(name, found)}
            rows.append(SearchPage(item.page, name, tuple(passage.place for passage in found)))
            every.extend(found)
            questions.extend(_questions(found, asked.get(item.page.address, {})))
        own = {item.page.address for item in of}
        for address in sorted(led_to(portal, language) & main.keys() - own):
            # Of a page in another language only the questions are in this one; its passages keep their order.
            item = main[address]
            found = texts[item.content.sha256] if address in asked else ()
            rows.append(SearchPage(item.page, names[item.content.sha256], tuple(passage.place for passage in found)))
            every.extend(Passage(passage.place, "", ()) for passage in found)
            questions.extend(_questions(found, asked.get(address, {})))
        words = word_index(every, frozenset(little_words(portal)), questions)
        told = search_file(portal, language, rows) | words | {"part": _PART}
        files[f"{FOLDER}/{language}.json"] = _json(told)
    return files


def _questions(found: Sequence[Passage], asked: Mapping[str, Sequence[str]]) -> list[str]:
    """Return for each passage what people ask that it answers; what the whole page answers, at its first."""
    told = [" ".join(asked.get(passage.place, ())) for passage in found]
    places = {passage.place for passage in found}
    of_page = [question for place, questions in asked.items() if place not in places for question in questions]
    return [" ".join([*of_page, *told[:1]]), *told[1:]] if told else []


def _texts(contents: Sequence[Content], engine: Engine) -> dict[str, tuple[Passage, ...]]:
    """Return the passages of finished pages; those of a page that is as it was are not read again."""
    keys = {content.sha256: content.sha256 for content in contents}
    by_hash = {content.sha256: content for content in contents}

    def make(missing: Sequence[str]) -> Iterator[tuple[Passage, ...]]:
        return (passages(engine.contents.read(by_hash[name])) for name in missing)

    return engine.many("search texts", program_fingerprint(), keys, make)


def _parts(name: str, found: Sequence[Passage]) -> Iterator[tuple[str, bytes]]:
    """Yield the files of a page's text, by their names: some passages in each."""
    for number, start in enumerate(range(0, len(found), _PART)):
        yield f"{name}p{number}", _shown(found[start : start + _PART])


def _shown(found: Sequence[Passage]) -> bytes:
    return _json([[passage.place, passage.heading, *passage.blocks] for passage in found])


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
