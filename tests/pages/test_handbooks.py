"""The whole book on one page: what leads to a heading of the chapter still does."""

from dataclasses import replace

from tests.conftest import TODAY
from vejviser.content.model.portal import Portal
from vejviser.pages import handbooks


def test_a_link_inside_a_chapter_leads_to_the_chapters_heading_in_the_whole_book(portal: Portal) -> None:
    chapter = portal.chapters[("ven", "moedet", "da")]
    linked = chapter.model_copy(update={"body": "Gå til [bagefter](#efter).\n\n" + chapter.body})
    changed = replace(portal, chapters={**portal.chapters, ("ven", "moedet", "da"): linked})
    whole = next(
        page
        for page in handbooks.pages(changed, TODAY)
        if page.uri == "haandboeger/ven/samlet.md" and page.language == "da"
    )
    assert "[bagefter](#moedet-efter)" in whole.markdown
    assert "{#moedet-efter}" in whole.markdown
