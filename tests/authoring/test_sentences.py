"""Every refusal of the desk has its sentence, and every sentence a refusal."""

import re
from pathlib import Path

import vejviser
from vejviser.content.load.interface_texts import load_sentences

ROOT = Path(__file__).parents[2]
_SAID = re.compile(r'(?:sentence\(|language\(\), "desk"\)\[)"(desk-[\w-]+)"(.*)')
"""What a command says without stopping for it."""


def test_every_refusal_is_explained_and_nothing_else_is() -> None:
    code = "".join(path.read_text("utf-8") for path in Path(vejviser.__file__).parent.rglob("*.py"))
    raised = [
        (rule, set(re.findall(r"(\w+)=", given)))
        for rule, given in re.findall(r'(?:Authoring|Git)Error\("(desk-[\w-]+)"(.*)\)', code)
    ]
    raised += [(rule, set(re.findall(r'\("(\w+)", ', given))) for rule, given in _SAID.findall(code)]
    sentences = load_sentences(ROOT, "da", "desk")
    assert dict(raised) == {rule: set(re.findall(r"{(\w+)}", text)) for rule, text in sentences.items()}
