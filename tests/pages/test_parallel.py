"""Which pages can be shown in two of their languages at once."""

from collections.abc import Iterable
from dataclasses import replace

from tests.conftest import TODAY
from vejviser.content.model.portal import Portal
from vejviser.pages import articles, checklists, handbooks, material_forms, materials
from vejviser.pages.help_lines import help_page
from vejviser.pages.page import Page


def offered(pages: Iterable[Page]) -> set[str]:
    return {page.uri for page in pages if "parallel" in page.scripts}


def test_a_checklist_in_two_languages_is_and_one_in_danish_only_is_not(portal: Portal) -> None:
    first, *_ = portal.checklists
    assert offered(checklists.pages(portal, TODAY)) == {checklists.checklist_uri(first)}
    danish = replace(portal, checklists=(first.model_copy(update={"languages": ("da",)}),))
    assert offered(checklists.pages(danish, TODAY)) == set()


def test_a_chapter_is_when_participants_read_it_and_it_has_been_translated(portal: Portal) -> None:
    assert offered(handbooks.pages(portal, TODAY)) == set()
    books = tuple(book.model_copy(update={"audience": ("participant",)}) for book in portal.handbooks)
    translated = {(book, chapter) for book, chapter, language in portal.chapters if language != "da"}
    found = offered(handbooks.pages(replace(portal, handbooks=books), TODAY))
    assert found == {handbooks.chapter_uri(book, chapter) for book, chapter in translated}
    assert found


def test_a_material_is_when_it_has_fields(portal: Portal) -> None:
    form = next(item for item in portal.materials if item.fields)
    form = form.model_copy(update={"languages": ("da", "en")})
    letter = form.model_copy(update={"fields": ()})
    assert offered(materials.pages(replace(portal, materials=(form,)), TODAY)) == {materials.material_uri(form)}
    assert offered(materials.pages(replace(portal, materials=(letter,)), TODAY)) == set()


def test_the_form_of_a_material_is_when_it_can_be_filled_in_in_two_languages(portal: Portal) -> None:
    form = next(item for item in portal.materials if item.can_be_filled)
    form = form.model_copy(update={"languages": ("da", "en")})
    danish = portal.material_texts[form.id, "da"]
    alone = replace(portal, materials=(form,), material_texts={(form.id, "da"): danish})
    assert offered(material_forms.pages(alone, TODAY)) == set()
    english = danish.model_copy(update={"language": "en"})
    both = replace(alone, material_texts={(form.id, "da"): danish, (form.id, "en"): english})
    assert offered(material_forms.pages(both, TODAY)) == {material_forms.form_uri(form)}


def test_a_plain_page_is_when_participants_are_among_its_readers(portal: Portal) -> None:
    danish = next(item for item in portal.articles if item.language == "da" and item.meta.summary)
    both = [
        item.model_copy(update={"language": language, "meta": item.meta.model_copy(update={"audience": audience})})
        for item, language, audience in (
            (danish, "da", ("participant", "volunteer")),
            (danish, "en", ("participant", "volunteer")),
            (danish.model_copy(update={"uri": "b.md"}), "da", ("volunteer",)),
            (danish.model_copy(update={"uri": "b.md"}), "en", ("volunteer",)),
            (danish.model_copy(update={"uri": "c.md"}), "da", ("participant",)),
        )
    ]
    assert offered(articles.pages(replace(portal, articles=tuple(both)), TODAY)) == {danish.uri}


def test_the_numbers_to_call_for_help_are(portal: Portal) -> None:
    assert offered([help_page(portal, "uk", TODAY)]) == {"hjaelp.md"}
