"""The places of interface texts: a language may fill what the Danish text fills, and nothing else."""

from dataclasses import replace

import pytest

from vejviser.base.problems import Origin
from vejviser.check.interface_texts import problems
from vejviser.content.model.portal import Portal
from vejviser.content.model.texts import Texts


@pytest.mark.parametrize(
    ("danish", "english", "wrong"),
    [
        ("Tal for {danish_title}", "Figures for {name} Municipality", False),
        ("Tal for {name}", "Figures for {danish_title}", True),
        ("{title}: plan", "{name}: plan", True),
        ("{number} sider", "pages", False),
    ],
)
def test_a_text_fills_only_what_the_danish_one_fills(portal: Portal, danish: str, english: str, wrong: bool) -> None:
    texts = {"da": Texts("da", {"a": danish}), "en": Texts("en", {"a": english}, path="data/ui/en.yml")}
    found = list(problems(replace(portal, texts=texts)))
    error = Origin("data/ui/en.yml").error("ui-text-places", key="a", found=english, danish=danish)
    assert found == [error] * wrong
