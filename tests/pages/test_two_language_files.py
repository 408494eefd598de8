"""Files in two languages at once stand in a group of their own, on the pages in either language."""

import pytest

from tests.conftest import TODAY
from vejviser.content.markdown.html import to_html
from vejviser.content.model.download import Download
from vejviser.content.model.portal import Portal
from vejviser.pages import checklists, handbooks, materials
from vejviser.pages.page import Page


def both(owner: str, second: str, form: str = "pdf") -> Download:
    name = owner.rsplit("/", 1)[1]
    return Download(f"{owner}/{name}.da-{second}.{form}", owner, "da", form, 60_000, "0" * 64, second=second)


FILES = (
    both("tjeklister/foerste-moede", "ar"),
    both("tjeklister/foerste-moede", "uk"),
    both("tjeklister/foerste-moede", "uk", "docx"),
    both("materialer/aftale", "en"),
    both("haandboeger/ven/penge", "en"),
    Download("tjeklister/foerste-moede/foerste-moede.ar.pdf", "tjeklister/foerste-moede", "ar", "pdf", 1, "1" * 64),
)


def written(portal: Portal, uri: str, language: str) -> Page:
    composers = (checklists.pages, materials.pages, handbooks.pages)
    found = (page for composer in composers for page in composer(portal, TODAY, FILES))
    return next(page for page in found if (page.uri, page.language) == (uri, language))


@pytest.mark.parametrize(
    ("uri", "language", "level", "names"),
    [
        ("tjeklister/foerste-moede.md", "da", "h3", ["Dansk og arabisk", "Dansk og ukrainsk"]),
        ("tjeklister/foerste-moede.md", "ar", "h3", ["الدانمركية والعربية"]),
        ("tjeklister/foerste-moede.md", "uk", "h3", ["Данська і українська"]),
        ("materialer/aftale.md", "da", "h3", ["Dansk og engelsk"]),
        ("haandboeger/ven/penge.md", "da", "h2", ["Dansk og engelsk"]),
        ("haandboeger/ven/penge.md", "en", "h2", ["Danish and English"]),
    ],
)
def test_the_group(portal: Portal, uri: str, language: str, level: str, names: list[str]) -> None:
    html = to_html(written(portal, uri, language).markdown).html
    _, heading, group = html.partition(f'<{level} id="filer-to-sprog"')
    assert heading, "it is a heading, and not the signs of one"
    listed = group.partition("</ul>")[0]
    assert [name for name in names if name not in listed] == []
    assert listed.count("<li>") == len(names), "a line for each pair of languages, with its formats"
    assert "hreflang" not in listed, "a file has two languages, and the attribute has room for one"


def test_a_link_says_format_languages_and_size(portal: Portal) -> None:
    html = to_html(written(portal, "tjeklister/foerste-moede.md", "da").markdown).html
    assert 'aria-label="Word, Dansk og ukrainsk, 60 kB">Word</a>' in html.replace("\u00a0", " ")


def test_a_page_without_such_files_has_no_group(portal: Portal) -> None:
    assert "filer-to-sprog" not in written(portal, "tjeklister/foerste-moede.md", "en").markdown
    assert "filer-to-sprog" not in written(portal, "haandboeger/ven/moedet.md", "da").markdown
