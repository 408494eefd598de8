"""Tell which links of a built site lead nowhere.

    python scripts/check_links.py site [--base /venner/]

Prints one line a dead link, `page: what is wrong`, and ends with 1 if there is one. Looks at every href and src that
stays on the site, and every #anchor; two elements with one id are told too, for an anchor cannot mean both.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

NO_CONTENT = {"canonical", "alternate", "preconnect"}


@dataclass
class Document(HTMLParser):
    """What a page holds: its ids, and where it leads."""

    ids: Counter[str] = field(default_factory=Counter)
    links: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the element's id and addresses."""
        given = {name: value or "" for name, value in attrs}
        if "id" in given:
            self.ids[given["id"]] += 1
        if tag == "a" and given.get("name"):
            self.ids[given["name"]] += 1
        if tag == "link" and set(given.get("rel", "").split()) & NO_CONTENT:
            return
        self.links += [given[name] for name in ("href", "src") if given.get(name)]
        for name in ("for", "popovertarget", "aria-controls"):
            if given.get(name):
                self.links.append(f"#{given[name]}")
        for name in ("aria-labelledby", "aria-describedby"):
            self.links += [f"#{key}" for key in given.get(name, "").split()]


def read(path: Path) -> Document:
    """Read a page."""
    document = Document()
    document.feed(path.read_text(encoding="utf-8"))
    return document


def dead_links(site: Path, base: str = "/") -> Iterator[str]:
    """Yield a line for each link in `site` that leads nowhere; `base` is the path the site is published under."""
    pages = {path.relative_to(site).as_posix(): read(path) for path in sorted(site.rglob("*.html"))}
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    for name, document in pages.items():
        yield from (f"{name}: id »{key}« står {times} gange" for key, times in document.ids.items() if times > 1)
        for link in dict.fromkeys(document.links):
            if (wrong := _wrong(link, name, pages, files, base)) is not None:
                yield f"{name}: {link} ({wrong})"


def _wrong(link: str, name: str, pages: dict[str, Document], files: set[str], base: str) -> str | None:
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return None
    target = _target(unquote(parts.path), name, base)
    if target is None:
        return "uden for siden"
    if target not in files:
        return "findes ikke"
    anchor = unquote(parts.fragment)
    if anchor and target in pages and anchor not in pages[target].ids:
        return "stedet findes ikke"
    return None


def _target(path: str, name: str, base: str) -> str | None:
    """Return the file an address stands for, or None when it leads out of the site."""
    if not path:
        return name
    if path.startswith("/"):
        if not path.startswith(base):
            return None
        found = path.removeprefix(base)
    else:
        found = normpath(join(dirname(name), path))
        if found.startswith(".."):
            return None
    if path.rpartition("/")[2] in {"", ".", ".."}:
        found = join("" if found == "." else found, "index.html")
    return normpath(found)


def main() -> int:
    """Check the folder named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path)
    parser.add_argument("--base", default="/")
    given = parser.parse_args()
    found = list(dead_links(given.site, given.base))
    sys.stdout.writelines(f"{line}\n" for line in found)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
