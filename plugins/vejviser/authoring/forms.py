"""/admin/: forms in the browser for those who do not want to write YAML. They write the same files.

The forms are made from the same schemas as the help in VS Code. What they cannot ask for (maps with free keys, pairs of
numbers) stays in the file untouched, and so do comments, order and quotes: admin/yaml/ changes only what was changed.
"""

import html
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from vejviser.authoring.form_collections import chosen_from, entry_kinds, list_form, text_forms, yaml_form, yaml_kinds
from vejviser.authoring.form_companions import companion_rules
from vejviser.authoring.form_fields import Forms
from vejviser.base.problems import AuthoringError
from vejviser.content.addresses import at
from vejviser.content.languages import languages, listed_name, main_language
from vejviser.content.load.configuration import read_configuration
from vejviser.content.load.interface_texts import load_messages, load_sentences, site_url
from vejviser.content.load.portal import load_portal
from vejviser.content.place_words import filled, words_in
from vejviser.content.settings import current

FOLDER = "admin"
PAGE = ("index.html", "notice.css")
"""The files of /admin/ that are not made by `make admin`."""
IN_DRAFTS = ("github", "gitlab")
"""Forges where Sveltia CMS keeps a draft on a branch of its own until it is published."""
ROOTS: Mapping[str, str] = {
    "github": "https://api.github.com",
    "gitlab": "https://gitlab.com/api/v4",
    "gitea": "https://gitea.com/api/v1",
}
LINE: Mapping[str, Any] = {"divider": True}
PICTURES: Mapping[str, tuple[str, ...]] = {"github": ("https://avatars.githubusercontent.com",)}
"""Where a forge keeps the small pictures of its users, when that is another host."""


def form_files(root: Path) -> dict[str, bytes]:
    """Return the files of /admin/ by their paths in the site; raises DeskError before `make admin`.

    Raises ContentError where backend.yml cannot be read.
    """
    program = root / FOLDER / "dist"
    if not (program / "rediger.js").is_file():
        raise AuthoringError("desk-no-forms")
    files = {path.relative_to(program).as_posix(): path.read_bytes() for path in program.rglob("*") if path.is_file()}
    backend = read_configuration(root, f"{FOLDER}/backend.yml")
    files |= {name: (root / FOLDER / name).read_bytes() for name in PAGE}
    files["index.html"] = page(files["index.html"].decode(), root, backend).encode()
    files["forms.json"] = json.dumps(configuration(root, backend), ensure_ascii=False).encode()
    return {f"{FOLDER}/{name}": content for name, content in files.items()}


def page(text: str, root: Path, backend: Mapping[str, Any]) -> str:
    """Return the page of the forms: in the portal's language, with a policy that lets it ask nobody but the forge."""
    words = {"title": _labels(root)["app_title"], "policy": policy(backend), "language": main_language()}
    for name, value in words.items():
        text = text.replace(f"[[ {name} ]]", html.escape(value))
    return text


def policy(backend: Mapping[str, Any]) -> str:
    """Return what /admin/ may do, as a Content-Security-Policy: it asks the site and the forge, and nobody else."""
    name = str(backend.get("name"))
    asked = {str(backend[key]) for key in ("api_root", "graphql_api_root", "base_url") if key in backend}
    hosts = sorted({_origin(address) for address in asked or {ROOTS.get(name, "")} if address})
    forge = " ".join(hosts)
    pictures = " ".join((*hosts, *PICTURES.get(name, ())))
    return (
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; font-src 'self'; "
        f"img-src 'self' data: blob: {pictures}; connect-src 'self' data: blob: {forge}; worker-src 'self' blob:; "
        "frame-src 'self' blob:; base-uri 'self'; form-action 'self'"
    )


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


def configuration(root: Path, backend: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the forms are made of: the configuration of Sveltia CMS, and ours for files, drafts and notices."""
    labels = _labels(root)
    forms = Forms(labels, load_sentences(root, main_language())["wrong-form"], chosen_from())
    portal = load_portal(root).portal
    lists, formats = list_form(forms, entry_kinds())
    texts = list(text_forms(forms, root, portal))
    kinds = [yaml_form(forms, item) for item in yaml_kinds()]
    formats |= {form.collection["format"]: form.format for form in (*texts, *kinds)}
    main = [form.collection for form in texts if form.language == main_language()]
    other = [form.collection for form in texts if form.language != main_language()]
    drafts = backend.get("name") in IN_DRAFTS
    cms = {
        "backend": _backend(backend),
        **({"publish_mode": "editorial_workflow"} if drafts else {}),
        "app_title": labels["app_title"],
        "site_url": site_url(root) or None,
        "media_folder": at("docs/<main>/<pictures>"),
        "public_folder": at("/<pictures>"),
        "show_preview_links": drafts,
        "slug": {"encoding": "ascii", "clean_accents": True},
        "editor": {"preview": True},
        "output": {"omit_empty_optional_fields": False},
        "collections": [*main, LINE, *(form.collection for form in kinds), lists, LINE, *other],
    }
    return {
        "cms": {key: value for key, value in cms.items() if value is not None},
        "formats": formats,
        "companions": companion_rules(),
        "second": current().second_reader,
        "texts": {key: text for key, text in labels.items() if key.startswith("notice-")},
    }


def _backend(backend: Mapping[str, Any]) -> dict[str, Any]:
    """Return where the forms write; signing in by a server of one's own is offered only where there is one."""
    named = "base_url" in backend or "app_id" in backend
    return {**({} if named else {"auth_methods": ["token"]}), **backend}


def _labels(root: Path) -> dict[str, str]:
    main = main_language()
    names = {language: listed_name(language, main) for language in languages()}
    names |= {f"choice.organization.{key}": item.name.text(main) for key, item in current().organisations.items()}
    names[f"choice.organization.{current().places.organisation}"] = filled("{Place.the_one}", words_in(main))
    return {**names, **load_messages(root, main, "forms")}
