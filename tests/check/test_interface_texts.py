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
        ("Tal for {full_name}", "Figures for {name} Municipality", False),
        ("Tal for {name}", "Figures for {full_name}", False),
        ("{title}: plan", "{name}: plan", True),
        ("{number} sider", "pages", False),
    ],
)
def test_a_text_fills_only_what_the_original_fills(portal: Portal, danish: str, english: str, wrong: bool) -> None:
    texts = {"da": Texts("da", {"a": danish}), "en": Texts("en", {"a": english}, path="data/ui/en.yml")}
    found = list(problems(replace(portal, texts=texts, cases={}, results={})))
    error = Origin("data/ui/en.yml").error("ui-text-places", key="a", found=english, original=danish)
    assert found == [error] * wrong


def test_a_theme_and_a_group_of_figures_need_a_word(portal: Portal) -> None:
    assert "ui-text-missing" not in {item.rule for item in problems(portal)}
    (case, *_), (result, *_) = portal.cases.values(), portal.results.values()
    odd = replace(
        portal,
        cases={case.id: case.model_copy(update={"themes": ("fishing",)})},
        results={result.id: result.model_copy(update={"group": "fishing"})},
    )
    found = [item for item in problems(odd) if item.rule == "ui-text-missing"]
    assert [dict(item.values)["key"] for item in found] == [
        "theme.fishing",
        "results.group.fishing",
        "results.lead.fishing",
    ]
    assert {item.path for item in found} == {case.origin.path, result.origin.path}


def test_a_word_that_nobody_has_is_told_once(portal: Portal) -> None:
    texts = {"da": Texts("da", {"a": "{place.dual} og {place.dual}", "b": "{place.dual}"}, path="data/ui/da.yml")}
    found = list(problems(replace(portal, texts=texts, cases={}, results={})))
    assert found == [Origin("portal.yml").error("ui-text-word", word="place.dual", key="a", language="da", form="dual")]
