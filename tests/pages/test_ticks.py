"""The marks of what an item says: the same for the same words, others as soon as somebody could read something else."""

from typing import Any

import pytest

from vejviser.content.model.checklist import Item
from vejviser.pages.ticks import marks

TEXT = {"da": "Vælg et par ting", "en": "Choose a few things"}


def of(text: dict[str, str], shown: str = "da", **more: Any) -> list[str]:
    item = Item.model_validate({"id": "vaelg", "text": text, **more})
    return marks(item, shown, ("da", "en", "uk")).split(" ")


def ticked_at(before: dict[str, str], now: dict[str, str], language: str = "da", **more: Any) -> bool:
    """Return whether a tick that was made before is one now."""
    return of(before, language)[0] in of(now, language, **more)


@pytest.mark.parametrize(
    "now",
    [
        "Vælg ikke et par ting",
        "Vælg to par ting",
        "Vælg et par ting, og vent",
        "Vent med at vælge, hvad I vil lave",
        "Vælg et par tning",
    ],
)
def test_other_words_are_another_item(now: str) -> None:
    assert not ticked_at(TEXT, {**TEXT, "da": now})
    assert not ticked_at(TEXT, {**TEXT, "da": now}, "en")
    assert ticked_at(TEXT, {**TEXT, "da": now}, formerly=[TEXT["da"]])
    assert ticked_at(TEXT, {**TEXT, "da": now}, "en", formerly=[TEXT["da"]])


@pytest.mark.parametrize("now", ["Vælg et par ting.", "vælg et  par\nting", "Vælg Et Par Ting …"])
def test_the_same_words_written_otherwise_are_the_same(now: str) -> None:
    assert of(TEXT) == of({**TEXT, "da": now})


def test_a_translation_that_is_put_right_is_another_for_those_who_read_it() -> None:
    now = {**TEXT, "en": "Do not choose anything yet"}
    assert not ticked_at(TEXT, now, "en")
    assert ticked_at(TEXT, now, "da")


def test_a_tick_counts_in_every_language_also_where_there_is_no_translation() -> None:
    assert {of(TEXT, language)[0] for language in ("da", "en", "uk")} <= set(of(TEXT))
    assert sorted(of(TEXT, "en")) == sorted(of(TEXT, "uk"))
    assert of(TEXT, "uk")[0] == of(TEXT, "da")[0]
    assert of({**TEXT, "da": "Vælg et par tning"}, "uk")[0] in of(TEXT, "uk", formerly=["Vælg et par tning"])


def test_a_mark_looks_like_no_number() -> None:
    assert all(mark.isalpha() and len(mark) == 8 for mark in of(TEXT))
