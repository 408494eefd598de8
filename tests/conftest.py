"""What all tests share: the small portal in tests/site/portal, read, and built once."""

import os
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import hypothesis
import pytest
from playwright.sync_api import Browser, sync_playwright
from scripts.content_day import content_day

from tests.programs import mark_what_needs_a_program, watched
from vejviser.base.in_force import IN_FORCE
from vejviser.content.load.portal import load_portal
from vejviser.content.model.portal import Portal
from vejviser.content.settings import InForce
from vejviser.site.pipeline import build_site

HERE = Path(__file__).parent
PORTAL = HERE / "site" / "portal"
IN_FORCE.set(InForce(root=PORTAL))  # before tests are collected: many are given values of the small portal
TODAY = date(2026, 11, 22)
CONTENT_DAY = content_day()
"""The day on which tests look at the real portal, whose texts bear later days than the small one."""
ASIDE = frozenset(["contact-stale", "translation-outdated", "translation-outdated-safety", "translation-unrecorded"])
"""Rules that most tests leave aside: the small portal has a stale contact, and a changed Danish text has translations."""

# A slow machine is no counterexample, and the same commit gives the same answer every time.
# To look for new examples: pytest --hypothesis-profile=explore
hypothesis.settings.register_profile("explore", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow])
hypothesis.settings.register_profile("steady", hypothesis.settings.get_profile("explore"), derandomize=True)
hypothesis.settings.load_profile("steady")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    mark_what_needs_a_program(items)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    return (yield from watched(item))


@pytest.fixture(scope="session", autouse=True)
def _git_of_nobody() -> Iterator[None]:
    """Run git without the settings of whoever runs the tests, and without those of a hook that runs them."""
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith("GIT_")]:
            patch.delenv(name)
        for who in ("AUTHOR", "COMMITTER"):
            patch.setenv(f"GIT_{who}_NAME", "Redaktør")
            patch.setenv(f"GIT_{who}_EMAIL", "redaktoer@example.org")
        patch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
        patch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
        yield


@pytest.fixture(scope="session", autouse=True)
def _danish_speaker() -> Iterator[None]:
    """Let commands speak Danish in folders that are no portal."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LANGUAGE", "da")
        yield


@pytest.fixture
def today() -> date:
    return TODAY


@pytest.fixture(scope="session")
def portal() -> Portal:
    loaded = load_portal(PORTAL, "https://portal.example/")
    assert loaded.problems == ()
    return loaded.portal


@pytest.fixture
def portal_copy(tmp_path: Path) -> Path:
    """A copy of the small portal that a test may spoil."""
    return copy_portal(tmp_path / "portal")


def copy_portal(target: Path) -> Path:
    shutil.copytree(PORTAL, target)
    (target / "data" / "status").mkdir(exist_ok=True)  # git keeps no empty folders
    return target


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small portal, built strictly."""
    root = copy_portal(tmp_path_factory.mktemp("small") / "portal")
    build_site(root, root / "site", TODAY)
    return root / "site"


@pytest.fixture(scope="session")
def reader() -> Iterator[Browser]:
    """Chromium. Without it the tests fail: a test nobody runs protects nobody."""
    program = os.environ.get("CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
    if not Path(program).exists():
        pytest.fail("Chromium is missing. Install it with: sudo apt-get install --yes chromium", pytrace=False)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program)
        yield browser
        browser.close()
