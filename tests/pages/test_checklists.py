"""The list of checklists: those of a track in the order of its steps, then the others, then what her language lacks."""

import re
from dataclasses import replace

from tests.conftest import TODAY
from vejviser.content.model.base import LanguageMap
from vejviser.content.model.checklist import Checklist
from vejviser.content.model.portal import Portal
from vejviser.content.model.track import TrackLink
from vejviser.pages import checklists

HEADING = LanguageMap({"da": "Fra først til sidst"})


def named(portal: Portal, name: str) -> Checklist:
    (first,) = portal.checklists
    title = LanguageMap({"da": name.capitalize(), "uk": name.capitalize()})
    return first.model_copy(
        update={"id": name, "title": title, "languages": ("da",) if name == "kun" else ("da", "uk")}
    )


def outline(portal: Portal, language: str, *, heading: LanguageMap | None = HEADING) -> list[str]:
    """Return the headings and the names of the lists, with the sign before each; a track has »sidst« before »andet«."""
    (track,) = portal.tracks
    step = track.steps[0]
    links = tuple(TrackLink.model_validate({"checklist": name}) for name in ("sidst", "kun", "andet", "sidst"))
    walked = track.model_copy(update={"lists": heading, "steps": (step.model_copy(update={"links": links}),)})
    lists = tuple(named(portal, name) for name in ("andet", "frit", "kun", "sidst"))
    known = replace(portal, tracks=(walked,), checklists=lists)
    index = next(page for page in checklists.pages(known, TODAY) if page.language == language and page.kind == "index")
    return re.findall(r"^(## [^{]+?|(?:1\.|-) \[[^]]+)(?=\]| \{)", index.markdown, re.MULTILINE)


def test_the_lists_of_a_track_stand_in_the_order_of_its_steps(portal: Portal) -> None:
    assert outline(portal, "da") == [
        "## Fra først til sidst",
        "1. [Sidst",
        "1. [Kun",
        "1. [Andet",
        "## Andre lister",
        "- [Frit",
    ]


def test_what_a_language_lacks_comes_last_under_a_heading_that_says_so(portal: Portal) -> None:
    assert outline(portal, "uk")[-2:] == ["## Не перекладено", "- [Kun"]


def test_without_a_heading_in_a_track_all_lists_stand_together(portal: Portal) -> None:
    assert outline(portal, "da", heading=None) == ["- [Sidst", "- [Kun", "- [Andet", "- [Frit"]
