from dataclasses import replace

from tests.conftest import PORTAL
from vejviser.load.portal import load_portal
from vejviser.model.portal import Portal
from vejviser.watched import same_parts, watched, with_objects_of


def test_what_is_read_is_remembered_also_through_what_a_portal_works_out(portal: Portal) -> None:
    seen = watched(portal)
    assert seen.parts_read == set()
    assert seen.sources == portal.sources
    assert seen.parts_read == {"sources"}
    assert seen.cases_by_municipality == portal.cases_by_municipality
    assert seen.parts_read == {"sources", "cases"}
    assert seen.address("ven/index.md") == "/ven/"
    assert seen.parts_read == {"sources", "cases", "site_url"}


def test_each_reader_begins_with_nothing_read(portal: Portal) -> None:
    first = watched(portal)
    assert first.cases_by_municipality
    second = watched(first)
    assert second.cases_by_municipality
    assert second.parts_read == {"cases"}


def test_a_portal_read_again_is_given_the_objects_it_had(portal: Portal) -> None:
    again = load_portal(PORTAL, "https://portal.example/").portal
    assert again.chapters is not portal.chapters
    shared = with_objects_of(again, portal)
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
    shared = with_objects_of(changed, portal)
    assert shared == changed
    assert shared.municipalities[0] is renamed
    assert all(mine is theirs for mine, theirs in zip(shared.municipalities[1:], rest, strict=True))
    assert [it for it in shared.chapters if shared.chapters[it] is not portal.chapters[it]] == [key]
    assert same_parts(shared, portal, frozenset({"sources", "terms"}))
    assert not same_parts(shared, portal, frozenset({"sources", "chapters"}))


def test_fewer_more_and_in_another_order(portal: Portal) -> None:
    one, other = portal.municipalities[:2]
    for municipalities in ((one,), (other, one), (one, other, one)):
        changed = replace(portal, municipalities=municipalities)
        assert with_objects_of(changed, portal) == changed
    fewer = replace(portal, sources=dict(list(portal.sources.items())[1:]))
    assert with_objects_of(fewer, portal) == fewer
    turned = replace(portal, sources=dict(reversed(portal.sources.items())))
    assert list(with_objects_of(turned, portal).sources) == list(turned.sources)
