"""Stylesheets, scripts, fonts and pictures of the portal, into the MkDocs build."""

from importlib import resources
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

SITE_FOLDER = "assets/vejviser"
FOLDERS = ("css", "js", "fonts/web", "img")


def asset_files(files: Files, config: MkDocsConfig) -> Files:
    """Add every asset that comes with Vejviser to the site's files."""
    home = Path(str(resources.files("vejviser") / "assets"))
    for folder in FOLDERS:
        for path in sorted((home / folder).rglob("*")):
            uri = f"{SITE_FOLDER}/{path.relative_to(home).as_posix()}"
            if path.is_file() and uri not in files.src_uris:
                files.append(File.generated(config, uri, abs_src_path=str(path)))
    return files
