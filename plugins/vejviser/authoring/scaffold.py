"""`vejviser new`: a correct, commented start at the right place. Nothing that exists is written over."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from vejviser.authoring.json_schema import remark
from vejviser.authoring.templates import fill_template, translation_template
from vejviser.authoring.yaml_edit.insertion import add_block, add_entry, add_to_list, has_key
from vejviser.base.files import write_tree
from vejviser.base.problems import AuthoringError
from vejviser.content.content_type import ContentType
from vejviser.content.languages import main_language, name_in
from vejviser.content.model.base import slugify
from vejviser.content.types import type_named, types

if TYPE_CHECKING:
    from vejviser.content.model.municipality import Municipality
    from vejviser.content.model.portal import Portal

CONTENT_FOLDERS = ("data/", "docs/", "materials/")
Files = dict[str, str]
"""What is to be written, by path below the project's root."""


def new_content(root: Path, kind: ContentType, name: str, title: str, today: date) -> list[str]:
    """Start a content of a type that needs a name and a title only; return the files written."""
    said = {"id": name, "title": title, "today": today.isoformat()}
    words = {"id": name, "first": remark("first"), "first_title": remark("first-title")}
    files = {}
    for item in kind.starts:
        values = {key: value.format(**words) for key, value in item.values}
        files[item.path.format(**words)] = fill_template(item.template, **{**said, **values})
    return _write(root, files)


def new_chapter(root: Path, book: str, name: str, title: str) -> list[str]:
    """Start a chapter and list it as the last of its book."""
    cover = type_named("handbook").path({"id": book})
    text = _text(root, cover, AuthoringError("desk-no-handbook", book=book))
    place = type_named("chapter").path({"language": main_language(), "book": book, "id": name})
    chapter = {place: fill_template("chapter.md", title=title)}
    return _write(root, chapter, {cover: add_to_list(text, "chapters", name)})


def new_contact(root: Path, municipality: str, name: str, title: str, today: date) -> list[str]:
    """Add a way into a municipality, named by its code, its name or its address.

    Raises DeskError when it has a contact with the id `name` already.
    """
    found = _municipality(root, municipality)
    if any(contact.id == name for contact in found.contacts):
        raise AuthoringError("desk-contact-taken", municipality=found.name, id=name)
    text = (root / found.origin.path).read_text("utf-8")
    block = fill_template("contact.yml", id=name, title=title, today=today.isoformat())
    return _write(root, {}, {found.origin.path: add_block(text, "contacts", block)})


def new_entry(root: Path, path: str, kind: str, name: str, values: Mapping[str, str]) -> list[str]:
    """Add a source or a term to the file that holds them all; raises DeskError when `name` is taken."""
    text = (root / path).read_text("utf-8") if (root / path).is_file() else ""
    if has_key(text, name):
        raise AuthoringError("desk-entry-taken", id=name, path=path)
    return _write(root, {}, {path: add_entry(text, fill_template(f"{kind}.yml", id=name, **values))})


def new_translation(root: Path, path: str, language: str) -> list[str]:
    """Start the translation of an original, and let its handbook know the language."""
    target = _translated_path(path, language)
    text = translation_template(
        _text(root, path, AuthoringError("desk-no-file", path=path)), name_in(language, main_language())
    )
    return _write(root, {target: text}, _book_in_language(root, path, language))


def _translated_path(path: str, language: str) -> str:
    for kind in types():
        known = kind.values_in(path) if kind.is_text else {}
        if known.get("language") == main_language():
            return kind.path({**known, "language": language})
    if path.endswith(".yml") and path.startswith(CONTENT_FOLDERS):
        raise AuthoringError("desk-all-languages-here", path=path, language=language)
    raise AuthoringError("desk-not-an-original", path=path)


def _book_in_language(root: Path, path: str, language: str) -> Files:
    chapter = type_named("chapter").values_in(path)
    cover = type_named("handbook").path({"id": chapter.get("book", "")})
    if not chapter or not (root / cover).is_file():
        return {}
    books = {handbook.origin.path: handbook for handbook in _portal(root).handbooks}
    if cover not in books or language in books[cover].languages:
        return {}
    text = (root / cover).read_text("utf-8")
    if not has_key(text, "languages"):
        return {cover: add_entry(text, f"languages: [{main_language()}, {language}]\n")}
    return {cover: add_to_list(text, "languages", language)}


def _municipality(root: Path, wanted: str) -> "Municipality":
    for municipality in _portal(root).municipalities:
        called = (municipality.code, municipality.name, municipality.title)
        if wanted in called or slugify(wanted) in (municipality.slug, slugify(municipality.title)):
            return municipality
    raise AuthoringError("desk-no-municipality", wanted=wanted)


def _portal(root: Path) -> "Portal":
    from vejviser.content.load.portal import load_portal  # noqa: PLC0415 - most starts need no content to be read

    return load_portal(root).portal


def _text(root: Path, path: str, otherwise: AuthoringError) -> str:
    if not (root / path).is_file():
        raise otherwise
    return (root / path).read_text("utf-8")


def _write(root: Path, fresh: Mapping[str, str], changed: Mapping[str, str] = {}) -> list[str]:
    """Write new files and changed ones; raises DeskError when a new one is there already."""
    taken = [path for path in fresh if (root / path).exists()]
    if taken:
        raise AuthoringError("desk-file-taken", path=taken[0])
    files = {**fresh, **changed}
    write_tree(root, {path: text.encode() for path, text in files.items()})
    return list(files)
