"""The words of markup, however it is written; a page that never ends its script is read once, not once a script."""

import pytest

from vejviser.privacy.extract.html_text import readings


def test_scripts_and_styles_are_code_and_the_rest_is_words() -> None:
    page = "<p>Før</p><script>let a = '<b>1</b>'</script><p>Efter</p><STYLE media=all>p {}</STYLE >Slut"
    words, rest = readings(page)
    assert rest.strip() == "let a = '<b>1</b>'\np {}"
    assert words.split() == ["Før", "Efter", "Slut"]


@pytest.mark.parametrize("page", ["<script>" * 50_000, "<a <a" * 50_000, "<script " * 50_000])
def test_what_is_never_ended_is_no_code(page: str) -> None:
    assert "Hej" not in readings(page + "Hej")[1]
    assert "Hej" in readings(page + " Hej")[0]
