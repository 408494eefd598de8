"""An agreement of the small portal with two versions, made as an editor makes them."""

from pathlib import Path

from vejviser.authoring.version_lock import lock_versions

FOLDER = "materials/aftale"
OLD, NEW = "1.1", "1.2"
NEWEST = """changes:
  - version: "1.2"
    date: 2026-06-02
    note: {da: Aftalen kan siges op.}
    clauses: [{clause: ophoer, note: {da: Nyt punkt om at stoppe.}}]
"""


def edit(root: Path, name: str, old: str, new: str) -> None:
    path = root / FOLDER / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def raise_version(root: Path) -> None:
    """Write version 1.2: a word is another, and there is a section more."""
    edit(root, "da.md", "Aftalen gælder", "Denne aftale gælder")
    edit(root, "da.md", "{{ dato }}", "{{ dato }}\n\n## 2. Ophør {#ophoer}\n\nBegge kan sige aftalen op.")
    edit(root, "material.yml", 'version: "1.1"\nupdated: 2026-05-01', 'version: "1.2"\nupdated: 2026-06-02')
    edit(root, "material.yml", "changes:\n", NEWEST)


def two_versions(root: Path) -> Path:
    """Lock version 1.1 in a copy of the small portal, raise it, and lock it again; return the copy."""
    lock_versions(root, [])
    raise_version(root)
    lock_versions(root, [])
    return root
