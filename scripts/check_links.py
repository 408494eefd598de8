"""Tell which links of a built site lead nowhere, as `vejviser publish` does before it publishes.

    python scripts/check_links.py site [--base /venner/]

Without --base, the site is published under the path of `site_url` in mkdocs.yml.

Prints one line a dead link, `page: what is wrong`, and ends with 1 if there is one. Looks at every href and src that
stays on the site, and every #anchor; two elements with one id are told too, for an anchor cannot mean both.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from vejviser.base.problems import sentence
from vejviser.content.languages import main_language
from vejviser.content.load.interface_texts import load_sentences
from vejviser.content.load.settings import read_settings
from vejviser.content.settings import activate
from vejviser.publish import links
from vejviser.publish.manifest import read_files

ROOT = Path(__file__).parents[1]


def dead_links(site: Path, base: str = "/") -> Iterator[str]:
    """Yield a line for each link in `site` that leads nowhere; `base` is the path the site is published under."""
    said = load_sentences(ROOT, main_language(), "publish")
    for found in links.dead_links(site, read_files(site).facts, base):
        yield sentence(found.rule, [("page", found.page), ("link", found.written)], said)


def base_of(root: Path) -> str:
    """Return the path that the portal below `root` is published under: "/", or "/portal/" at a project's address."""
    path = urlsplit(read_settings(root).site_url).path.strip("/")
    return f"/{path}/" if path else "/"


def main() -> int:
    """Check the folder named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path)
    parser.add_argument("--base", default="")
    given = parser.parse_args()
    found = list(dead_links(given.site, given.base or base_of(ROOT)))
    sys.stdout.writelines(f"{line}\n" for line in found)
    return 1 if found else 0


if __name__ == "__main__":
    activate(ROOT)
    sys.exit(main())
