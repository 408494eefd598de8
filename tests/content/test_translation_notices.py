"""Readers of a translation see which passages the Danish text has left behind, in their own language."""

from pathlib import Path

from inline_snapshot import snapshot

from tests.check.test_all_rules import edit
from tests.conftest import TODAY
from vejviser.authoring.translations import confirm
from vejviser.content.load.portal import load_portal
from vejviser.content.markdown.html import to_html
from vejviser.content.model.base import LocalText
from vejviser.content.model.portal import Portal
from vejviser.content.translation.notices import with_translation_notices
from vejviser.documents import blocks as doc
from vejviser.documents.catalog import document_jobs
from vejviser.documents.reading import words_of
from vejviser.site.content_check import all_pages

DANISH, ENGLISH = "docs/da/haandboeger/ven/moedet.md", "docs/en/haandboeger/ven/moedet.md"
MONEY = "docs/da/haandboeger/ven/penge.md"
LIST = "data/checklists/foerste-moede.yml"


def portal_of(root: Path) -> Portal:
    return with_translation_notices(load_portal(root, "https://portal.example/venner/").portal)


def test_a_portal_that_is_up_to_date_is_not_touched(portal_copy: Path) -> None:
    body = (portal_copy / ENGLISH).read_text("utf-8").split("---")[2].lstrip()
    assert portal_of(portal_copy).chapters["ven", "moedet", "en"].body == body


def test_an_outdated_section_says_so_below_its_heading(portal_copy: Path) -> None:
    edit(portal_copy, DANISH, "hvad I aftalte", "hvad I blev enige om")
    edit(portal_copy, DANISH, "title: Mødet", "title: Det første møde")
    assert portal_of(portal_copy).chapters["ven", "moedet", "en"].body == snapshot("""\
!!! warning "The original has changed"
    The title and the short texts at the top of this page were translated from an older text.

Say hello [@rapport-2024, section 2].

## Before {#foer}

Read [about money](penge.md).

## After {#efter}

!!! warning "The original has changed"
    This section was translated from an older text. Something may be different now. [Read the original](/venner/haandboeger/ven/moedet/#efter)

- Write down what you agreed.
""")


def test_a_section_still_in_danish_gives_way_to_a_link(portal_copy: Path) -> None:
    danish = "## Efter mødet {#efter}\n\n- Skriv ned, hvad I aftalte.\n"
    edit(portal_copy, ENGLISH, "## After {#efter}\n\n- Write down what you agreed.\n", danish)
    body = portal_of(portal_copy).chapters["ven", "moedet", "en"].body
    assert body[body.index("## Not") :] == snapshot("""\
## Not translated yet {#efter}

!!! warning "Not translated yet"
    [Read the original](/venner/haandboeger/ven/moedet/#efter)
""")


def test_a_translation_in_which_nothing_is_translated_is_the_danish_page(portal_copy: Path) -> None:
    danish = (portal_copy / DANISH).read_text("utf-8")
    start = danish.replace("---\nSig goddag", "translation: {status: machine}\n---\nSig goddag")
    (portal_copy / ENGLISH).write_text(start, "utf-8")
    portal = portal_of(portal_copy)
    assert sorted(portal.chapters) == [("ven", "moedet", "da"), ("ven", "penge", "da"), ("ven", "penge", "en")]
    pages = {(page.uri, page.language) for page in all_pages(portal, TODAY)}
    assert ("haandboeger/ven/penge.md", "en") in pages
    assert ("haandboeger/ven/moedet.md", "en") not in pages
    (portal_copy / "docs/en/haandboeger/ven/penge.md").unlink()
    pages = {(page.uri, page.language) for page in all_pages(portal_of(portal_copy), TODAY)}
    assert {page for page in pages if page[0].startswith("haandboeger/ven/")} == {
        (f"haandboeger/ven/{page}.md", "da") for page in ("index", "samlet", "moedet", "penge")
    }, "a book of no chapter is no book: its readers get the Danish one"


