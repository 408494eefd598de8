"""Pages as two validators that nobody here wrote read them: the W3C's Nu Html Checker and html-validate."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.browser.page_kinds import HEARD, READ

ROOT = Path(__file__).parents[2]
TOOLS = ROOT / "node_modules"
ONE_IN = 9
"""Every so-manieth page is read, beside one of each kind in each language."""


@pytest.fixture(scope="module")
def pages(site_dir: Path) -> list[str]:
    kinds = {site_dir / address.strip("/") for address in (*READ.values(), *HEARD.values())}
    named = {place / "index.html" if place.is_dir() else place for place in kinds}
    some = sorted(site_dir.rglob("*.html"))[::ONE_IN]
    return [str(page) for page in sorted({*named, *some}) if page.is_file()]


@pytest.mark.java
@pytest.mark.slow
def test_the_pages_are_valid_html(pages: list[str]) -> None:
    checker = ["java", "-Xmx1g", "-XX:+UseSerialGC", "-jar", str(TOOLS / "vnu-jar/build/dist/vnu.jar")]
    options = ["--format", "json", "--errors-only", "--skip-non-html", "--exit-zero-always"]
    done = subprocess.run([*checker, *options, *pages], capture_output=True, text=True, check=False)
    assert {(told["message"], told.get("extract")) for told in json.loads(done.stderr)["messages"]} == set()


@pytest.mark.node
@pytest.mark.slow
def test_the_pages_are_accessible_html_as_written(pages: list[str], tmp_path: Path) -> None:
    report = tmp_path / "report.json"  # a pipe would be cut
    command = ["node", str(TOOLS / "html-validate/bin/html-validate.mjs"), "--formatter", f"json={report}"]
    configured = ["--config", str(ROOT / ".htmlvalidate.json")]
    subprocess.run([*command, *configured, *pages[::2]], capture_output=True, check=False)
    found = json.loads(report.read_text("utf-8"))
    assert {(told["ruleId"], told["message"], told["selector"]) for page in found for told in page["messages"]} == set()
