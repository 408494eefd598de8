"""Tracks: what would keep a reader from walking one from its first step to its last."""

from pathlib import Path

import pytest
from inline_snapshot import snapshot

from tests.check.test_all_rules import TODAY, edit, told
from vejviser.site.content_check import load_and_check

TRACK = "data/tracks/foerste-ven.yml"


def test_a_sound_track_says_nothing(portal_copy: Path) -> None:
    assert [line for line in told(portal_copy) if line.startswith(TRACK)] == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("chapter: ven/moedet", "chapter: ven/mødet", snapshot(['data/tracks/foerste-ven.yml:14:9 error: Kapitlet »ven/mødet« findes ikke. Mente du »ven/moedet«?'])),
        ("chapter: ven/moedet", "chapter: moedet", snapshot(['data/tracks/foerste-ven.yml:14:9 error: Kapitlet »moedet« findes ikke. Mente du »ven/moedet«?'])),
        ("material: aftale", "material: materialer/aftale.md", snapshot(['data/tracks/foerste-ven.yml:22:9 error: Materialet »materialer/aftale.md« findes ikke i materials/.'])),
        ("checklist: foerste-moede\n      - material", "checklist: tjeklister/foerste-moede\n      - material", snapshot(['data/tracks/foerste-ven.yml:21:9 error: Tjeklisten »tjeklister/foerste-moede« findes ikke. Mente du »foerste-moede«?'])),
        ("chapter: ven/moedet", "chapter: haandboeger/ven/moedet.md", snapshot(['data/tracks/foerste-ven.yml:14:9 error: Kapitlet »haandboeger/ven/moedet.md« findes ikke. Mente du »ven/moedet«?'])),
        ("      - chapter: ven/moedet", "      - ven/moedet", snapshot(['data/tracks/foerste-ven.yml:14:9 error: En linje under links skal føre til én side. Skriv kun én af dem: chapter, checklist, material eller guide, fx: - chapter: frivillig/det-foerste-moede'])),
        ("      - guide: modtage/bolig", "      - guide:", snapshot(['data/tracks/foerste-ven.yml:32:9 error: En linje under links skal føre til én side. Skriv kun én af dem: chapter, checklist, material eller guide, fx: - chapter: frivillig/det-foerste-moede'])),
        ("material: aftale", "material: kontrakt", snapshot(['data/tracks/foerste-ven.yml:22:9 error: Materialet »kontrakt« findes ikke i materials/.'])),
        ("guide: modtage/bolig", "guide: modtagelse/bolig", snapshot(['data/tracks/foerste-ven.yml:32:9 error: Guiden »modtagelse« findes ikke. Mente du »modtage«?'])),
        ("guide: modtage/bolig", "guide: modtage/boligen", snapshot(['data/tracks/foerste-ven.yml:32:9 error: Guiden »modtage« har ikke trinnet »boligen«. Mente du guide: modtage/bolig?'])),
        ("guide: modtage/bolig", "guide: modtage/skole", snapshot(['data/tracks/foerste-ven.yml:32:9 error: Guiden »modtage« har ikke trinnet »skole«. Skriv et id fra data/guides/modtage.yml, eller kun guide: modtage'])),
        ("      - material: aftale", "        material: aftale", snapshot(['data/tracks/foerste-ven.yml:21:9 error: En linje under links skal føre til én side. Skriv kun én af dem: chapter, checklist, material eller guide, fx: - chapter: frivillig/det-foerste-moede'])),
        ("      - material: aftale", "      - {}", snapshot(['data/tracks/foerste-ven.yml:22:9 error: En linje under links skal føre til én side. Skriv kun én af dem: chapter, checklist, material eller guide, fx: - chapter: frivillig/det-foerste-moede'])),
        ("      - material: aftale", "      - artikel: aftale", snapshot(['data/tracks/foerste-ven.yml:22:9 error: »artikel« er ikke en nøgle, der kan bruges her. Slet linjen, eller ret navnet.'])),
        ("      - material: aftale\n", "      - checklist: foerste-moede\n", snapshot(['data/tracks/foerste-ven.yml:22:9 error: »foerste-moede« står to gange under links i trinnet »moedet«. Slet den ene.'])),
        ("      - chapter: ven/penge\n      - checklist: foerste-moede\n", "      - checklist: foerste-moede\n", snapshot(['data/tracks/foerste-ven.yml:30:9 error: Trinnet begynder på samme side som »moedet«: foerste-moede. Så står »Næste trin« stille. Sæt en anden side først i links.'])),
        ("    links:\n      - chapter: ven/moedet\n", "", snapshot(['data/tracks/foerste-ven.yml:8:5 error: Trinnet »goer-dig-klar« fører ingen steder hen. Skriv mindst én side under links, fx: - checklist: matchmoede'])),
        ("    links:\n      - chapter: ven/moedet\n", "    links: []\n", snapshot(['data/tracks/foerste-ven.yml:8:5 error: Trinnet »goer-dig-klar« fører ingen steder hen. Skriv mindst én side under links, fx: - checklist: matchmoede'])),
        ("id: moedet", "id: goer-dig-klar", snapshot(['data/tracks/foerste-ven.yml:15:5 error: id »goer-dig-klar« er brugt før (8). Hvert id må kun bruges én gang.'])),
        ("start: {da: mødedagen, en: the day of the meeting}\n", "", snapshot(['data/tracks/foerste-ven.yml:9:5 error: Trinnet har offset: -P1W, men forløbet siger ikke, hvad der tælles fra. Skriv start: {da: "dagen for matchmødet"}.'])),
        ("offset: P1M", "offset: -P2W", snapshot(['data/tracks/foerste-ven.yml:26:5 warning: Trinnet kommer tidligere (-P2W) end et trin ovenfor (P0D). Flyt det op, eller ret offset.'])),
        ("offset: P1M", "offset: 1 måned", snapshot(['data/tracks/foerste-ven.yml:26:5 error: »offset« er »1 måned«, men skal skrives på en anden måde, fx P1M.'])),
        ("audience: [volunteer]", "audience: [frivillig]", snapshot(['data/tracks/foerste-ven.yml:3:12 error: »audience« er »frivillig«. Mente du »volunteer«? Det kan være: volunteer, coordinator, municipality, participant.'])),
    ],
)  # fmt: skip
def test_a_mistake_is_told_once_at_its_line(portal_copy: Path, old: str, new: str, said: list[str]) -> None:
    edit(portal_copy, TRACK, old, new)
    assert told(portal_copy) == said


