"""The collections of /admin/: one for each folder of content, and one file for each map of entries."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vejviser.authoring.form_fields import Forms, Widget
from vejviser.authoring.schemas import SETTINGS, Kind, kind_of
from vejviser.content.content_type import ContentType
from vejviser.content.languages import main_language, other_languages
from vejviser.content.model.base import SLUG_PATTERN
from vejviser.content.model.portal import Portal
from vejviser.content.types import text_type, types

Collection = dict[str, Any]
LISTS = "lists"
"""The collection of the files that hold many entries each."""
LOCKED = ("purpose", "in_short", "fields")
"""The keys of a material whose words stand in the document, beside its text."""
ALONE: Mapping[str, Any] = {"editor": {"preview": False}}
"""What is no running text is not shown beside its form: a list of keys says nothing of how readers see it."""
BEGUN = "body"
"""The field of a new file for the text that stands in another one."""


@dataclass(frozen=True, slots=True)
class Form:
    """A collection (or a file of one), and how its files are read and written."""

    collection: Collection
    format: Mapping[str, Any]
    language: str = ""
    """Of texts, which are kept in a file a language."""


def yaml_kinds() -> tuple[ContentType, ...]:
    """Return the types of content that are kept in a YAML file each, and have a form."""
    return tuple(item for item in types() if item.form)


def entry_kinds() -> tuple[Kind, ...]:
    """Return the kinds of files that map ids to values, or addresses to addresses, and have a form."""
    wanted = ("approvers", "redirects")
    return (*(kind_of(item) for item in types() if item.entries), *(kind for kind in SETTINGS if kind.name in wanted))


def yaml_form(forms: Forms, item: ContentType) -> Form:
    """Return the form of one type of YAML files."""
    kind = kind_of(item)
    folder, _, rest = kind.pattern.partition("/*")
    path = {"path": "{{slug}}" + rest.removesuffix(".yml")} if rest.startswith("/") else {}
    fields = [field for field in forms.fields(kind.schema) if field["name"] not in kind.known]
    own: dict[str, Any] = {"kind": "yaml"}
    if len(item.starts) > 1:
        fields.append({**body(forms), "hint": forms.labels["begun"]})
        own["body"] = BEGUN
    if item.id == "material":
        own["locked"] = list(LOCKED)
    made = {**_collection(forms, kind, kind.name, folder, fields), **path, **_preview(item), **ALONE}
    return Form({**made, "extension": "yml", "format": kind.name}, own)


def text_forms(forms: Forms, root: Path, portal: Portal) -> Iterator[Form]:
    """Yield the form of each folder of Markdown files, and of the texts beside other files, the main language first."""
    for language in (main_language(), *other_languages()):
        for folder in sorted({path.parent for path in (root / "docs" / language).rglob("*.md")}):
            place = folder.relative_to(root).as_posix()
            item = text_type(f"{place}/index.md")
            part = place.removeprefix(f"docs/{language}").strip("/")
            label = _of_language(forms, language, _titled(forms, portal, kind_of(item), part))
            preview = "/".join(word for word in (_prefix(language), part, "{{slug}}") if word)
            more = {"label": label, "preview_path": f"{preview}/"}
            yield _text(forms, item, language, (place.replace("/", "-"), place), more)
        for item in types():
            top = item.pattern.partition("/")[0]
            if item.is_text and top != "docs" and any(root.glob(item.glob(language))):
                label = _of_language(forms, language, called(forms, kind_of(item)))
                page = item.pages[0].partition("/")[0]
                there: dict[str, Any] = {"path": "{{slug}}/" + language, "create": language != main_language()}
                preview = "/".join(word for word in (_prefix(language), page, "{{slug}}") if word)
                more = {"label": label, "preview_path": f"{preview}/", **there}
                yield _text(forms, item, language, (f"{page}-{language}", top), more)


def list_form(forms: Forms, kinds: tuple[Kind, ...]) -> tuple[Collection, dict[str, Mapping[str, Any]]]:
    """Return the collection of the files that hold many entries each, and how each is read and written."""
    files: list[Collection] = []
    formats: dict[str, Mapping[str, Any]] = {}
    for kind in kinds:
        file = {"name": kind.name, "label": called(forms, kind), "file": kind.pattern, "format": kind.name}
        if kind.entries:
            files.append({**file, "fields": [forms.entries(kind.schema)]})
            formats[kind.name] = {"kind": "entries"}
        elif kind.model is None:
            files.append({**file, "fields": [forms.pairs()]})
            formats[kind.name] = {"kind": "pairs"}
        else:
            files.append({**file, "fields": forms.fields(kind.schema)})
            formats[kind.name] = {"kind": "yaml"}
    return {"name": LISTS, "label": forms.labels[LISTS], "files": files, **ALONE}, formats


def called(forms: Forms, kind: Kind) -> str:
    """Return what a kind of files is called: as the forms say, or else as it says itself."""
    return forms.labels.get(kind.name) or kind.title or kind.name


def chosen_from() -> dict[str, Widget]:
    """Return for each key that holds ids of a type of YAML files how they are chosen by name."""
    title = f"title.{main_language()}"
    names = {"value_field": "{{slug}}", "display_fields": [title], "search_fields": [title]}
    return {item.plural: {"collection": kind_of(item).name, **names} for item in yaml_kinds() if item.known == ("id",)}


def body(forms: Forms) -> Widget:
    """Return the field of a text in Markdown, shown as it is written."""
    return {"name": "body", "label": forms.labels["body"], "widget": "markdown", "modes": ["raw"], "required": False}


def _text(forms: Forms, item: ContentType, language: str, place: tuple[str, str], more: Mapping[str, Any]) -> Form:
    kind, (name, folder) = kind_of(item), place
    made = _collection(forms, kind, name, folder, [*forms.fields(kind.schema), body(forms)])
    made |= {"extension": "md", "format": f"{name}-frontmatter", **more}
    return Form(made, {"kind": "text"}, language)


def _titled(forms: Forms, portal: Portal, kind: Kind, folder: str) -> str:
    """Return what a folder of texts is called: by its book, or by its first page."""
    books = {book.id: book.title.text(main_language()) for book in portal.handbooks}
    pages = {page.uri: page.meta.title for page in portal.articles if page.language == main_language()}
    shown = {item.folder: called(forms, kind_of(item)) for item in types() if item.folder and item.form}
    title = books.get(folder.rpartition("/")[2]) or shown.get(folder) or pages.get(f"{folder}/index.md") or folder
    return f"{title} ({called(forms, kind).lower()})" if folder else called(forms, kind)


def _of_language(forms: Forms, language: str, label: str) -> str:
    return label if language == main_language() else f"{forms.labels[language]}: {label}"


def _prefix(language: str) -> str:
    return "" if language == main_language() else language


def _preview(item: ContentType) -> dict[str, str]:
    page = item.pages[0] if item.pages else ""
    path = page.replace("{0.id}", "{{slug}}").replace("{0.slug}", "{{slug}}").removesuffix("index.md")
    return {"preview_path": path.removesuffix(".md").removesuffix("/") + "/"} if page else {}


def _collection(forms: Forms, kind: Kind, name: str, folder: str, fields: list[Widget]) -> Collection:
    named = {field["name"]: field for field in fields}
    title = named.get("title") or named["name"]
    shown = f"title.{main_language()}" if title["widget"] == "object" else title["name"]
    slug = "{{fields.code}}-{{fields.name}}" if "code" in named else "{{fields." + shown + "}}"
    said = {"key": forms.labels["slug"], "value": forms.labels["written"], "example": forms.labels["slug-example"]}
    return {
        "name": name,
        "label": called(forms, kind),
        "folder": folder,
        "identifier_field": shown,
        "summary": "{{" + shown + "}}",
        "slug": {
            "template": slug,
            "hint": forms.labels["slug-hint"],
            "pattern": [SLUG_PATTERN, forms.wrong.format(**said)],
        },
        "create": True,
        "delete": True,
        "duplicate": False,
        "fields": [title, *(field for field in fields if field is not title)],
    }
