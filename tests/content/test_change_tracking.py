from dataclasses import replace

from tests.conftest import PORTAL
from vejviser.content.change_tracking import equal_parts, reuse_objects, track_reads
from vejviser.content.load.portal import load_portal
from vejviser.content.model.portal import Portal


def test_what_is_read_is_remembered_also_through_what_a_portal_works_out(portal: Portal) -> None:
    seen = track_reads(portal)
    assert seen.parts_read == set()
    assert seen.sources == portal.sources
    assert seen.parts_read == {"sources"}
    assert seen.cases_by_municipality == portal.cases_by_municipality
    assert seen.parts_read == {"sources", "cases"}
    assert seen.address("ven/index.md") == "/ven/"
    assert seen.parts_read == {"sources", "cases", "site_url"}


def test_each_reader_begins_with_nothing_read(portal: Portal) -> None:
    first = track_reads(portal)
    assert first.cases_by_municipality
    second = track_reads(first)
    assert second.cases_by_municipality
    assert second.parts_read == {"cases"}


def test_a_portal_read_again_is_given_the_objects_it_had(portal: Portal) -> None:
    again = load_portal(PORTAL, "https://portal.example/").portal
    assert again.chapters is not portal.chapters
    shared = reuse_objects(again, portal)
    assert shared == again
    assert shared.chapters is portal.chapters
    assert shared.municipalities is portal.municipalities


def test_only_what_is_another_is_new(portal: Portal) -> None:
    one, *rest = portal.municipalities
    renamed = one.model_copy(update={"name": "Nyby"})
    key, chapter = next(iter(portal.chapters.items()))
    changed = replace(
        portal,
        municipalities=(renamed, *rest),
        chapters={**portal.chapters, key: chapter.model_copy(update={"body": "Ny."})},
    )
    shared = reuse_objects(changed, portal)
    assert shared == changed
    assert shared.municipalities[0] is renamed
    assert all(mine is theirs for mine, theirs in zip(shared.municipalities[1:], rest, strict=True))
    assert [item for item in shared.chapters if shared.chapters[item] is not portal.chapters[item]] == [key]
    assert equal_parts(shared, portal, frozenset({"sources", "terms"}))
    assert not equal_parts(shared, portal, frozenset({"sources", "chapters"}))


def test_fewer_more_and_in_another_order(portal: Portal) -> None:
    one, other = portal.municipalities[:2]
    for municipalities in ((one,), (other, one), (one, other, one)):
        changed = replace(portal, municipalities=municipalities)
        assert reuse_objects(changed, portal) == changed
    fewer = replace(portal, sources=dict(list(portal.sources.items())[1:]))
    assert reuse_objects(fewer, portal) == fewer
    turned = replace(portal, sources=dict(reversed(portal.sources.items())))
    assert list(reuse_objects(turned, portal).sources) == list(turned.sources)
