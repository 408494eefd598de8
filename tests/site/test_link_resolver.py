"""Where the links of a text lead, in each language's part of a site."""

import pytest

from vejviser.site.link_resolver import LinkResolver, is_relative, relative_url

SOURCES = frozenset(
    ["da/index.md", "da/ven/index.md", "da/ven/moedet.md", "ar/ven/moedet.md", "da/plan.png", "ar/plan.png"]
)


@pytest.mark.parametrize(
    ("language", "page", "written", "found", "address"),
    [
        ("da", "da/ven/moedet.md", "index.md", "da/ven/index.md", "../"),
        ("da", "da/ven/index.md", "moedet.md#i-dag", "da/ven/moedet.md", "moedet/#i-dag"),
        ("da", "da/ven/index.md", "../index.md", "da/index.md", "../"),
        ("ar", "da/ven/index.md", "moedet.md", "ar/ven/moedet.md", "moedet/"),
        ("ar", "ar/ven/moedet.md", "../index.md", "da/index.md", "../../"),
        ("en", "da/ven/index.md", "moedet.md", "da/ven/moedet.md", "moedet/"),
        ("da", "da/ven/index.md", "../plan.png", "da/plan.png", "../plan.png"),
        ("en", "da/ven/index.md", "../plan.png", "da/plan.png", "../../plan.png"),
        ("ar", "ar/ven/moedet.md", "../plan.png", "ar/plan.png", "../../plan.png"),
        ("da", "da/ven/index.md", "../../ar/ven/moedet.md", None, ""),
        ("da", "da/ven/index.md", "nowhere.md", None, ""),
    ],
)
def test_where_a_link_leads(language: str, page: str, written: str, found: str | None, address: str) -> None:
    links = LinkResolver(language, SOURCES)  # type: ignore[arg-type]
    assert links.source(page, written) == found
    assert links.targets(page, f"[her]({written})") == ((written, address),)


@pytest.mark.parametrize(
    "text", ["[a](x.md)", "![a](<x.md> 'b')", "[a]: x.md", '<a class="b" href="x.md">', "<img src=x.md>"]
)
def test_a_target_is_seen_however_it_is_written(text: str) -> None:
    assert [written for written, _ in LinkResolver("da", SOURCES).targets("da/index.md", text)] == ["x.md"]


@pytest.mark.parametrize(
    ("written", "relative"),
    [
        ("x.md", True),
        ("../x/#y", True),
        ("#y", False),
        ("/x/", False),
        ("https://a.example/x.md", False),
        ("mailto:a@b.example", False),
        ("//a.example/x", False),
        ("http://[x", False),
    ],
)
def test_what_is_relative(written: str, relative: bool) -> None:
    assert is_relative(written) is relative


@pytest.mark.parametrize("written", ["#her", "https://a.example/x.md", "mailto:a@b.example", "/ven/", "?q=ven"])
def test_what_is_no_path_stays_as_it_was_written(written: str) -> None:
    assert LinkResolver("da", SOURCES).resolve("da/index.md", written) == written


@pytest.mark.parametrize(
    ("address", "here", "seen"),
    [
        ("", "", "./"),
        ("ven/", "", "ven/"),
        ("", "ven/moedet/", "../../"),
        ("ar/ven/", "ar/ven/", "./"),
        ("plan.png", "en/ven/", "../../plan.png"),
        ("assets/a.css", "", "assets/a.css"),
    ],
)
def test_an_address_as_seen_from_another(address: str, here: str, seen: str) -> None:
    assert relative_url(address, here) == seen