def test_an_outdated_item_of_a_checklist_says_so_in_each_language(portal_copy: Path) -> None:
    edit(portal_copy, LIST, "da: Hils på hinanden", "da: Giv hånd")
    (checklist,) = portal_of(portal_copy).checklists
    assert checklist.sections[0].items[0].text.root == snapshot(
        {
            "da": "Giv hånd",
            "en": "Greet each other (the original has changed since this was translated)",
            "uk": "Привітайтеся (оригінал змінено після перекладу)",
            "ar": "رحبوا ببعضكم (تغيّر النص الأصلي بعد هذه الترجمة)",
        }
    )
    assert checklist.sections[0].items[1].text.root["en"] == "Talk about confidentiality"


def test_an_outdated_safety_section_gives_way_to_the_original_until_the_translation_is_right_again(
    portal_copy: Path,
) -> None:
    edit(
        portal_copy, MONEY, "Sig nej [@rapport-2024, afsnit 3].", "Sig nej.\n\n- Lån ikke\n\n### Gaver {#gaver}\n\nSmå."
    )
    portal = portal_of(portal_copy)
    assert portal.chapters["ven", "penge", "en"].body == snapshot("""\
## Rules {#regler}

!!! warning "The original has changed"
    The translation has not caught up yet, so here you read the original.

!!! original
    Sig nej.

    - Lån ikke

    ### Gaver {#gaver}

    Små.
""")
    page = next(
        page for page in all_pages(portal, TODAY) if (page.uri, page.language) == ("haandboeger/ven/penge.md", "en")
    )
    assert "Say no" not in page.body
    html = to_html(page.body).html
    assert html[html.index('<div class="original"') : html.index("</div>", html.index('original"'))] == snapshot("""\
<div class="original" lang="da" dir="ltr">
<p>Sig nej.</p>
<ul>
<li>Lån ikke</li>
</ul>
<h3 id="gaver">Gaver</h3>
<p>Små.</p>
""")
    assert "Regler: originalen er ændret" in languages_page(portal_copy, "da")
    confirm(portal_copy, ["docs/en/haandboeger/ven/penge.md"])
    assert (
        portal_of(portal_copy).chapters["ven", "penge", "en"].body
        == "## Rules {#regler}\n\nSay no [@rapport-2024, section 3].\n"
    )


def test_a_safety_section_that_a_translation_lacks_stands_there_as_the_original(portal_copy: Path) -> None:
    edit(portal_copy, DANISH, "summary: Sådan går mødet.", "summary: Sådan går mødet.\nsafety: [foer, nej]")
    edit(portal_copy, DANISH, "## Efter", "## Sig nej {#nej}\n\nDu må gerne sige nej.\n\n## Efter")
    edit(portal_copy, DANISH, "## Før", "## Førhen")
    body = portal_of(portal_copy).chapters["ven", "moedet", "en"].body
    assert body == snapshot("""\
Say hello [@rapport-2024, section 2].

## Before {#foer}

!!! warning "The original has changed"
    The translation has not caught up yet, so here you read the original.

!!! original
    Læs [om penge](penge.md).

    !!! example "Eksempel (opdigtet)"
        To mennesker mødes på biblioteket.

!!! original
    ## Sig nej {#nej}

!!! warning "Not translated yet"
    The translation has not caught up yet, so here you read the original.

!!! original
    Du må gerne sige nej.

## After {#efter}

- Write down what you agreed.
""")


def test_a_section_that_the_original_has_no_longer_is_left_out(portal_copy: Path) -> None:
    text = (portal_copy / DANISH).read_text("utf-8")
    start = text.index("## Efter")
    (portal_copy / DANISH).write_text(text[:start], "utf-8")
    assert "{#efter}" not in portal_of(portal_copy).chapters["ven", "moedet", "en"].body


def test_an_outdated_safety_item_is_the_original_in_each_language_until_confirmed(portal_copy: Path) -> None:
    edit(portal_copy, LIST, "da: Tal om tavshed", "da: Tal om jeres tavshed")
    (checklist,) = portal_of(portal_copy).checklists
    item = checklist.sections[0].items[1]
    for language in ("en", "uk", "ar"):
        assert item.text.get(language) == LocalText(text="Tal om jeres tavshed", language="da")
        assert item.why is not None
        assert item.why.get(language).language == "da"
        assert item.text.is_behind(language)
    page = next(
        page
        for page in all_pages(portal_of(portal_copy), TODAY)
        if (page.uri, page.language) == ("tjeklister/foerste-moede.md", "ar")
    )
    label = str(page.body)[page.body.index('<label for="goddag--tavshed"') :]
    assert label[: label.index("</label>")] == snapshot(
        '<label for="goddag--tavshed"><input type="checkbox" id="goddag--tavshed"> <span class="item-text"><span lang="da" dir="ltr">Tal om jeres tavshed</span> <span class="item-note">(لم تُحدَّث الترجمة بعد، وهذا هو النص الأصلي)</span></span>'
    )
    assert "Tal om jeres tavshed: originalen er ændret" in languages_page(portal_copy, "da")
    confirm(portal_copy, [LIST])
    (checklist,) = portal_of(portal_copy).checklists
    assert checklist.sections[0].items[1].text.get("en").text == "Talk about confidentiality"


