"""Materials as data: the list and the feed."""

import json
from datetime import date
from xml.etree import ElementTree as Tree

from tests.opendata.examples import FILES, TODAY, example
from vejviser.content.model.download import Download
from vejviser.content.model.portal import Portal
from vejviser.opendata.all_files import open_data
from vejviser.opendata.materials import row

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def test_a_material_with_its_files(portal: Portal) -> None:
    material = portal.materials[0]
    owner = f"materialer/{material.id}"
    blank = Download(f"{owner}/{material.id}.da.docx", owner, "da", "docx", 10, "aa", None)
    filled = Download(f"kommuner/x/{material.id}.da.docx", owner, "da", "docx", 11, "bb", "0801")
    rows = json.loads(open_data(portal, TODAY, (filled, blank))["api/v1/materials.json"])
    told = next(item for item in rows if item["id"] == material.id)
    assert (told["version"], told["updated"]) == (material.version, material.updated.isoformat())
    assert told["title"]["da"] == material.title.text("da")
    assert told["audience"] == list(material.audience)
    assert [(item["municipality"], item["sha256"], item["bytes"]) for item in told["files"]] == [
        (None, "aa", 10),
        ("0801", "bb", 11),
    ]
    assert told["files"][0] == {
        "lang": "da",
        "languages": ["da"],
        "format": "docx",
        "url": f"https://portal.example/{owner}/{material.id}.da.docx",
        "bytes": 10,
        "sha256": "aa",
        "municipality": None,
    }


def test_a_file_in_two_languages_names_both(portal: Portal) -> None:
    material = portal.materials[0]
    owner = f"materialer/{material.id}"
    both = Download(f"{owner}/{material.id}.da-ar.pdf", owner, "da", "pdf", 10, "aa", None, "ar")
    told = row(portal, material, [both])["files"]
    assert [(item["lang"], item["languages"]) for item in told] == [("mul", ["da", "ar"])]


def test_a_translation_of_what_is_signed_holds_the_danish_text(portal: Portal) -> None:
    material = portal.materials[0].model_copy(update={"signed": True})
    owner = f"materialer/{material.id}"
    arabic = Download(f"{owner}/{material.id}.ar.pdf", owner, "ar", "pdf", 10, "aa", None)
    assert [(item["lang"], item["languages"]) for item in row(portal, material, [arabic])["files"]] == [
        ("ar", ["da", "ar"])
    ]


def feed(portal: Portal, today: date = TODAY) -> Tree.Element:
    return Tree.fromstring(open_data(portal, today, FILES)["feeds/materialer.xml"])


def test_the_feed_has_what_atom_asks_for(portal: Portal) -> None:
    root = feed(portal)
    assert root.tag == f"{{{ATOM['a']}}}feed"
    for element in (root, *root.findall("a:entry", ATOM)):
        assert all(element.findtext(f"a:{name}", "", ATOM) for name in ("id", "title", "updated"))
    assert root.findtext("a:author/a:name", "", ATOM)
    assert root.find("a:link[@rel='self']", ATOM) is not None
    ids = [entry.findtext("a:id", "", ATOM) for entry in root.findall("a:entry", ATOM)]
    assert len(ids) == len(set(ids)) == sum(len(material.changes) for material in portal.materials)


def test_the_feed_is_as_new_as_its_newest_version_and_no_newer(portal: Portal) -> None:
    newest = max(change.date for material in portal.materials for change in material.changes)
    assert feed(portal).findtext("a:updated", "", ATOM) == f"{newest.isoformat()}T00:00:00Z"
    assert (
        open_data(portal, date(2030, 1, 1), ())["feeds/materialer.xml"]
        == open_data(portal, TODAY, ())["feeds/materialer.xml"]
    )


def test_status_without_figures_is_a_header(portal: Portal) -> None:
    assert open_data(example(portal), TODAY, ())["api/v1/status.csv"].decode() == (
        "period,code,referrals,new_matches,active_matches,ended_matches,waiting,volunteers,new_volunteers,"
        "matches_6m,matches_6m_working,base,version,invented\r\n"
    )


def test_the_newest_version_stands_first_in_the_feed(portal: Portal) -> None:
    days = [entry.findtext("a:updated", "", ATOM) for entry in feed(portal).findall("a:entry", ATOM)]
    assert days == sorted(days, reverse=True)
    assert len(set(days)) > 1
