"""`vejviser init`: a small portal of one's own, complete, in a folder where nothing is yet."""

from collections.abc import Iterator
from datetime import date
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from vejviser.authoring.starters import Starter, Wishes, begun_in
from vejviser.authoring.translations import confirm
from vejviser.authoring.version_lock import lock_versions
from vejviser.base.files import write_new_folder, write_tree
from vejviser.base.problems import AuthoringError
from vejviser.content.languages import own_name, subtag
from vejviser.content.load.portal import load_portal
from vejviser.content.model.base import slugify
from vejviser.content.settings import NAME, current, using_root
from vejviser.content.translation.pairs import translation_pairs
from vejviser.content.types import type_named
from vejviser.site.content_check import load_and_check, raise_on_errors

_CODES = ("9901", "9902", "9903")
"""Codes that no country has given to a place, as far as we know."""
_PLACES = ("first", "second", "third")


def new_portal(target: Path, wishes: Wishes, today: date) -> list[str]:
    """Write a small whole portal into `target`, a folder that is empty or not there; return the files' paths.

    Raises AuthoringError when anything is there, or a word lacks forms that the language's texts ask for, and
    ContentError when what was wished cannot be shown. When the writing fails, nothing is left of it.
    """
    if target.is_symlink() or (target.exists() and (not target.is_dir() or any(target.iterdir()))):
        raise AuthoringError("desk-folder-taken", path=str(target))
    with TemporaryDirectory() as folder:
        files = _files(Path(folder).resolve(), Starter(wishes, today.isoformat()))
    write_new_folder(target, files)
    return sorted(files)


def _files(draft: Path, starter: Starter) -> dict[str, bytes]:
    """Return the files of a new portal by their paths, written in a folder of their own and read again.

    There its translations are recorded and its versions locked, by what does so in any portal.
    """
    write_tree(draft, {NAME: _portal_file(starter).encode()})
    with using_root(draft):
        write_tree(draft, {path: text.encode() for path, text in (*_contents(starter), *_around(starter))})
        lock_versions(draft, ())
        confirm(draft, sorted({pair.path for pair in translation_pairs(load_portal(draft).portal)}))
        _raise_on_errors(draft, date.fromisoformat(starter.today))
    found = (path for path in sorted(draft.rglob("*")) if path.is_file())
    return {path.relative_to(draft).as_posix(): path.read_bytes() for path in found}


def _raise_on_errors(draft: Path, today: date) -> None:
    """Raise AuthoringError for forms of a word that are missing, and ContentError for all else that is wrong.

    A name may hold what no page may show, such as a telephone number.
    """
    checked = load_and_check(draft, today)
    if forms := sorted({str(dict(item.values)["form"]) for item in checked.errors if item.rule == "ui-text-word"}):
        raise AuthoringError("desk-forms-missing", forms=", ".join(f"{form}=…" for form in forms))
    raise_on_errors(checked)


def _portal_file(starter: Starter) -> str:
    wishes, main = starter.wishes, starter.main
    own = begun_in(wishes.languages[0]) == subtag(wishes.languages[0])
    return starter.fill(
        "portal.yml",
        languages=wishes.languages,
        words=wishes.words,
        country=main["country"] if own else "",
        addresses=main["addresses"],
    )


def _contents(starter: Starter) -> Iterator[tuple[str, str]]:
    """Yield the content by its paths."""
    ids = starter.ids
    for kind, name in (("handbook", "book"), ("guide", "guide"), ("checklist", "checklist"), ("material", "material")):
        yield type_named(kind).path({"id": ids[name]}), starter.fill(f"{kind}.yml")
    for number, part in enumerate(_PLACES):
        place = {"code": _CODES[number], "name": starter.main[f"places.{part}"]}
        yield _place_path(place), starter.fill("place.yml", place=place)
    for name in ("sources", "glossary"):
        yield f"data/{name}.yml", starter.fill(f"{name}.yml")
    for language in starter.translated:
        yield from _texts(starter, language)
    yield f"docs/{starter.translated[0]}/{current().addresses.editors}/index.md", _editors_page(starter)


