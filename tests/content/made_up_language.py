"""A language nobody built in: Dari, from right to left, in a portal with one line in portal.yml and one text file more."""

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
CODE, OWN_NAME, DAY = "fa-AF", "دری", "2026-11-22"
LINE = f"  - {{code: {CODE}, typed: [dari]}}\n"
"""The one line."""
TEXTS = """\
nav:
  home: صفحه اصلی
  language: زبان
document:
  updated: تاریخ
"""
"""The one text file; most of the texts are not written yet."""
WORDS = "متن دری"
"""What the sample says everywhere: "Dari text"."""
_SMALL = ROOT / "tests" / "site" / "portal"


@dataclass(frozen=True)
class Program:
    """The program, and a small portal that is written in the language too."""

    portal: Path

    @property
    def site(self) -> Path:
        return self.portal / "site"

    def page(self, address: str) -> str:
        return (self.site / address / "index.html").read_text("utf-8")

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run `vejviser` as somebody types it."""
        return self.python("-m", "vejviser", *arguments)

    def python(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        environment = {"PYTHONPATH": str(ROOT / "plugins"), "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=self.portal,
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )


def program_with_dari(folder: Path) -> Program:
    """Copy the small portal, and write it in five languages."""
    made = Program(folder / "portal")
    shutil.copytree(_SMALL, made.portal)
    (made.portal / "data" / "status").mkdir(exist_ok=True)  # git keeps no empty folders
    _write_content(made.portal)
    return made


def _write_content(portal: Path) -> None:
    """Write what the portal's editors would: the language in the portal's list, and texts in it."""
    _edit(portal / "portal.yml", "  - ar\n", "  - ar\n" + LINE)
    (portal / "data/ui").mkdir(exist_ok=True)
    (portal / f"data/ui/{CODE}.yml").write_text(TEXTS, "utf-8")
    checklist = portal / "data/checklists/foerste-moede.yml"
    written = re.sub(r"(, ar: [^{},]+)\}", rf"\1, {CODE}: {WORDS}}}", checklist.read_text("utf-8"))
    written = re.sub(r"(?m)^(  )ar: (\{status.*)$", rf"\1ar: \2\n\1{CODE}: \2", written)
    checklist.write_text(
        written.replace("languages: [da, en, uk, ar]", f"languages: [da, en, uk, ar, {CODE}]"), "utf-8"
    )
    book = portal / "docs/da/haandboeger/ven/handbook.yml"
    _edit(book, "languages: [da, en]", f"languages: [da, en, {CODE}]")
    for page in ("index.md", "haandboeger/ven/moedet.md"):
        source = portal / "docs" / ("ar" if page == "index.md" else "en") / page
        target = portal / "docs" / CODE / page
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(re.sub(r"(?m)^(title|summary): .*$", rf"\1: {WORDS}", source.read_text("utf-8")), "utf-8")
    material = portal / "materials/aftale/material.yml"
    _edit(material, "languages: [da]", f"languages: [da, {CODE}]")
    (material.parent / f"{CODE}.md").write_text(
        f"---\ntitle: {WORDS}\ntranslation: {{status: machine}}\n---\n## 1. {WORDS} {{#formaal}}\n\n"
        f"{WORDS} {{{{ kommune }}}} [@rapport-2024, afsnit 7].\n\n{{{{ dato }}}}\n",
        "utf-8",
    )
    _edit(portal / "data/glossary.yml", "ar: مطابقة}", f"ar: مطابقة, {CODE}: دوستی}}")


def _edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text, f"{path}: {old}"
    path.write_text(text.replace(old, new), "utf-8")
