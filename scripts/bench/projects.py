"""The folders that are measured: ours, ours with four times the municipalities, and the peers' with the same pages."""

import re
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from scripts.bench.measure import run
from vejviser.base.engine import Engine, engine_of
from vejviser.content.languages import languages, main_language, own_name
from vejviser.documents.version import engine_version

ROOT = Path(__file__).parents[2]
COPIED = ("data", "docs", "materials", "overrides", "mkdocs.yml")
DOCUMENTS_ONLY, ONLINE = ".documents", "online"
"""What is kept of finished documents, in a project; and where the pushed project is published, beside it."""
TIMES = 4
"""How many times the municipalities the large project has."""
_PLAIN = """
site_name: Venner Viser Vej
site_url: https://vejviser.example/
theme: {name: material, font: false}
markdown_extensions: [admonition, attr_list, md_in_html, tables, def_list]
"""
_MKDOCS_PLUGINS = """
plugins:
  - search
  - i18n:
      docs_structure: folder
      fallback_to_default: true
      languages:
"""
_ZENSICAL = "docs_dir: docs/{language}\nsite_dir: site/{language}\n"
_CODE, _NAME = re.compile(r'^code: "\d{4}"', re.MULTILINE), re.compile(r"^name: (.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Projects:
    """Where each project lies."""

    ours: Path
    large: Path
    pushed: Path
    mkdocs: Path
    zensical: Path


def vejviser(*arguments: str) -> list[str]:
    """Return the command line of our own program."""
    return [sys.executable, "-m", "vejviser", *arguments]


def prepared(work: Path) -> Projects:
    """Make the projects below `work`; our documents are made here, so that builds of pages find them in the cache."""
    found = Projects(work / "ours", work / "large", work / "pushed", work / "mkdocs", work / "zensical")
    for ours in (found.ours, found.large, found.pushed):
        _copy(ours)
    _multiply(found.large)
    for ours in (found.ours, found.large):
        run(vejviser("build"), ours)
        _keep_documents(ours)
    _with_server(found.pushed)
    found.mkdocs.mkdir()
    (found.mkdocs / "mkdocs.yml").write_text(_PLAIN + _mkdocs(), "utf-8")
    run(vejviser("build", "--pages", str(found.mkdocs / "docs")), found.ours)
    _for_zensical(found.mkdocs / "docs", found.zensical)
    return found


def _keep_documents(project: Path) -> None:
    """Lay the finished documents beside the cache, so that a build can begin with them and nothing else."""
    whole, kept = engine_of(project), Engine(project / DOCUMENTS_ONLY)
    with kept:
        for stage in ("document", "pack"):
            [made] = whole.kept(stage, engine_version()) or ({},)
            for content in made.values():
                kept.contents.put(whole.contents.read(content))
            kept.keep(stage, engine_version(), made)


def _with_server(project: Path) -> None:
    """Make a bare repository that publishes into a folder, and push the project to it for the first time."""
    server = project.parent / "server.git"
    script = [str(ROOT / "scripts" / "git-server"), str(server), str(project.parent / ONLINE)]
    run(["env", f"PYTHON={sys.executable}", *script], ROOT)
    run(["git", "init", "--quiet", "--initial-branch=main"], project)
    run(["git", "remote", "add", "origin", str(server)], project)
    (project / ".gitignore").write_text(".cache/\nsite/\n", "utf-8")
    committed(project, "Portalen")
    run(["git", "push", "--quiet", "origin", "main"], project)


def committed(project: Path, message: str) -> None:
    """Commit everything in a project."""
    run(["git", "add", "--all"], project)
    who = ["-c", "user.name=Redaktionen", "-c", "user.email=redaktionen@portal.example"]
    run(["git", *who, "commit", "--quiet", "--message", message], project)


def _copy(target: Path) -> None:
    target.mkdir()
    for name in COPIED:
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, target / name)


def _multiply(project: Path) -> None:
    """Add three doubles of every municipality, under codes and names that nobody has."""
    folder = project / "data" / "kommuner"
    files = sorted(folder.glob("*.yml"))
    taken = {path.name[:4] for path in files}
    codes = (code for number in range(100, 900) if (code := f"0{number}") not in taken)
    tiles = project / "data" / "map" / "tiles.csv"
    rows = [tiles.read_text("utf-8")]
    for number in range(1, TIMES):
        for place, path in enumerate(files):
            code = next(codes)
            text = _CODE.sub(f'code: "{code}"', path.read_text("utf-8"), count=1)
            text = _NAME.sub(rf"name: \g<1> {number}", text, count=1)
            (folder / f"{code}-{path.stem[5:]}-{number}.yml").write_text(text, "utf-8")
            rows.append(f"{code},{50 * number + place % 10},{50 + place // 10},{code[1:]}\n")
    tiles.write_text("".join(rows), "utf-8")


def _mkdocs() -> str:
    main = main_language()
    lines = (
        f"        - {{locale: {key}, name: {own_name(key)}, default: {str(key == main).lower()}, build: true}}\n"
        for key in languages()
    )
    return _MKDOCS_PLUGINS + "".join(lines)


def _for_zensical(pages: Path, project: Path) -> None:
    """Lay the same pages out as Zensical needs them: a folder and a configuration a language, Danish where none is."""
    project.mkdir()
    for language in languages():
        for source in dict.fromkeys((main_language(), language)):
            shutil.copytree(pages / source, project / "docs" / language, dirs_exist_ok=True)
        config = _PLAIN + _ZENSICAL.format(language=language)
        (project / f"{language}.yml").write_text(config, "utf-8")
