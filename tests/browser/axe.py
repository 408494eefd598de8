"""axe-core over an open page."""

import fcntl
import json
from importlib import resources
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.browser.conftest import Visit

AXE = (resources.files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
RULES = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
CONTRAST = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}


EVIDENCE = Path(__file__).parents[2] / "build/reports/axe.json"
"""What was found where, page by page: the evidence that the page about accessibility speaks of. Not committed."""


def violations(visit: Visit, rules: dict[str, Any]) -> list[str]:
    """Return what axe finds on a page of the whole portal, and keep it as evidence."""
    told = found_by_axe(visit.page, rules)
    keep(visit, rules, told)
    return told


def found_by_axe(page: Page, rules: dict[str, Any], part: str = "html") -> list[str]:
    """Return what axe finds in a part of the page, one line an element: the rule, the element, and why."""
    if not page.evaluate("Boolean(window.axe)"):
        page.evaluate(AXE)
    found = page.evaluate(
        "([rules, part]) => axe.run(part, { runOnly: rules, resultTypes: ['violations'] })", [{**rules}, part]
    )
    return [
        f"{item['id']}: {node['html'][:120]} – {node['failureSummary'].splitlines()[-1].strip()}"
        for item in found["violations"]
        for node in item["nodes"]
    ]


def keep(visit: Visit, rules: dict[str, Any], told: list[str]) -> None:
    """Write into the evidence what was looked for on the page, as it is shown now, and what was found."""
    seen = visit.page.evaluate(
        "({ width: innerWidth, dark: matchMedia('(prefers-color-scheme: dark)').matches, axe: axe.version })"
    )
    shown = f"{visit.path} {seen['width']} {'dark' if seen['dark'] else 'light'} {rules['type']}"
    EVIDENCE.parent.mkdir(parents=True, exist_ok=True)
    with EVIDENCE.with_suffix(".lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # two workers write into one file
        known = json.loads(EVIDENCE.read_text("utf-8")) if EVIDENCE.is_file() else {}
        known[shown] = {"rules": rules["values"], "axe": seen["axe"], "violations": told}
        fresh = EVIDENCE.with_suffix(".new")  # whoever is stopped half-way leaves the old file whole
        fresh.write_text(json.dumps(known, indent=1, sort_keys=True, ensure_ascii=False) + "\n", "utf-8")
        fresh.replace(EVIDENCE)
