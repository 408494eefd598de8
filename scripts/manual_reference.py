"""The manual's page about portal.yml, made from the schema: every key, what it means, and what holds without it.

.venv/bin/python -m scripts.manual_reference            write the page
.venv/bin/python -m scripts.manual_reference --check    say whether it is up to date
"""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from vejviser.authoring.json_schema import explanations
from vejviser.content.model.settings import Settings
from vejviser.content.settings import NAME, using

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "manual" / "docs" / "en" / "portal-yml.md"
WRITTEN = date(2026, 11, 29)
"""The day on which somebody last read what stands around the keys."""
START = f"""\
---
title: portal.yml
summary: Every key of the file that makes a portal this one, what it means, and what holds when it is left out.
owner: The developers of Vejviser
reviewed: {WRITTEN}
---

The file lies beside `mkdocs.yml`. Every key may be left out, and the whole file too: then the portal is in English.
A small portal needs three lines.

```yaml
name: Friends of the fjord
languages: [nb, en, ar]
country: NO
```

Where a text is wanted, one text stands for every language; `{{nb: …, en: …}}` gives each its own. `vejviser check`
tells what is wrong, and `vejviser schema` writes `schemas/portal.json`, with which VS Code completes and explains the
keys while you write.

This page is made from the schema by `scripts/manual_reference.py`.
"""


def page() -> str:
    """Return the page."""
    with using(Settings.model_validate({"languages": ["en"]})):
        made, said = Settings.model_json_schema(), explanations()
    models = made["$defs"]
    lines = [START]
    for key, field in _fields(made):
        lines += [f"## {key} {{#{key.replace('_', '-')}}}\n", said[f"Settings.{key}"] + "\n"]
        rows = list(_rows(key, field, models, said))
        if rows:
            lines += ["| key | what it is | left out |", "| --- | --- | --- |", *rows, ""]
        elif without := _without(field):
            lines.append(f"Left out: {without}\n")
    return "\n".join(lines).rstrip() + "\n"


def _rows(where: str, field: Mapping[str, Any], models: Mapping[str, Any], said: Mapping[str, str]) -> Iterator[str]:
    """Yield a row for every key below a field, at any depth."""
    place, name = _model_of(field, models)
    if not name:
        return
    for key, inner in _fields(models[name]):
        path = f"{where}{place}.{key}"
        yield f"| `{path}` | {_cell(said[f'{name}.{key}'])} | {_without(inner)} |"
        yield from _rows(path, inner, models, said)


def _model_of(field: Mapping[str, Any], models: Mapping[str, Any]) -> tuple[str, str]:
    """Return the model whose keys stand below a field, and what stands between: nothing, "[]" for a list, ".‹id›"."""
    if "$ref" in field:
        name = field["$ref"].rpartition("/")[2]
        return "", name if _fields(models[name]) else ""
    for part in field.get("anyOf", ()):
        if found := _model_of(part, models)[1]:
            return "", found
    if "items" in field:
        return "[]", _model_of(field["items"], models)[1]
    if isinstance(inner := field.get("additionalProperties"), dict):
        return ".‹id›", _model_of(inner, models)[1]
    patterns = list(field.get("patternProperties", {}).values())
    return (".‹id›", _model_of(patterns[0], models)[1]) if patterns else ("", "")


def _fields(part: Mapping[str, Any]) -> list[tuple[str, Mapping[str, Any]]]:
    """Return the keys of a model, also of one in whose place a text alone can stand."""
    parts = [part, *part.get("anyOf", ())]
    return [(key, value) for item in parts for key, value in item.get("properties", {}).items() if key != "origin"]


def _without(field: Mapping[str, Any]) -> str:
    """Return the value that holds when a key is left out, as it would be written; nothing where there is none."""
    value = field.get("default")
    if isinstance(value, bool):
        return f"`{json.dumps(value)}`"
    return f"`{_cell(str(value))}`" if isinstance(value, str | int) and value != "" else ""


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def main() -> None:
    """Write the page, or say whether it is up to date."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args()
    if not given.check:
        PAGE.write_text(page(), "utf-8")
    elif page() != PAGE.read_text("utf-8"):
        sys.exit(f"{PAGE.relative_to(ROOT)} does not say what {NAME} can say. Run: python -m scripts.manual_reference")


if __name__ == "__main__":
    main()
