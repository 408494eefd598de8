"""A reader's browser fills files: its scripts, run by Node, asked from here."""

import base64
import json
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from vejviser.content.days import months
from vejviser.documents.document import Document

ROOT = Path(__file__).parents[2]


class BrowserFilling:
    """The scripts of `assets/js/fill`, at work in a process of their own."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def fill(self, document: Document, format_: str, data: bytes, values: Mapping[str, str | bool]) -> bytes:
        """Return the file `data` of a document with `values`; raises AssertionError with what the script said."""
        choices = {field.id: [choice.id for choice in field.choices] for field in document.fields if field.choices}
        ids = [field.id for field in document.fields if field.type == "date"]
        known = {"choices": choices, "days": {"ids": ids, "months": months(document.language)}}
        wish = {"format": format_, "data": base64.b64encode(data).decode(), "values": values, "known": known}
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(wish) + "\n")
        self._process.stdin.flush()
        answer: dict[str, Any] = json.loads(self._process.stdout.readline())
        assert "data" in answer, answer["error"]
        return base64.b64decode(answer["data"])


@contextmanager
def browser_filling() -> Iterator[BrowserFilling]:
    """Start the scripts, and end them."""
    command = ["node", "tests/scripts/fill_files.js"]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield BrowserFilling(process)
        process.terminate()
