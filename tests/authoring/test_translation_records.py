"""Only the translation block changes; every other letter stays."""

from datetime import date

import pytest
from inline_snapshot import snapshot

from vejviser.authoring.yaml_edit.translations import record_in_markdown, record_in_yaml
from vejviser.content.model.base import Translation

MACHINE = Translation(status="machine", of={"title": "0a1b2c3d4e5f", "intro": "123456789012"})
REVIEWED = Translation(status="reviewed", reviewed_by='Tolk "A"', reviewed=date(2026, 11, 1))


def test_the_block_of_a_page_is_written_in_its_place() -> None:
    text = "---\ntitle: The meeting  # a remark\ntranslation: {status: machine}\nsafety: [rules]\n---\nText\n---\n"
    assert record_in_markdown(text, MACHINE) == snapshot("""\
---
title: The meeting  # a remark
translation:
  status: machine
  of:  # originalen, som oversættelsen følger; skrives af: vejviser translate confirm
    title: "0a1b2c3d4e5f"
    intro: "123456789012"
safety: [rules]
---
Text
---
""")


@pytest.mark.parametrize(
    "block",
    [
        "translation: {status: machine}\n",
        "translation:\n  status: machine\n  of:\n    intro: '1'\n",
        "translation: {\n  status: machine\n}\n",
        "",
    ],
)
def test_however_the_block_was_written_the_rest_stays(block: str) -> None:
    text = record_in_markdown(f"---\ntitle: x\n{block}---\nText\n", REVIEWED)
    assert text == snapshot("""\
---
title: x
translation:
  status: reviewed
  reviewed_by: "Tolk \\"A\\""
  reviewed: 2026-11-01
---
Text
""")


def test_writing_the_same_twice_changes_nothing() -> None:
    once = record_in_markdown("---\ntitle: x\n---\nText\n", MACHINE)
    assert record_in_markdown(once, MACHINE) == once


def test_a_checklist_gets_its_languages_at_the_end() -> None:
    text = "title: {da: x}\ntranslation:\n  en: {status: machine}\n# a remark\nsections: []"
    assert record_in_yaml(text, {"en": MACHINE, "uk": REVIEWED}) == snapshot("""\
title: {da: x}
# a remark
sections: []
translation:
  en:
    status: machine
    of:  # originalen, som oversættelsen følger; skrives af: vejviser translate confirm
      title: "0a1b2c3d4e5f"
      intro: "123456789012"
  uk:
    status: reviewed
    reviewed_by: "Tolk \\"A\\""
    reviewed: 2026-11-01
""")
