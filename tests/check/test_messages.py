"""Every rule that the code knows has a message in Danish and in English, and no message is left over."""

import re
from pathlib import Path

from vejviser.content.load.interface_texts import load_messages
from vejviser.content.number_kinds import is_known

PACKAGE = Path(__file__).parents[2] / "plugins" / "vejviser"
RULE = re.compile(r'"([a-z0-9]+(?:-[a-z0-9]+)+)"')


def test_every_message_exists_in_both_languages() -> None:
    root = Path(__file__).parents[2]
    danish, english = load_messages(root, "da"), load_messages(root, "en")
    assert danish.keys() == english.keys()
    assert [key for key in danish if danish[key] == english[key]] == []


def test_every_message_is_used() -> None:
    root = Path(__file__).parents[2]
    code = "\n".join(path.read_text("utf-8") for path in PACKAGE.rglob("*.py"))
    named = set(RULE.findall(code)) | set(re.findall(r"\bsummary-\w+", code))
    families = re.findall(r'f"(unknown-)\{', code)
    left_over = [
        rule
        for rule in load_messages(root, "da")
        if rule not in named and not (families and rule.startswith("unknown-")) and not rule.startswith("national.")
    ]
    assert left_over == []


def test_what_is_called_by_name_is_a_national_number() -> None:
    for rule in load_messages(Path(__file__).parents[2], "da"):
        assert not rule.startswith("national.") or is_known(rule.removeprefix("national."))
