"""Copy the libraries that readers' browsers run from node_modules into `assets/js/vendor/`, with their licences.

`make site` needs no Node, so the files are kept in the repository as npm gave them, byte for byte: `make vendor` renews
them, `--check` writes nothing and exits 1 when one of them is another than in the version that package-lock.json pins.
"""

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path

FOLDER = Path("plugins/vejviser/assets/js/vendor")
MODULES = Path("node_modules")
LIBRARIES = {
    "fflate": ("esm/browser.js", {"fflate": "LICENSE"}),
    "pdf-lib": (
        "dist/pdf-lib.esm.min.js",
        {
            "pdf-lib": "LICENSE.md",
            "@pdf-lib/standard-fonts": "LICENSE.md",
            "@pdf-lib/upng": "LICENSE",
            "pako": "LICENSE",
            "tslib": "CopyrightNotice.txt",
        },
    ),
}
"""By package: its file that a browser can import as it is, and the licences of all packages that are in that file."""


def vendored(modules: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the name and content of every file out of `modules`, which `npm ci` makes; raises OSError without it."""
    for library, (script, licences) in LIBRARIES.items():
        content = (modules / library / script).read_bytes()
        yield f"{library}.js", content
        said = [f"{library}.js: {script} of {library} {_version(modules, library)}", f"sha256 {_sha256(content)}", ""]
        for package, licence in licences.items():
            text = (modules / package / licence).read_text("utf-8").strip()
            said += [f"---- {package} {_version(modules, package)}", "", *text.splitlines(), ""]
        yield f"{library}.LICENSE.txt", "\n".join(said).encode()


def _version(modules: Path, package: str) -> str:
    return str(json.loads((modules / package / "package.json").read_text("utf-8"))["version"])


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def main() -> int:
    """Write the files, or with --check compare them."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="compare only; exit 1 when a file is out of date")
    check: bool = parser.parse_args().check
    others = [
        (FOLDER / name, content)
        for name, content in vendored(MODULES)
        if not (FOLDER / name).is_file() or (FOLDER / name).read_bytes() != content
    ]
    for path, content in others:
        if not check:
            path.write_bytes(content)
        sys.stdout.write(f"{path}: {'is not what npm gives; run: make vendor' if check else 'renewed'}\n")
    return 1 if check and others else 0


if __name__ == "__main__":
    sys.exit(main())
