"""`vejviser new`: a correct, commented start at the right place. Nothing that exists is written over."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from vejviser.content.languages import MAIN_LANGUAGE, name_in
from vejviser.editing.inserting import add_block, add_entry, add_to_list, has_key
from vejviser.editing.starts import start, translation_start
from vejviser.load.portal import load_portal
from vejviser.model.base import slugify
from vejviser.model.municipality import Municipality
from vejviser.problems import DeskError
from vejviser.write import write_tree

FIRST_CHAPTER = "velkommen"
Files = dict[str, str]
"""What is to be written, by path below the project's root."""


def new_handbook(root: Path, name: str, title: str, today: date) -> list[str]:
    """Start a handbook with one chapter; give the files written."""
    folder = f"docs/da/haandboeger/{name}"
    return _write(
        root,
        {
            f"{folder}/handbook.yml": start(
                "handbook.yml", id=name, title=title, today=today.isoformat(), chapter=FIRST_CHAPTER
            ),
            f"{folder}/{FIRST_CHAPTER}.md": start("chapter.md", title="Velkommen"),
        },
    )


def new_chapter(root: Path, book: str, name: str, title: str) -> list[str]:
    """Start a chapter and list it as the last of its book."""
    cover = f"docs/da/haandboeger/{book}/handbook.yml"
    text = _text(root, cover, DeskError("desk-no-handbook", book=book))
    chapter = {f"docs/da/haandboeger/{book}/{name}.md": start("chapter.md", title=title)}
    return _write(root, chapter, {cover: add_to_list(text, "chapters", name)})


def new_guide(root: Path, name: str, title: str, today: date) -> list[str]:
    """Start a guide: its steps, and the words around them."""
    return _write(
        root,
        {
            f"data/guides/{name}.yml": start("guide.yml", id=name, title=title, today=today.isoformat()),
            f"docs/da/kommuneguider/{name}.md": start("guide.md", id=name, title=title),
        },
    )


def new_checklist(root: Path, name: str, title: str, today: date) -> list[str]:
    """Start a checklist."""
    text = start("checklist.yml", id=name, title=title, today=today.isoformat())
    return _write(root, {f"data/checklists/{name}.yml": text})


def new_material(root: Path, name: str, title: str, today: date) -> list[str]:
    """Start a material: what it is, and its text."""
    return _write(
        root,
        {
            f"materials/{name}/material.yml": start("material.yml", id=name, title=title, today=today.isoformat()),
            f"materials/{name}/da.md": start("material.md", title=title),
        },
    )


def new_contact(root: Path, municipality: str, name: str, title: str, today: date) -> list[str]:
    """Add a way into a municipality, named by its code, its name or its address.

    Raises DeskError when it has a contact with the id `name` already.
    """
    found = _municipality(root, municipality)
    if any(contact.id == name for contact in found.contacts):
        raise DeskError("desk-contact-taken", municipality=found.name, id=name)
    text = (root / found.origin.path).read_text("utf-8")
    block = start("contact.yml", id=name, title=title, today=today.isoformat())
    return _write(root, {}, {found.origin.path: add_block(text, "contacts", block)})


def new_entry(root: Path, path: str, kind: str, name: str, values: Mapping[str, str]) -> list[str]:
    """Add a source or a term to the file that holds them all; raises DeskError when `name` is taken."""
    text = (root / path).read_text("utf-8") if (root / path).is_file() else ""
    if has_key(text, name):
        raise DeskError("desk-entry-taken", id=name, path=path)
    return _write(root, {}, {path: add_entry(text, start(f"{kind}.yml", id=name, **values))})


def new_translation(root: Path, path: str, language: str) -> list[str]:
    """Start the translation of a Danish text, and let its handbook know the language."""
    target = _translated_path(path, language)
    text = translation_start(_text(root, path, DeskError("desk-no-file", path=path)), name_in(language, MAIN_LANGUAGE))
    return _write(root, {target: text}, _book_in_language(root, path, language))


def _translated_path(path: str, language: str) -> str:
    danish, materials = f"docs/{MAIN_LANGUAGE}/", "materials/"
    if path.endswith(".md") and path.startswith(danish):
        return f"docs/{language}/{path.removeprefix(danish)}"
    if path.startswith(materials) and path.endswith(f"/{MAIN_LANGUAGE}.md"):
        return path.removesuffix(f"{MAIN_LANGUAGE}.md") + f"{language}.md"
    if path.endswith(".yml") and path.startswith(("data/", "docs/", "materials/")):
        raise DeskError("desk-all-languages-here", path=path, language=language)
    raise DeskError("desk-not-a-danish-text", path=path)


def _book_in_language(root: Path, path: str, language: str) -> Files:
    parts = path.split("/")
    cover = "/".join([*parts[:-1], "handbook.yml"])
    if parts[2:3] != ["haandboeger"] or not (root / cover).is_file():
        return {}
    books = {it.origin.path: it for it in load_portal(root).portal.handbooks}
    if cover not in books or language in books[cover].languages:
        return {}
    text = (root / cover).read_text("utf-8")
    if not has_key(text, "languages"):
        return {cover: add_entry(text, f"languages: [{MAIN_LANGUAGE}, {language}]\n")}
    return {cover: add_to_list(text, "languages", language)}


def _municipality(root: Path, wanted: str) -> Municipality:
    name = wanted.removesuffix(" Kommune")
    for municipality in load_portal(root).portal.municipalities:
        if name in (municipality.code, municipality.name) or slugify(name) == municipality.slug:
            return municipality
    raise DeskError("desk-no-municipality", wanted=wanted)


def _text(root: Path, path: str, otherwise: DeskError) -> str:
    if not (root / path).is_file():
        raise otherwise
    return (root / path).read_text("utf-8")


def _write(root: Path, fresh: Mapping[str, str], changed: Mapping[str, str] = {}) -> list[str]:
    """Write new files and changed ones; raises DeskError when a new one is there already."""
    taken = [path for path in fresh if (root / path).exists()]
    if taken:
        raise DeskError("desk-file-taken", path=taken[0])
    files = {**fresh, **changed}
    write_tree(root, {path: text.encode() for path, text in files.items()})
    return list(files)


Starter = Callable[[Path, str, str, date], list[str]]
SIMPLE: Mapping[str, Starter] = {
    "handbook": new_handbook,
    "guide": new_guide,
    "checklist": new_checklist,
    "material": new_material,
}
"""The starts that need a name and a title only."""
