"""/admin/: forms in the browser for those who do not want to write YAML. They write the same files.

The forms are made from the same schemas as the help in VS Code. What they cannot ask for (maps with free keys, pairs of
numbers) stays in the file untouched. Nothing is created here: `vejviser new` begins a file in the right place.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from vejviser.authoring.form_fields import Forms
from vejviser.authoring.schemas import Kind, kind_of
from vejviser.base.problems import AuthoringError
from vejviser.content.addresses import at
from vejviser.content.languages import languages, listed_name, main_language
from vejviser.content.load.configuration import read_configuration
from vejviser.content.load.interface_texts import load_messages
from vejviser.content.types import text_type, types

FOLDER = "admin"
BODY = {"name": "body", "label": "Tekst", "widget": "markdown", "modes": ["raw"], "required": False}


def offered() -> tuple[Kind, ...]:
    """Return the kinds of YAML files with a form; the rest are for those who know them."""
    return tuple(kind_of(item) for item in types() if item.form)


def form_files(root: Path) -> dict[str, bytes]:
    """Return the files of /admin/ by their paths in the site; raises DeskError before `make admin`.

    Raises ContentError where backend.yml cannot be read.
    """
    program = root / FOLDER / "dist"
    if not (program / "rediger.js").is_file():
        raise AuthoringError("desk-no-forms")
    files = {path.relative_to(program).as_posix(): path.read_bytes() for path in program.rglob("*") if path.is_file()}
    files["index.html"] = (root / FOLDER / "index.html").read_bytes()
    backend = read_configuration(root, f"{FOLDER}/backend.yml")
    made = configuration(root, backend)
    files["config.yml"] = yaml.safe_dump(made, allow_unicode=True, sort_keys=False, width=120).encode()
    return {f"{FOLDER}/{name}": content for name, content in files.items()}


def configuration(root: Path, backend: Mapping[str, Any]) -> dict[str, Any]:
    """Return the configuration of the forms for the content below `root`."""
    names = {language: listed_name(language, main_language()) for language in languages()}
    forms = Forms({**names, **load_messages(root, main_language(), "forms")})
    return {
        "backend": dict(backend),
        "app_title": forms.labels["app_title"],
        "media_folder": at("docs/<main>/<pictures>"),
        "public_folder": at("/<pictures>"),
        "show_preview_links": False,
        "editor": {"preview": False},
        "output": {"omit_empty_optional_fields": True, "yaml": {"quote": "double", "indent_size": 2}},
        "collections": [*_files(forms), *_texts(root, forms)],
    }


def _files(forms: Forms) -> Iterator[dict[str, Any]]:
    for kind in offered():
        folder, _, rest = kind.pattern.partition("/*")
        path = {"path": "{{slug}}" + rest.removesuffix(".yml")} if rest.startswith("/") else {}
        fields = [field for field in forms.fields(kind.schema) if field["name"] not in kind.known]
        yield {
            **_collection(forms, kind, kind.name, folder, fields),
            **path,
            "extension": "yml",
            "format": "yaml",
        }


def _texts(root: Path, forms: Forms) -> Iterator[dict[str, Any]]:
    """Yield one collection for each folder of Markdown files, and one for the materials' texts in each language."""
    for language in languages():
        shown = forms.labels[language]
        for folder in sorted({path.parent for path in (root / "docs" / language).rglob("*.md")}):
            place = folder.relative_to(root).as_posix()
            kind = kind_of(text_type(f"{place}/index.md"))
            part = place.removeprefix(f"docs/{language}").strip("/") or "/"
            label = f"{forms.labels[kind.name]}: {part}, {shown}"
            yield {**_text(forms, kind, place.replace("/", "-"), place), "label": label}
        for beside in types():
            top = beside.pattern.partition("/")[0]
            if beside.is_text and top != "docs" and any(root.glob(beside.glob(language))):
                kind = kind_of(beside)
                label = f"{forms.labels[kind.name]}, {shown}"
                collection = _text(forms, kind, f"{beside.pages[0].partition('/')[0]}-{language}", top)
                yield {**collection, "label": label, "path": "{{slug}}/" + language}


def _text(forms: Forms, kind: Kind, name: str, folder: str) -> dict[str, Any]:
    fields = [*forms.fields(kind.schema), BODY]
    return {**_collection(forms, kind, name, folder, fields), "extension": "md", "format": "yaml-frontmatter"}


def _collection(forms: Forms, kind: Kind, name: str, folder: str, fields: list[dict[str, Any]]) -> dict[str, Any]:
    title = next(field for field in fields if field["name"] in ("title", "name"))
    shown = f"title.{main_language()}" if title["widget"] == "object" else title["name"]
    return {
        "name": name,
        "label": forms.labels[kind.name],
        "folder": folder,
        "identifier_field": title["name"],
        "summary": "{{" + shown + "}}",
        "slug": "{{slug}}",
        "create": False,
        "delete": False,
        "fields": fields,
    }