def test_others_can_point_to_a_track(portal_copy: Path) -> None:
    page = "docs/da/haandboeger/ven/moedet.md"
    edit(portal_copy, page, "checklists: [foerste-moede]", "tracks: [foerste-ven]")
    assert told(portal_copy) == []
    edit(portal_copy, page, "tracks: [foerste-ven]", "tracks: [forste-ven]")
    assert told(portal_copy) == snapshot(
        ["docs/da/haandboeger/ven/moedet.md:9:12 error: Forløbet »forste-ven« findes ikke. Mente du »foerste-ven«?"]
    )


def test_a_time_that_comes_before_the_one_above_is_told_only_of_the_step_that_is_out_of_order(
    portal_copy: Path,
) -> None:
    edit(portal_copy, TRACK, "offset: -P1W", "offset: P3W")
    assert told(portal_copy) == snapshot(
        [
            "data/tracks/foerste-ven.yml:17:5 warning: Trinnet kommer tidligere (P0D) end et trin ovenfor (P3W). Flyt det op, eller ret offset."
        ]
    )


def test_a_danish_step_that_changed_is_told_of_its_translation(portal_copy: Path) -> None:
    edit(portal_copy, TRACK, "da: Læs kapitlet.", "da: Læs kapitlet to gange.")
    found = load_and_check(portal_copy, TODAY).problems
    assert [item.rule for item in found if item.path == TRACK] == ["translation-outdated"]
