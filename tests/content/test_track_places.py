"""Where pages stand in a track: the step that begins on them, the others that use them, and the lists above them."""

import pytest

from vejviser.content.model.portal import Portal
from vejviser.content.model.track import Track
from vejviser.content.track_places import TrackPlace, step_pages, track_places


@pytest.fixture(scope="module")
def track(portal: Portal) -> Track:
    (found,) = portal.tracks
    return found


@pytest.mark.parametrize(
    ("uri", "number", "also"),
    [
        ("haandboeger/ven/moedet.md", 1, ()),
        ("tjeklister/foerste-moede.md", 2, (3,)),  # step 2 begins on it, step 3 uses it too
        ("materialer/aftale.md", 2, ()),
        ("kommuneguider/modtage.md", 3, ()),
        ("haandboeger/ven/index.md", 0, ()),
        ("haandboeger/index.md", 0, ()),
        ("tjeklister/index.md", 0, ()),
    ],
)
def test_a_page_stands_at_the_step_that_begins_on_it(
    portal: Portal, track: Track, uri: str, number: int, also: tuple[int, ...]
) -> None:
    assert track_places(portal)[uri] == (TrackPlace(track, number, also),)


def test_the_front_page_and_pages_of_no_step_stand_in_no_track(portal: Portal) -> None:
    places = track_places(portal)
    assert "index.md" not in places
    assert "kilder.md" not in places
    assert "kommuneguider/modtage/plan.md" not in places


def test_a_page_that_begins_a_later_step_stands_there_also_when_an_earlier_step_uses_it(
    portal: Portal, track: Track
) -> None:
    first, second, third = track.steps
    early = first.model_copy(update={"links": (*first.links, third.links[0])})
    changed = track.model_copy(update={"steps": (early, second, third)})
    found = track_places(portal.changed(lambda _, item: iter([changed if item is track else item])))
    assert found["haandboeger/ven/penge.md"] == (TrackPlace(changed, 3, (1,)),)


def test_two_tracks_stand_in_the_order_of_their_files(portal: Portal, track: Track) -> None:
    twin = track.model_copy(update={"id": "tvilling"})
    both = portal.changed(lambda _, item: iter([item, twin] if item is track else [item]))
    assert [place.track.id for place in track_places(both)["materialer/aftale.md"]] == ["foerste-ven", "tvilling"]


def test_a_step_of_a_guide_is_called_by_its_own_title(portal: Portal, track: Track) -> None:
    pages = step_pages(portal, track.steps[2])
    assert [(page.kind.id, page.target, page.title.text("da")) for page in pages] == [
        ("chapter", "haandboeger/ven/penge.md", "Penge"),
        ("checklist", "tjeklister/foerste-moede.md", "Første møde"),
        ("guide", "kommuneguider/modtage.md#bolig", "Find en bolig"),
    ]


def test_a_chapter_has_a_title_in_every_language_it_is_written_in(portal: Portal, track: Track) -> None:
    (page,) = step_pages(portal, track.steps[0])
    assert {*page.title} == {"da", "en"}
