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
    ("block", "after"),
    [
        (
            "translation: {status: machine}\n",
            'translation: {status: reviewed, reviewed_by: "Tolk \\"A\\"", reviewed: 2026-11-01}\n',
        ),
        (
            "translation: {\n  status: machine\n}\n",
            'translation: {\n  status: reviewed, reviewed_by: "Tolk \\"A\\"", reviewed: 2026-11-01\n}\n',
        ),
        (
            "translation:\n  status: machine  # endnu\n  of:\n    intro: '1'\n# en hilsen\n",
            'translation:\n  status: reviewed  # endnu\n  reviewed_by: "Tolk \\"A\\""\n  reviewed: 2026-11-01\n# en hilsen\n',
        ),
        (
            '"translation":\n  status: reviewed\n\n  reviewed_by: Tolk\n# i kolonne 1\n  reviewed: 2026-10-01\n',
            '"translation":\n  status: reviewed\n\n  reviewed_by: "Tolk \\"A\\""\n# i kolonne 1\n  reviewed: 2026-11-01\n',
        ),
        ("", 'translation:\n  status: reviewed\n  reviewed_by: "Tolk \\"A\\""\n  reviewed: 2026-11-01\n'),
    ],
)
def test_however_the_block_was_written_the_rest_stays(block: str, after: str) -> None:
    assert record_in_markdown(f"---\ntitle: x\n{block}---\nText\n", REVIEWED) == f"---\ntitle: x\n{after}---\nText\n"


def test_writing_the_same_twice_changes_nothing() -> None:
    once = record_in_markdown("---\ntitle: x\n---\nText\n", MACHINE)
    assert record_in_markdown(once, MACHINE) == once


def test_a_checklist_keeps_its_block_where_it_stood_and_gets_the_languages_it_lacks() -> None:
    text = "title: {da: x}\ntranslation:\n  en: {status: machine}\n# a remark\nsections: []"
    assert record_in_yaml(text, {"en": MACHINE, "uk": REVIEWED}) == snapshot("""\
title: {da: x}
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
# a remark
sections: []\
""")


def test_a_checklist_without_a_block_gets_one_at_its_end() -> None:
    assert record_in_yaml("title: {da: x}\n", {"uk": REVIEWED}) == snapshot("""\
title: {da: x}
translation:
  uk:
    status: reviewed
    reviewed_by: "Tolk \\"A\\""
    reviewed: 2026-11-01
""")


def test_a_remark_between_two_languages_stays_between_them() -> None:
    before = """\
translation:
  en:
    status: machine
# ukrainsk er læst

  uk:
    status: machine  # endnu
    of:
      title: "0a1b2c3d4e5f"
      # noget, der ikke er med mere
      gone: "123456789012"
"""
    after = before.replace('      gone: "123456789012"\n', "").replace('5f"\n', '5f"\n      intro: "123456789012"\n')
    assert record_in_yaml(before, {"en": Translation(status="machine"), "uk": MACHINE}) == after
