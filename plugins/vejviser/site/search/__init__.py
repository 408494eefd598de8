"""Search: the finished pages go in, and for each language a file comes out that answers on the reader's own device.

Beside it lie small files with the text of each page as a result shows it. assets/js/search/ reads both.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
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
from vejviser.site.search.windows import Window, windows
from vejviser.site.search.word_index import word_index

FOLDER = "search"
MARK = BODY.encode()
"""What a page has that is to be found."""
_NAME = 9
"""So long is the name of a page's text. Ten could all be digits and read as a CPR number, which stops the build."""
_NOTHING = Passage("", "", ())


@dataclass(frozen=True, slots=True)
class Indexed:
    """A page to be found, with its finished file."""

    page: Page
    content: Content


@dataclass(frozen=True, slots=True)
class _Text:
    """What a result shows of a page: the name of its files, and the windows they hold."""

    name: str
    windows: tuple[Window, ...]
    files: tuple[bytes, ...]


def search_files(portal: Portal, pages: Mapping[Language, Sequence[Indexed]], engine: Engine) -> dict[str, bytes]:
    """Return the files of the search by their paths in the site, of the pages that are to be found, by language."""
    read = _passages([item.content for of in pages.values() for item in of], engine)
    little = frozenset(little_words(portal))
    asked = {language: asked_by_page(portal, language) for language in pages}
    own = {language: frozenset(item.page.address for item in of) for language, of in pages.items()}
    files: dict[str, bytes] = {}
    texts: dict[Language, dict[str, _Text]] = {}
    for language, of in pages.items():
        texts[language] = {}
        for item in of:
            address = item.page.address
            lacking = [other for other in pages if address not in own[other]] if language == main_language() else []
            questions = _joined(asked[reader].get(address, {}) for reader in (language, *lacking))
            # A place is found by its name, and no text is shown of it.
            found = () if item.page.kind == PLACE else read[item.content.sha256]
            text = texts[language][address] = _text(tuple(windows(found, questions)), little)
            files |= {f"{FOLDER}/texts/{text.name}p{number}.json": shown for number, shown in enumerate(text.files)}
    main = {item.page.address: item.page for item in pages[main_language()]}
    for language, of in pages.items():
        rows: list[SearchPage] = []
        every: list[Passage] = []
        told: list[str] = []
        for page in sorted((item.page for item in of), key=lambda page: page.address):
            text = texts[language][page.address]
            rows.append(SearchPage(page, text.name, tuple(window.places for window in text.windows)))
            every.extend(window.joined for window in text.windows)
            told.extend(_questions(text, asked[language].get(page.address, {})))
        for address in sorted(led_to(portal, language) & main.keys() - own[language]):
            # Of a page in another language only the questions are in this one; its windows keep their order.
            text = texts[main_language()][address]
            held = text.windows if address in asked[language] else ()
            rows.append(SearchPage(main[address], text.name, tuple(window.places for window in held)))
            every.extend(_NOTHING for _ in held)
            told.extend(_questions(text, asked[language].get(address, {}))[: len(held)])
        words = word_index(every, little, told)
        files[f"{FOLDER}/{language}.json"] = _json(search_file(portal, language, rows) | words)
    return files


def _joined(asked: Iterable[Mapping[str, Sequence[str]]]) -> dict[str, list[str]]:
    """Return what is asked in several languages, by place."""
    found: dict[str, list[str]] = {}
    for of in asked:
        for place, questions in of.items():
            found.setdefault(place, []).extend(questions)
    return found


def _questions(text: _Text, asked: Mapping[str, Sequence[str]]) -> list[str]:
    """Return for each window of a page what people ask, in one language, that it answers."""
    passages = [passage for window in text.windows for passage in window.passages]
    return [" ".join(window.asked) for window in windows(passages, asked)]


def _text(found: tuple[Window, ...], little: Collection[str]) -> _Text:
    files = tuple(window.shown(little) for window in found)
    return _Text(sha256(b"\n".join(files)).hexdigest()[:_NAME] if files else "", found, files)


def _passages(contents: Sequence[Content], engine: Engine) -> dict[str, tuple[Passage, ...]]:
    """Return the passages of finished pages, by their hash; those of a page that is as it was are not read again."""
    keys = {content.sha256: content.sha256 for content in contents}
    by_hash = {content.sha256: content for content in contents}

    def make(missing: Sequence[str]) -> Iterator[tuple[Passage, ...]]:
        return (passages(engine.contents.read(by_hash[name])) for name in missing)

    return engine.many("search texts", program_fingerprint(), keys, make)


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
