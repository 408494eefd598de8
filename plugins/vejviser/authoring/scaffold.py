"""`vejviser new`: a correct, commented start at the right place. Nothing that exists is written over."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from vejviser.authoring.editing import edited, text_of
from vejviser.authoring.json_schema import remark
from vejviser.authoring.templates import fill_template, translation_template
from vejviser.authoring.yaml_edit.edit import EditError, append_entry, append_item, keys, set_value
from vejviser.authoring.yaml_edit.values import Snippet
from vejviser.base.files import write_tree
from vejviser.base.problems import AuthoringError
from vejviser.content.addresses import at
from vejviser.content.content_type import ContentType
from vejviser.content.languages import main_language, name_in
from vejviser.content.model.base import slugify
from vejviser.content.types import type_named, types

if TYPE_CHECKING:
    from vejviser.content.model.portal import Portal

CONTENT_FOLDERS = ("data/", "docs/", "materials/")
Change = Callable[[str], str]
"""What is to become of a file's text."""


def new_content(root: Path, kind: ContentType, name: str, title: str, today: date) -> list[str]:
    """Start a content of a type that needs a name and a title only; return the files written."""
    said = {"id": name, "title": title, "today": today.isoformat(), "year": str(today.year)}
    words = {"id": name, "first": remark("first"), "first_title": remark("first-title")}
    wanted = {value for item in kind.starts for _, value in item.values}
    if "{source}" in wanted:
        words["source"] = a_source(root)
    if "{help_line}" in wanted:
        words["help_line"] = _first_entry(root, "help-line", AuthoringError("desk-no-help-line"))
    filled = {}
    for item in kind.starts:
        values = {key: value.format(**words) for key, value in item.values}
        filled[item.path.format(**words)] = fill_template(item.template, **{**said, **values})
    if kind.entries:
        ((path, entry),) = filled.items()
        return add_entry(root, path, name, entry)
    return write(root, filled)


def new_chapter(root: Path, book: str, name: str, title: str) -> list[str]:
    """Start a chapter and list it as the last of its book."""
    cover = type_named("handbook").path({"id": book})
    if not (root / cover).is_file():
        raise AuthoringError("desk-no-handbook", book=book)
    place = type_named("chapter").path({"language": main_language(), "book": book, "id": name})
    chapter = {place: fill_template("chapter.md", title=title)}
    return write(root, chapter, {cover: lambda text: append_item(text, ("chapters",), name)})


def new_page(root: Path, name: str, title: str, today: date) -> list[str]:
    """Start a plain page at a path below the main language's folder, such as "netvaerk" or "om/historie"."""
    place = type_named("article").path({"language": main_language(), "uri": f"{name}.md"})
    return write(root, {place: fill_template("page.md", title=title, today=today.isoformat())})


def new_place(root: Path, code: str, name: str, today: date) -> list[str]:
    """Start a place of the directory; raises AuthoringError when one with the code is there."""
    folder = at("data/<places>")
    if taken := sorted((root / folder).glob(f"{code}-*.yml")):
        raise AuthoringError("desk-file-taken", path=taken[0].relative_to(root).as_posix())
    text = fill_template("place.yml", code=code, name=name, today=today.isoformat())
    return write(root, {f"{folder}/{code}-{slugify(name)}.yml": text})


def new_entry(root: Path, path: str, kind: str, name: str, values: Mapping[str, str]) -> list[str]:
    """Add a source or a term to the file that holds them all; raises AuthoringError when `name` is taken."""
    return add_entry(root, path, name, fill_template(f"{kind}.yml", id=name, **values))


def add_entry(root: Path, path: str, name: str, entry: str) -> list[str]:
    """Add an entry to a file of entries; raises AuthoringError when `name` is taken."""

    def change(text: str) -> str:
        if name in keys(text, entry.rstrip("\n")):
            raise AuthoringError("desk-entry-taken", id=name, path=path)
        return append_entry(text, entry)

    return write(root, {}, {path: change})


def new_translation(root: Path, path: str, language: str) -> list[str]:
    """Start the translation of an original, and let its handbook know the language."""
    target = _translated_path(path, language)
    if not (root / path).is_file():
        raise AuthoringError("desk-no-file", path=path)
    text = translation_template(text_of(root, path), name_in(language, main_language()))
    return write(root, {target: text}, _book_in_language(root, path, language))


def _translated_path(path: str, language: str) -> str:
    for kind in types():
        known = kind.values_in(path) if kind.is_text else {}
        if known.get("language") == main_language():
            return kind.path({**known, "language": language})
    if path.endswith(".yml") and path.startswith(CONTENT_FOLDERS):
        raise AuthoringError("desk-all-languages-here", path=path, language=language)
    raise AuthoringError("desk-not-an-original", path=path)


def _book_in_language(root: Path, path: str, language: str) -> Mapping[str, Change]:
    chapter = type_named("chapter").values_in(path)
    cover = type_named("handbook").path({"id": chapter.get("book", "")})
    if not chapter or not (root / cover).is_file():
        return {}
    books = {handbook.origin.path: handbook for handbook in portal_of(root).handbooks}
    if cover not in books or language in books[cover].languages:
        return {}

    def change(text: str) -> str:
        if "languages" in keys(text, f"languages: [{language}]"):
            return append_item(text, ("languages",), language)
        return set_value(
            text, ("languages",), Snippet(f"[{main_language()}, {language}]"), tuple(books[cover].model_fields)
        )

    return {cover: change}


def a_source(root: Path) -> str:
    """Return a source that a start may name until somebody writes the right one; raises AuthoringError without any."""
    return _first_entry(root, "source", AuthoringError("desk-no-source"))


def _first_entry(root: Path, kind: str, otherwise: AuthoringError) -> str:
    path = type_named(kind).pattern
    try:
        known = keys(text_of(root, path)) if (root / path).is_file() else ()
    except EditError:
        raise AuthoringError("desk-record-broken", path=path) from None
    if not known:
        raise otherwise
    return known[0]


def portal_of(root: Path) -> "Portal":
    """Return the portal as its files are now."""
    from vejviser.content.load.portal import load_portal  # noqa: PLC0415 - most starts need no content to be read

    return load_portal(root).portal


def write(root: Path, fresh: Mapping[str, str], changed: Mapping[str, Change] | None = None) -> list[str]:
    """Write new files and changed ones; return their paths.

    Raises AuthoringError, before anything is written, when a new one is there already or another cannot be changed.
    """
    taken = [path for path in fresh if (root / path).exists()]
    if taken:
        raise AuthoringError("desk-file-taken", path=taken[0])
    files = {path: text.encode() for path, text in fresh.items()}
    files |= {path: edited(root, path, change, "") for path, change in (changed or {}).items()}
    write_tree(root, files)
    return list(files)
