"""What is installed from a wheel is whole: an empty folder, an empty environment, and no checkout near.

The libraries are those of the environment that runs the tests, so that no network is needed; the package is the wheel's.
"""

import shutil
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "plugins" / "vejviser"
BUILD = "import hatchling.build as h, sys; print(h.build_{kind}(sys.argv[1]))"
LEFT_OUT = ("assets/types/",)
"""What only the compiler of our scripts reads."""
DAY = "2026-11-22"

pytestmark = pytest.mark.slow


@dataclass(frozen=True)
class Installed:
    """A package that pip has installed, and a place to work in."""

    programs: Path
    folder: Path

    def run(self, program: str, *arguments: str, code: int = 0) -> subprocess.CompletedProcess[str]:
        """Run a program of the environment, with nothing in the environment of its process but where programs are."""
        done = subprocess.run(
            [self.programs / program, *arguments],
            cwd=self.folder, env={"PATH": "/usr/bin:/bin", "HOME": str(self.folder)}, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == code, done.stdout + done.stderr
        return done


def build(kind: str, source: Path, target: Path) -> Path:
    """Build a wheel or an sdist of a folder, as pip would, but with the library that is there."""
    command = [sys.executable, "-c", BUILD.format(kind=kind), target]
    done = subprocess.run(command, cwd=source, capture_output=True, text=True, check=True)
    return target / done.stdout.split()[-1]


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("sdist", ROOT, tmp_path_factory.mktemp("sdist"))


@pytest.fixture(scope="module")
def wheel(sdist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, made of the sdist alone."""
    folder = tmp_path_factory.mktemp("wheel")
    with tarfile.open(sdist) as archive:
        archive.extractall(folder, filter="data")
    return build("wheel", next(folder.iterdir()), tmp_path_factory.mktemp("built"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder / "environment", with_pip=True)
    (libraries,) = (folder / "environment").glob("lib/python*/site-packages")
    (libraries / "known.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    work = folder / "work"
    work.mkdir()
    found = Installed(folder / "environment" / "bin", work)
    found.run("pip", "install", "--quiet", "--no-deps", "--no-index", str(wheel))
    return found


def below(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_wheel_of_the_sdist_holds_every_file_of_the_package(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        held = {name.removeprefix("vejviser/") for name in archive.namelist() if name.startswith("vejviser/")}
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "."],
        cwd=PACKAGE, capture_output=True, text=True, check=True,
    )  # fmt: skip
    there = {
        name for name in listed.stdout.splitlines() if (PACKAGE / name).is_file() and not name.startswith(LEFT_OUT)
    }
    assert held == there
    assert {name.partition("/")[0] for name in there} >= {"assets", "authoring", "site", "ui"}


def test_the_wheel_names_the_licences_of_what_is_in_it(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = {name.rpartition("licenses/")[2] for name in archive.namelist() if "licenses/" in name}
    assert {"LICENSE", "LICENSE-CONTENT"} <= names
    assert any(name.endswith("OFL.txt") for name in names)


def test_the_package_is_the_installed_one_and_nothing_of_a_checkout(installed: Installed) -> None:
    told = installed.run("python", "-c", "import vejviser, sys; print(vejviser.__file__)").stdout
    assert told.startswith(str(installed.programs.parent))
    assert installed.run("vejviser", "--help").stdout.startswith("Usage: vejviser")


def test_a_portal_is_built_and_a_host_gives_the_same_pages(installed: Installed) -> None:
    shutil.copytree(ROOT / "tests/site/portal", installed.folder / "portal")
    (installed.folder / "portal/data/status").mkdir(exist_ok=True)
    portal = Installed(installed.programs, installed.folder / "portal")
    assert portal.run("vejviser", "check", "--today", DAY).stderr == "0 fejl, 1 advarsel\n"
    portal.run("vejviser", "build")
    portal.run("python", "-m", "mkdocs", "build", "--quiet", "--site-dir", str(installed.folder / "hosted"))
    ours, hosted = below(portal.folder / "site"), below(installed.folder / "hosted")
    del ours["build.json"], ours["published-on.json"]  # a host looks nothing through
    assert [name for name in sorted({*ours, *hosted}) if ours.get(name) != hosted.get(name)] == []


def test_a_plugin_alone_works_in_somebody_elses_site(installed: Installed) -> None:
    folder = installed.folder / "somebody"
    shutil.copytree(ROOT / "tests/site/portal", folder / "content")
    (folder / "docs").mkdir()
    (folder / "docs/index.md").write_text("# Velkommen\n", "utf-8")
    (folder / "mkdocs.yml").write_text(
        "site_name: En anden\ntheme: {name: material}\nplugins: [search, {vejviser/checklists: {root: content}}]\n",
        "utf-8",
    )
    Installed(installed.programs, folder).run("python", "-m", "mkdocs", "build", "--quiet")
    page = (folder / "site/tjeklister/foerste-moede/index.html").read_text("utf-8")
    assert 'class="vejviser"' in page
    assert (folder / "site/assets/vejviser/js/checklist.js").is_file()


@pytest.mark.parametrize(("languages", "said"), [("en,ar", "0 errors, "), ("da", "0 fejl, ")])
def test_a_portal_is_begun_and_built_in_an_empty_folder(installed: Installed, languages: str, said: str) -> None:
    name = languages.partition(",")[0]
    installed.run("vejviser", "init", name, "--languages", languages)
    portal = Installed(installed.programs, installed.folder / name)
    assert portal.run("vejviser", "check").stderr.startswith(said)
    portal.run("vejviser", "build")
    assert (portal.folder / "site/build.json").is_file()
    portal.run("python", "-m", "mkdocs", "build", "--quiet", "--site-dir", str(installed.folder / f"{name}-hosted"))
    ours, hosted = below(portal.folder / "site"), below(installed.folder / f"{name}-hosted")
    del ours["build.json"], ours["published-on.json"]  # a host looks nothing through
    assert [path for path in sorted({*ours, *hosted}) if ours.get(path) != hosted.get(path)] == []
