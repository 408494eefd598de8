"""A text as HTML, with what a page must know of it."""

from vejviser.content.markdown.html import Heading, to_html

TEXT = """\
## Før mødet

Se [reglerne](regler.md#ja) og ![et billede](plan.png).

### Én ting { #ting }

<div id="boks">

[Ud](https://a.example/) <a name="sted"></a>

</div>

## Før mødet
"""


def test_links_get_their_addresses_and_places_are_known() -> None:
    asked: list[str] = []

    def resolve(written: str) -> str | None:
        asked.append(written)
        return {"regler.md#ja": "../regler/#ja", "plan.png": "../plan.png"}.get(written, written)

    found = to_html(TEXT, resolve)
    assert '<a href="../regler/#ja">reglerne</a>' in found.html
    assert 'src="../plan.png"' in found.html
    assert found.links == ("https://a.example/", "plan.png", "regler.md#ja")
    assert sorted(asked) == sorted(found.links)
    assert found.places == ("boks", "før-mødet", "før-mødet_1", "sted", "ting")
    assert found.headings == (
        Heading("Før mødet", "før-mødet", 2, (Heading("Én ting", "ting", 3),)),
        Heading("Før mødet", "før-mødet_1", 2),
    )


def test_a_link_that_leads_nowhere_is_words() -> None:
    assert to_html("[Hit](vaek.md)", lambda _: None).html == "<p><a>Hit</a></p>\n"


def test_a_picture_says_how_large_it_is_so_that_nothing_jumps_when_it_comes() -> None:
    sizes = {"hus.jpg": (400, 300)}
    assert to_html("![Et hus](hus.jpg)", str, sizes.get).html == (
        '<p><img src="hus.jpg" alt="Et hus" width="400" height="300" /></p>\n'
    )
    assert to_html("![En tegning](x.svg) [Hus](hus.jpg)", str, sizes.get).html == (
        '<p><img src="x.svg" alt="En tegning" /> <a href="hus.jpg">Hus</a></p>\n'
    )


def test_a_text_knows_nothing_of_the_one_before() -> None:
    to_html("## Et\n\n[a]: a.md\n", lambda item: item)
    found = to_html("## Et\n\n[a]\n", lambda item: item)
    assert (found.places, found.links) == (("et",), ())


def test_a_path_goes_on_in_the_next_line_between_its_folders_and_never_inside_a_word() -> None:
    html = to_html("Ret `docs/da/ven.md` og `a/b`, men `1. maj` og `--lang` er ord.").html
    assert "<code>docs/<wbr>da/<wbr>ven<wbr>.md</code> og <code>a/<wbr>b</code>" in html
    assert "<code>1. maj</code> og <code>--lang</code>" in html
