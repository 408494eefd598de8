"""Stylesheets, scripts, fonts and pictures of the portal, into the MkDocs build; Material's own stay out of it."""

from importlib import resources
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from rjsmin import jsmin

SITE_FOLDER = "assets/vejviser"
FOLDERS = ("css", "js", "fonts/web", "img")
UNUSED = ("assets/javascripts/", "assets/stylesheets/", "assets/images/favicon.png")
"""Material's scripts and stylesheets: 2.5 MB that no page of ours asks for (docs/adr/0060)."""


def asset_files(files: Files, config: MkDocsConfig) -> Files:
    """Add every asset that comes with Vejviser to the site's files."""
    home = Path(str(resources.files("vejviser") / "assets"))
    for folder in FOLDERS:
        for path in sorted((home / folder).rglob("*")):
            uri = f"{SITE_FOLDER}/{path.relative_to(home).as_posix()}"
            if path.is_file() and uri not in files.src_uris:
                files.append(File.generated(config, uri, abs_src_path=str(path)))
    return files


def slim(files: Files) -> None:
    """Take the comments out of our scripts, which readers would fetch for nothing, when every plugin has seen them."""
    for file in files:
        if file.src_uri.startswith(f"{SITE_FOLDER}/js/"):
            file.content_string = jsmin(file.content_string)


def leave_out_unused(files: Files, config: MkDocsConfig) -> Files:
    """Give the files without Material's scripts and stylesheets when the pages have a frame of their own."""
    if (Path(config.theme.custom_dir or "") / "main.html").is_file():
        for file in [it for it in files if it.src_uri.startswith(UNUSED)]:
            files.remove(file)
    return files