def _place_path(place: dict[str, str]) -> str:
    return f"data/{current().addresses.places}/{place['code']}-{slugify(place['name']) or slugify(place['code'])}.yml"


def _texts(starter: Starter, language: str) -> Iterator[tuple[str, str]]:
    """Yield the texts in a language by their paths."""
    ids, words, docs = starter.ids, current().addresses, f"docs/{language}"
    for name in ("first", "second"):
        path = type_named("chapter").path({"language": language, "book": ids["book"], "id": ids[name]})
        yield path, starter.fill(f"{name}.md", language)
    yield f"{docs}/{words.guides}/{ids['guide']}.md", starter.fill("guide.md", language)
    path = type_named("material-text").path({"material": ids["material"], "language": language})
    yield path, starter.fill("material.md", language)
    yield f"{docs}/index.md", starter.fill("home.md", language, uris=_uris(starter))
    for name in ("about", "contact", "privacy", "accessibility"):
        yield f"{docs}/{getattr(words, name)}.md", starter.fill(f"{name}.md", language)


def _uris(starter: Starter) -> dict[str, str]:
    """Return the paths of pages that the front page leads to, without the language."""
    ids, words = starter.ids, current().addresses
    book = f"{words.handbooks}/{ids['book']}"
    return {
        "book": f"{book}/index.md",
        "first": f"{book}/{ids['first']}.md",
        "second": f"{book}/{ids['second']}.md",
        "places": f"{words.places}/index.md",
        "guide": f"{words.guides}/{ids['guide']}.md",
        "material": f"{words.materials}/{ids['material']}.md",
        "checklist": f"{words.checklists}/{ids['checklist']}.md",
        "contact": f"{words.contact}.md",
    }


def _around(starter: Starter) -> Iterator[tuple[str, str]]:
    """Yield what is no content: how the portal is built, published and worked on."""
    wishes, main = starter.wishes, starter.wishes.languages[0]
    names = [{"code": language, "name": own_name(language)} for language in wishes.languages]
    theme = begun_in(main)
    yield "mkdocs.yml", starter.fill("mkdocs.yml", url=wishes.url, languages=names, theme_language=theme)
    places = f"data/{current().addresses.places}"
    yield "README.md", starter.fill("README.md", where=_where(starter), commands=_commands(starter), places=places)
    yield "requirements.txt", starter.fill("requirements.txt", version=version("vejviser"))
    yield ".gitignore", starter.fill("gitignore")
    yield ".gitlab-ci.yml", starter.fill("gitlab.yml")
    yield ".github/workflows/publish.yml", starter.fill("github.yml")


def _editors_page(starter: Starter) -> str:
    return starter.fill("editors.md", where=_where(starter), commands=_commands(starter))


def _where(starter: Starter) -> str:
    """Return the table of what is written where."""
    main, words = starter.wishes.languages[0], current().addresses
    rows = {
        "settings": "portal.yml",
        "front": f"docs/{main}/",
        "handbook": f"docs/{main}/{words.handbooks}/",
        "guides": f"data/guides/ + docs/{main}/{words.guides}/",
        "checklists": "data/checklists/",
        "materials": "materials/",
        "places": f"data/{words.places}/",
        "sources": "data/sources.yml",
        "glossary": "data/glossary.yml",
    }
    return _table(starter, "file", {starter.main[f"editors.{key}"]: path for key, path in rows.items()})


def _commands(starter: Starter) -> str:
    """Return the table of the commands an editor uses most."""
    rows = {"check": "check", "serve": "serve", "build": "build", "new": "new checklist my-list"}
    found = {starter.main[f"editors.{key}"]: f"vejviser {command}" for key, command in rows.items()}
    return _table(starter, "commands", found)


def _table(starter: Starter, second: str, rows: dict[str, str]) -> str:
    head = f"| {starter.main['editors.what']} | {starter.main[f'editors.{second}']} |"
    return "\n".join([head, "| --- | --- |", *(f"| {what} | `{path}` |" for what, path in rows.items())])