def languages_page(root: Path, language: str) -> str:
    """Return the first language's part of the page about languages."""
    pages = all_pages(portal_of(root), TODAY)
    return next(page.body for page in pages if (page.uri, page.language) == ("sprog.md", language)).split("\n## ")[1]


def test_a_label_says_so_in_the_languages_that_have_it_and_no_other_label_does(portal_copy: Path) -> None:
    edit(portal_copy, "data/glossary.yml", "da: match", "da: makkerpar")
    term = portal_of(portal_copy).terms["match"]
    assert term.term.text("en") == "match"  # it is looked for in the texts
    assert term.definition.root == snapshot(
        {
            "da": "To mennesker, der er sat sammen.",
            "en": "Two people brought together. (the original has changed since this was translated)",
        }
    )
    edit(portal_copy, "materials/aftale/material.yml", "da: Aftal samarbejdet.", "da: Aftal jeres samarbejde.")
    material = portal_of(portal_copy).materials[0]
    assert material.purpose.text("en") == snapshot(
        "Agree on the cooperation. (the original has changed since this was translated)"
    )
    assert material.title.text("en") == "Agreement"


def test_the_page_about_languages_shows_progress_and_work(portal_copy: Path) -> None:
    edit(portal_copy, DANISH, "hvad I aftalte", "hvad I blev enige om")
    edit(portal_copy, LIST, "da: Hils på hinanden", "da: Giv hånd")
    assert languages_page(portal_copy, "da") == snapshot("""\
Engelsk { #en }

| Indhold | Oversat | Ikke gennemlæst | Forældede afsnit |
| --- | ---: | ---: | ---: |
| Ven | 2 af 2 | 2 | 1 |
| Tjeklister | 1 af 1 | 1 | 1 |
| Materialer | 0 af 1 | 0 | 0 |
| Ordliste | 1 af 1 | 1 | 0 |
| Andre sider | 0 af 2 | 0 | 0 |

### Her kan en oversætter begynde { #en-begynd }

Alt, hvad deltagere og frivillige læser, er oversat.

### Det venter på en oversætter { #en-arbejde }

- [Mødet](/venner/en/haandboeger/ven/moedet/)

    - Efter mødet: originalen er ændret

- [Første møde](/venner/en/tjeklister/foerste-moede/)

    - Giv hånd: originalen er ændret
""")
    assert languages_page(portal_copy, "en") == snapshot("""\
English { #en }

| Content | Translated | Not read through | Outdated sections |
| --- | ---: | ---: | ---: |
| Friend | 2 of 2 | 2 | 1 |
| Checklists | 1 of 1 | 1 | 1 |
| Templates | 0 of 1 | 0 | 0 |
| Glossary | 1 of 1 | 1 | 0 |
| Other pages | 0 of 2 | 0 | 0 |

### Where a translator can begin { #en-begynd }

Everything that participants and volunteers read is translated.

### Waiting for a translator { #en-arbejde }

- [<span lang="da" dir="ltr">Mødet</span>](/venner/en/haandboeger/ven/moedet/)

    - <span lang="da" dir="ltr">Efter mødet</span>: the original has changed

- [<span lang="da" dir="ltr">Første møde</span>](/venner/en/tjeklister/foerste-moede/)

    - <span lang="da" dir="ltr">Giv hånd</span>: the original has changed
""")


