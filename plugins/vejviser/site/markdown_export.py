"""Every page as Markdown in a folder, as any other generator could read it."""

from datetime import date
from pathlib import Path

from vejviser.base.files import remove_unlisted, write_tree
from vejviser.site.content_check import all_pages, load_and_check, raise_on_errors


def write_pages(root: Path, folder: Path, today: date, *, demo: bool = False) -> int:
    """Write every page as Markdown below `folder`, as any other generator could read it; return how many.

    Raises ContentError when the content has errors.
    """
    portal = raise_on_errors(load_and_check(root, today, demo=demo))
    files = {f"{page.language}/{page.uri}": page.markdown.encode() for page in all_pages(portal, today)}
    write_tree(folder, files)
    remove_unlisted(folder, files, "**/*.md")
    return len(files)
