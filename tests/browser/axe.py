"""axe-core over an open page."""

from importlib import resources
from typing import Any

from tests.browser.conftest import Visit

AXE = (resources.files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
RULES = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
CONTRAST = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}


def violations(visit: Visit, rules: dict[str, Any]) -> list[str]:
    """Give what axe finds, one line an element: the rule, the element, and why."""
    visit.page.evaluate(f"window.axe || (() => {{ {AXE} }})()")
    found = visit.page.evaluate(
        "rules => axe.run(document, { runOnly: rules, resultTypes: ['violations'] })", {**rules}
    )["violations"]
    return [
        f"{it['id']}: {node['html'][:120]} – {node['failureSummary'].splitlines()[-1].strip()}"
        for it in found
        for node in it["nodes"]
    ]