def test_the_page_about_languages_says_where_a_translator_can_begin(portal_copy: Path) -> None:
    (portal_copy / ENGLISH).unlink()
    edit(
        portal_copy,
        "materials/aftale/material.yml",
        "audience: [municipality]",
        "audience: [municipality, participant]",
    )
    found = languages_page(portal_copy, "da").split("{ #en-begynd }")[1].split("###")[0]
    assert found == snapshot("""\


Det læser deltagere og frivillige, og det er ikke oversat:

- [Aftale](/venner/en/materialer/aftale/): Deltagere
- [Ven](/venner/en/haandboeger/ven/): Frivillige
    - [Mødet](/venner/en/haandboeger/ven/moedet/)

""")
    edit(portal_copy, LIST, "languages: [da, en, uk, ar]", "languages: [da, uk, ar]")
    assert "[Første møde](/venner/en/tjeklister/foerste-moede/): Frivillige" in languages_page(portal_copy, "da")


def test_a_book_without_any_translation_is_one_line(portal_copy: Path) -> None:
    for path in (portal_copy / "docs/en/haandboeger/ven").glob("*.md"):
        path.unlink()
    assert "- [Ven](/venner/en/haandboeger/ven/): Frivillige · 2 kapitler\n" in languages_page(portal_copy, "da")


def test_where_participants_and_volunteers_have_everything_it_says_so(portal_copy: Path) -> None:
    assert "Alt, hvad deltagere og frivillige læser, er oversat." in languages_page(portal_copy, "da")


def test_documents_hold_the_original_in_its_own_language(portal_copy: Path) -> None:
    edit(
        portal_copy,
        MONEY,
        "Sig nej [@rapport-2024, afsnit 3].",
        "Sig nej.\n\n- Lån ikke\n\n| Hvad | Svar |\n| --- | --- |\n| Lån | Nej |",
    )
    edit(portal_copy, LIST, "da: Tal om tavshed", "da: Tal om jeres tavshed")
    documents = {(job.owner, job.language): job.document for job in document_jobs(portal_of(portal_copy), TODAY)}
    blocks = documents["haandboeger/ven", "en"].blocks
    (at,) = [at for at, block in enumerate(blocks) if isinstance(block, doc.Heading) and block.id == "penge--regler"]
    assert [(type(block).__name__, getattr(block, "language", None)) for block in blocks[at:]] == [
        ("Heading", None),
        ("Callout", None),
        ("Paragraph", "da"),
        ("BulletList", "da"),
        ("Table", "da"),
    ]
    assert "Say no" not in words_of(blocks)
    (tick,) = [
        block
        for block in documents["tjeklister/foerste-moede", "ar"].blocks
        if isinstance(block, doc.TickLine) and block.field.id == "tavshed"
    ]
    assert (tick.language, tick.field.label) == ("da", "Tal om jeres tavshed")
    assert [(inline.text, inline.language) for inline in tick.inlines if isinstance(inline, doc.Text)] == snapshot(
        [("Tal om jeres tavshed", None), (" ", None), ("(لم تُحدَّث الترجمة بعد، وهذا هو النص الأصلي)", "ar")]
    )


def test_a_safety_step_of_a_guide_is_the_original_until_it_is_translated(portal_copy: Path) -> None:
    guide = "data/guides/modtage.yml"
    edit(
        portal_copy,
        guide,
        "title: {da: Find en bolig}",
        "title: {da: Find en bolig, en: Find a home}\n        safety: true",
    )
    edit(portal_copy, guide, 'et sted at bo [@gammel-2010]."', 'et sted at bo [@gammel-2010].", en: A place to live.')
    for language, made in (("da", ""), ("en", "translation: {status: machine}\n")):
        page = portal_copy / "docs" / language / "kommuneguider/modtage.md"
        page.parent.mkdir(exist_ok=True)
        page.write_text(f"---\ntitle: Modtage\n{made}---\n", "utf-8")
    confirm(portal_copy, [guide])
    edit(portal_copy, guide, "et sted at bo", "et sikkert sted at bo")
    step = portal_of(portal_copy).guides[0].phases[0].steps[0]
    assert (step.title.text("en"), step.text.get("en").language) == ("Find a home", "da")
    pages = {(page.uri, page.language): page for page in all_pages(portal_of(portal_copy), TODAY)}
    page = pages["kommuneguider/modtage.md", "en"]
    assert '!!! warning "The original has changed"\n    The translation has not caught up yet' in page.body
    assert "A place to live" not in page.body
